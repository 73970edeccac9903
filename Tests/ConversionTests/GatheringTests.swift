import Credentials
import Issuance
import JSONText
import KeyMaterial
import TestSupport
import Testing
import Verification

@testable import Conversion

@Suite struct `Several badges in one record` {
    private func badge(
        _ number: Int, subject: String, issuer: String = "https://hollin.example/"
    ) throws -> JSONValue {
        try Accounts.json(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id": "urn:uuid:c\(number)", "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": "B", "validFrom": "2026-0\(number)-01T00:00:00Z",
            "issuer": {"id": "\(issuer)", "type": ["Profile"], "name": "Hollin"},
            "credentialSubject": {\(subject), "type": ["AchievementSubject"],
              "achievement": {"id": "urn:uuid:a\(number)", "type": ["Achievement"], "name": "B",
                "description": "d", "criteria": {"narrative": "c"}}}}
            """)
    }

    private func gather(
        _ badges: [JSONValue], _ options: Gathering = Gathering()
    ) throws -> (JSONValue, LossReport) {
        let made = try Conversion(
            gathering: badges.map { .json($0) }, as: options, newID: Accounts.identifiers())
        return (try Accounts.read(made.record), made.report)
    }

    private static let ada = #""id": "did:example:ada""#
    private static let mail = """
        "identifier": [{"type": "IdentityObject", "hashed": false,
        "identityHash": "ada@hollin.example", "identityType": "emailAddress"}]
        """
    /// A.1: amy@example.org with the salt deadsea.
    private static let amy = """
        "identifier": [{"type": "IdentityObject", "hashed": true, "identityType": "emailAddress",
        "salt": "deadsea",
        "identityHash": "sha256$0bc54e0a38f69e20a068fc7c136d69d949f00dbad44e4bbb40245b3fc957ea4a"}]
        """

    /// The badge stays as it was signed; the record around it is ours.
    @Test func `writes the issuer of the record as the model has it, and says so`() throws {
        let issuer = """
            {"id": "https://hollin.example/", "name": "Hollin", "official": 7,
             "image": "https://hollin.example/logo.png",
             "address": {"streetAddress": "1 Quay"}, "parentOrg": {"id": "https://state.example/",
               "image": {"id": "https://state.example/i.svg", "type": ["Image"]}},
             "otherIdentifier": {"type": ["IdentifierEntry"], "identifier": "1",
               "identifierType": "identifier"}}
            """
        let whole = try badge(1, subject: Self.ada)
        let changed = String(decoding: whole.bytes, as: UTF8.self).replacing(
            #"{"id": "https://hollin.example/", "type": ["Profile"], "name": "Hollin"}"#,
            with: issuer)
        let (made, report) = try gather([try Accounts.json(changed)])
        let outer = made["issuer"]
        #expect(outer?["type"]?.elements.map(\.string) == ["Profile"])
        #expect(outer?["image"]?["type"]?.string == "Image")
        #expect(outer?["address"]?["type"]?.elements.map(\.string) == ["Address"])
        #expect(outer?["parentOrg"]?["image"]?["type"]?.string == "Image")
        let entry = outer?["otherIdentifier"]?.oneOrMore.first
        #expect(entry?["type"]?.string == "IdentifierEntry")
        #expect(outer?["official"] == nil)
        let contents = made["credentialSubject"]?["verifiableCredential"]?.oneOrMore
        let inner = contents?.first?["issuer"]
        #expect(try inner?.canonicalized() == (try Accounts.json(issuer)).canonicalized())
        let told = report.additions.map { "\($0.place) \($0.why)" }
        for words in [
            "/issuer/type Profile", "/issuer/image as an Image", "/issuer/address/type Address",
            "/issuer/parentOrg/type Profile", "/issuer/parentOrg/image/type one text",
            "/issuer/otherIdentifier a list", "/issuer/otherIdentifier/0/type one text",
            "/issuer without \"official\"",
        ] {
            #expect(told.contains { $0.hasPrefix(words) }, "\(words)")
        }
    }

    @Test func `takes learner and issuer where they agree`() async throws {
        let badges = [
            try badge(1, subject: "\(Self.ada), \(Self.mail)"), try badge(2, subject: Self.mail),
        ]
        let (made, report) = try gather(badges)
        #expect(made["credentialSubject"]?["id"]?.string == "did:example:ada")
        #expect(made["issuer"]?["name"]?.string == "Hollin")
        #expect(made["validFrom"]?.string == "2026-02-01T00:00:00Z")
        #expect(await Accounts.shapeFaults(made) == [])
        let whole = try Accounts.read(.array(badges.map { .verbatim($0) }))
        for entry in report.entries {
            #expect(JSONPointer(entry.source).flatMap { whole[$0] } != nil, "\(entry.source)")
        }
        #expect(report.count(of: "lost") == 0)
        #expect(Generations.leaves(whole).allSatisfy(report.accounts))
    }

    @Test func `keeps the originals octet for octet, and their proofs hold`() async throws {
        let key = IssuingKey(
            selfContained: try PrivateKey(
                type: .ed25519, secret: [UInt8](repeating: 9, count: 32)))
        let issuance = Issuance(
            keys: [key], clock: { Timestamp(seconds: 1_790_000_000) },
            randomness: { [UInt8](repeating: 7, count: $0) })
        let plain = try badge(1, subject: Self.ada, issuer: key.issuer)
        let draft = try JSONDocument(parsing: Array(plain.bytes))
        let signed = try await issuance.issue(IssuanceRequest(draft: draft)).bytes
        let token = try await issuance.issue(
            IssuanceRequest(draft: draft), as: TokenRequest()
        ).bytes
        let (made, _) = try gather([JSONDocument(parsing: signed).root])
        let inside = made["credentialSubject"]?["verifiableCredential"]?.oneOrMore.first
        #expect(inside.map { Array($0.bytes) } == signed)
        let enveloped = try Conversion(
            gathering: [
                .json(JSONDocument(parsing: signed).root),
                ConversionInput(reading: token).source,
            ], newID: Accounts.identifiers())
        let record = try await issuance.issue(
            IssuanceRequest(draft: JSONDocument(parsing: enveloped.record.serialized())))
        let verdict = record.checked.verdict
        #expect(verdict.contents.count == 2)
        #expect(verdict.contents.allSatisfy { $0.verdict == .verified })
        #expect(verdict.aggregate == .verified)
    }

    @Test func `refuses the credential of another learner, and says which`() throws {
        let other = try badge(2, subject: #""id": "did:example:eve""#)
        #expect(
            throws: ConversionError.otherLearner(
                index: 1, id: "did:example:eve", expected: "did:example:ada")
        ) { try gather([badge(1, subject: Self.ada), other]) }
        #expect(throws: ConversionError.unknownLearner(index: 1)) {
            try gather([badge(1, subject: Self.ada), badge(2, subject: Self.mail)])
        }
        var options = Gathering()
        options.learner = .id("did:example:eve")
        #expect(
            throws: ConversionError.otherLearner(
                index: 0, id: "did:example:ada", expected: "did:example:eve")
        ) { try gather([badge(1, subject: Self.ada)], options) }
    }

    @Test func `finds the learner behind a hash, where the value is given`() throws {
        var options = Gathering()
        options.learner = .identifier("amy@example.org", type: "emailAddress")
        let (made, _) = try gather([badge(1, subject: Self.amy)], options)
        #expect(made["credentialSubject"]?["identifier"]?.count == 1)
        options.learner = .identifier("eve@example.org", type: "emailAddress")
        #expect(throws: ConversionError.self) {
            try gather([badge(1, subject: Self.amy)], options)
        }
    }

    @Test func `asks who issues the record where the issuers differ`() throws {
        let badges = [
            try badge(1, subject: Self.ada),
            try badge(2, subject: Self.ada, issuer: "https://other.example/"),
        ]
        #expect(
            throws: ConversionError.severalIssuers(
                "https://hollin.example/", "https://other.example/", index: 1)
        ) { try gather(badges) }
        var options = Gathering()
        options.issuer = "https://union.example/"
        options.issuerName = "Union"
        let (made, _) = try gather(badges, options)
        #expect(made["issuer"]?["name"]?.string == "Union")
    }

    @Test func `refuses records, and credentials of VCDM 1.1`() throws {
        let record = try Accounts.json(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["ClrCredential"],
            "credentialSubject": {"verifiableCredential": []}}
            """)
        let old = try Accounts.json(
            "{\"@context\": [\"https://www.w3.org/2018/credentials/v1\"], \"credentialSubject\": {}}"
        )
        for value in [record, old] {
            #expect(throws: ConversionError.self) { try gather([value]) }
        }
        let (made, _) = try gather([badge(1, subject: Self.ada)])
        #expect(throws: ConversionError.alreadyNew("a CLR 2.0")) {
            let route = try ConversionRoute.route(.json(made), to: .learnerRecord2)
            _ = try route(.json(made), newID: Accounts.identifiers())
        }
    }
}
