import JSONText
import Multiformat
import Testing

@testable import Conversion

/// What others said, as signed texts in `endorsementJwt` or in envelopes.
@Suite struct `Signed endorsements in a record` {
    private static func token(_ comment: String, inside: String = "") -> String {
        let payload = """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:\(comment.count)",
            "type": ["VerifiableCredential", "EndorsementCredential"], "name": "Endorsement",
            "issuer": {"id": "https://friend.example/", "type": ["Profile"], "name": "Friend"\(inside)},
            "validFrom": "2026-01-01T00:00:00Z", "credentialSubject": {"id": "urn:x:a",
            "type": ["EndorsementSubject"], "endorsementComment": "\(comment)"}}
            """
        let header = #"{"alg": "EdDSA", "typ": "vc+jwt"}"#
        return [header, payload, "signature"].map { Base64URL.encode(Array($0.utf8)) }
            .joined(separator: ".")
    }

    private static let deep = token("Said of a friend")

    private static func record() throws -> JSONValue {
        let inner = token("Said in a token", inside: ", \"endorsementJwt\": [\"\(deep)\"]")
        let enveloped = token("Said in an envelope")
        return try Accounts.json(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "urn:x:r",
            "type": ["VerifiableCredential", "ClrCredential"], "name": "R",
            "issuer": {"id": "urn:x:i", "type": ["Profile"], "name": "I",
              "endorsementJwt": ["\(token("Said of the issuer"))", "no token"]},
            "credentialSubject": {"id": "urn:x:l", "type": ["ClrSubject"], "verifiableCredential":
            [{"id": "urn:x:c", "type": ["VerifiableCredential", "AchievementCredential"],
              "issuer": {"id": "urn:x:i", "type": ["Profile"]},
              "endorsementJwt": ["\(inner)"], "endorsement": [{"type":
              "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,\(enveloped)"}],
              "credentialSubject": {"id": "urn:x:l", "type": ["AchievementSubject"],
              "achievement": {"id": "urn:x:a", "type": ["Achievement"], "name": "A",
              "description": "d", "criteria": {"narrative": "c"}}}}]}}
            """)
    }

    private static let credential = "/credentialSubject/verifiableCredential/0"

    private func convert(_ target: ConversionTarget) throws -> Converted {
        let source = ConversionDocument.json(try Self.record())
        return try ConversionRoute.route(source, to: target)(source, newID: Accounts.identifiers())
    }

    @Test func `are told in the text and in the table, with who said it`() throws {
        let text = String(decoding: try convert(.text).bytes, as: UTF8.self)
        for comment in [
            "Said in a token", "Said in an envelope", "Said of the issuer", "Said of a friend",
        ] { #expect(text.contains(comment), "\(comment)") }
        let table = try convert(.table)
        let rows = try CSVReader.rows(table.bytes)
        let column = try #require(rows[0].firstIndex(of: "endorsement"))
        #expect(rows[1][column] == "Said in an envelope; Said in a token")
        let endorser = try #require(rows[0].firstIndex(of: "endorser"))
        #expect(rows[1][endorser] == "Friend; Friend")
    }

    @Test(arguments: [ConversionTarget.europass, .resume, .transcript, .table, .text])
    func `have their fate told, each value at its place below the text`(
        target: ConversionTarget
    ) throws {
        let report = try convert(target).report
        let comment = "/credentialSubject/endorsementComment"
        let places = [
            "\(Self.credential)/endorsementJwt/0\(comment)",
            "\(Self.credential)/endorsementJwt/0/issuer/endorsementJwt/0\(comment)",
            "\(Self.credential)/endorsement/0/id\(comment)",
            "/issuer/endorsementJwt/0\(comment)",
        ]
        for place in places {
            let fate = try #require(report.fate(of: place), "\(place)")
            switch target {
            case .text: #expect(fate.target != nil)
            case .resume where place.hasPrefix(Self.credential):
                #expect(fate.target?.hasPrefix("/credentialSubject/certifications/0/") == true)
            case .europass, .transcript, .resume:
                guard case .lost(let why) = fate else {
                    Issue.record("\(place) is not told as lost")
                    continue
                }
                #expect(why.contains("what others said"))
            case _: break
            }
        }
        let other = try #require(report.fate(of: "/issuer/endorsementJwt/1"))
        #expect((other.target != nil) == (target == .text))
    }
}
