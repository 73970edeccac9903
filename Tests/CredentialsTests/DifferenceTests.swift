import JSONText
import Testing

@testable import Credentials

/// Records of two versions that differ in what a test names.
private enum Versions {
    static func course(
        _ number: Int, name: String = "Algebra", grade: String = "A", id: String? = nil,
        proof: String = "z1", from: String = "2026-01-01T00:00:00Z"
    ) -> String {
        """
        {"id": "\(id ?? "urn:uuid:c\(number)")",
         "type": ["VerifiableCredential", "AchievementCredential"],
         "issuer": "https://hollin.example/", "validFrom": "\(from)",
         "credentialSubject": {"id": "did:example:ada", "type": ["AchievementSubject"],
          "result": [{"type": ["Result"], "value": "\(grade)",
            "resultDescription": "urn:uuid:d\(number)"}],
          "achievement": {"id": "urn:uuid:a\(number)", "type": ["Achievement"],
            "name": "\(name) \(number)", "tag": ["one", "two"],
            "resultDescription": [{"id": "urn:uuid:d\(number)", "type": ["ResultDescription"],
              "name": "Grade", "allowedValue": ["C", "B", "A"]}]}},
         "proof": {"type": "DataIntegrityProof", "proofValue": "\(proof)"}}
        """
    }

    static func record(_ contents: [String], learner: String = "did:example:ada") -> String {
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:uuid:r",
         "type": ["VerifiableCredential", "ClrCredential"], "name": "A record",
         "credentialSubject": {"id": "\(learner)", "type": ["ClrSubject"],
          "verifiableCredential": [\(contents.joined(separator: ","))]}}
        """
    }

    static func difference(_ before: String, _ after: String) throws -> RecordDifference {
        try RecordDifference(
            from: CredentialDocument(reading: Array(before.utf8)),
            to: CredentialDocument(reading: Array(after.utf8)))
    }
}

extension RecordDifference {
    /// Each change in a line: the thing, what happened, which member.
    fileprivate var lines: [String] { Self.lines(content) }
    fileprivate var envelopeLines: [String] { Self.lines(envelope) }

    private static func lines(_ groups: [Group]) -> [String] {
        groups.flatMap { group in
            group.changes.map { change in
                "\(group.thing.title): \(change.kind.rawValue) \(change.member)"
            }
        }
    }
}

@Suite struct `Two versions of a record` {
    @Test func `say the same where only the writing differs`() throws {
        let difference = try Versions.difference(
            """
            {"type": ["VerifiableCredential"], "awardedDate": "2026-01-01T01:00:00+01:00",
             "credits": 3.50, "note": "\\u0041", "empty": [], "none": null,
             "issuer": {"id": "https://hollin.example/", "type": "Profile"},
             "tag": ["a", "b"], "image": {"id": "https://hollin.example/1.png"}}
            """,
            """
            {"tag": ["b", "a"], "issuer": {"type": ["Profile"], "id": "https://hollin.example/"},
             "note": "A", "credits": 3.5, "awardedDate": "2026-01-01T00:00:00Z",
             "type": "VerifiableCredential", "image": "https://hollin.example/1.png"}
            """)
        #expect(difference.lines == [])
        #expect(difference.isNone)
    }

    @Test func `say the same in another order`() throws {
        let courses = (1...4).map { Versions.course($0) }
        let difference = try Versions.difference(
            Versions.record(courses), Versions.record(courses.reversed()))
        #expect(difference.isNone)
    }

    @Test func `say the same where they were only signed and issued anew`() throws {
        let difference = try Versions.difference(
            Versions.record([Versions.course(1)]),
            Versions.record([Versions.course(1, proof: "z2", from: "2026-02-01T00:00:00Z")]))
        #expect(difference.saysTheSame && !difference.isNone)
        #expect(
            difference.envelopeLines == [
                "credential “Algebra 1”: changed validFrom",
                "credential “Algebra 1”: changed proof",
            ])
    }

    @Test func `differ by things that people know, each with its places`() throws {
        let before = [Versions.course(1), Versions.course(2), Versions.course(3)]
        let after = [
            Versions.course(4), Versions.course(3, grade: "B", proof: "z3"), Versions.course(1),
        ]
        let difference = try Versions.difference(
            Versions.record(before), Versions.record(after, learner: "did:example:bea"))
        #expect(
            difference.lines == [
                "learner “did:example:bea”: changed id", "result “Grade”: changed value",
                "credential “Algebra 2”: removed ", "credential “Algebra 4”: added ",
            ])
        let grade = try #require(difference.content.first { $0.thing.kind == .result })
        let place = "/credentialSubject/verifiableCredential/"
        #expect(grade.thing.before?.description == place + "2/credentialSubject/result/0")
        #expect(grade.thing.after?.description == place + "1/credentialSubject/result/0")
        #expect(
            grade.changes[0].after?.place.description
                == place + "1/credentialSubject/result/0/value")
        #expect(grade.changes[0].before?.value.serialized() == Array("\"A\"".utf8))
        #expect(grade.changes[0].after?.value.serialized() == Array("\"B\"".utf8))
        #expect(difference.summary().contains("result “Grade”: value changed"))
    }

    @Test func `know a course again that was reissued under a new identifier`() throws {
        let difference = try Versions.difference(
            Versions.record([Versions.course(1), Versions.course(2)]),
            Versions.record([Versions.course(2), Versions.course(1, grade: "B", id: "urn:x:new")]))
        #expect(
            difference.lines == [
                "credential “Algebra 1”: changed id", "result “Grade”: changed value",
            ])
    }

    @Test func `differ where a list with an order has another one`() throws {
        let course = Versions.course(1)
        let difference = try Versions.difference(
            course, course.replacing("\"C\", \"B\", \"A\"", with: "\"A\", \"B\", \"C\""))
        #expect(difference.lines == ["result description “Grade”: changed allowedValue"])
        let contexts = try Versions.difference(
            "{\"@context\": [\"a\", \"b\"]}", "{\"@context\": [\"b\", \"a\"]}")
        #expect(contexts.saysTheSame && contexts.envelopeCount == 1)
    }

    @Test func `tell members that one of them lacks, and nothing twice`() throws {
        let difference = try Versions.difference(
            "{\"a\": 1, \"b\": {\"c\": [1, 2]}, \"same\": 1}",
            "{\"b\": {\"c\": [2, 3], \"d\": [{}]}, \"same\": 1}")
        #expect(
            difference.lines == [
                "the record: removed a", "the record: removed b.c", "the record: added b.c",
                "the record: added b.d",
            ])
        let places = difference.content[0].changes.map {
            ($0.before ?? $0.after)?.place.description
        }
        #expect(places == ["/a", "/b/c/0", "/b/c/1", "/b/d"])
    }

    @Test func `never hide a difference behind the same identifier, twice`() throws {
        let twice = "{\"achievement\": [{\"id\": \"x\", \"v\": 1}, {\"id\": \"x\", \"v\": 2}]}"
        #expect(try Versions.difference(twice, twice).isNone)
        let other = twice.replacing("\"v\": 2", with: "\"v\": 3")
        #expect(try Versions.difference(twice, other).lines == ["achievement “x”: changed v"])
        #expect(try Versions.difference(other, twice).contentCount == 1)
    }

    @Test func `compare numbers that no double tells apart`() throws {
        let difference = try Versions.difference(
            "{\"n\": 9007199254740993, \"m\": 1e0}", "{\"n\": 9007199254740992, \"m\": 1.0}")
        #expect(difference.lines == ["the record: changed n"])
    }

    @Test func `are the same, in a token and as JSON, but for how they are signed`() throws {
        let json = Versions.record([Versions.course(1)])
        let header = "eyJhbGciOiJFUzI1NiJ9"
        let token = "\(header).\(Self.base64url(json)).AAAA"
        let difference = try Versions.difference(json, token)
        #expect(difference.saysTheSame)
        #expect(difference.envelopeLines == ["record “A record”: added signature of the token"])
        let other = "\(header).\(Self.base64url(json)).AAAB"
        #expect(
            try Versions.difference(token, other).envelopeLines
                == ["record “A record”: changed signature of the token"])
        #expect(try Versions.difference(token, token).isNone)
        let inside = [token, other].map { Versions.record(["\"\($0)\""]) }
        #expect(try Versions.difference(inside[0], inside[1]).saysTheSame)
        let grade = "\(header).\(Self.base64url(json.replacing("\"A\",", with: "\"B\","))).AAAA"
        let changed = try Versions.difference(inside[0], Versions.record(["\"\(grade)\""]))
        #expect(changed.content.first?.thing.kind == .result)
        #expect(
            changed.content.first?.changes[0].after?.place.description
                == "/credentialSubject/verifiableCredential/0/credentialSubject/verifiableCredential"
                + "/0/credentialSubject/result/0/value")
    }

    @Test func `are compared up to a limit, which is named`() throws {
        let many = "[\(Array(repeating: "0", count: Limits.comparedValues).joined(separator: ","))]"
        #expect(throws: DifferenceError.tooManyValues(limit: Limits.comparedValues)) {
            _ = try Versions.difference("{\"a\": \(many)}", "{}")
        }
        #expect(
            DifferenceError.tooManyValues(limit: 7).sentence.contains("more than 7 values"))
    }

    @Test func `tell so many changes, and count the others`() throws {
        let count = Limits.toldChanges + 5
        let members = (0..<count).map { "\"m\($0)\": 1" }.joined(separator: ",")
        let difference = try Versions.difference("{\(members)}", "{}")
        #expect(difference.contentCount == count)
        #expect(difference.content[0].changes.count == Limits.toldChanges)
        #expect(difference.untold == 5)
        let long = String(repeating: "x", count: Limits.toldPlaces / 20)
        let deep = try Versions.difference(
            "{\"\(long)\": {\(members)}}", "{\"\(long)\": {\"other\": 1}}")
        #expect(deep.untold > count - 20)
    }

    @Test func `may be deep and full of the same, and are compared soon`() throws {
        let depth = 400
        let open = String(repeating: "{\"credentialSubject\": [", count: depth / 2)
        let close = String(repeating: "]}", count: depth / 2)
        let same = Array(repeating: "{\"id\": \"x\"}", count: 50_000).joined(separator: ",")
        #expect(try Versions.difference(open + "1" + close, open + "2" + close).contentCount == 1)
        let before = "{\"achievement\": [\(same)]}"
        #expect(try Versions.difference(before, before).isNone)
        let after = "{\"achievement\": [\(same), {\"id\": \"x\"}]}"
        #expect(try Versions.difference(before, after).contentCount == 1)
    }

    private static func base64url(_ text: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var out = ""
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits = 0
            for byte in part { bits = bits << 8 | Int(byte) }
            bits <<= 8 * (3 - part.count)
            for index in 0...part.count { out.append(alphabet[bits >> (18 - 6 * index) & 63]) }
        }
        return out
    }
}
