import Foundation
import JSONText
import Testing

/// Records and pictures as they should not be, made when they are needed.
enum BadInput {
    private static let contexts = [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ].map { JSON.string($0) }

    struct Course {
        var name: JSON = "Soil science"
        var description: JSON = "Soils."
        var type: JSON = ["Achievement"]
        var more: [(name: String, value: JSON)] = []
        var outer: [(name: String, value: JSON)] = []
        var subject: JSON = "urn:example:ada"

        func badge(_ number: Int) -> JSON {
            let members: [(name: String, value: JSON)] = [
                ("id", .string("urn:example:achievement:\(number)")), ("type", type),
                ("name", name), ("description", description), ("criteria", ["narrative": "Tests."]),
            ]
            return .object(
                [
                    ("@context", .array([contexts[0], contexts[2], contexts[3]])),
                    ("id", .string("urn:example:credential:\(number)")),
                    ("type", ["VerifiableCredential", "AchievementCredential"]), ("issuer", issuer),
                    ("validFrom", "2026-01-01T00:00:00Z"), ("name", "Soil science"),
                    (
                        "credentialSubject",
                        .object([
                            ("id", subject), ("type", ["AchievementSubject"]),
                            ("achievement", .object(members + more)),
                        ])
                    ),
                ] + outer)
        }
    }

    private static let issuer: JSON = [
        "id": "did:web:hollin.example", "type": ["Profile"], "name": "Hollin",
    ]

    static func record(_ courses: [JSON], associations: [JSON] = [], name: JSON? = "R") -> [UInt8] {
        var subject: [(name: String, value: JSON)] = [
            ("id", "urn:example:ada"), ("type", ["ClrSubject"]),
            ("verifiableCredential", .array(courses)),
        ]
        if !associations.isEmpty { subject.append(("association", .array(associations))) }
        var members: [(name: String, value: JSON)] = [
            ("@context", .array(contexts)), ("id", "urn:example:record"),
            ("type", ["VerifiableCredential", "ClrCredential"]), ("issuer", issuer),
            ("validFrom", "2026-01-01T00:00:00Z"), ("credentialSubject", .object(subject)),
        ]
        if let name { members.append(("name", name)) }
        return JSON.object(members).serialized(pretty: true)
    }

    static func isChild(_ child: Int, of parent: Int) -> JSON {
        [
            "type": "Association", "associationType": "isChildOf",
            "sourceId": .string("urn:example:achievement:\(child)"),
            "targetId": .string("urn:example:achievement:\(parent)"),
        ]
    }

    /// A PNG of one dot with a badge in it, and a chunk of this many octets more.
    static func png(breaking isBroken: Bool = false, filler: Int = 0) -> [UInt8] {
        let text = Array("openbadgecredential".utf8) + [0, 0, 0, 0, 0]
        let credential = text + Course().badge(0).serialized()
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
            + chunk("iTXt", credential, isBroken: isBroken)
            + chunk("IDAT", [UInt8](repeating: 0, count: filler)) + chunk("IEND", [])
    }

    private static func chunk(
        _ name: String, _ content: [UInt8], isBroken: Bool = false
    ) -> [UInt8] {
        let body = Array(name.utf8) + content
        let sum = checksum(body) ^ (isBroken ? 1 : 0)
        return octets(UInt32(content.count)) + body + octets(sum)
    }

    private static func octets(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { sum, _ in
            sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1
        }
    }

    private static func checksum(_ octets: [UInt8]) -> UInt32 {
        ~octets.reduce(~0) { sum, octet in table[Int((sum ^ UInt32(octet)) & 0xFF)] ^ sum >> 8 }
    }
}

@Suite struct `Bad input is answered with a place and a reason` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func answer(_ bytes: [UInt8], _ name: String = "a.json") throws -> JSONValue {
        let file = try folder.file(name, bytes)
        let run = try RunningProgram.run(
            "verify", file.path, "--json", "--now", "2026-06-01T00:00:00Z")
        #expect(run.status == 1, "\(run.messages)")
        return try run.json()
    }

    /// What is found, also in what is inside.
    private func places(_ verdict: JSONValue, _ code: String) -> [String] {
        let own = (verdict["checks"]?.oneOrMore ?? []).filter {
            $0["code"]?.string?.isSame(as: code) == true
                && $0["message"]?.string?.isEmpty == false
        }.map { $0["at"]?.string ?? "" }
        return own + (verdict["contents"]?.oneOrMore ?? []).flatMap { places($0, code) }
    }

    private func outlined(_ name: String = "a.json") throws -> [JSONValue] {
        let run = try RunningProgram.run("inspect", folder.path(name), "--json")
        #expect(run.status == 0)
        return try run.json()["values"]?.oneOrMore ?? []
    }

    private func course(_ change: (inout BadInput.Course) -> Void) -> JSON {
        var course = BadInput.Course()
        change(&course)
        return course.badge(0)
    }

    private let inside = "/credentialSubject/verifiableCredential/0"

    @Test func `of 5,000 achievements, each by itself`() throws {
        let badges = (0..<5_000).map { BadInput.Course().badge($0) }
        let verdict = try answer(BadInput.record(badges))
        #expect(verdict["contents"]?.count == 5_000)
        #expect(places(verdict, "proof.missing").count == 5_001)
        #expect(try outlined().count > 5_000 * 15)
    }

    @Test func `of 20 MB`() throws {
        let text = JSON.string(String(repeating: "x", count: 20_000))
        let badges = (0..<1_000).map { number in
            var course = BadInput.Course()
            course.description = text
            return course.badge(number)
        }
        let bytes = BadInput.record(badges)
        #expect(bytes.count > 20_000_000)
        #expect(try answer(bytes)["contents"]?.count == 1_000)
    }

    @Test func `larger than anything that is read`() throws {
        let file = try folder.file("a.json", [UInt8](repeating: 0x7B, count: 34 << 20))
        for command in ["verify", "inspect", "view"] {
            let run = try RunningProgram.run(command, file.path)
            #expect(run.status == 1)
            #expect((run.text + run.messages).contains("larger than"))
        }
    }

    @Test func `of ten levels, and of a circle of them`() throws {
        let badges = (0...10).map { BadInput.Course().badge($0) }
        let levels = (1...10).map { BadInput.isChild($0, of: $0 - 1) }
        let sound = try answer(BadInput.record(badges, associations: levels))
        #expect(places(sound, "associations.cycle").isEmpty)
        let page = try RunningProgram.run("view", folder.path("a.json"))
        #expect(page.text.contains("How these belong together"))
        let circle = try answer(
            BadInput.record(badges, associations: levels + [BadInput.isChild(0, of: 10)]))
        #expect(places(circle, "associations.cycle").first == "/credentialSubject/association/0")
        #expect(
            try outlined().contains {
                $0["at"]?.string?.hasSuffix("association/10/sourceId") == true
            })
    }

    @Test func `with one identifier twice, both of which are told`() throws {
        let badges = [course { _ in }, course { $0.name = "Water" }]
        let verdict = try answer(BadInput.record(badges))
        #expect(verdict["contents"]?.count == 2)
        #expect(try outlined().contains { $0["value"]?.string == "Water" })
        #expect(try RunningProgram.run("view", folder.path("a.json")).text.contains("Water"))
    }

    @Test func `without what is required`() throws {
        let verdict = try answer(BadInput.record([course { _ in }], name: nil))
        #expect(places(verdict, "shape.member-missing") == ["/name"])
    }

    @Test func `of types and members that nobody knows, which stay`() throws {
        let badge = course {
            $0.type = ["Novelty"]
            $0.more = [("unheardOf", "kept")]
        }
        let verdict = try answer(BadInput.record([badge]))
        #expect(
            places(verdict, "shape.wrong-class")
                == [inside + "/credentialSubject/achievement/type"])
        #expect(!places(verdict, "terms.undefined-but-signed-as-text").isEmpty)
        #expect(try RunningProgram.run("view", folder.path("a.json")).text.contains("kept"))
    }

    @Test func `with empty texts`() throws {
        let badge = course {
            $0.name = ""
            $0.subject = ""
        }
        let verdict = try answer(BadInput.record([badge]))
        #expect(
            places(verdict, "shape.subject-not-identified") == [inside + "/credentialSubject"])
    }

    @Test func `in three languages`() throws {
        let names: JSON = ["en": "Soil", "et": "Muld", "ar": "تربة"]
        let verdict = try answer(BadInput.record([course { $0.name = names }]))
        #expect(
            places(verdict, "shape.tolerated").contains {
                $0.hasSuffix("/credentialSubject/achievement/name")
            })
        let page = try RunningProgram.run("view", folder.path("a.json")).text
        for name in ["Soil", "Muld", "تربة"] { #expect(page.contains(name)) }
    }

    @Test func `from right to left, which turns none of our words`() throws {
        let badge = course { $0.name = "مهارات \u{202E}abc" }
        _ = try answer(BadInput.record([badge]))
        let outline = try RunningProgram.run("inspect", folder.path("a.json")).text
        #expect(outline.contains("مهارات \\u202eabc"))
        #expect(!outline.unicodeScalars.contains("\u{202E}"))
        let text = try RunningProgram.run("view", folder.path("a.json"), "--format", "text").text
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func `with a picture of 22 MB inside, which is 30 MB in the text`() throws {
        let picture = "data:image/png;base64," + String(repeating: "AAAA", count: 7_500_000)
        let badge = course { $0.more = [("image", ["id": .string(picture), "type": "Image"])] }
        let verdict = try answer(BadInput.record([badge]))
        #expect(verdict["contents"]?.count == 1)
        let values = try outlined()
        #expect(values.contains { ($0["value"]?.string?.utf8.count ?? 0) > 30_000_000 })
    }

    @Test func `as a picture of 30 MB, and as one with a broken chunk`() throws {
        let large = try answer(BadInput.png(filler: 30_000_000), "a.png")
        #expect(large["name"]?.string == "Soil science")
        let broken = try answer(BadInput.png(breaking: true), "b.png")
        let message = broken["checks"]?.oneOrMore.first?["message"]?.string
        #expect(message?.contains("octet 33") == true, "\(message ?? "")")
        #expect(places(broken, "readable.image-broken").count == 1)
    }

    @Test func `as an SVG with entities, and as one with a script`() throws {
        let entities = """
            <!DOCTYPE svg [<!ENTITY a "b">]>
            <svg xmlns="http://www.w3.org/2000/svg">&a;</svg>
            """
        let refused = try answer(Array(entities.utf8), "a.svg")
        #expect(places(refused, "readable.image-unsafe").count == 1)
        #expect(refused["checks"]?.oneOrMore.first?["message"]?.string?.contains("line 1") == true)
        let credential = String(decoding: course { _ in }.serialized(), as: UTF8.self)
        let script = """
            <svg xmlns="http://www.w3.org/2000/svg"
             xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><script>alert(1)</script>
            <openbadges:credential><![CDATA[\(credential)]]></openbadges:credential></svg>
            """
        let read = try answer(Array(script.utf8), "b.svg")
        #expect(places(read, "readable.image-active").count == 1)
        #expect(read["name"]?.string == "Soil science")
    }

    @Test func `with times that have no zone`() throws {
        let bytes = String(decoding: BadInput.record([course { _ in }]), as: UTF8.self)
            .replacingOccurrences(of: "2026-01-01T00:00:00Z", with: "2026-01-01T00:00:00")
        let verdict = try answer(Array(bytes.utf8))
        #expect(
            places(verdict, "period.zone-missing") == ["/validFrom", inside + "/validFrom"])
    }
}
