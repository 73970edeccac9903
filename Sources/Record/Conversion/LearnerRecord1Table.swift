extension MemberTable {
    /// CLR 1.0, Final and Candidate Final names, to CLR 2.0: what has a place of its own there.
    static let learnerRecord1 = MemberTable(
        """
        class Clr
        name name same
        partial partial same
        issuedOn validFrom date
        publisher issuer one Profile
        class Assertion
        issuedOn validFrom date
        expires validUntil date
        class Endorsement
        issuedOn validFrom date
        issuer issuer one Profile
        class AchievementSubject
        achievement achievement one Achievement
        activityStartDate|startDate activityStartDate date
        activityEndDate|endDate activityEndDate date
        creditsEarned creditsEarned same
        licenseNumber licenseNumber same
        narrative narrative same
        role role same
        source source one Profile
        term term same
        image image image
        results result each Result
        class Achievement
        id id same
        name name same
        description description same
        issuer creator one Profile
        requirement criteria one Criteria
        humanCode humanCode same
        identifiers otherIdentifier each IdentifierEntry
        creditsAvailable creditsAvailable same
        fieldOfStudy fieldOfStudy same
        specialization|specializtion specialization same
        image image image
        tags tag list
        alignments alignment each Alignment
        resultDescriptions resultDescription each ResultDescription
        class Alignment
        targetName targetName same
        targetUrl targetUrl same
        targetType targetType same
        targetDescription targetDescription same
        targetCode targetCode same
        targetFramework|educationalFramework|frameworkName targetFramework same
        class Criteria
        id id same
        narrative narrative same
        class Result
        achievedLevel achievedLevel same
        resultDescription resultDescription same
        status status same
        value value text
        alignments alignment each Alignment
        class ResultDescription
        id id same
        name name same
        resultType resultType same
        allowedValues allowedValue list
        requiredValue requiredValue text
        valueMin valueMin text
        valueMax valueMax text
        requiredLevel requiredLevel same
        rubricCriterionLevels rubricCriterionLevel each RubricCriterionLevel
        alignments alignment each Alignment
        class RubricCriterionLevel
        id id same
        name name same
        description description same
        level level text
        points points text
        alignments alignment each Alignment
        class Profile
        id id same
        name name same
        givenName givenName same
        additionalName additionalName same
        familyName familyName same
        birthDate|birthdate dateOfBirth day
        description description same
        image image image
        url url same
        email email same
        telephone phone same
        address address one Address
        official official same
        parentOrg parentOrg one Profile
        identifiers otherIdentifier each IdentifierEntry
        class Address
        streetAddress streetAddress same
        postOfficeBoxNumber postOfficeBoxNumber same
        addressLocality addressLocality same
        addressRegion addressRegion same
        postalCode postalCode same
        addressCountry addressCountry country
        class IdentifierEntry
        identifier identifier text
        """)
}
