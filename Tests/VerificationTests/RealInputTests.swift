import Credentials
import Foundation
import JSONSchema
import JSONText
import TestSupport
import Testing

@testable import Verification

@Suite(.enabled(if: Standards.present)) struct `Real input` {
    /// Files, each with its reason.
    private static func list(_ name: String) throws -> [String: String] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent(name)
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let pairs = lines.filter { !$0.hasPrefix("#") }.compactMap { line -> (String, String)? in
            let parts = line.split(separator: "|", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test func `gets a verdict, the expected one but for the differences listed`() async throws {
        let differences = try Self.list("real-input-differences.txt")
        #expect(differences.count < 5)
        let listed = differences.merging(try Self.list("real-input-refuted.txt")) { one, _ in one }
        let catalog = try RealInput.documents()
        var table = ""
        var differing: Set<String> = []
        for input in try RealInput.all() {
            let bytes = try input.bytes()
            let moment = input.moment(of: bytes)
            let checked = await Verifier(catalog: catalog, clock: { moment }).verify(bytes)
            let codes = checked.verdict.checks
                .filter { $0.outcome == .failed || $0.outcome == .undetermined }
                .map { "\($0.code)\($0.at.map { "@\($0)" } ?? "")" }
            let fits = input.fits(checked)
            if !fits { differing.insert(input.file) }
            table += "\(fits ? " " : "!")\(input.file)\t\(input.expected.rawValue)\t"
            table += "\(checked.verdict.verdict.rawValue)\t\(checked.verdict.aggregate.rawValue)\t"
            table += codes.joined(separator: " ") + "\n"
        }
        if let path = ProcessInfo.processInfo.environment["CLR_REAL_INPUT_TABLE"] {
            try table.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(differing.subtracting(listed.keys) == [], "not listed")
        #expect(Set(listed.keys).subtracting(differing) == [], "listed, and no longer different")
    }

    /// Every statement of a publisher on a credential that is verified here is laid beside the verdict.
    @Test func `is all that publishers say something of`() throws {
        let stated = try JSONDocument(parsing: Standards.bytes("samples/expectations.json")).root
        let looked = Set(try RealInput.all().map { Text($0.file) })
        var words: [Text: Int] = [:]
        for entry in stated.elements {
            let standard = entry["standard"]?.string ?? ""
            guard Self.standards.contains(where: { standard.hasPrefix($0) }) else { continue }
            let file = try #require(entry["file"]?.text)
            #expect(looked.contains(file), "\(file)")
            words[entry["expected"]?.text ?? "", default: 0] += 1
        }
        #expect(words["valid"] == 108 && words["invalid"] == 60)
    }

    private static let standards = [
        "CLR 2.0", "OB 3.0", "VC", "Endorsement", "ELM / OB 3.0", "LER-RS",
    ]

    @Test func `is called valid against the schema of its standard, where that is listed`() throws {
        let paths = [
            "clr20": "clr-v2p0/clr_v2p0_clrcredential_schema.json",
            "ob30": "ob-v3p0/ob_v3p0_achievementcredential_schema.json",
        ]
        for file in try Self.list("real-input-refuted.txt").keys.sorted() {
            let path = try #require(paths[String(file.prefix { $0 != "/" })])
            let schema = try Schema(
                compiling: JSONDocument(parsing: Standards.bytes("schemas/" + path)).root)
            let read = try CredentialDocument(reading: Standards.bytes("samples/" + file))
            // The schemas at hand are of the newer data model: its own words for these.
            let text = String(decoding: read.credential.json.bytes, as: UTF8.self)
                .replacing(DataModel.version1Context, with: DataModel.version2Context)
                .replacing("\"issuanceDate\"", with: "\"validFrom\"")
                .replacing("\"expirationDate\"", with: "\"validUntil\"")
            let newer = try JSONDocument(parsing: Array(text.utf8))
            #expect(try !schema.validate(newer.root).isEmpty, "\(file)")
        }
    }
}
