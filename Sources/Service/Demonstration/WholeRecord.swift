import JSONText

/// The ClrCredential around everything that the learner was awarded.
struct WholeRecord {
    let issuers: Issuers
    let learner: Learner

    private static let issued = "2025-07-04T10:00:00Z"

    var draft: CredentialDraft {
        let id = storyID("record")
        let learner = learner
        return CredentialDraft(
            name: "record", id: id, issuer: .university, isRevocable: true,
            nested: Story.awards.map { $0.draft(issuers, learner) }, head: head(id)
        ) { [("credentialSubject", Self.subject(learner, $0))] }
    }

    private func head(_ id: String) -> [(name: String, value: JSON)] {
        [
            (name: "@context", value: SafeProfile.record),
            (name: "id", value: .string(id)),
            (name: "type", value: types("VerifiableCredential", "ClrCredential")),
            (name: "name", value: .string("Learner record of \(learner.name)")),
            (
                name: "description",
                value: "Everything that Eskerholt University knows of her learning, 2023 to 2025."
            ),
            (name: "partial", value: false),
            (name: "issuer", value: issuers.plan(.university).profile),
            (name: "validFrom", value: .string(Self.issued)),
            (name: "awardedDate", value: .string(Self.issued)),
            (
                name: "credentialSchema",
                value: SafeProfile.schema("clr/v2p0/schema/json/clr_v2p0_clrcredential")
            ),
        ]
    }

    private static func subject(_ learner: Learner, _ contents: [JSON]) -> JSON {
        object([
            ("id", .string(learner.id)),
            ("type", types("ClrSubject")),
            ("identifier", learner.identifiers),
            ("verifiableCredential", list(contents)),
            ("achievement", list(Story.furtherAchievements.map(\.json))),
            ("association", list(Story.associations.map(\.json))),
        ])
    }
}
