import JSONText

/// Modulus and public exponent, and the encoding `RSAPublicKey` of PKCS #1 (RFC 8017 appendix
/// A.1.1) that a Multikey carries.
struct RSANumbers: Hashable, Sendable {
    let modulus: [UInt8]
    let exponent: [UInt8]

    /// Refuses what is too short to trust, too long to compute with, or even.
    init(modulus: [UInt8], exponent: [UInt8]) throws(KeyError) {
        guard let highest = modulus.first, highest != 0, let lowest = modulus.last else {
            throw .invalidMember("n")
        }
        let bits = modulus.count * 8 - highest.leadingZeroBitCount
        guard bits >= Limits.shortestRSAModulusBits else { throw .modulusTooShort(bits: bits) }
        guard bits <= Limits.longestRSAModulusBits else { throw .modulusTooLong(bits: bits) }
        guard lowest & 1 == 1 else { throw .invalidMember("n") }
        guard let first = exponent.first, first != 0, exponent.count <= 4,
            let last = exponent.last, last & 1 == 1, exponent != [1]
        else { throw .badPublicExponent }
        self.modulus = modulus
        self.exponent = exponent
    }

    var encoded: [UInt8] {
        Self.element(0x30, Self.integer(modulus) + Self.integer(exponent))
    }

    /// Reads the encoding; any but the distinguished one is refused.
    init(encoded: [UInt8]) throws(KeyError) {
        var reader = Reader(rest: encoded[...])
        guard let content = reader.element(0x30), reader.rest.isEmpty else {
            throw .badRSAKeyEncoding
        }
        var inner = Reader(rest: content)
        guard let modulus = inner.integer(), let exponent = inner.integer(), inner.rest.isEmpty
        else { throw .badRSAKeyEncoding }
        try self.init(modulus: modulus, exponent: exponent)
        guard self.encoded == encoded else { throw .badRSAKeyEncoding }
    }

    private static func integer(_ magnitude: [UInt8]) -> [UInt8] {
        let isHigh = magnitude.first.map { $0 & 0x80 != 0 } ?? true
        return element(0x02, isHigh ? [0] + magnitude : magnitude)
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        var length: [UInt8] = []
        var rest = content.count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        if content.count >= 0x80 {
            length.insert(0x80 | UInt8(truncatingIfNeeded: length.count), at: 0)
        }
        return [tag] + length + content
    }

    /// Lengths are read loosely: what was read must write back the same anyway.
    private struct Reader {
        var rest: ArraySlice<UInt8>

        mutating func element(_ tag: UInt8) -> ArraySlice<UInt8>? {
            guard rest.popFirst() == tag, let first = rest.popFirst() else { return nil }
            var length = Int(first)
            if first >= 0x80 {
                let octets = rest.prefix(Int(first & 0x7F))
                guard octets.count <= 3 else { return nil }
                rest = rest.dropFirst(octets.count)
                length = octets.reduce(0) { $0 << 8 | Int($1) }
            }
            guard length <= rest.count else { return nil }
            defer { rest = rest.dropFirst(length) }
            return rest.prefix(length)
        }

        mutating func integer() -> [UInt8]? {
            guard let content = element(0x02) else { return nil }
            return Array(content.first == 0 ? content.dropFirst() : content)
        }
    }
}
