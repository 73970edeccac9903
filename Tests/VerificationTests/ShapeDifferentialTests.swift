import Credentials
import Foundation
import JSONSchema
import JSONText
import TestSupport
import Testing
import Vocabularies

@testable import Verification

/// The model beside the official JSON Schemas, run by this project (`make differential` runs them
/// by another implementation, too, on more changes).
@Suite(.enabled(if: Standards.present)) struct `The model and the official schemas` {
    struct Official {
        let named: DocumentClass
        let schema: Schema
        let own: Schema
    }

    static let files: [(ShapeModel.DataModel, Text, String)] = [
        (.v2_0, "ClrCredential", "clr-v2p0/clr_v2p0_clrcredential_schema.json"),
        (.v2_0, "AchievementCredential", "ob-v3p0/ob_v3p0_achievementcredential_schema.json"),
        (.v2_0, "EndorsementCredential", "ob-v3p0/ob_v3p0_endorsementcredential_schema.json"),
        (.records1, "ClrSet", "clr-v1p0/clrv1p0-getclrs-200-responsepayload-schemav2p0.json"),
        (.records1, "ClrDocument", "clr-v1p0/clrv1p0-getclr-200-responsepayload-schemav2p0.json"),
    ]
    static let folders = [
        "clr20/validator", "clr20/learncard", "ob30/validator", "ob30/badge-engine",
        "ob30/learncard", "clr10/randa",
    ]

    private static func official() throws -> [Text: Official] {
        var found: [Text: Official] = [:]
        for (dataModel, name, file) in files {
            let document = try JSONDocument(parsing: Standards.bytes("schemas/" + file))
            let own = try #require(ModelSchema(dataModel).document(of: name))
            found[name] = Official(
                named: DocumentClass(dataModel, name), schema: try Schema(compiling: document.root),
                own: try Schema(compiling: JSONDocument(parsing: own.serialized()).root))
        }
        return found
    }

    /// The samples of the classes that a schema is published for.
    private static func samples(_ official: [Text: Official]) throws -> [(Official, JSONValue)] {
        var found: [(Official, JSONValue)] = []
        for folder in folders {
            for file in try Standards.files("samples/" + folder, ending: ".json") {
                let bytes = try Standards.bytes("samples/\(folder)/\(file)")
                guard let root = try? JSONDocument(parsing: bytes).root,
                    let named = DocumentClass(of: root), named.dataModel != .v1_1
                else { continue }
                let name = ShapeModel.on(named.dataModel).class(named: named.name)?.name
                if let name, let one = official[name] { found.append((one, root)) }
            }
        }
        return found
    }

    @Test func `agree on the samples and on 2,000 changes of them`() throws {
        let samples = try Self.samples(try Self.official())
        #expect(samples.count >= 40)
        var changes = ShapeChanges(
            seed: 4, names: Self.names, terms: Vocabulary.all.flatMap { $0.terms.map(\.string) })
        let trees = samples.map { ($0.0, JSON(changing: $0.1, prunes: true)) }
        var answers: [Bool: Int] = [:]
        func judge(_ official: Official, _ document: JSONValue) throws {
            let judgement = ModelJudgement(document, as: official.named)
            let isAccepted = try official.schema.validate(document).isEmpty
            answers[isAccepted, default: 0] += 1
            let problems = judgement.problems.prefix(3).map { "\($0.pointer) \($0.message)" }
            let text = String(decoding: document.bytes.prefix(4_000), as: UTF8.self)
            #expect(judgement.isAcceptedBySchema == isAccepted, "\(problems) in \(text)")
            #expect(
                judgement.isValid == isAccepted || !judgement.departures.isEmpty,
                "\(problems) in \(text)")
            // The schemas that are made of the model accept what it accepts without a departure.
            if judgement.departures.isEmpty {
                let isOwn = try official.own.validate(document).isEmpty
                #expect(isOwn == judgement.isValid, "own: \(problems) in \(text)")
            }
        }
        for (official, document) in samples { try judge(official, document) }
        for _ in 0..<2_000 {
            let (official, tree) = changes.one(of: trees)
            let changed = changes.change(tree).serialized()
            try judge(official, try JSONDocument(parsing: changed).root)
        }
        // Both answers are met often enough to say something.
        #expect(answers[true, default: 0] > 200)
        #expect(answers[false, default: 0] > 400)
    }

    private static let names =
        ShapeModel.on(.v2_0).classes.flatMap { shape in
            shape.properties.map(\.name.string)
        } + ShapeModel.on(.records1).classes.flatMap { $0.properties.map(\.name.string) }
}

@Suite struct `The differences from the official schemas` {
    @Test func `stand in the file, each with its reason`() throws {
        let url = Standards.packageRoot
            .appendingPathComponent("Tests/differential/shape-differences.txt")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        var listed: [String: String] = [:]
        for line in lines where !line.hasPrefix("#") {
            let parts = line.components(separatedBy: " | ")
            #expect(parts.count == 2 || parts.count == 3, "\(line)")
            if parts.count == 2 { listed[parts[0]] = parts[1] }
        }
        let known = ModelDeparture.allCases.map { ($0.rawValue, $0.reason) }
        #expect(listed == Dictionary(uniqueKeysWithValues: known))
    }
}

/// Every class as a JSON Schema of this project.
@Suite struct `A schema made of the model` {
    @Test(arguments: ShapeModel.DataModel.allCases)
    func `compiles, whatever the class`(dataModel: ShapeModel.DataModel) throws {
        for shape in ShapeModel.on(dataModel).classes {
            let document = try #require(ModelSchema(dataModel).document(of: shape.name))
            let json = try JSONDocument(parsing: document.serialized(pretty: true)).root
            #expect(json["$defs"]?[shape.name.string] != nil)
            #expect(throws: Never.self, "\(shape.name)") {
                try Schema(compiling: json).validate(json)
            }
        }
        #expect(ModelSchema(dataModel).document(of: "Nothing") == nil)
    }

    @Test func `accepts a course, and not one without its criteria`() async throws {
        let made = try #require(ModelSchema(.v2_0).document(of: "AchievementCredential"))
        let schema = try Schema(compiling: JSONDocument(parsing: made.serialized()).root)
        let bytes = try await Fixture.issued(Fixture.course())
        #expect(try schema.validate(JSONDocument(parsing: bytes).root).isEmpty)
        let lacking = Fixture.replacing("\"criteria\"", "\"criterion\"", in: bytes)
        let problems = try schema.validate(JSONDocument(parsing: lacking).root)
        #expect(problems.contains { $0.description.contains("criteria") })
    }
}

/// What the model does not know is kept: nothing that somebody wrote is lost.
@Suite struct `Unknown members` {
    @Test func `survive reading and writing at every depth`() async throws {
        let record = try await Fixture.issued(Fixture.record(contents: [Fixture.course()]))
        let tree = JSON(changing: try JSONDocument(parsing: record).root)
        let value: JSON = ["hobby": [.null, true, .number("1e2"), "\u{e9}\u{0}"]]
        for place in 0..<tree.placeCount {
            let bytes = tree.with("ext:own", value, in: place).serialized()
            let read = try CredentialDocument(reading: bytes)
            #expect(read.bytes == bytes)
            #expect(JSON(changing: read.credential.json).serialized() == bytes)
            #expect(JSON.verbatim(read.credential.json).serialized() == bytes)
        }
    }

    @Test func `survive issuing`() async throws {
        let draft = Fixture.course().replacing(
            "{\"type\": [\"VerifiableCredential\"",
            with: """
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                {"hobby": "https://hollin.example/terms#hobby"}],
                "type": ["VerifiableCredential"
                """
        ).replacing("\"name\":", with: "\"hobby\": [\"chess\", {\"hobby\": 2.50}], \"name\":")
        let issued = try JSONDocument(parsing: try await Fixture.issued(draft)).root
        let achievement = issued["credentialSubject"]?["achievement"]
        let levels = [issued, achievement, achievement?["resultDescription"]?.oneOrMore.first]
        for level in levels {
            #expect(
                level?["hobby"].map {
                    String(decoding: JSON(changing: $0).serialized(), as: UTF8.self)
                }
                    == #"["chess",{"hobby":2.50}]"#)
        }
    }
}
