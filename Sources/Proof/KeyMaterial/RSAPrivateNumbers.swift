/// All numbers of an RSA key of two primes, and the encoding `RSAPrivateKey` of PKCS #1
/// (RFC 8017 appendix A.1.2): **secret**.
struct RSAPrivateNumbers: Sendable {
    let open: RSANumbers
    /// `d`, `p`, `q`, `dp`, `dq` and `qi`, big-endian without leading zeros.
    let secrets: [[UInt8]]

    /// The names of the secret numbers in a JWK (RFC 7518 section 6.3.2), in the order of PKCS #1.
    static let names = ["d", "p", "q", "dp", "dq", "qi"]

    /// RFC 7518 lets all but `d` be missing; here they must be there, since finding the primes
    /// anew takes long. Leading zeros are passed over: some writers keep the octet of the sign, and
    /// nobody compares these numbers.
    init(_ reader: JWKReader) throws(KeyError) {
        guard reader.value["oth"] == nil else { throw .invalidMember("oth") }
        open = try RSANumbers(modulus: reader.octets("n"), exponent: reader.octets("e"))
        var secrets: [[UInt8]] = []
        for name in Self.names {
            let number = Array(try reader.octets(name).drop { $0 == 0 })
            guard !number.isEmpty, number.count <= open.modulus.count else {
                throw .invalidMember(name)
            }
            secrets.append(number)
        }
        self.secrets = secrets
    }

    var encoded: [UInt8] {
        DER.element(
            .sequence,
            DER.integer([]) + DER.integer(open.modulus) + DER.integer(open.exponent)
                + secrets.flatMap(DER.integer))
    }

    /// Reads the encoding; version 1 (more than two primes) is refused.
    init(encoded: some Sequence<UInt8>) throws(KeyError) {
        var reader = DERReader(encoded)
        guard var inner = reader.sequence(), reader.isAtEnd, inner.integer() == [],
            let modulus = inner.integer(), let exponent = inner.integer()
        else { throw .badRSAKeyEncoding }
        open = try RSANumbers(modulus: modulus, exponent: exponent)
        var secrets: [[UInt8]] = []
        for _ in Self.names {
            guard let number = inner.integer(), !number.isEmpty else { throw .badRSAKeyEncoding }
            secrets.append(number)
        }
        guard inner.isAtEnd else { throw .badRSAKeyEncoding }
        self.secrets = secrets
    }
}
