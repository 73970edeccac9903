import JSONText

/// The elements of a PESC College Transcript that have a place in CLR 2.0, in the order in which
/// the standard has them: `element how target`.
///
/// - `text`, `number`, `date`: a member of the credential, its subject or its achievement;
/// - `tag`: a tag of the achievement, `element:value`;
/// - `identifier`: an entry of `otherIdentifier` of the type `ext:element`;
/// - `result`: a result whose description has this type;
/// - `identity`: an identifier of the learner of this type;
/// - `code`: a part of `humanCode`;
/// - `school`: the name of another issuer than that of the record.
struct TranscriptTable: Sendable {
    enum Rule: Sendable, Equatable {
        case text, number, date, tag, identifier, result, identity, code, school
    }

    struct Line: Sendable {
        let path: [String]
        let rule: Rule
        /// A member with the object that has it, or a type.
        let target: String

        /// The element that holds the text.
        var element: String { path.last ?? "" }
    }

    let lines: [Line]

    init(_ notation: String) {
        lines = notation.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1, let rule = Rule(words[1]) else { return nil }
            return Line(
                path: words[0].split(separator: "/").map(String.init), rule: rule,
                target: words.count > 2 ? words[2] : "")
        }
    }

    static let course = TranscriptTable(
        """
        CourseCreditBasis tag
        CourseCreditUnits tag
        CourseCreditLevel tag
        CourseCreditValue number achievement/creditsAvailable
        CourseCreditEarned number subject/creditsEarned
        CourseAcademicGradeScaleCode tag
        CourseAcademicGrade result LetterGrade
        CourseAcademicGradeStatusCode tag
        CourseNarrativeExplanationGrade text subject/narrative
        CourseRepeatCode tag
        CourseCIPCode identifier
        CourseCSISCode identifier
        CourseNCESCode identifier
        CourseSCEDCode identifier
        CourseUSISCode identifier
        CourseQualityPointsEarned result ext:QualityPoints
        CourseLevel tag
        CourseGPAApplicabilityCode tag
        CourseSubjectAbbreviation code
        CourseNumber code
        CourseSectionNumber identifier
        OriginalCourseID identifier
        AgencyCourseID identifier
        CourseTitle text achievement/name
        CourseAddDate tag
        CourseDropDate tag
        CourseOverrideSchool/OrganizationName school
        OverrideSchoolCourseNumber identifier
        CourseApplicability tag
        CourseBeginDate date subject/activityStartDate
        CourseEndDate date subject/activityEndDate
        CourseInstructionSite tag
        CourseInstructionSiteName tag
        NoteMessage tag
        """)

    static let award = TranscriptTable(
        """
        AcademicAwardLevel tag
        AcademicAwardDate date credential/awardedDate
        AcademicAwardTitle text achievement/name
        AcademicHonors/HonorsTitle tag
        AcademicCompletionIndicator tag
        AcademicCompletionDate date subject/activityEndDate
        AcademicAwardProgram/AcademicProgramType tag
        AcademicAwardProgram/AcademicProgramName text achievement/fieldOfStudy
        NoteMessage tag
        """)

    static let summary = TranscriptTable(
        """
        AcademicSummaryType tag
        AcademicSummaryLevel tag
        GPA/CreditHoursAttempted result ext:CreditHoursAttempted
        GPA/CreditHoursEarned number subject/creditsEarned
        GPA/CreditUnit tag
        GPA/GradePointAverage result GradePointAverage
        GPA/TotalQualityPoints result ext:TotalQualityPoints
        GPA/CreditHoursforGPA result ext:CreditHoursforGPA
        GPA/GPARangeMinimum tag
        GPA/GPARangeMaximum tag
        AcademicHonors/HonorsTitle tag
        ClassRank tag
        ClassSize tag
        NoteMessage tag
        """)

    static let session = TranscriptTable(
        """
        SessionDesignator tag
        SessionDesignatorSuffix tag
        SessionName text achievement/name
        SessionType tag
        SessionSchoolYear tag
        SessionBeginDate tag
        SessionEndDate tag
        NoteMessage tag
        """)

    static let person = TranscriptTable(
        """
        SchoolAssignedPersonID identity ext:studentId
        RecipientAssignedID identity ext:recipientAssignedId
        Birth/BirthDate identity ext:dateOfBirth
        Name/NamePrefix identity ext:honorificPrefix
        Name/FirstName identity ext:givenName
        Name/MiddleName identity ext:additionalName
        Name/LastName identity ext:familyName
        Name/NameSuffix identity ext:honorificSuffix
        Name/CompositeName identity ext:fullName
        Contacts/Address/AddressLine identity ext:streetAddress
        Contacts/Address/City identity ext:addressLocality
        Contacts/Address/StateProvinceCode identity ext:addressRegion
        Contacts/Address/PostalCode identity ext:postalCode
        Contacts/Address/CountryCode identity ext:addressCountry
        Contacts/Phone/AreaCityCode identity ext:telephoneArea
        Contacts/Phone/PhoneNumber identity ext:telephone
        Contacts/Email/EmailAddress identity emailAddress
        """)

    static let school = TranscriptTable(
        """
        OrganizationName text issuer/name
        OPEID identifier
        NCHELPID identifier
        IPEDS identifier
        ATP identifier
        FICE identifier
        ACT identifier
        CCD identifier
        PSS identifier
        CSIS identifier
        USIS identifier
        ESIS identifier
        DUNS identifier
        Contacts/Address/AddressLine text issuer/address/streetAddress
        Contacts/Address/City text issuer/address/addressLocality
        Contacts/Address/StateProvinceCode text issuer/address/addressRegion
        Contacts/Address/PostalCode text issuer/address/postalCode
        Contacts/Address/CountryCode text issuer/address/addressCountry
        Contacts/Phone/PhoneNumber text issuer/phone
        Contacts/Email/EmailAddress text issuer/email
        Contacts/URL/URLAddress text issuer/url
        """)
}

extension TranscriptTable.Rule {
    fileprivate init?(_ word: String) {
        switch word {
        case "text": self = .text
        case "number": self = .number
        case "date": self = .date
        case "tag": self = .tag
        case "identifier": self = .identifier
        case "result": self = .result
        case "identity": self = .identity
        case "code": self = .code
        case "school": self = .school
        case _: return nil
        }
    }
}

extension LearnerRecord2 {
    /// What a result of a type is called, where it came without a name.
    static func resultName(_ type: String) -> String {
        let word = type.utf8.starts(with: "ext:".utf8) ? type.dropFirst(4) : type[...]
        var out = ""
        for scalar in word.unicodeScalars {
            let isCapital = (0x41...0x5A).contains(scalar.value)
            if isCapital, !out.isEmpty { out += " " }
            out += isCapital && !out.isEmpty ? String(scalar).lowercased() : String(scalar)
        }
        return out
    }
}

/// What a draft of CLR 2.0 made by this project always has.
enum LearnerRecord2 {
    static let base = "https://www.w3.org/ns/credentials/v2"
    static let records = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
    static let badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

    static func record(id: String) -> Members {
        var made = Members()
        made.set("@context", [.string(base), .string(records), .string(badges)])
        made.set("id", .string(id))
        made.set("type", ["VerifiableCredential", "ClrCredential"])
        return made
    }

    static func credential(id: String) -> Members {
        var made = Members()
        made.set("@context", [.string(base), .string(badges)])
        made.set("id", .string(id))
        made.set("type", ["VerifiableCredential", "AchievementCredential"])
        return made
    }

    static func identity(_ text: String, _ type: String) -> JSON {
        [
            "type": "IdentityObject", "hashed": false, "identityHash": .string(text),
            "identityType": .string(type),
        ]
    }

    /// UP-03: the way back to what was converted.
    static func original(id: String?, name: String, kind: String) -> JSON {
        var made: [(name: String, value: JSON)] = [
            ("type", ["Evidence"]), ("name", .string(name)), ("genre", .string(kind)),
            (
                "description",
                """
                This credential says anew what the original says. No proof of the original covers it.
                """
            ),
        ]
        if let id { made.insert(("id", .string(id)), at: 0) }
        return .object(made)
    }

    /// A whole number or decimal fraction as JSON writes it, or nil.
    static func number(_ text: String) -> JSON? {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        var digits = text.utf8.dropFirst(isNegative ? 1 : 0)
        while digits.count > 1, digits.first == 0x30, digits.dropFirst().first != 0x2E {
            digits = digits.dropFirst()
        }
        let parts = digits.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        let isDecimal = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0 &- 0x30 < 10 }
        }
        guard isDecimal, digits.count <= 64 else { return nil }
        return .number((isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self))
    }
}
