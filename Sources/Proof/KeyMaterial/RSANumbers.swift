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

    var encoded: [UInt8] { DER.sequence(DER.integer(modulus), DER.integer(exponent)) }

    /// Reads the encoding; any but the distinguished one is refused.
    init(encoded: [UInt8]) throws(KeyError) {
        var reader = DERReader(encoded)
        guard var inner = reader.sequence(), reader.isAtEnd, let modulus = inner.integer(),
            let exponent = inner.integer(), inner.isAtEnd
        else { throw .badRSAKeyEncoding }
        try self.init(modulus: modulus, exponent: exponent)
    }
}
