import JSONText

extension Seeds {
    static func pesc() -> [[UInt8]] {
        let small = """
            <CollegeTranscript><Student><Person><Name><LastName>Müller</LastName></Name></Person>
            <AcademicRecord><Course x='&#233;'><CourseTitle>é « ÿ »</CourseTitle></Course>
            </AcademicRecord></Student></CollegeTranscript>
            """
        let wide = small.split(separator: "«").joined(separator: "\u{1D11E}")
        let octets = small.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        // The signs that windows-1252 has and ISO-8859-1 has not: € and quotation marks.
        let other = octets.map { $0 == 0xAB ? 0x80 : $0 == 0xBB ? 0x94 : $0 }
        return bytes([transcript, small, "\u{FEFF}" + small])
            + [
                octetPairs("\u{FEFF}" + transcript, isBig: true),
                octetPairs("\u{FEFF}" + wide, isBig: true),
                octetPairs("\u{FEFF}" + wide, isBig: false),
                octetPairs(wide, isBig: true), octetPairs(wide, isBig: false),
                octetPairs("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?>" + wide, isBig: false),
                Array("<?xml version='1.0' encoding='ISO-8859-1'?>".utf8) + octets,
                Array("<?xml version='1.0' encoding='windows-1252'?>".utf8) + other,
            ]
    }

    /// UTF-16, without a byte-order mark of its own.
    private static func octetPairs(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let octets = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBig ? octets : octets.reversed()
        }
    }

    private static let transcript = """
        <?xml version="1.0" encoding="UTF-8"?>
        <t:CollegeTranscript xmlns:t="urn:org:pesc:message:CollegeTranscript:v1.6.0">
        <TransmissionData><DocumentID>1</DocumentID>
        <CreatedDateTime>2026-01-01T00:00:00Z</CreatedDateTime></TransmissionData>
        <Student><Person><SchoolAssignedPersonID>7</SchoolAssignedPersonID>
        <Name><FirstName>A</FirstName><LastName>B &amp; C</LastName></Name>
        <Contacts><Email><EmailAddress>a@b.example</EmailAddress></Email></Contacts></Person>
        <AcademicRecord><School><OrganizationName>S</OrganizationName><OPEID>1</OPEID></School>
        <AcademicAward><AcademicAwardDate>2026-06-01</AcademicAwardDate>
        <AcademicAwardTitle>T</AcademicAwardTitle><AcademicAwardProgram>
        <AcademicProgramName>P</AcademicProgramName></AcademicAwardProgram></AcademicAward>
        <AcademicSession><AcademicSessionDetail><SessionName>Spring</SessionName>
        </AcademicSessionDetail><Course><CourseCreditValue>3.0</CourseCreditValue>
        <CourseAcademicGrade>A</CourseAcademicGrade>
        <CourseSubjectAbbreviation>M</CourseSubjectAbbreviation><CourseNumber>1</CourseNumber>
        <CourseTitle><![CDATA[x]]></CourseTitle><NoteMessage>n</NoteMessage></Course>
        </AcademicSession><AcademicSummary><GPA><GradePointAverage>3.5</GradePointAverage></GPA>
        </AcademicSummary></AcademicRecord></Student></t:CollegeTranscript>
        """

    static func elm() -> [[UInt8]] {
        bytes([
            #"""
            {"id": "urn:x:1", "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
            "validFrom": "2026-01-01T00:00:00Z", "issuer": {"id": "urn:epass:org:1", "type":
            "Organisation", "legalName": {"en": ["S"]}, "homepage": [{"contentURL": "https://s/"}],
            "contactPoint": [{"emailAddress": [{"id": "mailto:a@b.example"}]}]},
            "displayParameter": {"title": {"en": ["R"]}}, "credentialSubject": {"id":
            "urn:epass:person:1", "type": "Person", "givenName": {"und": ["A"]}, "dateOfBirth":
            "2000-01-01T00:00:00Z", "identifier": [{"notation": "1", "schemeName": "Card No"}],
            "hasClaim": [{"id": "urn:epass:learningAchievement:1", "type": "LearningAchievement",
            "title": {"en": ["T"]}, "awardedBy": {"awardingDate": "2026-01-01T00:00:00Z",
            "awardingBody": [{"id": "urn:epass:org:1"}]}, "creditReceived": [{"point": "3"}],
            "provenBy": [{"title": {"en": ["E"]}, "grade": {"noteLiteral": {"en": ["A"]}},
            "specifiedBy": {"id": "urn:s", "category": {"en": ["LetterGrade"]}}}],
            "specifiedBy": {"title": {"en": ["T"]}, "creditPoint": [{"point": "2"}], "identifier":
            [{"notation": "urn:a", "schemeName": "achievement"}], "learningOutcome": [{"title":
            {"en": ["L"]}, "relatedSkill": [{"id": "urn:k"}]}], "additionalNote": [{"noteLiteral":
            {"en": ["c"]}, "subject": {"prefLabel": {"en": ["criteria"]}}}]},
            "hasPart": [{"id": "urn:epass:learningAchievement:2", "title": {"en": ["P"]}}]}]}}
            """#
        ])
    }

    static func export() -> [[UInt8]] {
        bytes([
            #"""
            {"id": "urn:r", "type": ["VerifiableCredential", "ClrCredential"], "name": "=R",
            "validFrom": "2026-01-01T00:00:00Z", "issuer": {"id": "https://s/", "name": "S",
            "address": {"streetAddress": "1"}}, "credentialSubject": {"id": "urn:l", "identifier":
            [{"hashed": false, "identityHash": "A", "identityType": "ext:givenName"}],
            "association": [{"associationType": "isPartOf", "sourceId": "urn:a", "targetId":
            "urn:b"}], "verifiableCredential": [{"id": "urn:c", "name": "N", "issuer": "urn:i",
            "evidence": [{"id": "urn:e", "name": "E"}], "credentialSubject": {"creditsEarned": 3,
            "term": "Spring", "result": [{"resultDescription": "urn:d", "value": "A\"\r\n,"},
            {"achievedLevel": "urn:v", "resultDescription": "urn:d"}], "achievement": {"id":
            "urn:a", "achievementType": "Course", "name": "-1", "humanCode": "M 1", "tag":
            ["CourseLevel:x", "t"], "inLanguage": "en", "resultDescription": [{"id": "urn:d",
            "name": "G", "resultType": "LetterGrade", "rubricCriterionLevel": [{"id": "urn:v",
            "name": "V"}]}]}}}, {"credentialSubject": {"achievement": {"id": "urn:b",
            "achievementType": "Degree", "name": "D"}}}, "eyJh.eyJi.c2ln"]}}
            """#,
            #"{"credentialSubject": {"achievement": {"name": "\t\u0000\u202e", "tag": "x"}}}"#,
        ])
    }
}
