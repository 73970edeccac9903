import Credentials
import JSONText
import Testing

@testable import Verification

@Suite struct `Identifiers in a record` {
    @Test func `stand for one thing each`() throws {
        let same = SenseFixture.course(1).replacing("credential:1", with: "credential:2")
        #expect(
            try SenseFixture.codes(SenseFixture.record([SenseFixture.course(1), same])).isEmpty)
        let other = same.replacing("Course 1", with: "Course 2")
        let answers = try SenseFixture.answers(
            SenseFixture.record([SenseFixture.course(1), other]))
        #expect(answers.map(\.code) == ["contents.same-id-differs"])
        #expect(
            answers.first?.at?.description
                == "/credentialSubject/verifiableCredential/1/credentialSubject/achievement")
    }

    /// Order of members, spaces and the spelling of numbers are no differences (MCHK-09).
    @Test func `are compared by what their objects say`() throws {
        let achievement = """
            "achievement": [{"criteria": {"narrative": "N"}, "name": "Course\\u00201",
             "description": "D", "type": ["Achievement"], "creditsAvailable": 3.0,
             "id": "\(SenseFixture.id(1))"}],
            """
        let course = SenseFixture.course(1, achievement: "\"creditsAvailable\": 3, ")
        #expect(
            try SenseFixture.codes(SenseFixture.record([course], subject: achievement)).isEmpty)
        let differing = SenseFixture.course(1, achievement: "\"creditsAvailable\": 4, ")
        #expect(
            try SenseFixture.codes(SenseFixture.record([differing], subject: achievement))
                == ["contents.same-id-differs"])
    }

    @Test func `of credentials stand once`() throws {
        let course = SenseFixture.course(1)
        #expect(
            try SenseFixture.codes(SenseFixture.record([course, course + " "]))
                == ["contents.listed-twice"])
        let signed = SenseFixture.course(1, credential: "\"proof\": {\"type\": \"X\"}, ")
        #expect(
            try SenseFixture.codes(SenseFixture.record([course, signed]))
                == ["contents.listed-twice"])
        let other = SenseFixture.course(1, credential: "\"name\": \"Other\", ")
        #expect(
            try SenseFixture.codes(SenseFixture.record([course, other]))
                == ["contents.same-id-differs"])
        let named = SenseFixture.course(1).replacing("urn:x:credential:1", with: "urn:x:record")
        #expect(
            try SenseFixture.codes(SenseFixture.record([named])) == ["contents.same-id-differs"])
    }

    @Test func `of descriptions of results stand for one description`() throws {
        func course(_ number: Int, _ type: String) -> String {
            SenseFixture.course(
                number,
                achievement: "\"resultDescription\": [{\"id\": \"urn:x:d\", "
                    + "\"resultType\": \"\(type)\"}], ")
        }
        #expect(
            try SenseFixture.codes(
                SenseFixture.record([course(1, "Percent"), course(2, "Percent")])
            )
            .isEmpty)
        #expect(
            try SenseFixture.codes(
                SenseFixture.record([course(1, "Percent"), course(2, "RawScore")]))
                == ["contents.same-id-differs"])
    }

    @Test func `in tokens are compared with the others`() async throws {
        let token = String(decoding: try await Fixture.token(), as: UTF8.self)
        let record = SenseFixture.record(["\"\(token)\"", SenseFixture.course(1)])
        let answers = try SenseFixture.answers(record)
        #expect(answers.map(\.code) == ["contents.same-id-differs"])
        #expect(
            try SenseFixture.codes(
                SenseFixture.record(["\"\(token)\"", "\"\(token)\""])) == ["contents.listed-twice"])
    }
}

@Suite struct `A partial record` {
    @Test func `says so, and a complete one says nothing`() throws {
        let course = SenseFixture.course(1)
        #expect(
            try SenseFixture.codes(
                SenseFixture.record([course], credential: "\"partial\": true, "))
                == ["contents.partial"])
        #expect(
            try SenseFixture.codes(
                SenseFixture.record([course], credential: "\"partial\": false, ")
            ).isEmpty)
    }
}

@Suite struct `The learner of a part` {
    private func codes(record: String, part: String) async -> [String] {
        let course = SenseFixture.course(1).replacing("\"id\": \"did:example:ada\",", with: part)
        let text = SenseFixture.record([course])
            .replacing(
                "\"id\": \"did:example:ada\", \"type\": [\"ClrSubject\"]",
                with: "\(record)\"type\": [\"ClrSubject\"]")
        let contents = await SenseFixture.contents(text)
        return contents.flatMap(\.codes).filter { $0.utf8.starts(with: "contents.".utf8) }
    }

    private static func identifier(
        _ value: String, _ type: String, salt: String? = nil
    ) -> String {
        let rest = salt.map { ", \"salt\": \"\($0)\"" } ?? ""
        return "\"identifier\": [{\"type\": \"IdentityObject\", \"identityType\": \"\(type)\", "
            + "\"hashed\": \(salt != nil), \"identityHash\": \"\(value)\"\(rest)}], "
    }

    private static let hash =
        "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
    private static let ada = identifier("a@example.com", "emailAddress")

    @Test(arguments: [
        ("\"id\": \"did:example:ada\", ", "\"id\": \"did:example:ada\", ", []),
        (
            "\"id\": \"did:example:ada\", ", "\"id\": \"did:example:bob\", ",
            ["contents.another-subject"]
        ),
        (ada, ada, []), (ada, identifier(" A@Example.com", "emailAddress"), []),
        (ada, identifier("b@example.com", "emailAddress"), ["contents.another-subject"]),
        // One value as two kinds of identifier is not one identifier.
        (ada, identifier("a@example.com", "userName"), ["contents.subject-not-shown"]),
        (ada, identifier(hash, "emailAddress", salt: "Kosher"), []),
        (identifier(hash, "emailAddress", salt: "Kosher"), ada, []),
        (
            identifier(hash, "emailAddress", salt: "Kosher"),
            identifier("b@example.com", "emailAddress"), ["contents.another-subject"]
        ),
        (
            identifier(hash, "emailAddress", salt: "Kosher"),
            identifier(
                hash.uppercased().replacing("SHA", with: "sha"), "emailAddress", salt: "Kosher"),
            []
        ),
        // Hashes with different salts tell nothing.
        (
            identifier(hash, "emailAddress", salt: "Kosher"),
            identifier(hash, "emailAddress", salt: "Sea"), ["contents.subject-not-shown"]
        ),
        ("\"id\": \"did:example:ada\", ", ada, ["contents.subject-not-shown"]),
        ("\"id\": \"did:example:ada\", ", "", []),
        // People write their names in several ways.
        (
            identifier("Ada L.", "name"), identifier("Ada Lund", "name"),
            ["contents.subject-not-shown"]
        ),
        (identifier("Ada L.", "name"), identifier("Ada L.", "name"), []),
    ])
    func `is the learner of the record`(
        record: String, part: String, expected: [String]
    ) async {
        #expect(await codes(record: record, part: part) == expected)
    }

    /// At the bound they are compared, past it nothing is claimed of them.
    @Test func `is compared by so many identifiers where one is hashed`() throws {
        func relation(_ count: Int) throws -> LearnerIdentity.Relation {
            let others = (0..<count - 1).map {
                "{\"identityType\": \"emailAddress\", \"identityHash\": \"\($0)@example.com\"}"
            }
            let last = "{\"identityType\": \"emailAddress\", \"identityHash\": \"a@example.com\"}"
            let many = try Fixture.document(
                "{\"identifier\": [\((others + [last]).joined(separator: ","))]}")
            let one = try Fixture.document(
                "{\(Self.identifier(Self.hash, "emailAddress", salt: "Kosher").dropLast(2))}")
            return LearnerIdentity([Subject(many.root)])
                .relation(to: LearnerIdentity([Subject(one.root)]))
        }
        #expect(try relation(Limits.comparedIdentities) == .same)
        #expect(try relation(Limits.comparedIdentities + 1) == .notComparable)
    }

    @Test func `is compared by identifiers of so many octets`() throws {
        func isEmpty(_ octets: Int) throws -> Bool {
            let value = String(repeating: "a", count: octets)
            let subject = try Fixture.document(
                "{\"identifier\": [{\"identityType\": \"userName\", \"identityHash\": \"\(value)\"}]}"
            )
            return LearnerIdentity([Subject(subject.root)]).isEmpty
        }
        #expect(try !isEmpty(Limits.comparedIdentityOctets))
        #expect(try isEmpty(Limits.comparedIdentityOctets + 1))
    }
}

@Suite struct `The subject of an endorsement` {
    private func endorsement(of id: String) -> String {
        """
        "endorsement": [{"@context": ["https://www.w3.org/ns/credentials/v2"],
         "id": "urn:x:e", "type": ["VerifiableCredential", "EndorsementCredential"],
         "name": "E", "issuer": "https://other.example/", "validFrom": "2026-01-01T00:00:00Z",
         "credentialSubject": {"id": "\(id)", "type": ["EndorsementSubject"]}}],
        """
    }

    private func codes(_ text: String) async -> [String] {
        func all(_ verdicts: [Verdict]) -> [String] {
            verdicts.flatMap { $0.codes + all($0.contents) }
        }
        return all(await SenseFixture.contents(text))
            .filter { $0.contains("endorse") }
    }

    @Test func `is the thing that carries it, or something in it`() async {
        for id in ["urn:x:credential:1", SenseFixture.id(1), "https://hollin.example/"] {
            #expect(
                await codes(SenseFixture.course(1, credential: endorsement(of: id))) == [], "\(id)")
        }
        #expect(
            await codes(
                SenseFixture.course(1, achievement: endorsement(of: SenseFixture.id(1)))) == [])
    }

    @Test func `is not something else in the credential`() async {
        #expect(
            await codes(SenseFixture.course(1, achievement: endorsement(of: "did:example:ada")))
                == ["contents.endorsement-misplaced"])
    }

    @Test func `is not something that is not there`() async {
        for id in ["urn:x:nothing", "urn:x:e", "https://other.example/"] {
            #expect(
                await codes(SenseFixture.course(1, achievement: endorsement(of: id)))
                    == ["contents.endorses-something-else"], "\(id)")
        }
    }

    /// A record may carry endorsements of anything in it, in tokens too.
    @Test func `may be anywhere in a record that carries it`() async throws {
        let token = String(decoding: try await Fixture.token(), as: UTF8.self)
        let parts = [SenseFixture.course(2), "\"\(token)\""]
        for id in ["urn:x:credential:2", SenseFixture.id(2), SenseFixture.id(1), "did:example:ada"]
        {
            let record = SenseFixture.record(parts, credential: endorsement(of: id))
            #expect(await codes(record) == [], "\(id)")
        }
        let other = SenseFixture.record(parts, credential: endorsement(of: SenseFixture.id(3)))
        #expect(await codes(other) == ["contents.endorses-something-else"])
    }
}
