import JSONText

/// The columns of the table, a line each: the name, whose value it is, and by which members it is
/// reached; alternatives are joined by `|`.
struct TableColumn: Sendable {
    enum Scope: String, Sendable {
        case record, credential, subject, achievement, result, description, level
    }

    let name: String
    let scope: Scope
    let paths: [[String]]

    static let all: [TableColumn] = read(
        """
        record_id record id
        record_name record name
        record_issuer record issuer/name
        record_issuer_id record issuer/id|issuer
        record_valid_from record validFrom|issuanceDate
        record_valid_until record validUntil|expirationDate
        learner_id record credentialSubject/id
        learner_identifier record credentialSubject/identifier/identityHash
        learner_identifier_type record credentialSubject/identifier/identityType
        credential_id credential id
        credential_name credential name
        issuer credential issuer/name
        issuer_id credential issuer/id|issuer
        awarded credential awardedDate
        valid_from credential validFrom|issuanceDate
        valid_until credential validUntil|expirationDate
        recipient_id subject id
        achievement_id achievement id
        achievement_type achievement achievementType
        code achievement humanCode
        achievement achievement name
        description achievement description
        criteria achievement criteria/narrative
        criteria_id achievement criteria/id
        field_of_study achievement fieldOfStudy
        specialization achievement specialization
        tag achievement tag
        credits_available achievement creditsAvailable
        credits_earned subject creditsEarned
        term subject term
        started subject activityStartDate
        ended subject activityEndDate
        role subject role
        license_number subject licenseNumber
        narrative subject narrative
        alignment achievement alignment/targetName
        alignment_url achievement alignment/targetUrl
        result_name description name
        result_type description resultType
        result_value result value
        result_status result status
        result_level level name
        evidence credential evidence/name
        evidence_id credential evidence/id
        evidence_text credential evidence/narrative|evidence/description
        credential_description credential description
        recipient_identifier subject identifier/identityHash
        recipient_identifier_type subject identifier/identityType
        source subject source/name
        source_id subject source/id|source
        creator achievement creator/name
        creator_id achievement creator/id|creator
        other_identifier achievement otherIdentifier/identifier
        other_identifier_type achievement otherIdentifier/identifierType
        version achievement version
        language achievement inLanguage
        image achievement image/id|image
        alignment_code achievement alignment/targetCode
        alignment_framework achievement alignment/targetFramework
        result_lowest description valueMin
        result_highest description valueMax
        result_required description requiredValue
        result_allowed description allowedValue
        record_description record description
        record_partial record partial
        record_issuer_url record issuer/url
        record_issuer_email record issuer/email
        record_issuer_phone record issuer/phone
        record_issuer_identifier record issuer/otherIdentifier/identifier
        record_issuer_identifier_type record issuer/otherIdentifier/identifierType
        record_issuer_street record issuer/address/streetAddress
        record_issuer_city record issuer/address/addressLocality
        record_issuer_region record issuer/address/addressRegion
        record_issuer_postal_code record issuer/address/postalCode
        record_issuer_country record issuer/address/addressCountry
        record_issuer_country_code record issuer/address/addressCountryCode
        endorsement credential endorsement/credentialSubject/endorsementComment
        endorser credential endorsement/issuer/name
        endorser_id credential endorsement/issuer/id|endorsement/issuer
        achievement_endorsement achievement endorsement/credentialSubject/endorsementComment
        achievement_endorser achievement endorsement/issuer/name
        """)

    private static func read(_ notation: String) -> [TableColumn] {
        notation.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, let scope = Scope(rawValue: words[1]) else { return nil }
            let paths = words[2].split(separator: "|").map {
                $0.split(separator: "/").map(String.init)
            }
            return TableColumn(name: words[0], scope: scope, paths: paths)
        }
    }

    /// The scalars that the first fitting path reaches, through arrays and signed texts.
    func values(
        in whole: Placed?, opening tokens: OpenedTokens
    ) -> [(at: Placed, text: String)] {
        guard let whole else { return [] }
        for path in paths {
            var reached = [whole]
            for name in path {
                reached = reached.flatMap { holder in
                    let signed = name.isSame(as: "endorsement") ? holder.each("endorsementJwt") : []
                    return (holder.each(name) + signed).map { tokens.opened($0) }
                }
            }
            let values = reached.compactMap { at in at.text.map { (at: at, text: $0) } }
            if !values.isEmpty { return values }
        }
        return []
    }
}
