import Credentials
import JSONText
import Testing

@testable import Verification

@Suite struct `A recipient` {
    private static let hash =
        "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"

    private func code(
        _ identity: String, _ recipient: VerificationPolicy.Recipient
    ) throws -> String {
        let text =
            "{\"credentialSubject\": {\"id\": \"did:example:ada\", "
            + "\"identifier\": [\(identity)]}}"
        let credential = Credential(try Fixture.document(text).root)
        return RecipientCheck(credential: credential, recipient: recipient).answer.code
    }

    @Test func `is known by the subject's id`() throws {
        #expect(try code("", .id("did:example:ada")) == "recipient.matches")
        #expect(try code("", .id("did:example:Ada")) == "recipient.differs")
    }

    @Test(arguments: [
        ("a@example.com", "emailAddress", "recipient.matches"),
        (" A@example.com ", "emailAddress", "recipient.matches-without-case"),
        ("b@example.com", "emailAddress", "recipient.differs"),
        ("a@example.com", "userName", "recipient.differs"),
    ])
    func `is known by a hashed identifier`(value: String, type: String, expected: String) throws {
        let identity =
            "{\"hashed\": true, \"identityHash\": \"\(Self.hash.uppercased())\", "
            + "\"identityType\": \"emailAddress\", \"salt\": \"Kosher\"}"
        let lower = identity.replacing("SHA256", with: "sha256")
        #expect(try code(lower, .identifier(value, type: type)) == expected)
    }

    @Test func `is known by a plain identifier`() throws {
        let identity =
            "{\"hashed\": false, \"identityHash\": \"a@example.com\", "
            + "\"identityType\": \"emailAddress\"}"
        let known = VerificationPolicy.Recipient.identifier("a@example.com", type: "emailAddress")
        #expect(try code(identity, known) == "recipient.matches")
    }

    @Test func `who is not the expected one fails the credential`() async throws {
        var policy = VerificationPolicy()
        policy.recipient = .id("did:example:bob")
        let bytes = try await Fixture.issued(Fixture.course())
        let verdict = await Fixture.verify(bytes, policy: policy)
        #expect(verdict.problems == ["recipient.differs"])
    }
}

@Suite struct `The purpose of a proof` {
    private func codes(_ members: String, domain: String?, challenge: String?) throws -> [String] {
        let proof = try Fixture.document("{\"proofPurpose\": \"authentication\"\(members)}").root
        return PurposeCheck(
            proof: proof, at: JSONPointer(), expectedPurpose: "authentication", domain: domain,
            challenge: challenge,
            now: Fixture.now
        ).answers.map(\.code)
    }

    @Test func `names the domain and the challenge that were expected`() throws {
        let proof = ", \"domain\": [\"a.example\", \"b.example\"], \"challenge\": \"x\""
        #expect(try codes(proof, domain: "b.example", challenge: "x") == ["purpose.fits"])
        #expect(try codes(proof, domain: "c.example", challenge: nil) == ["purpose.domain-differs"])
        #expect(try codes(proof, domain: nil, challenge: "y") == ["purpose.challenge-differs"])
        #expect(try codes("", domain: nil, challenge: "y") == ["purpose.challenge-differs"])
    }

    @Test func `has dates that are dates`() throws {
        #expect(
            try codes(", \"expires\": 7", domain: nil, challenge: nil) == ["purpose.invalid-date"])
    }
}
