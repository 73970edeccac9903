/// What a document of a generation before verifiable credentials is.
package enum LegacyKind: String, CaseIterable, Sendable {
    case clr = "Clr"
    case clrSet = "ClrSet"
    case clrPayload = "ClrPayload"
    case assertion = "Assertion"
    case badgeClass = "BadgeClass"
    case profile = "Profile"
    case endorsement = "Endorsement"
    case key = "CryptographicKey"
    case revocationList = "RevocationList"
    /// What a Badge Connect service answers: assertions with a status around them (OB-API-04).
    case badgeList = "BadgeConnectResponse"
    case extendedTranscript = "ExtendedTranscript"
    case recordOfPerformance = "RecordOfPerformance"

    /// Whether it collects what was reached, and says nothing itself.
    package var isCollection: Bool {
        self == .clrSet || self == .clrPayload || self == .badgeList
    }
}

/// The generations before verifiable credentials, by the names that verdicts show.
package enum LegacyGeneration: String, CaseIterable, Sendable {
    case clr1 = "CLR 1.0"
    case clr1CandidateFinal = "CLR 1.0 CF"
    case openBadges2 = "OB 2.0"
    case openBadges1 = "OB 1.x"
    case extendedTranscript = "Extended Transcript 1.0"
    case recordOfPerformance = "Record of Performance"

    package var isCLR: Bool { self == .clr1 || self == .clr1CandidateFinal }
    package var isBadge: Bool { self == .openBadges2 || self == .openBadges1 }
    /// Whether its standard knows of signatures and hosting at all (UP-12).
    package var isVerifiable: Bool { isCLR || isBadge }
}
