import JSONText
import TestSupport
import Testing

@testable import Conversion

@Suite struct `A record as a table and as text` {
    private func check(table export: Export, of source: JSONValue) throws -> [[String]] {
        let rows = try CSVReader.rows(export.bytes)
        #expect(Accounts.unaccounted(source, "", export.report) == [])
        #expect(
            Accounts.untrue(
                export.report, from: Accounts.scalar(source), to: { CSVReader.cell(rows, $0) },
                exists: { CSVReader.cell(rows, $0) != nil }) == [])
        #expect(rows.allSatisfy { $0.count == TableColumn.all.count })
        let formulas = rows.joined().filter { cell in
            cell.unicodeScalars.first.map { "=+-@\t\r\n".unicodeScalars.contains($0) } ?? false
        }
        #expect(formulas == [])
        return rows
    }

    @Test func `the table has a row for each result, and for an achievement without one`() throws {
        let source = try Accounts.record()
        let rows = try check(table: Export(tableOf: source), of: source)
        #expect(rows.count == 6)
        func column(_ name: String) -> [String] {
            let index = rows[0].firstIndex(of: name) ?? 0
            return rows.dropFirst().map { $0[index] }
        }
        #expect(column("result_value").filter { !$0.isEmpty } == ["A-"])
        #expect(column("credits_earned").contains("4.50"))
        #expect(column("result_level").contains("Mastered"))
        #expect(column("record_name").allSatisfy { $0 == "Record of Mirela Tamm" })
        #expect(column("tag").contains("CourseLevel:Upper; tides"))
    }

    @Test func `no cell is a formula, and the report says which were made harmless`() throws {
        let source = try Accounts.record()
        let export = try Export(tableOf: source)
        let place =
            "/credentialSubject/verifiableCredential/1/credentialSubject/achievement/name"
        guard case .changed(let cell, let how)? = export.report.fate(of: place) else {
            Issue.record("not told as changed")
            return
        }
        #expect(how.contains("formula"))
        let rows = try CSVReader.rows(export.bytes)
        #expect(CSVReader.cell(rows, cell) == "'=HYPERLINK(\"http://x\")")
    }

    @Test(arguments: [
        "=1", "+1", "-1", "@a", "\ta", "\ra", "\na", "'a", "\u{FF1D}1", "a=1", "", "é",
    ])
    func `to take one apostrophe off gives the text back`(text: String) {
        let cell = CSVText.harmless(text)
        let back = cell.utf8.first == UInt8(ascii: "'") ? String(cell.dropFirst()) : cell
        #expect(back.isSame(as: text))
        #expect(CSVText.harmless("a") == "a")
    }

    /// Text of every kind in every kind of field: the cell is no formula, and a strict reader gives
    /// the text back.
    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "a,b", "say \"so\"", "\"", "\"\"",
        "one\r\ntwo", "one\ntwo", "one\rtwo", "nul\u{0}inside", "\u{0}", "سجل المتعلّم",
        "\u{202E}live", "\u{FEFF}mark", "; one; two", " around ", "'quoted'", "\u{FF1D}1",
        "a\u{301}",
        "=\"a\"&\"b\"", "-2+3+cmd|' /C calc'!A0", "%0A=1", "|", "\u{1F469}\u{200D}\u{1F393}",
    ])
    func `every text comes back from every kind of cell`(text: String) throws {
        let said = JSON.string(text)
        let alignment: JSON = [
            "type": ["Alignment"], "targetName": said, "targetUrl": "urn:x:t", "targetCode": said,
        ]
        let achievement: JSON = [
            "id": "urn:x:a", "type": ["Achievement"], "name": said, "description": said,
            "humanCode": said, "fieldOfStudy": said, "criteria": ["narrative": said],
            "alignment": [alignment], "tag": [said],
            "resultDescription": [
                ["id": "urn:x:d", "type": ["ResultDescription"], "name": said, "valueMin": said]
            ],
        ]
        let subject: JSON = [
            "type": ["AchievementSubject"], "narrative": said, "term": said, "role": said,
            "licenseNumber": said, "achievement": achievement,
            "result": [
                ["type": ["Result"], "resultDescription": "urn:x:d", "value": said, "status": said]
            ],
        ]
        let credential: JSON = [
            "id": "urn:x:c", "type": ["VerifiableCredential", "AchievementCredential"],
            "name": said, "issuer": ["id": said, "type": ["Profile"], "name": said],
            "evidence": [["type": ["Evidence"], "name": said, "narrative": said]],
            "credentialSubject": subject,
        ]
        let source = try Accounts.read([
            "type": ["VerifiableCredential", "ClrCredential"], "name": said,
            "credentialSubject": [
                "type": ["ClrSubject"], "verifiableCredential": [credential],
                "identifier": [
                    ["type": "IdentityObject", "identityHash": said, "identityType": "name"]
                ],
            ],
        ])
        let export = try Export(tableOf: source)
        let rows = try check(table: export, of: source)
        let expected = CSVText.harmless(text)
        var found = 0
        for entry in export.report.entries {
            guard Accounts.scalar(source)(entry.source)?.isSame(as: text) == true,
                let place = entry.fate.target
            else { continue }
            let cell = try #require(CSVReader.cell(rows, place))
            #expect(cell.isSame(as: expected), "\(entry.source)")
            let isHeld = cell.utf8.first == UInt8(ascii: "'")
            let back = isHeld ? String(cell.unicodeScalars.dropFirst()) : cell
            #expect(back.isSame(as: text), "\(entry.source)")
            found += 1
        }
        #expect(found > 18)
    }

    @Test func `what is written can be read, and says the same`() throws {
        let rows = [
            ["a", "", "b\"c", "d,e", "f\r\ng", " h ", "\"", "\n"], ["é", "\u{1F600}", "'", "x"],
        ]
        #expect(try CSVReader.rows(CSVText(rows: rows).bytes) == rows)
    }

    @Test func `a table far larger than its source is refused (Limits.repeatedBytes)`() throws {
        let long = String(repeating: "n", count: 1 << 20)
        let inner = """
            {"credentialSubject": {"achievement": {"name": "a"}}}
            """
        let many = Array(repeating: inner, count: Limits.repeatedBytes >> 20 + 1)
        let source = try Accounts.json(
            """
            {"name": "\(long)", "credentialSubject": {"verifiableCredential":
            [\(many.joined(separator: ","))]}}
            """)
        #expect(throws: ConversionError.resultTooLarge) { try Export(tableOf: source) }
    }

    @Test func `the text has a line for every value`() throws {
        let source = try Accounts.record()
        let export = try Export(textOf: source)
        let lines = String(decoding: export.bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        func line(_ place: String) -> String? {
            Int(place.dropFirst(5)).flatMap { lines.indices.contains($0) ? String(lines[$0]) : nil }
        }
        #expect(Accounts.unaccounted(source, "", export.report) == [])
        for entry in export.report.entries {
            guard let place = entry.fate.target else { continue }
            let text = Accounts.scalar(source)(entry.source)
            let shown = try #require(line(place), "\(entry.source) > \(place)")
            if entry.fate.name == "carried", let text {
                #expect(shown.hasSuffix(": \(text)"), "\(entry.source)")
            }
        }
        let lost = export.report.entries.filter { $0.fate.name == "lost" }.map(\.source)
        #expect(lost == ["/house:pet/none"])
        #expect(lines.contains("  credits earned: 4.50"))
    }

    @Test func `the text holds nothing that a terminal obeys`() throws {
        let source = try Accounts.json(
            #"{"credentialSubject": {"achievement": {"name": "a\u001b[31m\u202eb\nc\u0007"}}}"#)
        let text = String(decoding: try Export(textOf: source).bytes, as: UTF8.self)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0.value == 10 })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `a record without achievements has one row`() throws {
        let source = try Accounts.json(
            #"{"name": "R", "credentialSubject": {"verifiableCredential": []}}"#)
        #expect(try check(table: Export(tableOf: source), of: source).count == 2)
    }

    @Test func `what is neither record nor badge is refused`() throws {
        let source = try Accounts.json("{\"credentialSubject\": {}}")
        #expect(throws: ConversionError.notLearnerRecord2) { try Export(tableOf: source) }
        #expect(throws: ConversionError.notLearnerRecord2) { try Export(textOf: source) }
    }

    @Test(.enabled(if: Standards.present), arguments: Accounts.samples)
    func `accounts for every member of real records`(name: String) throws {
        let source = try JSONDocument(parsing: Standards.bytes("samples/clr20/\(name).json")).root
        _ = try check(table: Export(tableOf: source), of: source)
        let text = try Export(textOf: source)
        #expect(Accounts.unaccounted(source, "", text.report) == [])
        let lost = text.report.entries.filter { $0.fate.name == "lost" }
        #expect(
            lost.allSatisfy { entry in
                if case .lost(let why) = entry.fate { why == "it says nothing" } else { false }
            })
    }
}
