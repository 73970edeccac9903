import Foundation
import JOSE
import JSONText
import KeyMaterial
import Testing

/// `clr verify` of a record of an older generation, as a user starts it.
@Suite struct `The program and older records` {
    private static let issuer = "https://hollin.example/profiles/1"
    private static let keyURL = "https://hollin.example/keys/1"

    private static func record(_ verification: String) -> String {
        """
        {"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld",
         "id": "https://hollin.example/clrs/1", "type": "Clr", "name": "Record of Ada",
         "issuedOn": "2025-06-30T00:00:00Z",
         "learner": {"id": "urn:uuid:0d0c7d52-6e0e-4a53-8f52-6a1f2f7f9a01", "name": "Ada",
          "email": "ada@example.org"},
         "publisher": {"id": "\(issuer)", "name": "Hollin College"},
         "assertions": []\(verification)}
        """
    }

    /// A catalog of what the publisher hosts.
    private static func catalog(_ key: PrivateKey, in folder: TemporaryFolder) throws -> String {
        let pem = key.publicKey.pem.replacing("\n", with: "\\n")
        _ = try folder.file(
            "profile.json",
            """
            {"id": "\(issuer)", "type": "Profile", "name": "Hollin College",
             "publicKey": "\(keyURL)"}
            """)
        _ = try folder.file(
            "key.json",
            """
            {"id": "\(keyURL)", "type": "CryptographicKey", "owner": "\(issuer)",
             "publicKeyPem": "\(pem)"}
            """)
        return try folder.file(
            "catalog.json",
            """
            [{"url": "\(issuer)", "file": "profile.json"},
             {"url": "\(keyURL)", "file": "key.json"}]
            """)
    }

    @Test func `verify a signed file by the key that its publisher publishes`() throws {
        let key = try PrivateKey.generate(.rsa, bits: 2_048)
        let folder = try TemporaryFolder()
        let text = Self.record(", \"verification\": {\"type\": \"Signed\"}")
        let token = try CompactJWS.sign(Array(text.utf8), header: [], with: key)
        let file = try folder.file("x.1clr", token).path
        let alone = try RunningProgram.run("verify", file, "--json")
        #expect(alone.status == 2)
        #expect(try alone.json()["verdict"]?.string == "undetermined")
        let run = try RunningProgram.run(
            "verify", file, "--documents", try Self.catalog(key, in: folder), "--json",
            "--recipient", "emailAddress:ada@example.org")
        #expect(run.status == 0, "\(run.text)")
        #expect(try run.json()["standard"]?.string == "CLR 1.0")
        #expect(try run.json()["kind"]?.string == "Clr")
        let people = try RunningProgram.run(
            "verify", file, "--documents", try Self.catalog(key, in: folder))
        #expect(people.status == 0)
        #expect(people.text.contains("Hollin College"))
    }

    @Test func `do not call a hosted file verified that nobody looked up`() throws {
        let folder = try TemporaryFolder()
        let text = Self.record(", \"verification\": {\"type\": \"Hosted\"}")
        let file = try folder.file("x.1clr", text)
        let run = try RunningProgram.run("verify", file, "--json")
        #expect(run.status == 2)
        let codes = try run.json()["checks"]?.elements.compactMap { $0["code"]?.string } ?? []
        #expect(codes.contains("proof.hosted-not-looked-up"), "\(codes)")
    }

    @Test func `say of a file without any way to verify it that nothing can be told`() throws {
        let folder = try TemporaryFolder()
        let run = try RunningProgram.run(
            "verify", try folder.file("x.1clr", Self.record("")), "--json")
        #expect(run.status == 2)
    }
}
