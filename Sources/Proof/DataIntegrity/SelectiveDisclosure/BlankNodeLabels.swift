import Crypto
import Multiformat
import RDF

/// What blank nodes are called in the statements that are signed: names that say nothing about
/// how many others there are.
struct BlankNodeLabels: Sendable {
    private(set) var digests: [TermID: [UInt8]] = [:]
    /// Without `_:`.
    private(set) var texts: [TermID: [UInt8]] = [:]

    init() {}

    /// The HMAC of each canonical label (SD-02).
    init(_ canonical: CanonicalDataset, hmacKey: [UInt8]) {
        let key = SymmetricKey(data: hmacKey)
        for (number, blank) in canonical.issuedTerms.enumerated() {
            let code = HMAC<SHA256>.authenticationCode(
                for: Array("c14n\(number)".utf8), using: key)
            self[blank] = Array(code)
        }
    }

    subscript(blank: TermID) -> [UInt8]? {
        get { digests[blank] }
        set {
            digests[blank] = newValue
            texts[blank] = newValue.map { Array(Multibase.base64url.encode($0).utf8) }
        }
    }
}
