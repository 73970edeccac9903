import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `The table of conversions` {
    @Test func `has each way once, and none from a form to an older one of a badge`() {
        var ways: Set<String> = []
        for route in ConversionRoute.all {
            let way = "\(route.source.rawValue) > \(route.target.rawValue)"
            #expect(ways.insert(way).inserted, "\(way)")
        }
        #expect(ways.count >= 11)
    }

    @Test func `says what it takes, where a document is none of it`() throws {
        for text in ["[]", "{}", "{\"type\": \"BadgeClass\"}", "7"] {
            let value = try Accounts.json(text)
            #expect(throws: ConversionError.unknownSource) {
                try ConversionRoute.route(.json(value), to: .learnerRecord2)
            }
        }
        #expect("\(ConversionError.unknownSource)".contains("Open Badge 2.0"))
        let badge = try Accounts.json(Badge2Source.text)
        #expect(throws: ConversionError.noRoute(.badge2, .learnerRecord1)) {
            try ConversionRoute.route(.json(badge), to: .learnerRecord1)
        }
    }

    @Test func `a report is told in words too`() throws {
        let source = try Accounts.json(Badge2Source.text)
        let made = try Conversion(badge2: source, newID: Accounts.identifiers())
        let text = made.report.text
        #expect(
            text.contains("changed  /badge/id -> /credentialSubject/achievement/related/1/id: "))
        #expect(text.contains("lost     /verification/type: "))
        let lines = text.utf8.count { $0 == 0x0A }
        let summary = made.report.summary(telling: .max) { _ in nil }
        #expect(text.hasPrefix(summary[0] + "\n"))
        #expect(
            lines == summary.count + 1 + made.report.entries.count + made.report.additions.count)
    }
}

enum Badge2Source {
    static let text = `Conversion of Open Badges 2.0`.source
}
