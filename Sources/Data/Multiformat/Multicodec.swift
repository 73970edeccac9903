/// What the octets after a code are: the codes of the multicodec table that are read here.
package enum Multicodec: UInt64, Sendable, CaseIterable {
    case ed25519Public = 0xed
    case p256Public = 0x1200
    case p384Public = 0x1201
    case rsaPublic = 0x1205
    case ed25519Private = 0x1300
    case p256Private = 0x1306
    case p384Private = 0x1307

    /// The code, as the unsigned varint that stands before the octets.
    package var prefix: [UInt8] { Varint.encode(rawValue) }

    package func encode(_ bytes: some Collection<UInt8>) -> [UInt8] { prefix + bytes }

    package static func decode(
        _ bytes: [UInt8]
    ) throws(MultiformatError) -> (codec: Multicodec, content: [UInt8]) {
        let (code, length) = try Varint.decode(bytes)
        guard let codec = Multicodec(rawValue: code) else { throw .unknownCodec(code) }
        return (codec, Array(bytes.dropFirst(length)))
    }
}

/// Unsigned varints of the multiformats: seven bits an octet, the least first, nine octets at
/// most, and never longer than necessary.
package enum Varint {
    package static func encode(_ value: UInt64) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
        return bytes
    }

    package static func decode(
        _ bytes: [UInt8]
    ) throws(MultiformatError) -> (value: UInt64, length: Int) {
        var value: UInt64 = 0
        for (index, byte) in bytes.prefix(9).enumerated() {
            value |= UInt64(byte & 0x7F) << UInt64(index * 7)
            guard byte & 0x80 == 0 else { continue }
            guard byte != 0 || index == 0 else { throw .nonMinimalVarint }
            return (value, index + 1)
        }
        throw bytes.count >= 9 ? .varintOutOfRange : .truncatedVarint
    }
}
