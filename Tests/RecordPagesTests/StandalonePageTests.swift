import Crypto
import Foundation
import JSONText
import RecordPages
import Testing

@Suite struct `A page that opens from disk` {
    private func html(_ original: [UInt8] = Array("{}".utf8)) throws -> String {
        let page = StandalonePage(
            page: try Fixture.page(), original: original, fileName: "a \"b\".json",
            mediaType: "application/json")
        return try PageRenderer().html(page)
    }

    @Test func `loads nothing and names no path of a server`() throws {
        let html = try html()
        for attribute in ["src=", "href=\"/", "action=", "url("] {
            #expect(!html.contains(attribute), "\(attribute)")
        }
        #expect(html.contains("<strong>Verified.</strong>"))
    }

    @Test(arguments: ["style", "script"])
    func `allows only its own style and script, by their digests`(name: String) throws {
        let html = try html()
        let part = try #require(html.components(separatedBy: "<\(name)>").dropFirst().first)
        let text = try #require(part.components(separatedBy: "</\(name)>").first)
        let digest = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
        #expect(html.contains("\(name)-src &#39;sha256-\(digest)&#39;"))
        #expect(html.components(separatedBy: "<\(name)>").count == 2)
    }

    @Test func `gives the file back octet for octet`() throws {
        let original: [UInt8] = Array(0...255)
        let encoded = Data(original).base64EncodedString()
        let html = try html(original)
        #expect(html.contains("href=\"data:application/json;base64,\(encoded)\""))
        #expect(html.contains("download=\"a &quot;b&quot;.json\""))
    }

    @Test func `leaves nothing of the file out`() throws {
        let html = try html()
        let document = try JSONDocument(parsing: Array(Fixture.record.utf8))
        var missing: [String] = []
        func look(_ value: JSONValue) {
            if let text = value.string, !html.contains(escaped(text)) { missing.append(text) }
            value.elements.forEach(look)
            for member in value.members {
                if !html.contains(escaped(member.name)) { missing.append(member.name) }
                look(member.value)
            }
        }
        look(document.root)
        #expect(missing.isEmpty)
    }

    private func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;")
            .replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "'", with: "&#39;")
    }
}

@Suite struct `A record as plain text` {
    @Test func `begins with the verdict and names what is inside`() throws {
        let text = try Fixture.page().text
        #expect(text.hasPrefix("Verified. This record is genuine"))
        for part in ["Epidemiology", "PH 210", "Primeros auxilios", "Autumn 2024", "Grade"] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `has nothing that a terminal obeys`() throws {
        let record = Fixture.record(
            achievement:
                "{\"name\": \"a\\u001b[2Jb\\u202ec\", \"description\": \"d\", \"criteria\": {}}")
        let text = try Fixture.page(record).text
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        #expect(text.contains("a\u{FFFD}[2Jb\u{FFFD}c"))
    }
}
