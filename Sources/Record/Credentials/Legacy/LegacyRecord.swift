import JSONText

/// The lens on a record or badge of a generation before verifiable credentials.
///
/// Nothing of it is changed or left out; the members keep their own names and places.
package struct LegacyRecord: Lens {
    package let json: JSONValue
    /// Where it stands in its JSON text.
    package let place: JSONPointer
    package let kind: LegacyKind
    package let generation: LegacyGeneration

    package init(_ json: JSONValue) {
        self.init(json, at: json.pointer, .profile, .openBadges2)
    }

    init(
        _ json: JSONValue, at place: JSONPointer, _ kind: LegacyKind,
        _ generation: LegacyGeneration
    ) {
        self.json = json
        self.place = place
        self.kind = kind
        self.generation = generation
    }

    package var standard: String { generation.rawValue }

    /// The title of a record, or the name of what was reached.
    package var name: String? {
        kind == .assertion ? achieved.flatMap { LegacyParty($0).name } : text("name")
    }

    /// What the assertion says was reached, where it is written here and not named by its URL.
    package var achieved: JSONValue? { objectOnly("achievement") ?? objectOnly("badge") }

    /// The URL of a badge class that stands elsewhere.
    package var badgeURL: String? { json["badge"]?.string }

    /// Who speaks: the publisher of a CLR, the issuer of everything else. A string is a URL.
    package var issuerValue: JSONValue? {
        switch kind {
        case .clr: json["publisher"]
        case .assertion: (json["achievement"] ?? json["badge"])?["issuer"]
        case .recordOfPerformance: json["organization"]
        case .profile: json
        case .key: json["owner"]
        default: json["issuer"]
        }
    }

    /// Whose it is: the learner of a record; nil for a badge, which names a recipient.
    package var learner: LegacyParty? {
        let member =
            switch kind {
            case .extendedTranscript: "person"
            case .recordOfPerformance: "user"
            default: "learner"
            }
        return one(member)
    }

    package var recipient: LegacyIdentity? { kind == .assertion ? one("recipient") : nil }

    /// The member that says when it was written, by the name that its generation has for it.
    package var issuedOnName: String {
        switch kind {
        case .extendedTranscript: "createdAt"
        case .recordOfPerformance: "created_at"
        default: "issuedOn"
        }
    }

    package var isRevoked: Bool { json["revoked"]?.bool == true }
    package var revocationReason: String? { text("revocationReason") }

    /// `verification`, or `verify` of older badges (OB-M-01).
    package var verification: LegacyVerification? { one("verification") ?? one("verify") }

    private func objectOnly(_ name: String) -> JSONValue? {
        json[name].flatMap { $0.isObject ? $0 : nil }
    }
}

/// A person or an organisation of an older generation.
package struct LegacyParty: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    /// Of a string, the URL that it is.
    package var address: String? {
        json.isString ? json.string : json["id"]?.string ?? json["@id"]?.string
    }

    package var name: String? {
        guard json.isObject else { return nil }
        return text("name") ?? text("fullName") ?? text("legal_name") ?? parts
    }

    private var parts: String? {
        let names = ["givenName", "additionalName", "middleName", "familyName"]
            .compactMap { text($0) }
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    package var revocationList: String? { text("revocationList") }
    /// Keys, each a URL or written out.
    package var keys: [JSONValue] { json["publicKey"]?.oneOrMore ?? [] }
    package var verification: LegacyVerification? { one("verification") }
}

/// How a thing of an older generation is verified, and what a profile hosts (CLR1-M-20, OB-M-09).
package struct LegacyVerification: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package enum Method: Sendable { case hosted, signed }

    package var method: Method? {
        for type in types.map({ $0.lowercased() }) {
            if type.isSame(as: "hosted") || type.isSame(as: "hostedbadge") { return .hosted }
            if type.isSame(as: "signed") || type.isSame(as: "signedbadge") { return .signed }
        }
        return nil
    }

    package var creator: String? { text("creator") }
    package var startsWith: [String] { texts("startsWith") }
    package var allowedOrigins: [String] { texts("allowedOrigins") }
}

/// Whom an assertion is for (CLR1-M-18, OB-M-04).
package struct LegacyIdentity: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var type: String? { text("type") }
    package var identity: String? { text("identity") }
    package var isHashed: Bool { json["hashed"]?.bool ?? false }
    package var salt: String? { text("salt") }
}
