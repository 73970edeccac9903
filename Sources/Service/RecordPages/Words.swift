import JSONText

/// The standards' terms in the reader's words.
enum Words {
    static func achievementType(_ term: String) -> String {
        achievementTypes[Text(term)] ?? spaced(term)
    }

    static func resultType(_ term: String) -> String {
        resultTypes[Text(term)] ?? spaced(term)
    }

    static func resultStatus(_ term: String) -> String {
        resultStatuses[Text(term)] ?? spaced(term)
    }

    static func identityType(_ term: String) -> String {
        identityTypes[Text(term)] ?? spaced(term)
    }

    static func association(_ term: String) -> String {
        associations[Text(term)] ?? spaced(term).lowercased()
    }

    static func alignmentType(_ term: String) -> String {
        alignmentTypes[Text(term)] ?? spaced(term)
    }

    /// Of a class that two generations name alike, the generation decides.
    static func kind(_ term: String?, of standard: String? = nil) -> String {
        guard let term else { return "Credential" }
        if term.isSame(as: "Assertion"), standard?.utf8.starts(with: "OB".utf8) == true {
            return "Open Badge"
        }
        return kinds[Text(term)] ?? spaced(term)
    }

    /// "OB 3.0" → "Open Badges 3.0".
    static func standard(_ name: String) -> String {
        for (short, long) in [
            ("OB ", "Open Badges "), ("VCDM ", "W3C Verifiable Credentials "),
            ("CLR ", "Comprehensive Learner Record "),
        ] where name.utf8.starts(with: short.utf8) {
            return long + String(decoding: name.utf8.dropFirst(short.utf8.count), as: UTF8.self)
        }
        return name
    }

    /// "Arabic (ar)"; a tag of a language that is not in the table as it is written.
    static func language(_ tag: String) -> String {
        let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") }
        let name = languages[Text(String(decoding: primary, as: UTF8.self).lowercased())]
        return name.map { "\($0) (\(tag))" } ?? tag
    }

    private static let languages: [Text: String] = {
        var languages: [Text: String] = [:]
        for pair in """
        ar Arabic,bg Bulgarian,bn Bengali,ca Catalan,cs Czech,cy Welsh,da Danish,de German,\
        el Greek,en English,es Spanish,et Estonian,eu Basque,fa Persian,fi Finnish,fr French,\
        ga Irish,gl Galician,he Hebrew,hi Hindi,hr Croatian,hu Hungarian,id Indonesian,\
        is Icelandic,it Italian,ja Japanese,ko Korean,lt Lithuanian,lv Latvian,mk Macedonian,\
        ms Malay,mt Maltese,nl Dutch,no Norwegian,nb Norwegian Bokmål,nn Norwegian Nynorsk,\
        pl Polish,pt Portuguese,ro Romanian,ru Russian,sk Slovak,sl Slovenian,sq Albanian,\
        sr Serbian,sv Swedish,sw Swahili,ta Tamil,th Thai,tr Turkish,uk Ukrainian,ur Urdu,\
        vi Vietnamese,zh Chinese
        """.split(separator: ",") {
            let parts = pair.split(separator: " ", maxSplits: 1)
            guard let tag = parts.first, let name = parts.last else { continue }
            languages[Text(String(tag))] = String(name)
        }
        return languages
    }()

    /// "CommunityService" → "Community service"; the prefix of an extension is left out.
    static func spaced(_ term: String) -> String {
        let isExtension = term.utf8.starts(with: "ext:".utf8)
        var words = ""
        var afterSmall = false
        for scalar in term.unicodeScalars.dropFirst(isExtension ? 4 : 0) {
            let isCapital = (0x41...0x5A).contains(scalar.value)
            if isCapital, afterSmall { words += " " }
            words += isCapital && afterSmall ? scalar.properties.lowercaseMapping : String(scalar)
            afterSmall = (0x61...0x7A).contains(scalar.value)
        }
        return words
    }

    /// "1 course", "3 courses".
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    private static let achievementTypes: [Text: String] = [
        "ApprenticeshipCertificate": "Apprenticeship certificate",
        "AssociateDegree": "Associate degree", "BachelorDegree": "Bachelor’s degree",
        "CertificateOfCompletion": "Certificate of completion", "CoCurricular": "Co-curricular",
        "CommunityService": "Community service", "DoctoralDegree": "Doctoral degree",
        "GeneralEducationDevelopment": "General education development",
        "JourneymanCertificate": "Journeyman certificate",
        "LearningProgram": "Learning programme", "License": "Licence",
        "MasterCertificate": "Master certificate", "MasterDegree": "Master’s degree",
        "MicroCredential": "Micro-credential", "ProfessionalDoctorate": "Professional doctorate",
        "QualityAssuranceCredential": "Quality assurance credential",
        "ResearchDoctorate": "Research doctorate",
        "SecondarySchoolDiploma": "Secondary school diploma",
    ]

    private static let resultTypes: [Text: String] = [
        "GradePointAverage": "Grade point average", "LetterGrade": "Grade",
        "PerformanceLevel": "Level", "PredictedScore": "Predicted score",
        "RawScore": "Score", "RubricCriterion": "Rubric criterion",
        "RubricCriterionLevel": "Level on a rubric", "RubricScore": "Score on a rubric",
        "ScaledScore": "Scaled score",
    ]

    private static let resultStatuses: [Text: String] = [
        "InProgress": "In progress", "OnHold": "Finished, not awarded",
        "Provisional": "Finished, not yet confirmed", "Withdrew": "Withdrew",
    ]

    private static let identityTypes: [Text: String] = [
        "name": "Name", "sourcedId": "Sourced id", "systemId": "System id",
        "productId": "Product id", "userName": "User name", "accountId": "Account",
        "emailAddress": "E-mail", "nationalIdentityNumber": "National identity number",
        "isbn": "ISBN", "issn": "ISSN", "lisSourcedId": "LIS sourced id",
        "oneRosterSourcedId": "OneRoster sourced id", "sisSourcedId": "Student number (SIS)",
        "ltiUserId": "LTI user", "identifier": "Identifier", "ext:studentId": "Student number",
        "id": "Identifier", "email": "E-mail", "url": "Web", "telephone": "Telephone",
        "studentId": "Student number",
    ]

    private static let associations: [Text: String] = [
        "exactMatchOf": "is the same as", "isChildOf": "belongs under",
        "isParentOf": "stands above", "isPartOf": "is part of", "isPeerOf": "is a peer of",
        "isRelatedTo": "is related to", "precedes": "comes before",
        "replacedBy": "is replaced by",
    ]

    private static let alignmentTypes: [Text: String] = [
        "ceasn:Competency": "competency", "ceterms:Credential": "credential",
        "CFItem": "framework item", "CFRubric": "rubric",
        "CFRubricCriterion": "rubric criterion",
        "CFRubricCriterionLevel": "rubric level", "CTDL": "Credential Engine item",
    ]

    private static let kinds: [Text: String] = [
        "ClrCredential": "Comprehensive Learner Record", "OpenBadgeCredential": "Open Badge",
        "AchievementCredential": "Achievement credential",
        "EndorsementCredential": "Endorsement", "VerifiableCredential": "Verifiable credential",
        "VerifiablePresentation": "Presentation", "Unknown": "Not a known kind of record",
        "Clr": "Comprehensive Learner Record", "CLR": "Comprehensive Learner Record",
        "ClrSet": "Set of learner records", "CLRSet": "Set of learner records",
        "Assertion": "Achievement", "BadgeClass": "Badge",
    ]
}
