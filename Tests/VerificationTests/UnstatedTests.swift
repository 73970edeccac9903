import Credentials
import Issuance
import JSONText
import KeyMaterial
import Testing

@testable import Verification

/// What is added to a signed record and makes no statement of it.
@Suite struct `What a proof over RDF says nothing of` {
    static let forms: [(form: ProofForm, type: KeyType)] = [
        (.eddsaRDFC2022, .ed25519), (.ecdsaRDFC2019, .p256), (.ecdsaSD2023, .p256),
    ]

    static let end = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\"]"
    static let vocab = "{\"@vocab\":\"https://x.example/\"}"

    private func issued(
        _ form: ProofForm = .eddsaRDFC2022, _ type: KeyType = .ed25519
    ) async throws -> [UInt8] {
        let bytes = try await Fixture.issued(
            Fixture.course(), with: [Fixture.issuingKey(1, type)], proofs: [form])
        #expect(await Fixture.verify(bytes).verdict == .verified)
        return bytes
    }

    private func changed(_ bytes: [UInt8], _ changes: [(String, String)]) throws -> [UInt8] {
        var bytes = bytes
        for (old, new) in changes {
            let before = bytes
            bytes = Fixture.replacing(old, new, in: bytes)
            try #require(bytes != before, "\(old)")
        }
        return bytes
    }

    /// LDP-08: what is empty under a known name counts as if it were not there.
    @Test(arguments: forms)
    func `is told where a known member is empty`(form: ProofForm, type: KeyType) async throws {
        let bytes = try await issued(form, type)
        let places: [(old: String, new: String, place: String)] = [
            ("\"validFrom\":", "\"evidence\":[],\"validFrom\":", "/evidence"),
            ("\"validFrom\":", "\"credentialStatus\":[],\"validFrom\":", "/credentialStatus"),
            ("\"validFrom\":", "\"endorsement\":[],\"validFrom\":", "/endorsement"),
            (
                "\"creditsEarned\":", "\"identifier\":[],\"creditsEarned\":",
                "/credentialSubject/identifier"
            ),
            (
                "\"description\":", "\"alignment\":[],\"description\":",
                "/credentialSubject/achievement/alignment"
            ),
            ("\"proofPurpose\":", "\"domain\":[],\"proofPurpose\":", "/proof/domain"),
        ]
        for (old, new, place) in places {
            let verdict = await Fixture.verify(try changed(bytes, [(old, new)]))
            let told = verdict.checks.filter { $0.code == "terms.says-nothing" }
            #expect(told.map { $0.at?.description } == [place], "\(place)")
            #expect(told.first?.outcome == .warning, "\(place)")
            #expect(verdict.problems.allSatisfy { $0.hasPrefix("shape.") }, "\(place)")
        }
    }

    @Test(arguments: forms)
    func `fails where only an added context gives the name a meaning`(
        form: ProofForm, type: KeyType
    ) async throws {
        let bytes = try await issued(form, type)
        let slots = [
            "\"validFrom\":", "\"creditsEarned\":", "\"description\":", "\"proofPurpose\":",
        ]
        for slot in slots {
            for (value, places) in [
                ("null", [""]), ("[]", [""]), ("[null]", ["/0"]), ("[[],null]", ["/0", "/1"]),
            ] {
                let verdict = await Fixture.verify(
                    try changed(
                        bytes,
                        [
                            (Self.end, String(Self.end.dropLast()) + ",\(Self.vocab)]"),
                            (slot, "\"zzz\":\(value),\(slot)"),
                        ]))
                #expect(verdict.verdict == .failed, "\(slot) \(value)")
                let told = verdict.checks.filter { $0.code == "terms.not-covered" }
                #expect(
                    told.map { ($0.at?.description ?? "").components(after: "/zzz") } == places,
                    "\(slot) \(value)")
            }
        }
    }

    @Test(arguments: forms)
    func `fails where a context inside does`(form: ProofForm, type: KeyType) async throws {
        let verdict = await Fixture.verify(
            try changed(
                try await issued(form, type),
                [("\"description\":", "\"@context\":\(Self.vocab),\"zzz\":[],\"description\":")]))
        #expect(verdict.verdict == .failed)
        let places = verdict.checks.filter { $0.outcome != .passed }
            .reduce(into: [:]) { $0[$1.code] = $1.at?.description }
        #expect(places["terms.not-covered"] == "/credentialSubject/achievement/zzz")
        #expect(places["context.inline-not-signed"] == "/credentialSubject/achievement/@context")
    }

    /// A term that a further context defines is no better than one by `@vocab`; an alias for a
    /// known one neither.
    @Test(arguments: [
        "{\"zzz\":\"https://x.example/zzz\"}",
        "{\"zzz\":{\"@id\":\"https://x.example/zzz\",\"@container\":\"@set\"}}",
        "{\"zzz\":{\"@id\":\"https://x.example/zzz\",\"@container\":\"@language\"}}",
    ])
    func `fails under a term of an added context`(context: String) async throws {
        let verdict = await Fixture.verify(
            try changed(
                try await issued(),
                [
                    (Self.end, String(Self.end.dropLast()) + ",\(context)]"),
                    ("\"validFrom\":", "\"zzz\":[],\"validFrom\":"),
                ]))
        #expect(verdict.problems == ["terms.not-covered"])
        #expect(verdict.verdict == .failed)
    }

    /// LDP-12.
    @Test(arguments: forms)
    func `is told where it is a context that was added`(form: ProofForm, type: KeyType) async throws
    {
        let bytes = try await issued(form, type)
        #expect(!(await Fixture.verify(bytes)).codes.contains("context.inline-not-signed"))
        let verdict = await Fixture.verify(
            try changed(
                bytes,
                [
                    (
                        Self.end,
                        String(Self.end.dropLast()) + ",{\"hobby\":\"https://x.example/hobby\"}]"
                    )
                ]))
        #expect(verdict.verdict == .verified)
        let told = verdict.checks.filter { $0.code == "context.inline-not-signed" }
        #expect(told.map { $0.at?.description } == ["/@context/3"])
    }

    @Test(arguments: forms)
    func `is refused where it is a context inside the proof`(form: ProofForm, type: KeyType)
        async throws
    {
        let bytes = try await issued(form, type)
        for context in [
            Self.vocab, "{\"proofPurpose\":null}", "\"https://x.example/\"", "[]", "null", "7",
            "[\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]",
            "[\"https://www.w3.org/ns/credentials/v2\",\(Self.vocab)]",
        ] {
            let verdict = await Fixture.verify(
                try changed(
                    bytes, [("\"proofPurpose\":", "\"@context\":\(context),\"proofPurpose\":")]))
            #expect(verdict.problems == ["proof.signature-invalid"], "\(context)")
        }
    }

    /// Data Integrity: the contexts of a proof are those with which the document's begin.
    @Test(arguments: forms)
    func `may name in the proof what the document's contexts begin with`(
        form: ProofForm, type: KeyType
    ) async throws {
        let bytes = try await issued(form, type)
        for context in [
            "\"https://www.w3.org/ns/credentials/v2\"",
            "[\"https://www.w3.org/ns/credentials/v2\","
                + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]",
        ] {
            let verdict = await Fixture.verify(
                try changed(
                    bytes, [("\"proofPurpose\":", "\"@context\":\(context),\"proofPurpose\":")]))
            #expect(verdict.verdict == .verified, "\(verdict.problems)")
        }
    }

    /// What the holder derives is asked the same.
    @Test func `is found in what is derived`() async throws {
        let derived = try await Disclosure(clock: { Fixture.now }).derive(
            from: JSONDocument(parsing: try await issued(.ecdsaSD2023, .p256)),
            revealing: [], layout: .compact
        ).bytes
        #expect(await Fixture.verify(derived).verdict == .verified)
        let empty = await Fixture.verify(
            try changed(derived, [("\"validFrom\":", "\"evidence\":[],\"validFrom\":")]))
        #expect(empty.codes.contains("terms.says-nothing"))
        let foreign = await Fixture.verify(
            try changed(
                derived,
                [
                    (Self.end, String(Self.end.dropLast()) + ",\(Self.vocab)]"),
                    ("\"validFrom\":", "\"zzz\":[],\"validFrom\":"),
                ]))
        #expect(foreign.problems == ["terms.not-covered"])
        let proof = await Fixture.verify(
            try changed(
                derived, [("\"proofPurpose\":", "\"@context\":{},\"proofPurpose\":")]))
        #expect(proof.problems == ["proof.signature-invalid"])
    }

    /// A proof of the issuer over the JSON covers every octet, whatever stands beside it.
    @Test func `is covered by another proof of the issuer over the JSON`() async throws {
        let draft = Fixture.course()
        let both = try await Fixture.issued(draft, proofs: [.eddsaJCS2022, .eddsaRDFC2022])
        let verdict = await Fixture.verify(
            try changed(both, [("\"validFrom\":", "\"evidence\":[],\"validFrom\":")]))
        #expect(verdict.problems == ["proof.signature-invalid"])
        #expect(verdict.codes.contains("terms.says-nothing"))
    }

    /// LimitTests: however many there are.
    @Test func `is told of so many places and no more`() async throws {
        let nulls = Array(repeating: "null", count: 1_000).joined(separator: ",")
        let verdict = await Fixture.verify(
            try changed(
                try await issued(),
                [
                    (Self.end, String(Self.end.dropLast()) + ",\(Self.vocab)]"),
                    ("\"validFrom\":", "\"zzz\":[\(nulls)],\"validFrom\":"),
                ]))
        #expect(verdict.codes.filter { $0 == "terms.not-covered" }.count == Limits.toldFaults)
    }
}

extension String {
    /// What follows the last occurrence of a part, or all of it.
    fileprivate func components(after part: String) -> String {
        ranges(of: part).last.map { String(self[$0.upperBound...]) } ?? self
    }
}
