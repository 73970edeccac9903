import Credentials
import Crypto
import JSONText
import Testing

@testable import Verification

/// Plain and hashed, of every kind that the standard names (ENUM-06, RCP-01 to RCP-06).
@Suite struct `A recipient by an identifier` {
    static let types =
        VerificationPolicy.Recipient.types.map(\.string).sorted() + ["ext:badgeNumber"]

    private static func hex(_ digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func sha256(_ text: String) -> String {
        "sha256$" + hex(SHA256.hash(data: Array(text.utf8)))
    }

    private static func identity(
        _ type: String, _ value: String, isHashed: Bool = false, salt: String? = nil
    ) -> String {
        let rest = salt.map { ", \"salt\": \"\($0)\"" } ?? ""
        return "{\"type\": \"IdentityObject\", \"hashed\": \(isHashed), "
            + "\"identityHash\": \"\(value)\", \"identityType\": \"\(type)\"\(rest)}"
    }

    private func code(_ identities: [String], _ recipient: String) throws -> String {
        let text =
            "{\"credentialSubject\": {\"id\": \"did:example:ada\", "
            + "\"identifier\": [\(identities.joined(separator: ","))]}}"
        return RecipientCheck(
            credential: Credential(try Fixture.document(text).root),
            recipient: VerificationPolicy.Recipient(written: recipient)
        ).answer.code
    }

    @Test func `is of one of nineteen kinds, or of an own one`() {
        #expect(VerificationPolicy.Recipient.types.count == 19)
    }

    @Test(arguments: types)
    func `is known plain, hashed, and hashed with a salt`(type: String) throws {
        let plain = Self.identity(type, "Value 7")
        let hashed = Self.identity(type, Self.sha256("Value 7"), isHashed: true)
        let salted = Self.identity(type, Self.sha256("Value 7salt"), isHashed: true, salt: "salt")
        for identity in [plain, hashed, salted] {
            #expect(try code([identity], "\(type):Value 7") == "recipient.matches")
            #expect(try code([identity], "\(type):Value 8") == "recipient.differs")
            let other = type == "userName" ? "accountId" : "userName"
            #expect(try code([identity], "\(other):Value 7") == "recipient.differs")
        }
        let wrong = Self.identity(type, Self.sha256("Value 7pepper"), isHashed: true, salt: "salt")
        #expect(try code([wrong], "\(type):Value 7") == "recipient.differs")
    }

    /// RCP-06: read, whatever its age.
    @Test func `may be hashed with MD5`() throws {
        let digest = "md5$" + Self.hex(Insecure.MD5.hash(data: Array("ada".utf8)))
        let identity = Self.identity(
            "userName", digest.uppercased().replacing("MD5", with: "md5"), isHashed: true)
        #expect(try code([identity], "userName:ada") == "recipient.matches")
    }

    @Test func `is the first of several that matches`() throws {
        let identities = [
            Self.identity("emailAddress", "b@example.com"), Self.identity("userName", "ada"),
            Self.identity("emailAddress", Self.sha256("a@example.comS"), isHashed: true, salt: "S"),
            "{\"identityType\": \"emailAddress\"}", "{}",
            Self.identity("emailAddress", "sha256$", isHashed: true),
        ]
        #expect(try code(identities, "emailAddress:a@example.com") == "recipient.matches")
        #expect(try code(identities, "emailAddress:c@example.com") == "recipient.differs")
        #expect(try code([], "emailAddress:a@example.com") == "recipient.differs")
    }

    /// RCP-05: as given, then without spaces around and capitals; which one matched is told.
    @Test(arguments: [
        ("ada@example.com", " Ada@Example.COM\n"), ("Ada@Example.com", "ada@example.com"),
        ("ÅSA@example.com", "åsa@example.com"),
    ])
    func `by e-mail is known in other capitals`(stored: String, given: String) throws {
        let plain = Self.identity("emailAddress", stored)
        #expect(try code([plain], "emailAddress:\(given)") == "recipient.matches-without-case")
        let other = Self.identity("userName", stored)
        #expect(try code([other], "userName:\(given)") == "recipient.differs")
        let lower = Self.identity(
            "emailAddress", Self.sha256(RecipientCheck.loosened(stored)), isHashed: true)
        #expect(
            try ["recipient.matches", "recipient.matches-without-case"]
                .contains(code([lower], "emailAddress:\(given)")))
    }

    @Test(arguments: [
        ("did:example:ada", "recipient.matches"), ("id:did:example:ada", "recipient.matches"),
        ("did:example:Ada", "recipient.differs"), ("email:did", "recipient.differs"),
        ("", "recipient.differs"), ("id:", "recipient.differs"), (":", "recipient.differs"),
        ("ext:x", "recipient.differs"), ("ext:x:y", "recipient.differs"),
        ("emailAddress:", "recipient.differs"),
    ])
    func `or by id is told apart by the kind before the colon`(
        written: String, expected: String
    ) throws {
        #expect(try code([], written) == expected)
    }

    /// Of a hash, an empty value would otherwise be anybody's.
    @Test func `is not told by an identifier that is composed otherwise`() throws {
        let identity = Self.identity("name", "e\u{301}")
        #expect(try code([identity], "name:\u{E9}") == "recipient.differs")
    }
}
