import DataIntegrity
import JOSE
import JSONLD
import JSONText
import KeyMaterial
import Multiformat
import Synchronization
import Vocabularies

/// A document signed for selective disclosure, and the octets of its proof value.
struct DisclosedSeed: Sendable {
    let signed: JSONValue
    let octets: [UInt8]

    init?(_ json: JSON) {
        guard let document = try? JSONDocument(parsing: json.serialized()),
            let text = document.root["proof"]?["proofValue"]?.string,
            let octets = try? Base64URL.decode(String(text.dropFirst()))
        else { return nil }
        signed = document.root
        self.octets = octets
    }

    /// The document with another proof value, and perhaps another name.
    func document(with value: JSON, saying name: String? = nil) throws -> JSONDocument {
        let proof = signed["proof"].map { Self.object($0, with: value, at: "proofValue") } ?? .null
        let whole = Self.object(signed, with: proof, at: "proof")
        let document = try JSONDocument(parsing: whole.serialized())
        guard let name else { return document }
        let changed = Self.object(document.root, with: .string(name), at: "name")
        return try JSONDocument(parsing: changed.serialized())
    }

    private static func object(_ value: JSONValue, with other: JSON, at name: String) -> JSON {
        .object(
            value.members.map { member in
                (member.name, member.hasName(name) ? other : JSON.verbatim(member.value))
            })
    }
}

extension Seeds {
    static let processor = JSONLDProcessor(contexts: KnownContextLoader.process, options: .safe)

    static let disclosureKey: PrivateKey = {
        let key = try? PrivateKey(type: .p256, secret: [UInt8](repeating: 7, count: 32))
        return key ?? tokenKeys[0]
    }()

    static let disclosed: [DisclosedSeed] = (try? disclosures()) ?? []

    static func disclosure() throws -> [[UInt8]] { try disclosures().map(\.octets) }

    /// The base proof, and what is derived from it.
    private static func disclosures() throws -> [DisclosedSeed] {
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:1",
            "type": ["VerifiableCredential"], "issuer": "did:example:hollin",
            "validFrom": "2026-01-01T00:00:00Z", "name": "Algebra",
            "credentialSubject": {"id": "did:example:ada"}}
            """
        let secured = SecuredDocument(
            try JSONDocument(parsing: Array(text.utf8)).root, processor: processor)
        let proof = try ECDSASD2023().createBaseProof(
            ProofOptions(
                verificationMethod: "did:example:hollin#key", created: "2026-01-01T00:00:00Z"),
            mandatory: ["/issuer", "/validFrom"].compactMap { JSONPointer($0) }, of: secured,
            with: disclosureKey, secrets: .fresh { [UInt8](repeating: 9, count: $0) })
        let base = proof.attached(to: secured.value)
        let holders = SecuredDocument(
            try JSONDocument(parsing: base.serialized()).root, processor: processor)
        let derived = try ECDSASD2023().derive(
            from: holders, revealing: [JSONPointer("/name")].compactMap { $0 })
        return [base, derived.json].compactMap { DisclosedSeed($0) }
    }

    /// The parts of SD-JWT that issuers have signed.
    static let selective: Set<[UInt8]> = {
        let tokens = (try? sdjwt())?.compactMap { try? SDJWT(reading: $0).issuerToken } ?? []
        return Set(tokens)
    }()

    static func sdjwt() throws -> [[UInt8]] {
        let claims = try JSONDocument(
            parsing: Array(
                #"{"iss":"https://hollin.example","name":"Ada","grades":["A","B",{"of":"C"}]}"#.utf8
            ))
        let counter = Atomic<UInt8>(0)
        let places = ["/name", "/grades/1", "/grades/2", "/grades/2/of"].compactMap {
            JSONPointer($0)
        }
        // Ed25519 alone signs the same octets each time: what is a seed once is one for ever.
        return try tokenKeys.filter { $0.publicKey.type == .ed25519 }.flatMap { key in
            try [0, 2].map { decoys in
                let concealed = try Concealment(
                    of: claims.root, places: places, decoys: decoys,
                    randomness: { count in
                        let number = counter.add(1, ordering: .relaxed).oldValue
                        return [UInt8](repeating: number, count: count)
                    })
                return try SDJWT.sign(concealed, header: [("typ", "vc+sd-jwt")], with: key)
            }
        }
    }
}
