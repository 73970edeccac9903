import Crypto

/// The hash function of a canonicalization (RDFC-1.0 section 4.1). SHA-256 unless said otherwise.
public enum HashAlgorithm: Sendable, Hashable, CaseIterable {
    case sha256
    case sha384

    @inline(__always)
    func digest(of bytes: UnsafeRawBufferPointer) -> Digest {
        switch self {
        case .sha256: unsafe digest(of: bytes, with: SHA256())
        case .sha384: unsafe digest(of: bytes, with: SHA384())
        }
    }

    @inline(__always)
    private func digest<H: HashFunction>(
        of bytes: UnsafeRawBufferPointer, with empty: H
    ) -> Digest {
        var function = empty
        unsafe function.update(bufferPointer: bytes)
        return unsafe function.finalize().withUnsafeBytes { unsafe Digest($0) }
    }
}
