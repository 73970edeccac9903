import Foundation
import Testing
import TestSupport

@testable import Verification

@Suite struct `Codes` {
    @Test(arguments: Code.allCases)
    func `begin with the name of their check`(code: Code) {
        let word = String(code.rawValue.prefix { $0 != "." })
        #expect(CheckName(rawValue: word) != nil)
        #expect(code.rawValue.split(separator: ".").count == 2)
        #expect(!code.spec.isEmpty)
        #expect(code.meaning.hasSuffix("."))
    }

    /// The table of the documentation is made of the table of the program; to make it anew, run
    /// the tests with `CLR_WRITE_DOCS=1`.
    @Test func `stand in the documentation`() throws {
        let url = Standards.packageRoot.appendingPathComponent("docs/codes.md")
        if ProcessInfo.processInfo.environment["CLR_WRITE_DOCS"] == "1" {
            try Code.documentation.write(to: url, atomically: true, encoding: .utf8)
        }
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text == Code.documentation)
    }
}
