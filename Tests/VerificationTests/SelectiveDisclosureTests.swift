import Credentials
import DataIntegrity
import Issuance
import JSONText
import KeyMaterial
import Testing

@testable import Verification

/// Records whose holder shows parts of them, as the verifier sees them.
@Suite struct `A selective disclosure` {
    private let key: IssuingKey

    init() throws {
        key = IssuingKey(
            selfContained: try PrivateKey(
                type: .p256, secret: [UInt8](repeating: 3, count: 32)))
    }

    static let record = """
        {"type": ["VerifiableCredential", "ClrCredential"], "name": "Transcript",
         "validUntil": "2030-01-01T00:00:00Z",
         "credentialSubject": {"id": "did:example:ada", "type": ["ClrSubject"],
          "verifiableCredential": [\(Fixture.course()), \(Fixture.course(extra: #", "id": "urn:uuid:00000000-0000-4000-8000-0000000000ff""#))]}}
        """

    private func issued(
        _ draft: String, mandatory: [JSONPointer] = [], contents: [[UInt8]] = []
    ) async throws -> IssuedCredential {
        var request = IssuanceRequest(
            draft: try Fixture.document(draft), contents: contents, layout: .compact)
        request.proofs = [.ecdsaSD2023]
        request.mandatory = mandatory
        return try await Fixture.issuance([key]).issue(request)
    }

    private func derive(_ bytes: [UInt8], _ pointers: [String]) async throws -> DerivedCredential {
        try await Disclosure(clock: { Fixture.now }).derive(
            from: JSONDocument(parsing: bytes),
            revealing: pointers.compactMap { JSONPointer($0) }, layout: .compact)
    }

    @Test func `is told apart from the base proof, which its holder keeps`() async throws {
        let issued = try await issued(Fixture.course())
        let base = await Fixture.verify(issued.bytes)
        #expect(base.verdict == .verified)
        #expect(base.codes.contains("proof.base-proof"))
        let derived = try await derive(issued.bytes, ["/name"])
        let verdict = await Fixture.verify(derived.bytes)
        #expect(verdict.verdict == .verified)
        #expect(verdict.codes.contains("proof.signature-fits"))
        #expect(!verdict.codes.contains("proof.base-proof"))
    }

    /// PRF-05: the issuer makes mandatory what the model requires.
    @Test func `of a badge keeps what the model requires, whatever is chosen`() async throws {
        let slot = #", "validUntil": "2030-01-01T00:00:00Z", "termsOfUse": {"type": "urn:x:terms"}"#
        let issued = try await issued(Fixture.course(extra: slot))
        let derived = try await derive(issued.bytes, [])
        let value = try JSONDocument(parsing: derived.bytes).root
        #expect(derived.checked.verdict.verdict == .verified)
        #expect(derived.checked.verdict.codes.contains("shape.fits"))
        for name in ["issuer", "validFrom", "validUntil", "credentialSchema", "termsOfUse", "id"] {
            #expect(value[name] != nil, "\(name)")
        }
        let subject = value["credentialSubject"]
        #expect(subject?["id"]?.string == "did:example:ada")
        #expect(subject?["achievement"]?["criteria"]?["narrative"] != nil)
        #expect(subject?["creditsEarned"] == nil)
        #expect(subject?["result"] == nil)
        #expect(subject?["achievement"]?["resultDescription"] == nil)
    }

    @Test func `shows results with their lists of allowed values`() async throws {
        let issued = try await issued(Fixture.course())
        let derived = try await derive(
            issued.bytes,
            [
                "/credentialSubject/result/0",
                "/credentialSubject/achievement/resultDescription/0/id",
                "/credentialSubject/achievement/resultDescription/0/name",
                "/credentialSubject/achievement/resultDescription/0/resultType",
                "/credentialSubject/achievement/resultDescription/0/allowedValue/1",
            ])
        #expect(derived.checked.verdict.verdict == .verified)
        let subject = try JSONDocument(parsing: derived.bytes).root["credentialSubject"]
        let place = try #require(JSONPointer("/achievement/resultDescription/0/allowedValue"))
        #expect(subject?[place]?.elements.compactMap(\.string) == ["C", "B", "A"])
    }

    @Test func `of a record shows one course, or a part of it`() async throws {
        let issued = try await issued(Self.record)
        let one = try await derive(issued.bytes, ["/credentialSubject/verifiableCredential/1"])
        #expect(one.checked.verdict.verdict == .verified)
        #expect(one.checked.verdict.contents.count == 1)
        let part = try await derive(
            issued.bytes, ["/credentialSubject/verifiableCredential/0/credentialSubject/result"])
        #expect(part.checked.verdict.verdict == .verified)
    }

    @Test func `of a record shows a credential that was signed before`() async throws {
        let signed = try await Fixture.issued(
            Fixture.course(extra: #", "id": "urn:uuid:00000000-0000-4000-8000-0000000000fe""#))
        let issued = try await issued(Self.record, contents: [signed])
        let derived = try await derive(issued.bytes, ["/credentialSubject/verifiableCredential/2"])
        let verdict = derived.checked.verdict
        #expect(verdict.verdict == .verified)
        #expect(verdict.contents.first?.codes.contains("proof.signature-fits") == true)
        #expect(verdict.contents.first?.verdict == .verified)
        let proof = try await derive(
            issued.bytes, ["/credentialSubject/verifiableCredential/2/proof/created"])
        #expect(proof.checked.verdict.verdict == .verified)
    }

    /// Which courses to show is the holder's choice; the model asks for one at least.
    @Test(arguments: [[], ["/name"], ["/credentialSubject/id", "/validUntil"]])
    func `without any course is not made, because the model requires one`(
        pointers: [String]
    ) async throws {
        let issued = try await issued(Self.record)
        let error = await #expect(throws: DerivationError.self) {
            _ = try await derive(issued.bytes, pointers)
        }
        guard case .incomplete(let checks, let choices)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(checks.map(\.code) == ["shape.member-missing"])
        #expect(
            choices.map(\.description) == [
                "/credentialSubject/verifiableCredential/0",
                "/credentialSubject/verifiableCredential/1",
            ])
        for choice in choices {
            let derived = try await derive(issued.bytes, pointers + [choice.description])
            #expect(derived.checked.verdict.verdict == .verified)
        }
    }

    @Test func `keeps what the issuer asks for`() async throws {
        let place = JSONPointer(["credentialSubject", "creditsEarned"])
        let issued = try await issued(Fixture.course(), mandatory: [place])
        let derived = try await derive(issued.bytes, [])
        let value = try JSONDocument(parsing: derived.bytes).root
        #expect(value["credentialSubject"]?["creditsEarned"]?.numberText == "3.5")
        let error = await #expect(throws: IssuanceError.self) {
            _ = try await self.issued(
                Fixture.course(), mandatory: [JSONPointer(["nowhere"])])
        }
        #expect("\(try #require(error))".contains("/nowhere"))
    }

    @Test(arguments: [
        ("\"value\":\"A\"", "\"value\":\"B\""), ("did:example:ada", "did:example:eve"),
        ("Groups and rings.", "Everything."), ("\"name\":\"Algebra\",", ""),
        ("\"creditsEarned\":3.5,", ""), ("\"creditsEarned\":3.5", "\"creditsEarned\":9.5"),
        ("2026-03-01", "2026-03-02"), ("[\"C\",\"B\",\"A\"]", "[\"A\",\"B\",\"C\"]"),
    ])
    func `fails where something was changed, in base and derived`(
        old: String, new: String
    ) async throws {
        let issued = try await issued(Fixture.course())
        let derived = try await derive(issued.bytes, ["/credentialSubject", "/name"])
        #expect(derived.checked.verdict.verdict == .verified)
        for bytes in [issued.bytes, derived.bytes] {
            let changed = Fixture.replacing(old, new, in: bytes)
            #expect(changed != bytes)
            let verdict = await Fixture.verify(changed)
            #expect(verdict.verdict == .failed)
            #expect(verdict.codes.contains("proof.signature-invalid"), "\(verdict.problems)")
        }
    }

    @Test func `with a proof value that is none is malformed`() async throws {
        let issued = try await issued(Fixture.course())
        let changed = Fixture.replacing("\":\"u2V0A", "\":\"u2V0C", in: issued.bytes)
        #expect(changed != issued.bytes)
        let verdict = await Fixture.verify(changed)
        #expect(verdict.codes.contains("proof.malformed"))
        #expect(verdict.verdict == .failed)
    }

    @Test func `is not made with a key of another kind`() async throws {
        var request = IssuanceRequest(draft: try Fixture.document(Fixture.course()))
        request.proofs = [.ecdsaSD2023]
        let other = try Fixture.issuance([Fixture.issuingKey()])
        await #expect(throws: IssuanceError.self) { _ = try await other.issue(request) }
    }
}
