import Foundation
import JSONText
import Testing

@Suite struct `The commands for tokens` {
    private static let draft = """
        {"type": ["VerifiableCredential", "AchievementCredential"], "name": "Soil science",
         "credentialSubject": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000001",
           "type": ["AchievementSubject"], "creditsEarned": 3.5,
           "achievement": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000002",
             "type": ["Achievement"], "name": "Soil science", "description": "Soils.",
             "criteria": {"narrative": "A written examination."}}}}
        """

    private let folder: TemporaryFolder
    private let draft: String

    init() throws {
        folder = try TemporaryFolder()
        draft = try folder.file("draft.json", Self.draft)
    }

    private func key(_ name: String, _ type: String = "Ed25519") throws -> String {
        let path = folder.path(name)
        #expect(try RunningProgram.run("key", "generate", "--type", type, "-o", path).status == 0)
        return path
    }

    @discardableResult
    private func run(_ arguments: String..., status: Int32 = 0) throws -> RunningProgram {
        let run = try RunningProgram.run(arguments)
        #expect(run.status == status, "\(arguments) \(run.messages) \(run.text)")
        return run
    }

    @Test(arguments: ["Ed25519", "P-256", "P-384"])
    func `issue a JWT that verifies`(type: String) throws {
        let key = try key("key.jwk", type)
        let token = folder.path("a.jwt")
        try run("issue", draft, "--key", key, "--proof", "vc-jwt", "-o", token)
        let verdict = try run("verify", token, "--json").json()
        #expect(verdict["verdict"]?.string == "verified")
        #expect(verdict["name"]?.string == "Soil science")
        let outline = try run("inspect", token, "--json").json()
        #expect(outline["form"]?.string == "JWT")
        #expect(outline["proofs"]?.count == 1)
    }

    @Test func `refuse options that do not go together`() throws {
        let key = try key("key.jwk")
        try run("issue", draft, "--key", key, "--disclosable", "/name", status: 64)
        try run(
            "issue", draft, "--key", key, "--proof", "sd-jwt", "--proof", "eddsa-rdfc-2022",
            status: 64)
        try run(
            "issue", draft, "--key", key, "--proof", "sd-jwt", "--disclosable", "name", status: 64)
        try run(
            "issue", draft, "--key", key, "--proof", "sd-jwt", "--disclosable", "/issuer",
            status: 1)
        try run("present", draft, "--key", key, status: 1)
        try run("present", draft, "--key", key, "--reveal", "/name", status: 64)
    }

    @Test func `let a holder show parts of an SD-JWT to one reader`() throws {
        let key = try key("key.jwk")
        let holder = try self.key("holder.jwk", "P-256")
        let token = folder.path("a.sd-jwt")
        try run(
            "issue", draft, "--key", key, "--proof", "sd-jwt", "--disclosable",
            "/credentialSubject/creditsEarned", "/credentialSubject/achievement/description",
            "--holder-key", holder, "-o", token)
        let outline = try run("inspect", token, "--json").json()
        #expect(outline["form"]?.string == "SD-JWT")
        #expect(outline["disclosed"]?.count == 2)
        let shown = folder.path("shown.sd-jwt")
        try run(
            "present", token, "--key", holder, "--reveal", "/credentialSubject/creditsEarned",
            "--domain", "reader.example", "--challenge", "1", "-o", shown)
        let asked = ["--domain", "reader.example", "--challenge"]
        let verified = try RunningProgram.run(["verify", shown, "--json"] + asked + ["1"])
        #expect(verified.status == 0)
        #expect(!verified.text.contains("Soils."))
        #expect(try RunningProgram.run(["verify", shown] + asked + ["2"]).status == 1)
        #expect(try RunningProgram.run(["verify", token] + asked + ["1"]).status == 1)
        try run(
            "present", token, "--key", key, "--reveal", "", "--domain", "d", "--challenge", "1",
            status: 1)
    }

    @Test(arguments: ["eddsa-rdfc-2022", "vc-jwt"])
    func `present credentials in every form`(proof: String) throws {
        let key = try key("key.jwk")
        let json = folder.path("a.json")
        let token = folder.path("a.jwt")
        let selective = folder.path("a.sd-jwt")
        try run("issue", draft, "--key", key, "-o", json)
        try run("issue", draft, "--key", key, "--proof", "vc-jwt", "-o", token)
        try run(
            "issue", draft, "--key", key, "--proof", "sd-jwt", "--disclosable",
            "/credentialSubject/creditsEarned", "-o", selective)
        let presentation = folder.path("presentation")
        try run(
            "present", json, token, selective, "--key", key, "--proof", proof, "--challenge", "1",
            "--domain", "reader.example", "-o", presentation)
        let run = try run(
            "verify", presentation, "--json", "--challenge", "1", "--domain", "reader.example",
            "--require-contents")
        let verdict = try run.json()
        #expect(verdict["kind"]?.string == "VerifiablePresentation")
        #expect(verdict["contents"]?.count == 3)
        #expect(verdict["aggregate"]?.string == "verified")
        try self.run("verify", presentation, "--challenge", "2", status: 1)
        let people = try self.run("verify", presentation)
        #expect(people.text.hasPrefix("Verified. It was presented by did:key:"))
    }
}
