import JSONText

/// A fictional university and one learner's story, to be issued under a public URL.
package struct Demonstration: Sendable {
    package let publicURL: String
    /// Those who sign, the university first.
    package let issuers: [IssuerPlan]
    package let learner = Learner()
    /// The university's list, in which the revoked credential's place is set.
    package let statusList: StatusListPlan

    private let institutions: Issuers

    /// - Parameter publicURL: where verifiers find the server, such as `http://127.0.0.1:8080`.
    package init(publicURL: String) {
        let place = Place(publicURL: publicURL)
        self.publicURL = place.url
        institutions = Issuers(place: place)
        issuers = institutions.all
        statusList = StatusListPlan(
            issuer: .university, path: "/status/1", url: place.url(of: "/status/1"))
    }

    package func issuer(_ name: IssuerPlan.Name) -> IssuerPlan {
        institutions.plan(name)
    }

    /// The records in the order in which the front page lists them.
    package var records: [RecordPlan] {
        [
            RecordPlan(draft: wholeRecord(), standing: .good),
            RecordPlan(draft: revoked(), standing: .revoked),
            RecordPlan(draft: expired(), standing: .expired),
        ]
    }

    /// The whole record: one ClrCredential with everything that the learner was awarded.
    package func wholeRecord() -> CredentialDraft {
        WholeRecord(issuers: institutions, learner: learner).draft
    }

    /// A credential that its issuer took back.
    package func revoked() -> CredentialDraft {
        Story.revoked.draft(institutions, learner)
    }

    /// A credential that is past its end.
    package func expired() -> CredentialDraft {
        Story.expired.draft(institutions, learner)
    }
}

/// A record of the demonstration, and what a verifier is to find.
package struct RecordPlan: Sendable {
    package enum Standing: Hashable, Sendable {
        case good, revoked, expired
    }

    package let draft: CredentialDraft
    package let standing: Standing
}

/// The status list that the demonstration publishes.
package struct StatusListPlan: Sendable {
    package let issuer: IssuerPlan.Name
    package let path: String
    package let url: String
    package let purpose = "revocation"
    /// Bitstring Status List 1.0 asks for at least so many entries, for the sake of privacy.
    package let length = 131_072
    /// Since when the list is valid.
    package let validFrom = "2023-09-01T00:00:00Z"
}
