import Crypto

/// The SHA-256 digest of what is kept: names exact octets, and is the entity tag of a document.
package struct ContentDigest: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(of content: [UInt8]) {
        bytes = Array(SHA256.hash(data: content))
    }

    /// Takes a digest that was kept, or nil where it hasn't 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The digest before the first: 32 zero bytes.
    package static let zero = ContentDigest(known: [UInt8](repeating: 0, count: SHA256.byteCount))

    private init(known bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }
}

/// A SHA-256 over fields, each after its length, so that no two lists of fields hash alike.
struct FramedHash {
    private var hash = SHA256()

    mutating func append(_ field: some Collection<UInt8>) {
        withUnsafeBytes(of: UInt64(field.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(data: Array(field))
    }

    mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { append(Array($0)) }
    }

    var digest: ContentDigest {
        ContentDigest(bytes: Array(hash.finalize())) ?? .zero
    }
}
