import JSONText
import TestSupport
import Testing
import Vocabularies

@testable import Verification

@Suite struct `The judgement of the model` {
    /// A course with something changed, judged.
    private func judged(_ old: String = "", _ new: String = "") async throws -> ModelJudgement {
        let bytes = Fixture.replacing(old, new, in: try await Fixture.issued(Fixture.course()))
        return try #require(ModelJudgement(try JSONDocument(parsing: bytes).root))
    }

    @Test func `tells the class, and nothing wrong of a course`() async throws {
        let judgement = try await judged()
        #expect(judgement.documentClass == DocumentClass(.v2_0, "AchievementCredential"))
        #expect(judgement.problems.map(\.message) == [])
        #expect(judgement.isValid)
        #expect(judgement.isAcceptedBySchema)
    }

    @Test(arguments: [
        ("\"name\":\"Grade\"", "\"label\":\"Grade\"", "/name", "ResultDescription", "OB3-M-66"),
        ("\"LetterGrade\"", "\"Letter\"", "/resultType", "LetterGrade", "ENUM-"),
        ("3.5", "\"3.5\"", "/creditsEarned", "a number", "OB3-M-"),
        ("[\"Achievement\"]", "[\"Course\"]", "/achievement/type", "\"Achievement\"", "OB3-M-"),
        (
            "\"validFrom\":\"2026-03-01", "\"validFrom\":\"2026-02-30", "/validFrom", "exists",
            "OB3-M-"
        ),
    ])
    func `names the place, what to do and the requirement`(
        old: String, new: String, place: String, words: String, requirement: String
    ) async throws {
        let judgement = try await judged(old, new)
        let problem = try #require(judgement.problems.first)
        #expect(problem.isFault)
        #expect(problem.pointer.description.hasSuffix(place))
        #expect(problem.message.contains(words), "\(problem.message)")
        #expect(problem.requirement.contains(requirement), "\(problem.requirement)")
        #expect(problem.requirement.contains("-"))
    }

    /// GEN-02, AMB-14: every text may be a map from languages, and one value stand for a list.
    @Test func `takes language maps, and one value for a list`() async throws {
        for (old, new) in [
            ("\"name\":\"Grade\"", "\"name\":{\"en\":\"Grade\",\"de-DE\":\"Note\"}"),
            ("\"allowedValue\":[\"C\",\"B\",\"A\"]", "\"allowedValue\":\"A\""),
            ("[\"AchievementSubject\"]", "\"AchievementSubject\""),
        ] {
            let judgement = try await judged(old, new)
            #expect(judgement.problems.map(\.message) == [], "\(new)")
            #expect(judgement.isAcceptedBySchema, "\(new)")
        }
        let mapped = try await judged("\"name\":\"Grade\"", "\"name\":{\"english\":\"Grade\"}")
        #expect(!mapped.isValid)
    }

    @Test func `tells one cause once, and no class by a name that nobody knows`() async throws {
        let bytes = try await Fixture.issued(Fixture.record(contents: [Fixture.course()]))
        let root = JSON(changing: try JSONDocument(parsing: bytes).root)
        func problems(_ name: String, _ value: JSON) throws -> [String] {
            let changed = root.setting(name, value)
            let judgement = try #require(
                ModelJudgement(try JSONDocument(parsing: changed.serialized()).root))
            return judgement.problems.map { "\($0.pointer) \($0.message)" }
        }
        let typed = try problems(
            "issuer", ["id": "https://hollin.example/", "type": [17], "name": "Hollin"])
        #expect(!typed.isEmpty)
        #expect(typed.allSatisfy { $0.contains("issuer/type/0 ") }, "\(typed)")
        let lacking = try problems("verifiableCredential", [["type": "VerifiableCredential"]])
        #expect(lacking.contains { $0.hasSuffix("a credential must have it.") }, "\(lacking)")
        #expect(!lacking.contains { $0.contains("EdTechCredential") })
    }

    @Test func `leaves members alone that an open class does not know`() async throws {
        let judgement = try await judged(
            "\"creditsEarned\"", "\"ext:shoe\":[null,{}],\"creditsEarned\"")
        #expect(judgement.isValid)
    }

    /// CLR2-M-33: a token is a credential, and no other text is.
    @Test(arguments: [
        ("aaaa.bbbb.cccc", true), ("aaaa..cccc", true), ("aaaa.bbbb.cccc~dddd~", true),
        ("zzz", false), ("", false), ("a.b", false), ("aaaa.bbbb.", false), ("zzz~", false),
        ("aaaa.bb=b.cccc", false),
    ])
    func `takes a signed token for a credential, and no other text`(
        text: String, isValid: Bool
    ) async throws {
        let bytes = try await Fixture.issued(Fixture.record(contents: [Fixture.course()]))
        let root = JSON(changing: try JSONDocument(parsing: bytes).root)
        for value: JSON in [.string(text), [.string(text)]] {
            let changed = root.setting("verifiableCredential", value)
            let judgement = try #require(
                ModelJudgement(try JSONDocument(parsing: changed.serialized()).root))
            #expect(judgement.isValid == isValid)
            #expect(!judgement.isAcceptedBySchema)
            let told = judgement.problems.first
            #expect(isValid || told?.requirement == "CLR2-M-33", "\(judgement.problems)")
            #expect(isValid == judgement.departures.contains(.innerForm))
        }
    }

    @Test func `holds the limit on the problems that are told`() throws {
        func judgement(_ count: Int) throws -> ModelJudgement {
            let list = Array(repeating: "7", count: count).joined(separator: ",")
            let text = #"{"type":["Profile"],"id":"urn:x:1","otherIdentifier":[\#(list)]}"#
            return ModelJudgement(
                try Fixture.document(text).root, as: DocumentClass(.v2_0, "Profile"))
        }
        for count in [1, Limits.modelProblems, Limits.modelProblems + 1] {
            let judgement = try judgement(count)
            #expect(judgement.problems.count == min(count, Limits.modelProblems))
            #expect(judgement.problemCount == count)
        }
    }

    @Test(arguments: ModelDeparture.allCases)
    func `has a reason for each departure from the schemas`(departure: ModelDeparture) {
        #expect(departure.reason.hasSuffix("."))
        #expect(departure.reason.utf8.count > 40)
    }
}

/// CLR1-X-03: which class of which generation a document is.
@Suite struct `The class of a document` {
    @Test(arguments: [
        (
            #"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential","ClrCredential"]}"#,
            "clr-2.0 ClrCredential"
        ),
        (
            #"{"@context":["https://www.w3.org/2018/credentials/v1"],"type":["VerifiableCredential","OpenBadgeCredential"]}"#,
            "vcdm-1.1 OpenBadgeCredential"
        ),
        (
            #"{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"]}"#,
            "clr-2.0 VerifiableCredential"
        ),
        (#"{"clrs":[]}"#, "clr-1.0 ClrSet"),
        (#"{"signedClrs":[]}"#, "clr-1.0 ClrSet"),
        (#"{"clr":{}}"#, "clr-1.0-candidate ClrPayload"),
        (#"{"learner":{},"publisher":{}}"#, "clr-1.0 ClrDocument"),
        (
            #"{"@context":"https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld","claim":{}}"#,
            "clr-1.0 EndorsementDocument"
        ),
        (#"{"person":{},"transcriptEntities":[]}"#, "et-1.0 ExtendedTranscript"),
        (#"{"@context":"https://w3id.org/openbadges/v2","type":"Issuer"}"#, "ob-2.0 Profile"),
        (#"{"badge":{},"recipient":{}}"#, "ob-2.0 Assertion"),
        (#"{"type":"Something"}"#, "-"),
        ("[]", "-"),
        ("7", "-"),
    ])
    func `is told by its members and contexts`(text: String, found: String) throws {
        let named = DocumentClass(of: try Fixture.document(text).root)
        #expect((named.map { "\($0.dataModel.rawValue) \($0.name)" } ?? "-") == found)
    }
}
