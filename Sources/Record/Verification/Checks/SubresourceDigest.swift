import Crypto
import Multiformat

/// One digest as Subresource Integrity writes it: `sha256-` and base64.
package struct SubresourceDigest {
    private let hash: Hash
    private let digest: [UInt8]

    private enum Hash: String { case sha256, sha384, sha512 }

    /// Nil where the text is no such digest, or of a hash that is not known.
    package init?(_ text: String) {
        guard let hyphen = text.firstIndex(of: "-"),
            let hash = Hash(rawValue: String(text[..<hyphen])),
            let digest = try? Base64.decode(String(text[text.index(after: hyphen)...]))
        else { return nil }
        let length =
            switch hash {
            case .sha256: SHA256.byteCount
            case .sha384: SHA384.byteCount
            case .sha512: SHA512.byteCount
            }
        guard digest.count == length else { return nil }
        self.hash = hash
        self.digest = digest
    }

    package func fits(_ octets: [UInt8]) -> Bool {
        switch hash {
        case .sha256: SHA256.hash(data: octets).elementsEqual(digest)
        case .sha384: SHA384.hash(data: octets).elementsEqual(digest)
        case .sha512: SHA512.hash(data: octets).elementsEqual(digest)
        }
    }
}
