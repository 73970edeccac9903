import JSONText
import Testing

@testable import Credentials

@Suite struct `Reading a credential` {
    private func read(_ text: String) throws -> Credential {
        try CredentialDocument(reading: Array(text.utf8)).credential
    }

    @Test(arguments: [
        ("[\"VerifiableCredential\", \"ClrCredential\"]", "CLR 2.0"),
        ("[\"OpenBadgeCredential\", \"VerifiableCredential\"]", "OB 3.0"),
        ("[\"VerifiableCredential\", \"EndorsementCredential\"]", "OB 3.0"),
        ("\"VerifiableCredential\"", "VCDM 2.0"),
        ("[\"VerifiableCredential\", \"BitstringStatusListCredential\"]", "VCDM 2.0"),
    ])
    func `tells the standard`(types: String, standard: String) throws {
        let credential = try read(
            "{\"@context\": \"https://www.w3.org/ns/credentials/v2\", \"type\": \(types)}")
        #expect(credential.standard == standard)
    }

    @Test func `keeps the bytes`() throws {
        let text = " {\"type\" :\"VerifiableCredential\",  \"x\": 1.50}\n"
        #expect(try CredentialDocument(reading: Array(text.utf8)).bytes == Array(text.utf8))
    }

    @Test func `finds credentials and endorsements, each with its place`() throws {
        let credential = try read(
            """
            {"credentialSubject": {"verifiableCredential": [
              {"endorsement": [{"type": "x"}], "credentialSubject": {}}, "a.b.c"],
             "achievement": [{"endorsement": {"id": "1"}, "creator": {"endorsementJwt": ["j"]}}]},
             "endorsement": [{"issuer": {"endorsement": [{}]}}],
             "issuer": {"endorsementJwt": "k"}}
            """)
        let found = credential.contained()
        #expect(
            found.map(\.pointer.description) == [
                "/credentialSubject/verifiableCredential/0",
                "/credentialSubject/verifiableCredential/1",
                "/credentialSubject/achievement/0/endorsement",
                "/credentialSubject/achievement/0/creator/endorsementJwt/0",
                "/endorsement/0", "/issuer/endorsementJwt",
            ])
        #expect(found.filter { $0.role == .content }.count == 2)
        let (count, depth) = credential.embedding()
        #expect(count == 8)
        #expect(depth == 2)
    }

    @Test func `reads one or many`() throws {
        let credential = try read(
            "{\"type\": \"A\", \"credentialSubject\": {\"result\": {\"value\": \"B\"}}}")
        #expect(credential.types == ["A"])
        #expect(credential.subject?.results.map(\.value) == ["B"])
    }
}
