import JOSE
import JSONText
import KeyMaterial

/// How a credential is made into a token (section 2.1): its payload whole, with the registered
/// claims beside it.
public struct TokenRequest: Sendable {
    /// What `typ` says.
    public var type: TypeName
    /// Whether the payload gets its embedded proof first (PRF-03).
    public var embedsProof: Bool
    /// Nil for a plain JWT.
    public var disclosure: SelectiveDisclosure?

    public init(
        type: TypeName = .plain, embedsProof: Bool = false,
        disclosure: SelectiveDisclosure? = nil
    ) {
        self.type = type
        self.embedsProof = embedsProof
        self.disclosure = disclosure
    }

    public enum TypeName: String, CaseIterable, Sendable {
        /// As Open Badges and CLR have it (JWT-04).
        case plain = "JWT"
        /// As the final VC-JOSE-COSE has it.
        case final = "vc+jwt"
    }

    /// What an SD-JWT leaves to its holder (RFC 9901).
    public struct SelectiveDisclosure: Sendable {
        /// Members and elements of the credential that may be kept back.
        public var places: [JSONPointer]
        /// Digests of nothing beside those of each object.
        public var decoys: Int
        public var hash: DisclosureHash
        /// Whose key must bind what is shown; nil lets whoever has the token show it.
        public var holder: PublicKey?

        public init(
            places: [JSONPointer], decoys: Int = 0, hash: DisclosureHash = .sha256,
            holder: PublicKey? = nil
        ) {
            self.places = places
            self.decoys = decoys
            self.hash = hash
            self.holder = holder
        }
    }

    /// The header (JWT-01, JWT-03); the signer adds `alg`.
    func header(_ key: IssuingKey) -> [(name: String, value: JSON)] {
        let kid: (name: String, value: JSON) = ("kid", .string(key.verificationMethod))
        guard disclosure == nil else { return [kid, ("typ", "vc+sd-jwt"), ("cty", "vc")] }
        let type: (name: String, value: JSON) = ("typ", .string(self.type.rawValue))
        return self.type == .plain ? [kid, type] : [kid, type, ("cty", "vc")]
    }
}
