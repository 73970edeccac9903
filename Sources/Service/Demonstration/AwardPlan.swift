import JSONText

/// An achievement that the learner was awarded: becomes one credential.
struct AwardPlan: Sendable {
    let issuer: IssuerPlan.Name
    let achievement: AchievementPlan
    /// A whole second of UTC.
    let awarded: String
    var validUntil: String?
    var creditsEarned: String?
    var term: String?
    var role: String?
    var began: String?
    var ended: String?
    var licenseNumber: String?
    var narrative: String?
    /// Who assessed in the issuer's place.
    var source: IssuerPlan.Name?
    var evidence: [EvidencePlan] = []
    var endorsements: [EndorsementPlan] = []
    var isRevocable = false
    /// Whether it is a record of its own and not a part of one.
    var isAlone = false

    var id: String { storyID("credential/\(achievement.slug)") }

    func draft(_ issuers: Issuers, _ learner: Learner) -> CredentialDraft {
        CredentialDraft(
            name: achievement.slug, id: id, issuer: issuer, isRevocable: isRevocable,
            nested: endorsements.map { $0.draft(issuers, of: id) },
            head: members(issuers, learner)
        ) { [("endorsement", list($0))] }
    }

    private func members(_ issuers: Issuers, _ learner: Learner) -> [(name: String, value: JSON)] {
        let type = isAlone ? "OpenBadgeCredential" : "AchievementCredential"
        let all: [(String, JSON?)] = [
            ("@context", SafeProfile.openBadge),
            ("id", .string(id)),
            ("type", types("VerifiableCredential", type)),
            ("name", .string(achievement.name)),
            ("issuer", issuers.plan(issuer).profile),
            ("validFrom", .string(awarded)),
            ("validUntil", text(validUntil)),
            ("awardedDate", .string(awarded)),
            ("credentialSubject", subject(issuers, learner)),
            ("evidence", list(evidence.map { $0.json(in: achievement.slug) })),
            (
                "credentialSchema",
                SafeProfile.schema("ob/v3p0/schema/json/ob_v3p0_achievementcredential")
            ),
        ]
        return all.compactMap { name, value in value.map { (name: name, value: $0) } }
    }

    private func subject(_ issuers: Issuers, _ learner: Learner) -> JSON {
        object([
            ("id", .string(learner.id)),
            ("type", types("AchievementSubject")),
            ("identifier", isAlone ? learner.identifiers : nil),
            ("role", text(role)),
            ("term", text(term)),
            ("activityStartDate", text(began)),
            ("activityEndDate", text(ended)),
            ("licenseNumber", text(licenseNumber)),
            ("creditsEarned", creditsEarned.map { .number($0) }),
            ("narrative", text(narrative)),
            ("source", source.map { issuers.plan($0).profile }),
            ("result", list(achievement.results.map { $0.result(in: achievement.slug) })),
            ("achievement", achievement.json),
        ])
    }
}

/// Work that shows that an achievement was earned.
struct EvidencePlan: Sendable {
    let slug: String
    let name: String
    let description: String
    let genre: String
    let narrative: String

    func json(in achievement: String) -> JSON {
        object([
            ("id", .string(storyID("evidence/\(achievement)/\(slug)"))),
            ("type", types("Evidence")),
            ("name", .string(name)),
            ("description", .string(description)),
            ("genre", .string(genre)),
            ("narrative", .string(narrative)),
        ])
    }
}

/// What somebody else says of a credential.
struct EndorsementPlan: Sendable {
    let slug: String
    let issuer: IssuerPlan.Name
    let name: String
    let comment: String
    let date: String

    func draft(_ issuers: Issuers, of credential: String) -> CredentialDraft {
        let id = storyID("endorsement/\(slug)")
        return CredentialDraft(
            name: slug, id: id, issuer: issuer,
            head: [
                (name: "@context", value: SafeProfile.openBadge),
                (name: "id", value: .string(id)),
                (name: "type", value: types("VerifiableCredential", "EndorsementCredential")),
                (name: "name", value: .string(name)),
                (name: "issuer", value: issuers.plan(issuer).profile),
                (name: "validFrom", value: .string(date)),
                (name: "awardedDate", value: .string(date)),
                (name: "credentialSubject", value: subject(credential)),
                (
                    name: "credentialSchema",
                    value: SafeProfile.schema("ob/v3p0/schema/json/ob_v3p0_endorsementcredential")
                ),
            ])
    }

    private func subject(_ endorsed: String) -> JSON {
        object([
            ("id", .string(endorsed)),
            ("type", types("EndorsementSubject")),
            ("endorsementComment", .string(comment)),
        ])
    }
}
