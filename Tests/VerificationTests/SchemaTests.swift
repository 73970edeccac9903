import Credentials
import Crypto
import DIDs
import JSONText
import Multiformat
import Testing

@testable import Verification

/// VER-05: the JSON Schemas that a credential names.
@Suite struct `A named schema` {
    static let place = "https://schemas.example/course.json"
    static let other = "https://schemas.example/name.json"
    static let draft = "https://json-schema.org/draft/2020-12/schema"
    static let binding = "1EdTechJsonSchemaValidator2019"

    /// The answers about a credential that names a schema, with these documents at hand.
    private func answers(
        _ type: String = binding, _ documents: [(url: String, text: String)] = [],
        mayLookUp: Bool = true, isShownInPart: Bool = false, digest: String? = nil
    ) async throws -> [Check] {
        let json = try Fixture.document(
            """
            {"name": "Algebra", "credentialSchema": [{"id": "\(Self.place)", "type": "\(type)"
            \(digest.map { ", \"digestSRI\": \"\($0)\"" } ?? "")}]}
            """
        ).root
        let source = CatalogSource(documents.map { ($0.url, Array($0.text.utf8)) })
        return await SchemaCheck(
            credential: Credential(json), lookups: Lookups(source: source), mayLookUp: mayLookUp,
            isShownInPart: isShownInPart
        ).answers()
    }

    private func schema(_ rest: String) -> (url: String, text: String) {
        (Self.place, "{\"$schema\": \"\(Self.draft)\", \(rest)}")
    }

    @Test func `that is at hand is run`() async throws {
        let fitting = try await answers(Self.binding, [schema("\"required\": [\"name\"]")])
        #expect(fitting.map(\.code) == ["schema.fits"])
        let lacking = try await answers(Self.binding, [schema("\"required\": [\"credits\"]")])
        #expect(lacking.map(\.code) == ["schema.does-not-fit"])
        #expect(lacking.first?.outcome == .failed)
        let wrong = try await answers(
            "JsonSchema", [schema("\"properties\": {\"name\": {\"type\": \"number\"}}")])
        #expect(wrong.map(\.code) == ["schema.does-not-fit"])
        #expect(wrong.first?.at?.description == "/name")
    }

    @Test func `is run only where it is the one that its digest says`() async throws {
        let (place, text) = schema("\"required\": [\"name\"]")
        let digest = Base64.encode(Array(SHA256.hash(data: Array(text.utf8))))
        let same = try await answers(Self.binding, [(place, text)], digest: "sha256-\(digest)")
        #expect(same.map(\.code) == ["schema.fits"])
        let other = try await answers(
            Self.binding, [(place, text + " ")], digest: "sha256-\(digest)")
        #expect(other.map(\.code) == ["schema.unavailable"])
        #expect(other.first?.message.contains("digest") == true)
    }

    @Test func `is followed to the schemas that it refers to`() async throws {
        let first = schema("\"properties\": {\"name\": {\"$ref\": \"name.json\"}}")
        let found = try await answers(
            Self.binding, [first, (Self.other, "{\"type\": \"string\", \"maxLength\": 3}")])
        #expect(found.map(\.code) == ["schema.does-not-fit"])
        let missing = try await answers(Self.binding, [first])
        #expect(missing.map(\.code) == ["schema.unavailable"])
        #expect(missing.first?.message.contains(Self.other) == true)
    }

    @Test(arguments: [
        (binding, "schema.unavailable", Check.Outcome.undetermined),
        ("JsonSchema", "schema.not-at-hand", .warning),
        ("JsonSchemaValidator2018", "schema.not-at-hand", .warning),
        ("ShaclShapes", "schema.type-unsupported", .skipped),
    ])
    func `that is not at hand is open or left out by its kind`(
        type: String, code: String, outcome: Check.Outcome
    ) async throws {
        let found = try await answers(type)
        #expect(found.map(\.code) == [code])
        #expect(found.first?.outcome == outcome)
    }

    @Test(arguments: [
        "no JSON", "{\"$schema\": \"https://x.example/dialect\"}", "7", "{\"$ref\": \"#/nowhere\"}",
    ])
    func `that cannot be run leaves the question open`(text: String) async throws {
        let found = try await answers(Self.binding, [(Self.place, text)])
        #expect(found.map(\.code) == ["schema.unavailable"])
    }

    @Test func `is not asked for before a signature holds`() async throws {
        let found = try await answers(mayLookUp: false)
        #expect(found.map(\.code) == ["schema.not-asked"])
    }

    @Test func `may ask for what a holder keeps back`() async throws {
        let found = try await answers(
            Self.binding, [schema("\"required\": [\"credits\"]")], isShownInPart: true)
        #expect(found.map(\.code) == ["schema.parts-withheld"])
        #expect(found.first?.outcome == .skipped)
        let whole = try await answers(
            Self.binding, [schema("\"required\": [\"name\"]")], isShownInPart: true)
        #expect(whole.map(\.code) == ["schema.fits"])
    }

    @Test func `of the standards is the model, which the holder's choice does not break`()
        async throws
    {
        let url = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
        func answers(_ name: String, _ member: String) async throws -> [Check] {
            let bytes = try await Fixture.issued(Fixture.course())
            let changed = Fixture.replacing("\"criteria\"", "\"\(member)\"", in: bytes)
            let named = Fixture.replacing(
                "ob_v3p0_achievementcredential_schema.json", name, in: changed)
            let credential = Credential(try JSONDocument(parsing: named).root)
            #expect(
                credential.json["credentialSchema"]?.oneOrMore.first?["id"]?.string == url + name)
            return await SchemaCheck(
                credential: credential, lookups: Lookups(source: CatalogSource()),
                mayLookUp: false, isShownInPart: member != "criteria"
            ).answers()
        }
        for name in ["achievementcredential", "anyachievementcredential"] {
            let file = "ob_v3p0_\(name)_schema.json"
            #expect(try await answers(file, "criteria").map(\.code) == ["schema.fits"])
            #expect(try await answers(file, "other").map(\.code) == ["schema.parts-withheld"])
        }
    }
}
