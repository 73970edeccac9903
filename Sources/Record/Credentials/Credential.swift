import JSONText

/// The lens that all credentials share (section 1.5).
package struct Credential: Lens {
    package let json: JSONValue
    /// Where it stands in its JSON text.
    package let place: JSONPointer

    package init(_ json: JSONValue) { self.init(json, at: json.pointer) }

    /// The view of a credential whose place is known: working it out takes as long as there are
    /// others beside it.
    package init(_ json: JSONValue, at place: JSONPointer) {
        self.json = json
        self.place = place
    }

    package var kind: CredentialKind { CredentialKind(types: types) }

    /// The entries of `@context`, each a string or an object.
    package var contexts: [JSONValue] { json["@context"]?.oneOrMore ?? [] }

    /// Nil where no known first context is named: then it is looked for further down, because
    /// dates are to be read even where the order is wrong.
    package var dataModel: DataModel? {
        contexts.lazy.compactMap { DataModel(context: $0.string) }.first
    }

    /// Name and version of the standard, as verdicts show it.
    package var standard: String {
        if let legacy { return legacy.standard }
        return switch kind {
        case .clrCredential: "CLR 2.0"
        case .achievementCredential, .openBadgeCredential, .endorsementCredential: "OB 3.0"
        case .statusListCredential, .verifiableCredential, .presentation, .unknown:
            switch dataModel {
            case .version1: "VCDM 1.1"
            case .version2: "VCDM 2.0"
            case nil: "unknown"
            }
        }
    }

    package var name: String? { text("name") }

    /// The issuer's identifier, whether it is written alone or inside a profile.
    package var issuerID: String? { partyID("issuer") }
    /// Who presents a presentation.
    package var holderID: String? { partyID("holder") }

    private func partyID(_ member: String) -> String? {
        guard let party = json[member] else { return nil }
        return party.isString ? party.string : party["id"]?.string
    }

    /// The issuer's profile, where it is more than an identifier.
    package var issuer: Profile? { one("issuer") }

    package var subjects: [Subject] { many("credentialSubject") }
    package var subject: Subject? { subjects.first }

    /// Section 1.10: the older generation calls them `issuanceDate` and `expirationDate`.
    package var validFromName: String { dataModel == .version1 ? "issuanceDate" : "validFrom" }
    package var validUntilName: String {
        dataModel == .version1 ? "expirationDate" : "validUntil"
    }
    package var validFrom: Timestamp? { date(validFromName) }
    package var validUntil: Timestamp? { date(validUntilName) }
    package var awardedDate: Timestamp? { date("awardedDate") }

    package var proofs: [JSONValue] { json["proof"]?.oneOrMore ?? [] }
    package var statusEntries: [StatusEntry] { many("credentialStatus") }
    package var evidence: [Evidence] { many("evidence") }
}

/// An entry of `credentialStatus` (OB3-M-76).
package struct StatusEntry: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var type: String? { text("type") }
    package var purpose: String? { text("statusPurpose") }
    package var list: String? { text("statusListCredential") }
}
