import Foundation
import JSONText
import TestSupport
import Testing

@testable import Verification

@Suite(.enabled(if: Standards.present)) struct `Real input` {
    /// Files whose verdict differs from what their source expects, each with its reason.
    private static func differences() throws -> [String: String] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("real-input-differences.txt")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let pairs = lines.filter { !$0.hasPrefix("#") }.compactMap { line -> (String, String)? in
            let parts = line.split(separator: "|", maxSplits: 1)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test func `gets a verdict, the expected one but for the differences listed`() async throws {
        let listed = try Self.differences()
        let verifier = Verifier(catalog: try RealInput.documents(), clock: { RealInput.now })
        var table = ""
        var differing: Set<String> = []
        for input in try RealInput.all() {
            let checked = await verifier.verify(try input.bytes())
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
}
