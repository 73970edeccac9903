import JSONText
import TestSupport
import Testing

@testable import Verification

/// What no JSON Schema of the standards asks, and the standards do.
@Suite struct `The rules beside the schemas` {
    private static let entry: JSON = [
        "type": "BitstringStatusListEntry", "statusPurpose": "revocation",
        "statusListIndex": "94567", "statusListCredential": "https://hollin.example/status/1",
    ]
    private static let proof: JSON = [
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-03-01T12:00:00Z", "proofPurpose": "assertionMethod",
        "proofValue": "z2", "verificationMethod": "did:key:z6Mk#z6Mk",
    ]

    /// A course in which the member of the name has another value, or is there as well.
    private func judged(_ name: String, _ value: JSON) async throws -> ModelJudgement {
        let bytes = try await Fixture.issued(Fixture.course())
        let root = JSON(changing: try JSONDocument(parsing: bytes).root)
        let changed: JSON
        if case .object(let members) = root, !"criteria credentialSubject".contains(name) {
            changed = .object(members.filter { !$0.name.isSame(as: name) } + [(name, value)])
        } else {
            changed = root.setting(name, value)
        }
        return try #require(ModelJudgement(try JSONDocument(parsing: changed.serialized()).root))
    }

    private func without(_ name: String, of object: JSON, _ value: JSON? = nil) -> JSON {
        guard case .object(let members) = object else { return object }
        let rest = members.filter { !$0.name.isSame(as: name) }
        return .object(rest + (value.map { [(name, $0)] } ?? []))
    }

    private func expect(
        _ judgement: ModelJudgement, problem place: String, _ requirement: String,
        _ departure: ModelDeparture
    ) {
        let told = judgement.problems.map { "\($0.pointer) [\($0.requirement)]" }
        #expect(told == ["\(place) [\(requirement)]"])
        #expect(judgement.departures == [departure])
        #expect(judgement.isAcceptedBySchema)
    }

    private func expect(
        _ judgement: ModelJudgement, note place: String, _ requirement: String
    ) {
        #expect(judgement.problems.map(\.message) == [])
        let told = judgement.notes.map { "\($0.pointer) [\($0.requirement)]" }
        #expect(told == ["\(place) [\(requirement)]"])
        #expect(judgement.departures.isEmpty)
    }

    @Test func `have nothing against a whole status entry and a whole proof`() async throws {
        for judgement in [
            try await judged("credentialStatus", Self.entry), try await judged("proof", Self.proof),
            try await judged("proof", [Self.proof, ["type": "SignatureOfNextYear"]]),
        ] {
            #expect(judgement.problems.map(\.message) == [])
            #expect(judgement.notes.map(\.message) == [])
        }
    }

    @Test func `want criteria that say where or what they are`() async throws {
        expect(
            try await judged("criteria", [:]), problem: "/credentialSubject/achievement/criteria",
            "OB3-M-60", .emptyCriteria)
    }

    @Test func `tell a subject that nobody is named by`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let subject = try #require(try JSONDocument(parsing: bytes).root["credentialSubject"])
        let nameless = without("identifier", of: without("id", of: JSON(changing: subject)))
        let named: JSON = [
            [
                "type": "IdentityObject", "hashed": false, "identityHash": "a@hollin.example",
                "identityType": "emailAddress",
            ]
        ]
        expect(
            try await judged("credentialSubject", nameless), note: "/credentialSubject", "OB3-M-22")
        expect(
            try await judged("credentialSubject", without("id", of: nameless, "")),
            note: "/credentialSubject", "OB3-M-22")
        let both = without("identifier", of: without("id", of: nameless, ""), named)
        expect(
            try await judged("credentialSubject", both), note: "/credentialSubject/id", "OB3-M-21")
        let emptied = try await judged(
            "credentialSubject", without("identifier", of: nameless, []))
        expect(emptied, problem: "/credentialSubject", "OB3-M-22", .subjectIdentity)
    }

    @Test func `want the purpose of a credential's proof, alone and in a list`() async throws {
        let other = without("proofPurpose", of: Self.proof, "authentication")
        expect(
            try await judged("proof", other), problem: "/proof/proofPurpose", "OB3-M-79",
            .proofPurpose)
        expect(
            try await judged("proof", [Self.proof, other]), problem: "/proof/1/proofPurpose",
            "OB3-M-79", .proofPurpose)
    }

    @Test(arguments: [
        ("cryptosuite", "LDP-10"), ("proofPurpose", "LDP-10"), ("proofValue", "LDP-11"),
        ("verificationMethod", "LDP-13"),
    ])
    func `want of a proof what its type has`(name: String, requirement: String) async throws {
        expect(
            try await judged("proof", without(name, of: Self.proof)), problem: "/proof/\(name)",
            requirement, .namedClass)
    }

    @Test(
        arguments: [
            ("statusPurpose", 5, "BSL-04"), ("statusPurpose", nil, "BSL-04"),
            ("statusListIndex", "-1", "BSL-07"), ("statusListIndex", "", "BSL-07"),
            ("statusListIndex", "9x", "BSL-07"), ("statusListIndex", [:], "BSL-07"),
            ("statusListIndex", true, "BSL-07"), ("statusListIndex", nil, "BSL-07"),
            ("statusListCredential", [], "BSL-02"), ("statusListCredential", ["q": 1], "BSL-02"),
        ] as [(String, JSON?, String)])
    func `want of a status entry what its type has`(
        name: String, value: JSON?, requirement: String
    ) async throws {
        let judgement = try await judged("credentialStatus", without(name, of: Self.entry, value))
        expect(judgement, problem: "/credentialStatus/\(name)", requirement, .namedClass)
    }

    @Test(arguments: ["evidence", "proof", "credentialSchema", "endorsement"])
    func `tell an empty list that must be left out`(name: String) async throws {
        expect(try await judged(name, []), note: "/\(name)", "GEN-04")
    }

    @Test func `tell countries and places that there are none of`() async throws {
        func issuer(_ code: String, _ latitude: JSON, _ longitude: JSON) -> JSON {
            [
                "id": "https://hollin.example/", "type": ["Profile"],
                "address": [
                    "type": ["Address"], "addressCountryCode": .string(code),
                    "geo": [
                        "type": "GeoCoordinates", "latitude": latitude, "longitude": longitude,
                    ],
                ],
            ]
        }
        let right = try await judged("issuer", issuer("DE", 90, .number("-180.0")))
        #expect(right.notes.map(\.message) == [])
        expect(
            try await judged("issuer", issuer("Germany", 0, 0)),
            note: "/issuer/address/addressCountryCode", "OB3-M-69")
        expect(
            try await judged("issuer", issuer("DE", 1000, 0)),
            note: "/issuer/address/geo/latitude", "OB3-M-70")
        expect(
            try await judged("issuer", issuer("DE", 0, .number("-1e400"))),
            note: "/issuer/address/geo/longitude", "OB3-M-70")
    }

    /// CLR2-M-22.
    @Test func `want a list of contexts`() async throws {
        let judgement = try await judged("@context", "https://www.w3.org/ns/credentials/v2")
        expect(judgement, problem: "/@context", "OB3-M-01", .singleContext)
    }

    @Test func `are told once of what stands in a record`() async throws {
        let record = JSON(
            changing: try JSONDocument(
                parsing: try await Fixture.issued(Fixture.record(contents: [Fixture.course()]))
            ).root)
        let changed = record.setting("criteria", [:])
        let judgement = try #require(
            ModelJudgement(try JSONDocument(parsing: changed.serialized()).root))
        #expect(judgement.problemCount == 1)
    }
}
