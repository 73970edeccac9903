import Foundation
import JSONText
import TestSupport
import Testing

@testable import Verification

/// docs/validator-parity.md, held beside the table of codes and the tests.
@Suite struct `The page on the official validator` {
    private struct Row {
        let id: String
        let codes: [String]
        /// The file of a test and its sentence.
        let tests: [(file: String, sentence: String)]
    }

    private static func rows() throws -> [Row] {
        let url = Standards.packageRoot.appendingPathComponent("docs/validator-parity.md")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| VAL-") }
            .map { line in
                let cells = line.split(separator: "|").map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                return Row(
                    id: cells[0], codes: quoted(cells[2]).filter { $0.contains(".") },
                    tests: cells[3].components(separatedBy: "; ").map(test))
            }
    }

    private static func quoted(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    /// `File`: sentence
    private static func test(_ text: String) -> (file: String, sentence: String) {
        let parts = text.components(separatedBy: "`: ")
        return (
            String(parts[0].dropFirst()), parts.dropFirst().joined(separator: "`: ")
        )
    }

    /// The text of each file with tests, by its name.
    private static func tests() throws -> [String: String] {
        let folder = Standards.packageRoot.appendingPathComponent("Tests")
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let urls = (walk?.allObjects ?? []).compactMap { $0 as? URL }
        let files = try urls.filter { $0.pathExtension == "swift" }.map { url in
            (
                url.deletingPathExtension().lastPathComponent,
                try String(contentsOf: url, encoding: .utf8)
            )
        }
        return Dictionary(files, uniquingKeysWith: +)
    }

    @Test func `has a row for each probe and each fact`() throws {
        let numbers = Array(1...17) + Array(20...31)
        let ids = numbers.map { "VAL-" + ($0 < 10 ? "0\($0)" : "\($0)") }
        #expect(try Self.rows().map(\.id) == ids)
    }

    @Test func `names codes that there are, and tests that there are`() throws {
        let tests = try Self.tests()
        for row in try Self.rows() {
            for code in row.codes {
                #expect(Code(rawValue: code) != nil, "\(row.id): \(code)")
            }
            #expect(!row.tests.isEmpty)
            for test in row.tests {
                let text = try #require(tests[test.file], "\(row.id): \(test.file)")
                #expect(
                    text.contains("func `\(test.sentence)`"),
                    "\(row.id): \(test.file): \(test.sentence)")
            }
        }
    }

    /// What a probe is said to answer to is what the findings show.
    @Test func `names each code that the findings show`() throws {
        let codes = Dictionary(grouping: `What the official validator finds`.findings, by: \.probe)
        for row in try Self.rows() {
            for finding in codes[row.id] ?? [] {
                #expect(row.codes.contains(finding.code), "\(row.id): \(finding.code)")
            }
        }
    }
}
