import Credentials
import JSONText
import KeyMaterial
import Testing
import Verification

@testable import Issuance

@Suite struct `A short draft` {
    private static let now = Timestamp("2026-07-01T09:00:00Z") ?? Timestamp(seconds: 0)

    /// Different octets at each call, the same in each run.
    private static func counting() -> @Sendable (Int) -> [UInt8] {
        let counter = Counter()
        return { count in counter.next(count) }
    }

    private static let template = """
        {"template": "T", "version": "2", "name": "Tides", "description": "d", "criteria": "c",
        "type": "Course", "credits": 4, "results": [{"key": "grade", "name": "Grade", "type":
        "LetterGrade", "allowed": ["C", "B", "A"]}, {"key": "book", "rubric": [{"name": "Low"},
        {"name": "High", "points": 3}]}]}
        """

    private func read(
        _ text: String, templates: [String] = [template], vocabulary: String? = nil,
        files: [String: [UInt8]] = [:], list: StatusSlot? = nil
    ) throws -> ShortDraft {
        var shelf = TemplateShelf()
        for text in templates {
            shelf.add(try JSONDocument(parsing: Array(text.utf8)), file: "t.json")
        }
        if let vocabulary {
            shelf.add(vocabulary: try JSONDocument(parsing: Array(vocabulary.utf8)), file: "v.json")
        }
        let materials = DraftMaterials(templates: shelf) { name, template, _ in
            files[(template.map { "\($0)/" } ?? "") + name].map { .octets($0) }
                ?? .fault("there is no such file")
        } place: { name in
            guard let list else { return .fault("no list") }
            if case .published(let url) = name, !url.isSame(as: list.list) {
                return .fault("another list")
            }
            return .place(list)
        }
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        return ShortDraft(reading: root, materials: materials, randomness: Self.counting())
    }

    private func record(_ course: String, _ more: String = "") -> String {
        """
        {"draft": 1, "name": "R", "learner": {"name": "Ada", "email": "a@b.example"},
        "awarded": "2026-06-01T12:00:00+02:00", "courses": [{"key": "x", \(course)}]\(more)}
        """
    }

    private let own = #""name": "N", "description": "d", "criteria": "c""#

    private func issuance() throws -> Issuance {
        let key = try PrivateKey(type: .ed25519, secret: [UInt8](repeating: 1, count: 32))
        return Issuance(
            keys: [IssuingKey(selfContained: key)], clock: { Self.now },
            randomness: Self.counting())
    }

    @Test func `becomes a record of the safe profile that verifies, with all its parts`()
        async throws
    {
        let draft = try read(
            record(
                #""template": "T", "earned": 4, "grade": "B", "results": [{"key": "book", "level": "High"}]"#,
                #", "refresh": "https://a.example/r", "endorsements": [{"target": "x", "comment": "y"}]"#
            ))
        #expect(draft.problems == [])
        let issued = try await issuance().issue(
            IssuanceRequest(draft: #require(draft.credential)))
        #expect(issued.checked.verdict.verdict == .verified)
        #expect(issued.checked.verdict.aggregate == .verified)
        #expect(issued.checked.verdict.contents.count == 2)
        let root = try JSONDocument(parsing: issued.bytes).root
        #expect(root["@context"]?.count == 4)
        #expect(root["awardedDate"]?.string == "2026-06-01T10:00:00Z")
        #expect(root["refreshService"]?["type"]?.string == "1EdTechCredentialRefresh")
        let inner = root["credentialSubject"]?["verifiableCredential"]?.elements.first { _ in true }
        #expect(inner?["awardedDate"]?.string == "2026-06-01T10:00:00Z")
        #expect(inner?["credentialSchema"] != nil)
        let subject = inner?["credentialSubject"]
        #expect(subject?["id"]?.string == root["credentialSubject"]?["id"]?.string)
        let achievement = subject?["achievement"]
        #expect(achievement?["version"]?.string == "2")
        let entry = achievement?["otherIdentifier"]?.elements.first { _ in true }
        #expect(entry?["identifier"]?.string == "T@2")
        #expect(achievement?["resultDescription"]?.count == 2)
        #expect(subject?["result"]?.count == 2)
    }

    @Test func `has the same identifiers for the same randomness and template`() throws {
        let text = record(#""template": "T@2""#)
        let (one, other) = try (read(text), read(text))
        #expect(one.credential?.bytes == other.credential?.bytes)
    }

    @Test func `hides addresses behind salted hashes on demand`() throws {
        let text = """
            {"draft": 1, "name": "R", "learner": {"name": "Ada", "email": "a@b.example",
            "hashed": true}, "courses": [{\(own)}]}
            """
        let bytes = try #require(try read(text).credential).bytes
        let written = String(decoding: bytes, as: UTF8.self)
        #expect(!written.contains("a@b.example"))
        #expect(written.contains("sha256$"))
        #expect(written.contains("\"Ada\""))
    }

    @Test func `asks for what is there and empty as for what is not there`() throws {
        let draft = try read(
            record(#""name": "N", "description": "", "criteria": """#))
        #expect(
            draft.problems.map(\.place.description) == [
                "/courses/0/description", "/courses/0/criteria",
            ])
        #expect(draft.problems.allSatisfy { $0.message.contains("Fill it in: ") })
    }

    @Test func `has a form, and what has none is told how to say it`() throws {
        let neither = try JSONDocument(parsing: Array(#"{"name": "R"}"#.utf8)).root
        let problem = ShortDraft.formProblem(neither)
        #expect(problem?.message.contains("draft: 1") == true)
        let long = try JSONDocument(parsing: Array(#"{"type": "ClrCredential"}"#.utf8)).root
        #expect(ShortDraft.formProblem(long) == nil)
    }

    @Test func `is made the same whether its parts are signed together or one by one`()
        async throws
    {
        let courses = [String](repeating: "{\(own)}", count: 20).joined(separator: ",")
        let text = """
            {"draft": 1, "name": "R", "learner": {"name": "A"}, "courses": [\(courses)]}
            """
        let document = try #require(try read(text).credential)
        let one = try await issuance().issue(IssuanceRequest(draft: document))
        let other = try await issuance().issue(IssuanceRequest(draft: document))
        #expect(one.bytes == other.bytes)
        let inner = try JSONDocument(parsing: one.bytes).root["credentialSubject"]?[
            "verifiableCredential"]
        let names = inner?.elements.map { $0["id"]?.string ?? "" }
        let written = document.root["credentialSubject"]?["verifiableCredential"]?.elements
            .map { $0["id"]?.string ?? "" }
        #expect(names == written)
        // Without identifiers of their own they get them in the order of the text.
        var parts: [JSON] = []
        for value in document.root["credentialSubject"]?["verifiableCredential"]?.elements.map({
            $0
        })
            ?? []
        {
            parts.append(
                .object(
                    value.members.filter { !$0.hasName("id") }
                        .map { ($0.name, .verbatim($0.value)) }))
        }
        let bare: JSON = [
            "name": "R", "type": ["VerifiableCredential", "ClrCredential"], "id": "urn:x:r",
            "credentialSubject": [
                "id": "urn:x:l", "type": ["ClrSubject"], "verifiableCredential": .array(parts),
            ],
        ]
        let unnamed = try JSONDocument(parsing: bare.serialized())
        let first = try await issuance().issue(IssuanceRequest(draft: unnamed))
        let second = try await issuance().issue(IssuanceRequest(draft: unnamed))
        #expect(first.bytes == second.bytes)
        #expect(first.checked.verdict.contents.count == 20)
    }

    @Test func `with a part that cannot be signed names the first of these`() async throws {
        let part = { (member: String) in
            """
            {"id": "urn:x:\(member)", "name": "n", "\(member)": "x", "credentialSubject": {"type":
            ["AchievementSubject"], "achievement": {"id": "urn:x:a", "type": ["Achievement"],
            "name": "n", "description": "d", "criteria": {"narrative": "c"}}}}
            """
        }
        let parts = ["description"] + (0..<12).map { "unknown\($0)" }
        let draft = try JSONDocument(
            parsing: Array(
                """
                {"name": "R", "credentialSubject": {"id": "urn:x:l", "type": ["ClrSubject"],
                "verifiableCredential": [\(parts.map(part).joined(separator: ","))]}}
                """.utf8))
        let issuance = try issuance()
        do throws(IssuanceError) {
            _ = try await issuance.issue(IssuanceRequest(draft: draft))
            Issue.record("signed")
        } catch {
            #expect("\(error)".contains("unknown0"), "\(error)")
        }
    }

    @Test func `is told everything that is wrong at once, with line and place`() throws {
        let draft = try read(
            """
            {"draft": 1, "name": "", "lerner": 1, "awarded": "2026-05-30",
            "courses": [{"type": "Lecture", "credits": 3, "earned": 4, "grade": "E",
              "scale": ["F", "A"], "parent": "q",
              "awarded": "2026-05-30T10:00:00", "name": "A", "description": "d", "criteria": "c"},
             {"name": "B", "description": "d", "credits": "three", "image": "none.png"}]}
            """)
        let found = draft.problems.map { "\($0.line ?? 0) \($0.place)" }
        #expect(
            Set(found) == [
                "1 ", "1 /lerner", "1 /name", "1 /awarded", "2 /courses/0/type",
                "2 /courses/0/earned", "2 /courses/0/grade", "3 /courses/0/parent",
                "4 /courses/0/awarded", "5 /courses/1/credits", "5 /courses/1",
                "5 /courses/1/image",
            ])
        #expect(found.count == 12)
    }

    @Test(arguments: [
        (#""awarded": "2026-05-30""#, "/courses/0/awarded", "2026-05-30T00:00:00Z"),
        (#""awarded": "2026-05-30T10:00:00""#, "/courses/0/awarded", "no time zone"),
        (#""awarded": "2026-02-30T10:00:00Z""#, "/courses/0/awarded", "no date"),
        (#""code": " ""#, "/courses/0/code", "empty"),
        (#""tags": []"#, "/courses/0/tags", "empty"),
        (#""type": "Lecture""#, "/courses/0/type", "ext:"),
        (#""credits": 3, "earned": 4"#, "/courses/0/earned", "has 3"),
        (#""credits": -1"#, "/courses/0/credits", "less than 0"),
        (#""outcome": "Passed""#, "/courses/0/outcome", "Completed"),
        (
            #""results": [{"name": "q", "min": 1, "max": 6, "value": 7}]"#,
            "/courses/0/results/0/value", "most, 6"
        ),
        (
            #""results": [{"name": "q", "rubric": [{"name": "a"}], "level": "b"}]"#,
            "/courses/0/results/0/level", "There are: a"
        ),
        (#""id": "urn:x:1", "credential": "urn:x:1""#, "/courses/0/credential", "something else"),
        (#""parent": "x""#, "/courses/0/parent", "circle"),
        (#""image": "broken.png""#, "/courses/0/image", "PNG"),
        (#""image": "active.svg""#, "/courses/0/image", "script"),
        (#""image": "photo.jpg""#, "/courses/0/image", "JPEG"),
        (#""image": "huge.svg""#, "/courses/0/image", "Make it smaller"),
        (#""evidence": [{"name": "e"}]"#, "/courses/0/evidence/0", "url or a text"),
        (#""term": "Winter""#, "/courses/0/term", "Spring"),
        (#""competencies": ["soil"]"#, "/courses/0/competencies/0", "members"),
        (#""roll": "Cox""#, "/courses/0/roll", "Is it \"role\"?"),
        (#""type": "Bachelor""#, "/courses/0/type", "Is it \"BachelorDegree\"?"),
        (#""term": "spring""#, "/courses/0/term", "Is it \"Spring\"?"),
        (#""gpa": "high""#, "/courses/0/gpa", "no number"),
        (#""evidence": "46 hours""#, "/courses/0/evidence", "It may have: url"),
        (
            #""validUntil": "2020-01-01T00:00:00Z""#, "/courses/0/validUntil",
            "before it was awarded"
        ),
        (#""status": {"index": 3}"#, "/courses/0/status", "its URL, or the file"),
        (#""status": "https://b.example/s""#, "/courses/0/status", "another list"),
        (
            #""status": {"file": "l.json", "list": "https://b.example/s"}"#,
            "/courses/0/status/list", "published at https://a.example/s"
        ),
        (
            #""status": {"file": "l.json", "purpose": "suspension"}"#,
            "/courses/0/status/purpose", "for revocation"
        ),
        (#""status": {"file": "l.json", "index": 3}"#, "/courses/0/status/index", "Leave index"),
        (#""schema": "diploma.json""#, "/courses/0/schema", "URL"),
        (#""schema": {"type": "JsonSchema"}"#, "/courses/0/schema", "url"),
        (
            #""schema": {"url": "https://a.example/s", "type": "Shacl"}"#,
            "/courses/0/schema/type", "JsonSchema"
        ),
        (
            #""schema": {"url": "https://a.example/s", "digest": "sha256-AAAA"}"#,
            "/courses/0/schema/digest", "worked out"
        ),
        (
            #""schema": {"url": "https://a.example/s", "file": "photo.jpg"}"#,
            "/courses/0/schema/file", "no JSON"
        ),
        (
            #""schema": ["https://a.example/s", "https://a.example/s"]"#, "/courses/0/schema/1",
            "Take one out"
        ),
        (
            #""endorsements": [{"target": "learner", "comment": "x"}]"#,
            "/courses/0/endorsements/0/target", "achievement or credential"
        ),
        (#""endorsements": [{"file": "none"}]"#, "/courses/0/endorsements/0/file", "no such"),
        (
            #""endorsements": [{"file": "photo.jpg"}]"#, "/courses/0/endorsements/0/file",
            "cannot be read"
        ),
    ])
    func `says where and what to do`(_ member: String, _ place: String, _ words: String) throws {
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg'>"
        let draft = try read(
            record("\(own), \(member)"), vocabulary: #"{"terms": ["Spring"]}"#,
            files: [
                "broken.png": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0],
                "active.svg": Array((drawing + "<script>x()</script></svg>").utf8),
                "photo.jpg": [0xFF, 0xD8, 0xFF, 0xE0],
                "huge.svg": Array(drawing.utf8)
                    + [UInt8](repeating: 0x20, count: Limits.embeddedPictureBytes)
                    + Array("</svg>".utf8),
            ], list: StatusSlot(list: "https://a.example/s", index: 4))
        #expect(draft.problems.map(\.place.description) == [place])
        #expect(draft.problems.first?.message.contains(words) == true, "\(draft.problems)")
    }

    @Test func `puts pictures in, or fixes them by a digest where they stand`() async throws {
        let drawing = Array("<svg xmlns='http://www.w3.org/2000/svg'></svg>".utf8)
        let inside = try read(record("\(own), \"image\": \"a.svg\""), files: ["a.svg": drawing])
        let text = String(decoding: try #require(inside.credential).bytes, as: UTF8.self)
        #expect(text.contains("data:image/svg+xml;base64,"))
        let outside = try read(
            record(own + #", "image": {"file": "a.svg", "url": "https://a.example/a.svg"}"#),
            files: ["a.svg": drawing])
        let document = try #require(outside.credential)
        #expect(String(decoding: document.bytes, as: UTF8.self).contains("sha384-"))
        let issued = try await issuance().issue(IssuanceRequest(draft: document))
        #expect(issued.checked.verdict.aggregate == .verified)
    }

    @Test func `names a status list, and each credential has its own place on it`() throws {
        let slot = StatusSlot(list: "https://a.example/s", index: 4)
        for status in [#""l.json""#, #""https://a.example/s""#, #"{"file": "l.json"}"#] {
            let draft = try read(record("\(own), \"status\": \(status)"), list: slot)
            #expect(draft.problems == [])
            let text = String(decoding: try #require(draft.credential).bytes, as: UTF8.self)
            #expect(text.contains(#""statusListIndex":"4""#))
        }
        let numbered = #"{"list": "https://a.example/s", "index": 4}"#
        let twice = try read(
            record("\(own), \"status\": \"l.json\"", ", \"status\": \(numbered)"), list: slot)
        #expect(twice.problems.map(\.place.description) == ["/status/index"])
        #expect(twice.problems.first?.message.contains("would revoke both") == true)
    }

    @Test func `names schemas of its own behind the standard's, with their digests`() async throws {
        let schema = Array(#"{"type": "object"}"#.utf8)
        let draft = try read(
            record(
                own,
                #", "schema": [{"url": "https://a.example/s", "file": "s.json"}, "https://a.example/t"]"#
            ), files: ["s.json": schema])
        #expect(draft.problems == [])
        let issued = try await issuance().issue(IssuanceRequest(draft: #require(draft.credential)))
        let entries = try JSONDocument(parsing: issued.bytes).root["credentialSchema"]?.oneOrMore
        #expect(entries?.count == 3)
        #expect(entries?.first?["id"]?.string?.contains("clr_v2p0_clrcredential") == true)
        let digest = try #require(entries?[1]["digestSRI"]?.string)
        #expect(SubresourceDigest(digest)?.fits(schema) == true)
        let codes = issued.checked.verdict.checks.map(\.code)
        #expect(codes.contains("schema.unavailable"))
        let written = try read(
            record(own + #", "schema": {"url": "https://a.example/s", "digest": "\#(digest)"}"#))
        #expect(written.problems == [])
        let other = try read(
            record(
                own
                    + #", "schema": {"url": "https://a.example/s", "digest": "\#(digest)", "file": "o"}"#
            ), files: ["o": Array("{}".utf8)])
        #expect(other.problems.map(\.place.description) == ["/courses/0/schema/digest"])
    }

    @Test func `has endorsements wherever the standard has a place for them`() async throws {
        let key = try PrivateKey(type: .ed25519, secret: [UInt8](repeating: 1, count: 32))
        let issuer = IssuingKey(selfContained: key).issuer
        let draft = try read(
            """
            {"draft": 1, "name": "R", "learner": {"name": "Ada"},
             "issuer": {"id": "\(issuer)", "name": "I", "endorsements": {"comment": "i"}},
             "courses": [{"key": "x", "credential": "urn:x:award", \(own),
               "evidence": {"url": "https://a.example/e"},
               "endorsements": [{"comment": "a"}, {"target": "credential", "comment": "c"}]}],
             "definitions": [{"key": "y", \(own), "endorsements": [{"comment": "d"}]}],
             "endorsements": [{"comment": "r"}, {"target": "issuer"}, {"target": "learner"},
               {"target": "x"}, {"target": "urn:x:award"}, {"target": "https://a.example/e"}]}
            """)
        #expect(draft.problems == [])
        let issued = try await issuance().issue(IssuanceRequest(draft: #require(draft.credential)))
        #expect(issued.checked.verdict.aggregate == .verified)
        let root = try JSONDocument(parsing: issued.bytes).root
        let subject = root["credentialSubject"]
        let award = subject?["verifiableCredential"]?.elements.first { _ in true }
        #expect(award?["issuer"]?["endorsement"] == nil)
        let places: [(JSONValue?, String?)] = [
            (root, root["id"]?.string), (root["issuer"], issuer),
            (award?["credentialSubject"]?["achievement"], nil), (award, "urn:x:award"),
            (subject?["achievement"]?.elements.first { _ in true }, nil),
        ]
        for (place, id) in places {
            let endorsement = try #require(place?["endorsement"]?.elements.first { _ in true })
            #expect(endorsement["proof"] != nil)
            let target = endorsement["credentialSubject"]?["id"]?.string
            #expect(target == id ?? place?["id"]?.string)
        }
        #expect(root["endorsement"]?.count == 6)
    }

    @Test func `takes in endorsements that others have signed, where they are of this`()
        async throws
    {
        let other = try PrivateKey(type: .ed25519, secret: [UInt8](repeating: 9, count: 32))
        let board = Issuance(
            keys: [IssuingKey(selfContained: other)], clock: { Self.now },
            randomness: Self.counting())
        let request = IssuanceRequest(
            draft: try #require(
                read(
                    #"{"draft": 1, "id": "urn:x:e", "endorse": {"target": "urn:x:ach"}}"#
                ).credential))
        let files = [
            "board.json": try await board.issue(request).bytes,
            "board.jwt": try await board.issue(request, as: TokenRequest()).bytes,
        ]
        let both =
            #""id": "urn:x:ach", "endorsements": [{"file": "board.json"}, {"file": "board.jwt"}]"#
        let draft = try read(record("\(own), \(both)"), files: files)
        #expect(draft.problems == [])
        let issued = try await issuance().issue(IssuanceRequest(draft: #require(draft.credential)))
        #expect(issued.checked.verdict.aggregate == .verified)
        let inner = issued.checked.verdict.contents.first
        #expect(inner?.contents.count == 2)
        #expect(
            Set(inner?.contents.compactMap(\.issuer?.id) ?? [])
                == [IssuingKey(selfContained: other).issuer])
        let wrong = try read(
            record(#"\#(own), "endorsements": {"file": "board.json", "comment": "mine"}"#),
            files: files)
        #expect(
            Set(wrong.problems.map(\.place.description)) == [
                "/courses/0/endorsements/file", "/courses/0/endorsements/comment",
            ])
    }

    @Test func `looks for the picture of a template beside the template`() throws {
        let drawing = Array("<svg xmlns='http://www.w3.org/2000/svg'></svg>".utf8)
        let template = #"{"template": "P", "version": "1", \#(own), "image": "a.svg"}"#
        let text = record(#""template": "P""#)
        let beside = try read(text, templates: [template], files: ["t.json/a.svg": drawing])
        #expect(beside.problems == [])
        let elsewhere = try read(text, templates: [template], files: ["a.svg": drawing])
        #expect(elsewhere.problems.map(\.file) == ["t.json"])
    }

    @Test func `ends embedding at the limit of all pictures together`() throws {
        let size = Limits.embeddedPictureBytes - 100
        let drawing =
            Array("<svg xmlns='http://www.w3.org/2000/svg'>".utf8)
            + [UInt8](repeating: 0x20, count: size) + Array("</svg>".utf8)
        func courses(_ count: Int) -> String {
            let one = "{\(own), \"image\": \"a.svg\"}"
            return """
                {"draft": 1, "name": "R", "learner": {"name": "Ada"},
                "courses": [\([String](repeating: one, count: count).joined(separator: ","))]}
                """
        }
        let fitting = Limits.draftPictures / drawing.count
        #expect(try read(courses(fitting), files: ["a.svg": drawing]).problems.isEmpty)
        let beyond = try read(courses(fitting + 1), files: ["a.svg": drawing])
        #expect(beyond.problems.map(\.place.description) == ["/courses/\(fitting)/image"])
    }

    @Test func `tells so many problems and counts the others`() throws {
        let one = "{\(own), \"oops\": 1}"
        let all = [String](repeating: one, count: Limits.draftProblems + 3).joined(separator: ",")
        let draft = try read(
            "{\"draft\": 1, \"name\": \"R\", \"learner\": {\"name\": \"A\"}, \"courses\": [\(all)]}"
        )
        #expect(draft.problems.count == Limits.draftProblems)
        #expect(draft.omitted == 3)
    }

    @Test func `leaves what a template says to the template, and says which version is meant`()
        throws
    {
        let over = try read(record(#""template": "T@2", "name": "Mine""#))
        #expect(over.problems.map(\.place.description) == ["/courses/0/name"])
        let newer = Self.template.replacingVersion("3")
        let either = try read(record(#""template": "T""#), templates: [Self.template, newer])
        #expect(either.problems.first?.message.contains("T@2, T@3") == true)
        let chosen = try read(record(#""template": "T@3""#), templates: [Self.template, newer])
        #expect(chosen.problems.isEmpty)
        let twice = try read(record(own), templates: [Self.template, Self.template])
        #expect(twice.problems.first?.file == "t.json")
        let missing = try read(record(#""template": "U""#))
        #expect(missing.problems.map(\.place.description) == ["/courses/0/template"])
    }

    @Test func `is a badge, or an endorsement of any node`() async throws {
        let badge = try read(
            """
            {"draft": 1, "kind": "badge", "learner": {"name": "Ada"}, "achievements": [{\(own)}]}
            """)
        #expect(badge.problems == [])
        let issued = try await issuance().issue(
            IssuanceRequest(draft: #require(badge.credential)))
        #expect(issued.checked.verdict.kind == "AchievementCredential")
        #expect(issued.checked.verdict.verdict == .verified)
        let file = Array(#"{"a": [{"id": "urn:x:node", "name": "Node"}]}"#.utf8)
        let endorsement = try read(
            #"{"draft": 1, "endorse": {"target": "r.json#/a/0", "comment": "good"}}"#,
            files: ["r.json": file])
        #expect(endorsement.problems == [])
        let signed = try await issuance().issue(
            IssuanceRequest(draft: #require(endorsement.credential)))
        let root = try JSONDocument(parsing: signed.bytes).root
        #expect(root["credentialSubject"]?["id"]?.string == "urn:x:node")
        #expect(root["name"]?.string == "Endorsement of Node")
        #expect(signed.checked.verdict.verdict == .verified)
    }

    @Test func `is seen before anything is signed`() async throws {
        let draft = try #require(try read(record(own)).credential)
        let preview = try await issuance().preview(IssuanceRequest(draft: draft))
        #expect(preview.isSound, "\(preview.problems)")
        let text = String(decoding: preview.checked.bytes, as: UTF8.self)
        #expect(!text.contains("proofValue"))
        #expect(preview.checked.document?.credential.kind == .clrCredential)
    }

    @Test func `is read quickly with five thousand achievements`() throws {
        let one = "{\(own), \"term\": \"T\", \"earned\": 1, \"grade\": \"A\"}"
        let all = [String](repeating: one, count: 5_000).joined(separator: ",")
        let start = ContinuousClock.now
        let draft = try read(
            "{\"draft\": 1, \"name\": \"R\", \"learner\": {\"name\": \"A\"}, \"courses\": [\(all)]}"
        )
        #expect(draft.problems.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(30))
    }
}

@Suite struct `Several keys of one issuer` {
    @Test func `make each proof with the first key that can`() async throws {
        let issuer = "did:web:saltmarsh.example"
        let signers = [
            try PrivateKey(type: .ed25519, secret: [UInt8](repeating: 1, count: 32)),
            try PrivateKey(type: .p256, secret: [UInt8](repeating: 2, count: 32)),
        ]
        let keys = signers.map {
            IssuingKey(
                signer: $0, issuer: issuer,
                verificationMethod: "\(issuer)#\($0.publicKey.multibase)")
        }
        let issuance = Issuance(
            keys: keys, clock: { Timestamp(seconds: 1_780_000_000) },
            randomness: { [UInt8](repeating: 5, count: $0) })
        let draft = try JSONDocument(
            parsing: Array(
                """
                {"credentialSubject": {"id": "urn:x:1", "type": ["AchievementSubject"],
                "achievement": {"id": "urn:x:2", "type": ["Achievement"], "name": "n",
                "description": "d", "criteria": {"narrative": "c"}}}}
                """.utf8))
        let forms: [ProofForm] = [.eddsaRDFC2022, .ecdsaSD2023, .ecdsaJCS2019]
        let issued = try await issuance.issue(IssuanceRequest(draft: draft, proofs: forms))
        let proofs = try JSONDocument(parsing: issued.bytes).root["proof"]?.elements
            .map { $0["cryptosuite"]?.string ?? "" }
        #expect(proofs == forms.map(\.rawValue))
    }
}

private final class Counter: @unchecked Sendable {
    private var count = 0

    func next(_ length: Int) -> [UInt8] {
        count += 1
        return (0..<length).map { UInt8(truncatingIfNeeded: count >> ($0 % 4 * 8)) }
    }
}

extension String {
    fileprivate func replacingVersion(_ version: String) -> String {
        split(separator: "\"2\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\(version)\"")
    }
}
