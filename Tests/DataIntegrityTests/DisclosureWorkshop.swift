import JSONLD
import JSONText
import KeyMaterial
import Testing

@testable import DataIntegrity

/// Signs for selective disclosure, derives and verifies, with keys of its own.
struct DisclosureWorkshop {
    let processor: JSONLDProcessor
    let issuer: PrivateKey

    init(_ contexts: any ContextLoader) throws {
        processor = JSONLDProcessor(contexts: contexts, options: .safe)
        issuer = try PrivateKey(type: .p256, secret: [UInt8](repeating: 7, count: 32))
    }

    func secured(_ value: JSONValue) -> SecuredDocument {
        SecuredDocument(value, processor: processor)
    }

    /// The holder's document.
    func sign(_ value: JSONValue, mandatory: [JSONPointer]) throws -> JSONValue {
        let secrets = try DisclosureSecrets.fresh { [UInt8](repeating: 9, count: $0) }
        let created = try ECDSASD2023().createBaseProof(
            ProofOptions(
                verificationMethod: "did:key:zDn#zDn", created: "2026-01-02T03:04:05Z"),
            mandatory: mandatory, of: secured(value), with: issuer, secrets: secrets)
        return try created.attached(to: value).parsed()
    }

    /// As somebody signs who takes related blank nodes as a set.
    func signInSetReading(_ value: JSONValue, mandatory: [JSONPointer]) throws -> JSONValue {
        let secrets = try DisclosureSecrets.fresh { [UInt8](repeating: 9, count: $0) }
        let secured = secured(value)
        let whole = try DisclosableDocument(secured, hmacKey: secrets.hmacKey, reading: .set)
        let indexes = try whole.indexes(mandatory)
        let members = try ProofOptions(verificationMethod: "did:key:zDn#zDn", created: nil)
            .members(cryptosuite: "ecdsa-sd-2023")
        let options = try secured.options(
            JSON.object(members).parsed(), secured.context, .set)
        let message = BaseSignature.message(
            proofHash: options.digest, secrets.proofSigner.publicKey,
            mandatoryHash: whole.statements.digest(of: indexes))
        let proof = BaseProofValue(
            baseSignature: try issuer.signature(of: message),
            publicKey: secrets.proofSigner.publicKey, hmacKey: secrets.hmacKey,
            signatures: try whole.statements.others(than: indexes).map {
                try secrets.proofSigner.signature(of: whole.statements.lines[$0])
            }, mandatory: mandatory)
        return try CreatedProof(
            proof: .object(members + [("proofValue", .string(proof.text))]),
            readingsMayDiffer: true
        ).attached(to: value).parsed()
    }

    func derive(_ signed: JSONValue, _ pointers: [JSONPointer]) throws -> JSONValue {
        try ECDSASD2023().derive(from: secured(signed), revealing: pointers).json.parsed()
    }

    func proof(of document: JSONValue) throws -> DataIntegrityProof {
        try #require(try DataIntegrityProof.proofs(of: document).last)
    }

    func verification(_ document: JSONValue) throws -> ProofVerification {
        try secured(document).verify(proof(of: document), with: issuer.publicKey)
    }

    /// Whether a reader would take the document for what was signed; whatever ends in an error is
    /// not taken.
    func isAccepted(_ document: JSONValue) -> Bool {
        (try? verification(document).isValid) ?? false
    }
}

/// Numbers that are the same each time.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension JSONValue {
    /// The places of all values inside, contexts and the root's proof left out.
    var placesInside: [JSONPointer] {
        var places: [JSONPointer] = []
        collect(JSONPointer(), &places)
        return places.filter { $0.tokens.first != "proof" }
    }

    private func collect(_ place: JSONPointer, _ places: inout [JSONPointer]) {
        if !place.tokens.isEmpty { places.append(place) }
        for member in members where !member.hasName("@context") {
            member.value.collect(place.appending(member.name), &places)
        }
        for (index, element) in elements.enumerated() {
            element.collect(place.appending(index), &places)
        }
    }

    /// The document with another value at a place.
    func replacing(_ place: JSONPointer, _ replacement: JSON?) throws -> JSONValue {
        try (replaced(place.tokens[...], replacement) ?? .null).parsed()
    }

    private func replaced(_ tokens: ArraySlice<Text>, _ replacement: JSON?) -> JSON? {
        guard let first = tokens.first else { return replacement }
        if isArray {
            return .array(
                elements.enumerated().compactMap { index, element in
                    String(index).isSame(as: first.string)
                        ? element.replaced(tokens.dropFirst(), replacement) : .verbatim(element)
                })
        }
        return .object(
            members.compactMap { member in
                guard member.hasName(first.string) else {
                    return (member.name, .verbatim(member.value))
                }
                return member.value.replaced(tokens.dropFirst(), replacement)
                    .map { (member.name, $0) }
            })
    }
}
