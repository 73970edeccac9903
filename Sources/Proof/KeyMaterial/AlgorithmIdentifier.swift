/// What PKCS #8 and SubjectPublicKeyInfo call a type of key (RFC 8410, RFC 5480, RFC 3279).
enum AlgorithmIdentifier {
    static func encoded(_ type: KeyType) -> [UInt8] { DER.element(.sequence, content(type)) }

    /// The type that an identifier's content names: one spelling each.
    static func type(_ content: ArraySlice<UInt8>) throws(KeyError) -> KeyType {
        guard let type = KeyType.allCases.first(where: { self.content($0).elementsEqual(content) })
        else { throw .unsupportedKeyType(name(content)) }
        return type
    }

    /// The curve by its own identifier (SEC 1).
    static func curve(_ identifier: ArraySlice<UInt8>) -> KeyType? {
        [.p256, .p384].first {
            curveIdentifier($0) == DER.element(.objectIdentifier, Array(identifier))
        }
    }

    static func curveIdentifier(_ type: KeyType) -> [UInt8] {
        switch type {
        case .p256: DER.element(.objectIdentifier, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7])
        case .p384: DER.element(.objectIdentifier, [0x2B, 0x81, 4, 0, 0x22])
        case .ed25519, .rsa: []
        }
    }

    private static func content(_ type: KeyType) -> [UInt8] {
        switch type {
        case .ed25519: DER.element(.objectIdentifier, [0x2B, 0x65, 0x70])
        case .p256, .p384:
            DER.element(.objectIdentifier, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1])
                + curveIdentifier(type)
        case .rsa:
            DER.element(.objectIdentifier, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1])
                + DER.element(.null, [])
        }
    }

    /// The numbers of the last identifier inside, which is the curve's where there is one.
    private static func name(_ content: ArraySlice<UInt8>) -> String {
        var reader = DERReader(content)
        var last: ArraySlice<UInt8>?
        while let identifier = reader.element(.objectIdentifier) { last = identifier }
        guard let last, let first = last.first else { return "unknown" }
        var numbers = [UInt64(min(first / 40, 2)), UInt64(first - min(first / 40, 2) * 40)]
        var number: UInt64 = 0
        for octet in last.dropFirst().prefix(32) {
            number = number << 7 | UInt64(octet & 0x7F)
            if octet < 0x80 {
                numbers.append(number)
                number = 0
            }
        }
        let text = numbers.map(String.init).joined(separator: ".")
        return known[text] ?? text
    }

    private static let known = [
        "1.3.101.110": "X25519", "1.3.101.111": "X448", "1.3.101.113": "Ed448",
        "1.3.132.0.10": "secp256k1", "1.3.132.0.35": "P-521", "1.2.840.10045.2.1": "EC",
        "1.2.840.113549.1.1.10": "RSASSA-PSS", "1.2.840.10040.4.1": "DSA",
    ]
}
