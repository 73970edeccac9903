import Credentials
import JSONText
import Testing
import Trust

@testable import Verification

@Suite struct `Identifiers of a subject` {
    private static let digits = String(repeating: "0aF9", count: 16)

    @Test(arguments: [
        (true, "sha256$" + digits, []), (true, "md5$" + digits.prefix(32), []),
        (true, "sha256$" + digits.dropLast(), ["identities.malformed-hash"]),
        (true, "sha256$" + digits + "0", ["identities.malformed-hash"]),
        (true, "SHA256$" + digits, ["identities.malformed-hash"]),
        (true, "sha512$" + digits, ["identities.malformed-hash"]),
        (true, digits, ["identities.malformed-hash"]),
        (true, "a@example.com", ["identities.malformed-hash"]),
        (true, "", ["identities.empty"]), (false, "", ["identities.empty"]),
        (false, "a@example.com", []), (false, "sha256$abc", []),
        (false, "sha256$" + digits, ["identities.hash-not-declared"]),
    ])
    func `are hashes where they are said to be`(
        isHashed: Bool, value: String, expected: [String]
    ) throws {
        let identifier =
            "\"identifier\": [{\"hashed\": \(isHashed), \"identityHash\": \"\(value)\", "
            + "\"identityType\": \"emailAddress\"}], "
        #expect(
            try SenseFixture.codes(SenseFixture.course(1, subject: identifier)) == expected)
    }

    @Test func `have a value`() throws {
        let identifier = "\"identifier\": [{\"identityType\": \"emailAddress\"}], "
        #expect(
            try SenseFixture.codes(SenseFixture.course(1, subject: identifier))
                == ["identities.empty"])
    }
}

@Suite struct `A language tag` {
    @Test(arguments: [
        "en", "de-CH", "zh-Hant-TW", "sl-rozaj-biske-1994", "es-419", "de-CH-1901",
        "en-u-co-phonebk-x-home", "x-whatever", "zh-cmn-Hans-CN", "zh-gan-yue-hak", "i-klingon",
        "sgn-BE-FR", "EN-gb-OED", "de-1996", "hy-Latn-IT-arevela", "art-lojban", "abcdefgh",
        "ar-a-aaa-b-ccc", "mul", "en-x-a",
    ])
    func `is well formed`(tag: String) {
        #expect(LanguageTag.fault(in: tag) == nil)
    }

    @Test(arguments: [
        "", "e", "en_US", "en-", "-en", "en--US", "english-language-of-the-world", "de-419-DE",
        "a-DE", "ar-a-aaa-b-bbb-a-ccc", "en-x", "en-u", "de-1996-1996", "12", "en-ä", "e1",
        "zh-gan-yue-hak-cdo", "en-US-GB", "en us", "x", "i-nothing", "en-Latn-Latn",
    ])
    func `is not`(tag: String) {
        #expect(LanguageTag.fault(in: tag) != nil)
    }

    @Test func `is looked for wherever texts have languages`() throws {
        let places = [
            "\"inLanguage\": \"english!\", ",
            "\"tag\": [{\"@value\": \"x\", \"@language\": \"en_US\"}], ",
            "\"specialization\": {\"en\": \"x\", \"de_DE\": \"y\"}, ",
            "\"alignment\": [{\"targetName\": {\"english words\": \"x\"}}], ",
        ]
        for place in places {
            #expect(
                try SenseFixture.codes(SenseFixture.course(1, achievement: place))
                    == ["languages.not-well-formed"], "\(place)")
        }
    }

    /// Three languages, one from right to left, and one that JSON-LD knows.
    @Test func `of several in one text are sound`() throws {
        let text =
            "\"specialization\": {\"en\": \"x\", \"ar\": \"هندسة\", \"id\": \"y\", "
            + "\"@none\": \"z\"}, \"inLanguage\": \"ar-EG\", "
        #expect(try SenseFixture.codes(SenseFixture.course(1, achievement: text)).isEmpty)
    }
}

@Suite struct `A link to evidence` {
    private func codes(_ evidence: String) throws -> [String] {
        let credential = "\"evidence\": [{\"type\": [\"Evidence\"]\(evidence)}], "
        return try SenseFixture.codes(SenseFixture.course(1, credential: credential))
    }

    @Test(arguments: [
        ("https://hollin.example/essays/1", nil), ("urn:uuid:1", nil), ("data:text/plain,x", nil),
        ("data:image/png;base64,AA==", nil), ("did:example:1#x", nil),
        ("http://hollin.example/", "not-encrypted"), ("", "empty"), ("work/1", "no-address"),
        ("#here", "no-address"), ("//hollin.example/", "no-address"),
        ("javascript:alert(1)", "unsafe-address"), ("JAVASCRIPT:alert(1)", "unsafe-address"),
        ("file:///etc/passwd", "unsafe-address"), ("data:text/html,x", "unsafe-address"),
        ("data:image/svg+xml;base64,AA==", "unsafe-address"), ("blob:x", "unsafe-address"),
        ("https://user:word@hollin.example/", "unsafe-address"),
        ("https://hollin.example@elsewhere.example/", "unsafe-address"),
        ("https://localhost/", "private-address"), ("http://LOCALHOST:8080/", "private-address"),
        ("https://127.0.0.1/", "private-address"), ("https://10.1.2.3/", "private-address"),
        ("https://172.16.0.1/", "private-address"), ("https://172.32.0.1/", nil),
        ("https://192.168.1.1/", "private-address"),
        ("https://169.254.169.254/", "private-address"),
        ("https://8.8.8.8/", nil), ("https://2130706433/", "private-address"),
        ("https://0x7f.1/", "private-address"), ("https://127.1/", "private-address"),
        ("https://0177.0.0.1/", "private-address"), ("https://[::1]/", "private-address"),
        ("https://[0:0:0:0:0:0:0:1]:99/", "private-address"),
        ("https://[fd00::1]/", "private-address"),
        ("https://[fe80::1]/", "private-address"),
        ("https://[::ffff:127.0.0.1]/", "private-address"),
        ("https://[2a00:1450::1]/", nil), ("https://printer.local/", "private-address"),
        ("https://wiki/", "private-address"), ("https://wiki.internal./", "private-address"),
        ("https:///x", "private-address"), ("https://box.home.arpa/", "private-address"),
    ])
    func `leads where a reader can safely go`(link: String, code: String?) throws {
        #expect(try codes(", \"id\": \"\(link)\"") == (code.map { ["evidence.\($0)"] } ?? []))
    }

    @Test func `may be missing where there are words`() throws {
        #expect(try codes(", \"narrative\": \"A bridge.\"").isEmpty)
        #expect(try codes(", \"narrative\": \"\"") == ["evidence.empty"])
        #expect(try codes("") == ["evidence.empty"])
    }

    @Test func `is looked for at the subject of older credentials`() throws {
        let subject = "\"evidence\": [{\"id\": \"file:///x\"}], "
        #expect(
            try SenseFixture.codes(SenseFixture.course(1, subject: subject))
                == ["evidence.unsafe-address"])
    }
}

@Suite struct `Names of issuers` {
    private func course(_ number: Int, _ name: String, _ issuer: String) -> String {
        SenseFixture.course(number).replacing(
            "{\"id\": \"https://hollin.example/\", \"type\": [\"Profile\"]}",
            with: "{\"id\": \"\(issuer)\", \"type\": [\"Profile\"], \"name\": \"\(name)\"}")
    }

    @Test(arguments: [
        ("Hollin University", []), ("Université de Montréal", []), ("Московский университет", []),
        ("МГУ Moscow", []), ("Πανεπιστήμιο", []), ("جامعة القاهرة", []), ("東京大学 Tokyo", []),
        ("دانشگاه\u{200C}ها", []),
        ("H\u{043E}llin University", ["names.mixed-alphabets"]),
        ("Hollin Univers\u{0456}ty", ["names.mixed-alphabets"]),
        ("\u{0397}ollin", ["names.mixed-alphabets"]),
        ("Hollin\u{200B} University", ["names.hidden-characters"]),
        ("Hol\u{200D}lin", ["names.hidden-characters"]),
        ("\u{202E}nilloH", ["names.hidden-characters"]),
        ("Hol\u{00AD}lin", ["names.hidden-characters"]),
    ])
    func `are written so that all is seen`(name: String, expected: [String]) throws {
        let answers = try SenseFixture.answers(course(1, name, "https://x.example/"))
        #expect(answers.map(\.code) == expected)
        #expect(answers.allSatisfy { !$0.message.contains("\u{202E}") })
    }

    @Test func `in one record do not look alike`() throws {
        func codes(_ first: (String, String), _ second: (String, String)) throws -> [String] {
            try SenseFixture.codes(
                SenseFixture.record([course(1, first.0, first.1), course(2, second.0, second.1)]))
        }
        let hollin = ("Hollin University", "https://hollin.example/")
        #expect(try codes(hollin, hollin).isEmpty)
        #expect(try codes(hollin, ("Hollin University", "did:web:hollin.example")).isEmpty)
        #expect(
            try codes(hollin, ("Hollin University", "https://other.example/")) == ["names.shared"])
        #expect(
            try codes(hollin, ("Ho11in Univers1ty", "https://other.example/"))
                == ["names.look-alike"])
        #expect(try codes(hollin, ("Hollis University", "https://other.example/")).isEmpty)
    }

    /// What the trust policy knows is compared too, where nobody vouches for the issuer.
    @Test func `do not look like those of issuers who are known`() async throws {
        let other = "https://elsewhere.example/"
        let policyText = """
            {"allow": [{"issuer": "\(other)", "name": "Ho\u{0142}lin Univers\u{00ED}ty"}]}
            """
        var policy = VerificationPolicy()
        policy.trust = try TrustPolicy(reading: Array(policyText.utf8)) { _ in nil }
        let signed = try await Fixture.issued(
            Fixture.course(
                extra: ", \"issuer\": {\"id\": \"\(try Fixture.issuingKey().issuer)\", "
                    + "\"type\": [\"Profile\"], \"name\": \"Hollin University\"}"))
        let verdict = await Fixture.verify(signed, policy: policy)
        #expect(verdict.verdict == .verified)
        #expect(verdict.codes.contains("names.like-a-known-issuer"), "\(verdict.codes)")
    }
}
