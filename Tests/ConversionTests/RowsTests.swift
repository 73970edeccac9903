import JSONText
import TestSupport
import Testing

@testable import Conversion

/// docs/conversion-rows.md, row by row: a CLR 1.0 with every member of every class.
@Suite struct `Each row of the mapping from CLR 1.0 to CLR 2.0` {
    private static let profile = """
        "type": "Profile", "givenName": "G", "additionalName": "M", "familyName": "F",
        "birthDate": "2001-02-03", "description": "d", "image": "https://x.example/i.png",
        "url": "https://x.example/u", "email": "a@x.example", "telephone": "+1", "official": "O",
        "address": {"type": "Address", "streetAddress": "1 Quay", "postOfficeBoxNumber": "7",
          "addressLocality": "Hollin", "addressRegion": "R", "postalCode": "P",
          "addressCountry": "EE"},
        "parentOrg": {"id": "https://x.example/parent", "name": "Parent"},
        "studentId": "S-1", "sourcedId": "L-1",
        "identifiers": [{"type": "SystemIdentifier", "identifier": "I-1",
          "identifierType": "LisSourcedId"},
          {"identifier": "I-2", "identifierType": "OneRosterSourcedId"},
          {"identifier": "I-3", "identifierType": "ext:State"}],
        "publicKey": {"id": "https://x.example/key", "owner": "https://x.example/",
          "publicKeyPem": "pem"},
        "revocationList": "https://x.example/revoked", "verification": {"type": "Verification"}
        """

    private static let alignment = """
        {"id": "https://x.example/al", "type": "Alignment", "targetName": "n",
        "targetUrl": "https://case.example/1", "targetType": "CFItem", "targetDescription": "t",
        "targetCode": "T.1", "targetFramework": "Frame"}
        """

    private static let endorsement = """
        {"id": "urn:x:endorsed", "type": "Endorsement", "issuedOn": "2021-05-02T00:00:00Z",
        "issuer": {"id": "https://friend.example/", "type": "EndorsementProfile", "name": "Friend"},
        "verification": {"type": "Hosted"},
        "claim": {"id": "urn:uuid:ada", "type": "EndorsementClaim", "endorsementComment": "good"}}
        """

    private static let achievement = """
        "type": "Achievement", "achievementType": "Co-Curricular", "name": "Tides",
        "description": "Shores", "humanCode": "T 1", "creditsAvailable": 5,
        "issuer": {"id": "https://other.example/", "name": "Other", \(profile)},
        "requirement": {"id": "https://x.example/c", "type": "Criteria", "narrative": "Do it"},
        "identifiers": [{"identifier": "A-1", "identifierType": "LisSourcedId"}],
        "fieldOfStudy": "Ecology", "specialization": "Shores of rivers", "level": "2",
        "image": "https://x.example/a.png", "tags": ["sea", "land"], "alignments": [\(alignment)],
        "associations": [{"associationType": "hasSkillLevel", "targetId": "urn:uuid:z",
          "title": "Zones"}, {"associationType": "isPartOf", "targetId": "urn:uuid:b2",
          "title": "Pool"}],
        "endorsements": [\(endorsement)],
        "resultDescriptions": [{"id": "urn:uuid:r", "type": "ResultDescription", "name": "Grade",
          "resultType": "RubricCriterionLevel", "allowedValues": ["low", "high"],
          "requiredValue": "high", "valueMin": "1", "valueMax": "9", "requiredLevel": "urn:uuid:l",
          "alignments": [\(alignment)],
          "rubricCriterionLevels": [{"id": "urn:uuid:l", "type": "RubricCriterionLevel",
            "name": "Level", "description": "ld", "level": "4", "points": "8",
            "alignments": [\(alignment)]}]}]
        """

    private static let source = """
        {"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld",
        "id": "urn:uuid:old", "type": "Clr", "name": "Record", "issuedOn": "2021-05-01T10:00:00Z",
        "partial": true, "revoked": false, "revocationReason": "none",
        "verification": {"type": "Hosted"},
        "learner": {"id": "urn:uuid:ada", "name": "Ada", \(profile), "endorsements": [\(endorsement)]},
        "publisher": {"id": "https://hollin.example/", "name": "Hollin", \(profile)},
        "endorsements": [\(endorsement)],
        "achievements": [{"id": "urn:uuid:b2", "name": "Pool",
          "issuer": {"id": "https://hollin.example/"}}],
        "assertions": [{"id": "urn:uuid:a", "type": "Assertion",
          "issuedOn": "2021-04-01T00:00:00Z", "expires": "2031-04-01T00:00:00Z",
          "activityStartDate": "2021-01-01T00:00:00Z", "activityEndDate": "2021-03-01T00:00:00Z",
          "creditsEarned": 4.5, "licenseNumber": "L", "narrative": "N", "role": "Captain",
          "term": "Spring", "image": "https://x.example/as.png",
          "source": {"id": "https://x.example/s", "name": "Source"},
          "recipient": {"id": "urn:uuid:rec", "type": "studentId", "identity": "sha256$ab",
            "hashed": true, "salt": "s"},
          "results": [{"id": "urn:uuid:res", "type": "Result", "resultDescription": "urn:uuid:r",
            "value": "high", "achievedLevel": "urn:uuid:l", "status": "Completed",
            "alignments": [\(alignment)]}],
          "evidence": [{"id": "https://x.example/e", "type": "Evidence", "name": "E",
            "description": "ed", "narrative": "en", "genre": "g", "audience": "au"}],
          "endorsements": [\(endorsement)], "verification": {"type": "Hosted"},
          "achievement": {"id": "urn:uuid:b", \(achievement)}}]}
        """

    private static let credential = "/credentialSubject/verifiableCredential/0"

    /// From, to, and the value where it is another; `C` is the credential, `S` its subject, `A` the
    /// achievement; `a` the assertion, `b` its achievement.
    private static let rows = """
        /id /evidence/0/id
        /name /name
        /issuedOn /validFrom
        /issuedOn /awardedDate
        /partial /partial
        /publisher/id /issuer/id
        /learner/id /credentialSubject/id
        /achievements/0/id /credentialSubject/achievement/0/id
        /endorsements/0/claim/endorsementComment /endorsement/0/credentialSubject/endorsementComment
        /endorsements/0/claim/id /endorsement/0/credentialSubject/id
        /endorsements/0/issuedOn /endorsement/0/validFrom
        /endorsements/0/issuer/id /endorsement/0/issuer/id
        /endorsements/0/id /endorsement/0/evidence/0/id
        /learner/endorsements/0/claim/id /endorsement/1/credentialSubject/id
        a/id C/evidence/0/id
        a/issuedOn C/validFrom
        a/issuedOn C/awardedDate
        a/expires C/validUntil
        a/activityStartDate S/activityStartDate
        a/activityEndDate S/activityEndDate
        a/creditsEarned S/creditsEarned
        a/licenseNumber S/licenseNumber
        a/narrative S/narrative
        a/role S/role
        a/term S/term
        a/source/id S/source/id
        a/source/name S/source/name
        a/image S/image/id
        a/recipient/identity S/identifier/0/identityHash
        a/recipient/hashed S/identifier/0/hashed
        a/recipient/salt S/identifier/0/salt
        a/recipient/type S/identifier/0/identityType ext:studentId
        a/results/0/resultDescription S/result/0/resultDescription
        a/results/0/value S/result/0/value
        a/results/0/achievedLevel S/result/0/achievedLevel
        a/results/0/status S/result/0/status
        a/results/0/alignments/0/targetUrl S/result/0/alignment/0/targetUrl
        a/evidence/0/id C/evidence/1/id
        a/evidence/0/name C/evidence/1/name
        a/evidence/0/description C/evidence/1/description
        a/evidence/0/narrative C/evidence/1/narrative
        a/evidence/0/genre C/evidence/1/genre
        a/evidence/0/audience C/evidence/1/audience
        a/endorsements/0/claim/id C/endorsement/0/credentialSubject/id
        b/id A/id
        b/issuer/id A/creator/id
        b/issuer/id C/issuer/id
        b/issuer/name C/issuer/name
        b/achievementType A/achievementType CoCurricular
        b/name A/name
        b/description A/description
        b/requirement/id A/criteria/id
        b/requirement/narrative A/criteria/narrative
        b/humanCode A/humanCode
        b/creditsAvailable A/creditsAvailable
        b/identifiers/0/identifier A/otherIdentifier/0/identifier
        b/identifiers/0/identifierType A/otherIdentifier/0/identifierType lisSourcedId
        b/fieldOfStudy A/fieldOfStudy
        b/specialization A/specialization
        b/level A/tag/2 level:2
        b/image A/image/id
        b/tags/0 A/tag/0
        b/tags/1 A/tag/1
        b/alignments/0/targetName A/alignment/0/targetName
        b/alignments/0/targetUrl A/alignment/0/targetUrl
        b/alignments/0/targetType A/alignment/0/targetType
        b/alignments/0/targetDescription A/alignment/0/targetDescription
        b/alignments/0/targetCode A/alignment/0/targetCode
        b/alignments/0/targetFramework A/alignment/0/targetFramework
        b/id /credentialSubject/association/0/sourceId
        b/associations/0/targetId /credentialSubject/association/0/targetId
        b/associations/0/associationType /credentialSubject/association/0/associationType isRelatedTo
        b/associations/1/associationType /credentialSubject/association/1/associationType
        b/endorsements/0/claim/id A/endorsement/0/credentialSubject/id
        b/resultDescriptions/0/id A/resultDescription/0/id
        b/resultDescriptions/0/name A/resultDescription/0/name
        b/resultDescriptions/0/resultType A/resultDescription/0/resultType
        b/resultDescriptions/0/allowedValues/1 A/resultDescription/0/allowedValue/1
        b/resultDescriptions/0/requiredValue A/resultDescription/0/requiredValue
        b/resultDescriptions/0/valueMin A/resultDescription/0/valueMin
        b/resultDescriptions/0/valueMax A/resultDescription/0/valueMax
        b/resultDescriptions/0/requiredLevel A/resultDescription/0/requiredLevel
        b/resultDescriptions/0/alignments/0/targetUrl A/resultDescription/0/alignment/0/targetUrl
        r/id R/id
        r/name R/name
        r/description R/description
        r/level R/level
        r/points R/points
        r/alignments/0/targetUrl R/alignment/0/targetUrl
        """

    private static let profiles = """
        givenName givenName
        additionalName additionalName
        familyName familyName
        birthDate dateOfBirth
        description description
        image image/id
        url url
        email email
        telephone phone
        official official
        address/streetAddress address/streetAddress
        address/postOfficeBoxNumber address/postOfficeBoxNumber
        address/addressLocality address/addressLocality
        address/addressRegion address/addressRegion
        address/postalCode address/postalCode
        address/addressCountry address/addressCountry
        address/addressCountry address/addressCountryCode
        parentOrg/id parentOrg/id
        identifiers/0/identifier otherIdentifier/0/identifier
        identifiers/0/identifierType otherIdentifier/0/identifierType lisSourcedId
        identifiers/1/identifierType otherIdentifier/1/identifierType oneRosterSourcedId
        identifiers/2/identifierType otherIdentifier/2/identifierType
        sourcedId otherIdentifier/3/identifier
        studentId otherIdentifier/4/identifier
        """

    private static let learner = """
        name ext:fullName
        givenName ext:givenName
        additionalName ext:additionalName
        familyName ext:familyName
        birthDate ext:dateOfBirth
        email emailAddress
        telephone ext:telephone
        url ext:url
        sourcedId sourcedId
        studentId ext:studentId
        address/streetAddress ext:streetAddress
        address/addressCountry ext:addressCountry
        identifiers/0/identifier lisSourcedId
        identifiers/2/identifier ext:State
        """

    private func words(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }

    private func place(_ short: String) -> String {
        let subject = "\(Self.credential)/credentialSubject"
        let starts = [
            ("C/", Self.credential), ("S/", subject), ("A/", "\(subject)/achievement"),
            ("R/", "\(subject)/achievement/resultDescription/0/rubricCriterionLevel/0"),
            ("a/", "/assertions/0"), ("b/", "/assertions/0/achievement"),
            ("r/", "/assertions/0/achievement/resultDescriptions/0/rubricCriterionLevels/0"),
        ]
        for (start, whole) in starts where short.hasPrefix(start) {
            return "\(whole)/\(short.dropFirst(2))"
        }
        return short
    }

    private func convert() throws -> (source: JSONValue, made: JSONValue, report: LossReport) {
        let source = try Accounts.json(Self.source)
        let made = try Conversion(learnerRecord1: source, newID: Accounts.identifiers())
        return (source, try Accounts.read(made.record), made.report)
    }

    @Test func `puts each value where the row says`() async throws {
        let (source, made, report) = try convert()
        Generations.expectWhole(source, report, made)
        var rows = words(Self.rows)
        for (from, to) in [
            ("/publisher", "/issuer"), ("/assertions/0/achievement/issuer", "A/creator"),
        ] {
            rows += words(Self.profiles).map { row in
                ["\(from)/\(row[0])", "\(to)/\(row[1])"] + row.dropFirst(2)
            }
        }
        for row in rows {
            let value = row.count > 2 ? row[2] : Accounts.scalar(source)(place(row[0]))
            let found = Accounts.scalar(made)(place(row[1]))
            #expect(value != nil && found == value, "\(row[0]) to \(row[1])")
        }
        #expect(await Accounts.shapeFaults(made) == [])
        #expect(try await Generations.signingFault(made) == nil)
    }

    @Test func `makes identifiers of what is known of the learner`() throws {
        let (source, made, _) = try convert()
        let entries = made["credentialSubject"]?["identifier"]?.elements.map(\.self) ?? []
        for row in words(Self.learner) {
            let value = Accounts.scalar(source)("/learner/\(row[0])")
            let found = entries.contains { entry in
                entry["identityType"]?.string == row[1] && entry["identityHash"]?.string == value
            }
            #expect(found, "\(row[0])")
        }
    }

    @Test func `loses what the rows say is gone, and keeps the rest as evidence`() throws {
        let (_, _, report) = try convert()
        let lost = Set(report.entries.filter { $0.fate.name == "lost" }.map(\.source))
        for place in [
            "/verification", "/revoked", "/revocationReason", "/publisher/publicKey",
            "/publisher/revocationList", "/publisher/verification", "/assertions/0/verification",
            "/endorsements/0/verification", "/assertions/0/achievement/associations/1/title",
        ] { #expect(lost.contains(place), "\(place)") }
        for place in [
            "/learner/official", "/learner/image", "/learner/parentOrg", "/learner/description",
            "/assertions/0/achievement/alignments/0/id", "/assertions/0/results/0/id",
            "/assertions/0/achievement/associations/0/title", "/assertions/0/recipient/id",
        ] { #expect(report.fate(of: place)?.target?.hasPrefix("/evidence/") == true, "\(place)") }
    }
}
