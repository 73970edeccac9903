import JSONText

/// The class of a credential that decides which model and which checks apply.
package enum CredentialKind: String, CaseIterable, Sendable {
    case clrCredential = "ClrCredential"
    case achievementCredential = "AchievementCredential"
    case openBadgeCredential = "OpenBadgeCredential"
    case endorsementCredential = "EndorsementCredential"
    case statusListCredential = "BitstringStatusListCredential"
    case verifiableCredential = "VerifiableCredential"
    case presentation = "VerifiablePresentation"
    /// Types that name no credential at all.
    case unknown = "Unknown"

    /// The most particular class that the types name.
    package init(types: [String]) {
        self =
            Self.allCases.first { kind in
                types.contains { $0.isSame(as: kind.rawValue) }
            } ?? .unknown
    }

    /// Whether the class belongs to OB 3.0 (section 1.6, 1.9); the two names are aliases.
    package var isAchievement: Bool {
        self == .achievementCredential || self == .openBadgeCredential
    }
}

/// The generation of the W3C data model, decided by the first context (VER-02).
package enum DataModel: Sendable {
    case version1
    case version2

    package static let version1Context = "https://www.w3.org/2018/credentials/v1"
    package static let version2Context = "https://www.w3.org/ns/credentials/v2"

    init?(context: String?) {
        switch context {
        case .some(let url) where url.isSame(as: Self.version2Context): self = .version2
        case .some(let url) where url.isSame(as: Self.version1Context): self = .version1
        default: return nil
        }
    }
}
