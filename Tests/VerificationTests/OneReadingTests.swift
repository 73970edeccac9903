import Credentials
import DIDs
import JOSE
import JSONText
import KeyMaterial
import Testing

@testable import Verification

/// JSON-LD can say the same in other words. What a signature covers and a reader of the JSON does
/// not see, or sees otherwise, must not verify.
@Suite struct `A signed credential said in other words` {
    private static let iri = "https://www.w3.org/2018/credentials#"
    private static let dateTime = "http://www.w3.org/2001/XMLSchema#dateTime"

    private static let later = Timestamp("2026-05-01T00:00:00Z") ?? Fixture.now

    /// A credential that has ended later, so that only hiding its end can make it verify then.
    private func ended() async throws -> [UInt8] {
        try await Fixture.issued(
            Fixture.course(extra: #", "validUntil": "2026-04-01T00:00:00Z""#))
    }

    private static let end = "\"validUntil\":\"2026-04-01T00:00:00Z\""
    private static let typedEnd =
        "{\"@type\":\"\(dateTime)\",\"@value\":\"2026-04-01T00:00:00Z\"}"

    @Test(arguments: [
        "\"\(iri)validUntil\":\(typedEnd)",
        "\"cred:validUntil\":\(typedEnd)",
        "\"due\":\"2026-04-01T00:00:00Z\"",
        "\"@nest\":{\(end)}", "\"inner\":{\(end)}",
        "\"@included\":[{\"id\":\"ID\",\"type\":\"VerifiableCredential\",\(end)}]",
        "\"more\":[{\"id\":\"ID\",\"type\":\"VerifiableCredential\",\(end)}]",
    ])
    func `does not hide its end`(other: String) async throws {
        let bytes = try await ended()
        #expect(await Fixture.verify(bytes, now: Self.later).problems == ["period.expired"])
        let id = try #require(try JSONDocument(parsing: bytes).root["id"]?.string)
        var said = Fixture.replacing(
            Self.end, other.replacing("ID", with: id), in: bytes)
        #expect(said != bytes)
        #expect(await Fixture.verify(said, now: Self.later).verdict == .failed)
        let further =
            ",{\"cred\":\"\(Self.iri)\",\"inner\":\"@nest\",\"more\":\"@included\",\"due\":"
            + "{\"@id\":\"\(Self.iri)validUntil\",\"@type\":\"\(Self.dateTime)\"}}],\"id\""
        said = Fixture.replacing("],\"id\"", further, in: said)
        let verdict = await Fixture.verify(said, now: Self.later)
        #expect(verdict.verdict == .failed)
        #expect(verdict.outcome(.terms) == .failed)
    }

    @Test(arguments: [
        ("\"name\":\"Algebra\"", "\"name\":{\"@type\":\"Honours\",\"@value\":\"Algebra\"}"),
        ("\"name\":\"Algebra\"", "\"name\":{\"@direction\":\"rtl\",\"@value\":\"Algebra\"}"),
    ])
    func `shows the text that is signed`(old: String, new: String) async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let string = "http://www.w3.org/2001/XMLSchema#string"
        let further = ",{\"Honours\":\"\(string)\"}],\"id\""
        let said = Fixture.replacing(
            "],\"id\"", further, in: Fixture.replacing(old, new, in: bytes))
        #expect(said.count > bytes.count + further.utf8.count)
        #expect(await Fixture.verify(said).name == "Algebra")
    }

    @Test(arguments: [
        "\"@language\":\"fr\",", "\"@direction\":\"rtl\",", "\"id\":\"_:Honours\",",
        "\"honours\":\"_:Honours\",",
    ])
    func `fails with an addition that no signature covers`(addition: String) async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let old = "\"narrative\":\"Pass"
        let further = ",{\"honours\":\"@id\"}],\"id\""
        let said = Fixture.replacing(
            "],\"id\"", further, in: Fixture.replacing(old, addition + old, in: bytes))
        #expect(await Fixture.verify(said).verdict == .failed)
    }

    @Test func `fails with a prefix that makes another identifier of one`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let further = ",{\"mailto\":{\"@id\":\"did:example:\",\"@prefix\":true}}],\"id\""
        let said = Fixture.replacing(
            "],\"id\"", further,
            in: Fixture.replacing("did:example:ada", "mailto:ada", in: bytes))
        #expect(await Fixture.verify(said).verdict == .failed)
    }

    @Test func `fails where its class goes by another name`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let vocabulary = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
        let said = Fixture.replacing(
            "\"AchievementCredential\"", "\"\(vocabulary)AchievementCredential\"", in: bytes)
        #expect(said != bytes)
        #expect(await Fixture.verify(said).verdict == .failed)
    }

    @Test func `verifies beside a context that adds words of its own`() async throws {
        let course = Fixture.course(extra: ", \"hobby\": \"chess\"")
        let draft = course.replacing(
            "{\"type\": [\"VerifiableCredential\"",
            with: """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                {"hobby": "https://hollin.example/terms#hobby"}],
                "type": ["VerifiableCredential"
                """)
        #expect(await Fixture.verify(try await Fixture.issued(draft)).problems == [])
    }

    @Test func `fails where a second object describes it`() async throws {
        let endorsement = """
            , "id": "urn:uuid:7", "endorsement": [{"@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"], "id": "urn:uuid:8",
            "type": ["VerifiableCredential", "EndorsementCredential"], "name": "Praise",
            "issuer": {"id": "did:example:friend", "type": ["Profile"]},
            "validFrom": "2026-01-01T00:00:00Z", "credentialSubject": {"id": "urn:uuid:7",
            "type": ["EndorsementSubject"], "endorsementComment": "Good."}}]
            """
        let bytes = try await Fixture.issued(
            Fixture.course(extra: endorsement + ", \"validUntil\": \"2026-04-01T00:00:00Z\""))
        let moved = Fixture.replacing(
            "\"type\":[\"EndorsementSubject\"]",
            "\"type\":[\"EndorsementSubject\",\"VerifiableCredential\"],\(Self.end)",
            in: Fixture.replacing(",\(Self.end)", "", in: bytes))
        let verdict = await Fixture.verify(moved, now: Self.later)
        #expect(verdict.outcome(.proof) == .passed)
        #expect(verdict.outcome(.terms) == .failed)
    }
}

@Suite struct `A key that its controller has ended` {
    private func verdict(_ ending: String, header: String) async throws -> Verdict {
        let key = try Fixture.key(1)
        let url = Fixture.controllerURL
        let name = "\(url)#\(key.publicKey.multibase)"
        let document = """
            {"id": "\(url)", "verificationMethod": [{"id": "\(name)", "type": "Multikey",
            "controller": "\(url)", "publicKeyMultibase": "\(key.publicKey.multibase)",
            \(ending)}], "assertionMethod": ["\(name)"]}
            """
        let payload = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:5",
            "type": ["VerifiableCredential"], "issuer": "\(url)",
            "validFrom": "2026-01-01T00:00:00Z", "credentialSubject": {"id": "did:example:ada"},
            "iss": "\(url)", "jti": "urn:uuid:5", "nbf": 1767225600, "sub": "did:example:ada"}
            """
        let member: (name: String, value: JSON) =
            header == "kid" ? ("kid", .string(name)) : ("jwk", key.publicKey.jwk)
        let token = try CompactJWS.sign(Array(payload.utf8), header: [member], with: key)
        return await Fixture.verify(token, documents: [(url, Array(document.utf8))])
    }

    @Test(arguments: ["kid", "jwk"])
    func `signs no token, however the token names it`(header: String) async throws {
        let revoked = try await verdict("\"revoked\": \"2025-01-01T00:00:00Z\"", header: header)
        #expect(revoked.problems == ["controller.key-retired"])
    }

    @Test(arguments: ["kid", "jwk"])
    func `signs until then`(header: String) async throws {
        let later = try await verdict("\"expires\": \"2027-01-01T00:00:00Z\"", header: header)
        #expect(later.problems == [])
    }
}

@Suite struct `What is made to be too large` {
    @Test func `with faults in great number is told by its first`() async throws {
        let evidence = [String](repeating: "{}", count: 100_000).joined(separator: ",")
        let text = "{\"type\":\"AchievementCredential\",\"evidence\":[\(evidence)]}"
        let verdict = await Fixture.verify(Array(text.utf8))
        #expect(verdict.checks.count { $0.name == .shape && $0.outcome == .failed } == 20)
    }

    @Test func `with associations in great number is told by its first`() async throws {
        let associations = (0..<50_000).map { "{\"sourceId\":\"s\($0)\"}" }
            .joined(separator: ",")
        let text =
            "{\"type\":\"ClrCredential\",\"credentialSubject\":{\"association\":["
            + associations + "]}}"
        let verdict = await Fixture.verify(Array(text.utf8))
        #expect(verdict.checks.count { $0.name == .associations } == 20)
    }

    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "-1e400"])
    func `in a token are an answer`(number: String) async throws {
        let payload = "{\"type\":[\"VerifiableCredential\"],\"nbf\":\(number),\"exp\":\(number)}"
        let token = try CompactJWS.sign(Array(payload.utf8), with: Fixture.key(1))
        let verdict = await Fixture.verify(token)
        #expect(verdict.codes.contains("period.invalid-date"))
    }

    @Test func `in a context are stopped at a limit`() async throws {
        let prefix = String(repeating: "x", count: 1_000_000)
        let types = (0..<140).map { "{\"type\":\"p:\($0)\"}" }.joined(separator: ",")
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
            {"p": {"@id": "urn:\(prefix)", "@prefix": true}}], "type": "VerifiableCredential",
            "termsOfUse": [\(types)]}
            """
        #expect(await Fixture.verify(Array(text.utf8)).codes.contains("terms.limit-exceeded"))
    }

    @Test func `by terms that lengthen terms are stopped at a limit`() async throws {
        let piece = String(repeating: "x", count: 20_000)
        let terms = (1..<400).map {
            "\"a\($0)\":{\"@id\":\"a\($0 - 1):\(piece)\",\"@prefix\":true}"
        }.joined(separator: ",")
        let text = """
            {"@context": ["https://www.w3.org/ns/credentials/v2", {"a0":"urn:a:",\(terms)}],
            "type": "VerifiableCredential"}
            """
        #expect(await Fixture.verify(Array(text.utf8)).codes.contains("terms.limit-exceeded"))
    }
}
