/// The hash function of a canonicalization (RDFC-1.0 section 4.1). SHA-256 unless said otherwise.
public enum HashAlgorithm: Sendable, Hashable, CaseIterable {
    case sha256
    case sha384
}
