import Foundation
import JSONText
import Testing

@Suite struct `The key commands` {
    private func key(_ folder: TemporaryFolder, _ type: String, _ more: String...) throws -> String
    {
        let path = folder.path("\(type).jwk")
        let run = try RunningProgram.run(["key", "generate", "--type", type, "-o", path] + more)
        #expect(run.status == 0, "\(run.messages)")
        return path
    }

    private func mode(_ path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test(arguments: ["Ed25519", "P-256", "P-384", "RSA"])
    func `convert every kind of key there and back`(type: String) throws {
        let folder = try TemporaryFolder()
        let jwk = try type == "RSA" ? key(folder, type, "--bits", "2048") : key(folder, type)
        let shown = try RunningProgram.run("key", "show", jwk, "--json")
        #expect(try shown.json()["type"]?.string == type)
        for form in ["pem", "der", "jwk"] + (type == "RSA" ? [] : ["multikey"]) {
            let file = folder.path("key.\(form)")
            let run = try RunningProgram.run("key", "convert", jwk, "--to", form, "-o", file)
            #expect(run.status == 0, "\(run.messages)")
            #expect(run.output.isEmpty)
            #expect(try mode(file) == 0o600)
            let again = folder.path("again.\(form)")
            _ = try RunningProgram.run("key", "convert", file, "--to", "jwk", "-o", again)
            #expect(try text(again) == text(jwk))
            let open = folder.path("public.\(form)")
            _ = try RunningProgram.run(
                "key", "convert", jwk, "--to", form, "--public", "-o", open)
            #expect(try RunningProgram.run("key", "show", open, "--json").text == shown.text)
            #expect(try mode(open) == 0o644)
        }
        for form in ["did-key", "did-jwk"] {
            let run = try RunningProgram.run("key", "convert", jwk, "--to", form)
            #expect(run.text.hasPrefix(form == "did-key" ? "did:key:z" : "did:jwk:e"))
            let told = try RunningProgram.run("key", "convert", jwk, "--to", form, "--json")
            #expect(try told.json()["key"]?.string == run.text.trimmingCharacters(in: .newlines))
            #expect(try told.json()["private"]?.bool == false)
        }
    }

    @Test func `give out a private key only when asked`() throws {
        let folder = try TemporaryFolder()
        let jwk = try key(folder, "P-256")
        let secret = try #require(JSONDocument(parsing: Array(text(jwk).utf8)).root["d"]?.string)
        let refused = try RunningProgram.run("key", "convert", jwk, "--to", "pem")
        #expect(refused.status == 64)
        #expect(refused.output.isEmpty)
        #expect(refused.messages.contains("--show-private"))
        let shown = try RunningProgram.run(
            "key", "convert", jwk, "--to", "jwk", "--show-private")
        #expect(shown.text.contains(secret))
        let open = try RunningProgram.run("key", "convert", jwk, "--to", "jwk", "--public")
        #expect(open.status == 0)
        #expect(!open.text.contains(secret))
        #expect(try RunningProgram.run("key", "show", jwk).text.contains(secret) == false)
        #expect(try RunningProgram.run("key", "show", jwk, "--show-private").text.contains(secret))
    }

    @Test func `refuse with a sentence`() throws {
        let folder = try TemporaryFolder()
        let ed25519 = try key(folder, "Ed25519")
        let file = try folder.file(
            "x.pem",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
                + "-----END ENCRYPTED PRIVATE KEY-----\n")
        let encrypted = try RunningProgram.run("key", "show", file)
        #expect(encrypted.status == 64)
        #expect(encrypted.messages.contains("encrypted"))
        let short = try RunningProgram.run(
            "key", "generate", "--type", "RSA", "--bits", "1024", "-o", folder.path("r"))
        #expect(short.status == 64)
        #expect(short.messages.contains("2048"))
        let bits = try RunningProgram.run(
            "key", "generate", "--bits", "2048", "-o", folder.path("r"))
        #expect(bits.status == 64)
        #expect(!FileManager.default.fileExists(atPath: folder.path("r")))
        let open = folder.path("public.jwk")
        _ = try RunningProgram.run("key", "convert", ed25519, "--to", "jwk", "--public", "-o", open)
        #expect(try RunningProgram.run("key", "show", open, "--show-private").status == 64)
        let rsa = try key(folder, "RSA", "--bits", "2048")
        let multikey = try RunningProgram.run(
            "key", "convert", rsa, "--to", "multikey", "-o", folder.path("m"))
        #expect(multikey.status == 1)
        #expect(multikey.messages.contains("RSA"))
    }

    @Test func `sign from PEM as from JWK`() throws {
        let folder = try TemporaryFolder()
        let jwk = try key(folder, "Ed25519")
        let pem = folder.path("key.pem")
        _ = try RunningProgram.run("key", "convert", jwk, "--to", "pem", "-o", pem)
        let draft = try folder.file(
            "draft.json",
            """
            {"type": ["VerifiableCredential", "AchievementCredential"], "name": "A course",
             "credentialSubject": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000001",
               "type": ["AchievementSubject"],
               "achievement": {"id": "urn:uuid:2f7c1f6e-0d0a-4c0e-9c0a-000000000002",
                 "type": ["Achievement"], "name": "Soil science", "description": "Soils.",
                 "criteria": {"narrative": "A written examination."}}}}
            """)
        let record = folder.path("record.json")
        let run = try RunningProgram.run("issue", draft, "--key", pem, "-o", record)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try RunningProgram.run("verify", record).status == 0)
    }
}

@Suite struct `The DID commands` {
    private func key(_ folder: TemporaryFolder, _ name: String) throws -> String {
        let path = folder.path(name)
        #expect(try RunningProgram.run("key", "generate", "-o", path).status == 0)
        return path
    }

    @Test func `make did:key and did:jwk that resolve`() throws {
        let folder = try TemporaryFolder()
        let file = try key(folder, "a.jwk")
        for method in ["key", "jwk"] {
            let made = try RunningProgram.run("did", "create", method, "--key", file, "--json")
            #expect(made.status == 0, "\(made.messages)")
            let did = try #require(try made.json()["did"]?.string)
            #expect(did.hasPrefix("did:\(method):"))
            let resolved = try RunningProgram.run("did", "resolve", did, "--json")
            let document = try #require(try made.json()["document"])
            #expect(try resolved.json()["id"]?.string == document["id"]?.string)
            let plain = try RunningProgram.run("did", "create", method, "--key", file)
            #expect(plain.text == did + "\n")
        }
    }

    @Test func `make a did:web document and carry it on from key to key`() throws {
        let folder = try TemporaryFolder()
        let old = try key(folder, "old.jwk")
        let new = try key(folder, "new.jwk")
        let first = folder.path("first.json")
        let begun = try RunningProgram.run(
            "did", "create", "web", "https://uni.example/issuers/1", "--key", "key-1=\(old)", "-o",
            first, "--json")
        #expect(begun.status == 0, "\(begun.messages)")
        let did = "did:web:uni.example:issuers:1"
        #expect(try begun.json()["did"]?.string == did)
        #expect(try begun.json()["url"]?.string == "https://uni.example/issuers/1/did.json")
        let second = folder.path("second.json")
        let next = try RunningProgram.run(
            "did", "create", "web", did, "--earlier", first, "--key", new, "--form", "JsonWebKey",
            "--revoke", "key-1=2026-05-01T00:00:00Z", "-o", second)
        #expect(next.status == 0, "\(next.messages)")
        let catalog = try folder.file(
            "catalog.json",
            #"[{"url": "https://uni.example/issuers/1/did.json", "file": "second.json"}]"#)
        let resolved = try RunningProgram.run(
            "did", "resolve", did, "--documents", catalog, "--json")
        #expect(resolved.status == 0, "\(resolved.messages)")
        let document = try resolved.json()
        #expect(document["verificationMethod"]?.count == 2)
        let retired = document["verificationMethod"]?.elements.first { $0["revoked"] != nil }
        #expect(retired?["revoked"]?.string == "2026-05-01T00:00:00Z")
        #expect(document["assertionMethod"]?.count == 2)
        #expect(document["authentication"]?.count == 1)
    }

    @Test func `refuse with a sentence`() throws {
        let folder = try TemporaryFolder()
        let file = try key(folder, "a.jwk")
        for place in ["http://uni.example", "uni.example", "did:key:z6Mk", "did:web:a:.."] {
            let run = try RunningProgram.run("did", "create", "web", place, "--key", file)
            #expect(run.status == 64)
            #expect(run.output.isEmpty)
        }
        #expect(try RunningProgram.run("did", "create", "web", "https://a.example").status == 64)
        let twice = try RunningProgram.run(
            "did", "create", "web", "https://a.example", "--key", file, "--key", file)
        #expect(twice.status == 1)
        #expect(twice.messages.contains("there already"))
        let secp = "did:key:zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"
        let other = try RunningProgram.run("did", "resolve", secp)
        #expect(other.status == 1)
        #expect(other.messages.contains("secp256k1"))
    }
}
