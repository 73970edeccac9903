import Credentials
import JSONText

/// What the safe issuing profile (section 9) fixes for a class of credentials.
struct CredentialClass {
    let kind: CredentialKind

    init(_ kind: CredentialKind) { self.kind = kind }

    /// The class that a draft names, or that its subject implies.
    init?(of draft: Credential) {
        let named = draft.kind
        if named != .unknown, named != .verifiableCredential || draft.types.count > 1 {
            kind = named
            return
        }
        let subject = draft.subject
        if subject?.hasType("ClrSubject") == true || subject?.json["verifiableCredential"] != nil {
            kind = .clrCredential
        } else if subject?.hasType("AchievementSubject") == true
            || subject?.json["achievement"] != nil
        {
            kind = .achievementCredential
        } else if subject?.hasType("EndorsementSubject") == true {
            kind = .endorsementCredential
        } else if named == .verifiableCredential {
            kind = named
        } else {
            return nil
        }
    }

    static let extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"

    private static let openBadges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
    /// The contexts that have the term `awardedDate`.
    static let awarding = [
        openBadges, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
    ]

    var contexts: [String] {
        let learnerRecord = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
        let openBadges = Self.openBadges
        return switch kind {
        case .clrCredential:
            [DataModel.version2Context, learnerRecord, openBadges, Self.extensions]
        case .achievementCredential, .openBadgeCredential, .endorsementCredential:
            [DataModel.version2Context, openBadges, Self.extensions]
        case .statusListCredential, .verifiableCredential, .presentation, .unknown:
            [DataModel.version2Context]
        }
    }

    var subjectType: String? {
        switch kind {
        case .clrCredential: "ClrSubject"
        case .achievementCredential, .openBadgeCredential: "AchievementSubject"
        case .endorsementCredential: "EndorsementSubject"
        case .statusListCredential, .verifiableCredential, .presentation, .unknown: nil
        }
    }

    /// Whether it is something that is awarded (CLR2-M-11, OB3-M-07). An endorsement may say so too,
    /// and is none.
    var isAwarded: Bool {
        switch kind {
        case .clrCredential, .achievementCredential, .openBadgeCredential: true
        case .endorsementCredential, .statusListCredential, .verifiableCredential, .presentation,
            .unknown:
            false
        }
    }

    /// The standard's schema (OB3-M-75).
    var schema: JSON? {
        let standard: String
        switch kind {
        case .clrCredential: standard = "clr/v2p0/schema/json/clr_v2p0_clrcredential"
        case .achievementCredential, .openBadgeCredential:
            standard = "ob/v3p0/schema/json/ob_v3p0_achievementcredential"
        case .endorsementCredential:
            standard = "ob/v3p0/schema/json/ob_v3p0_endorsementcredential"
        case .statusListCredential, .verifiableCredential, .presentation, .unknown: return nil
        }
        return .object([
            ("id", .string("https://purl.imsglobal.org/spec/\(standard)_schema.json")),
            ("type", "1EdTechJsonSchemaValidator2019"),
        ])
    }
}
