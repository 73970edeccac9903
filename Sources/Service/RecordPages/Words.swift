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

    static func kind(_ term: String?) -> String {
        guard let term else { return "Credential" }
        return kinds[Text(term)] ?? spaced(term)
    }

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
        "VerifiablePresentation": "Presentation",
    ]
}
