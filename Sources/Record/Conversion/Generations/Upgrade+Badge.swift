import JSONText

extension Upgrade {
    private static let vocabulary = "https://w3id.org/openbadges#"

    /// An Open Badge 2.0 as one of 3.0: a new identifier, the original as evidence (UPG-01 … 06).
    mutating func badge(_ source: JSONValue) throws(ConversionError) -> JSON {
        var made = head("OpenBadgeCredential", [Self.base, Self.badges])
        for (name, value) in members(of: source, "", as: "Assertion", to: "").list {
            made.set(name, value)
        }
        award(&made, "")
        if let type = source["type"] {
            report.recordAll(type, "/type", .changed(to: "/type", how: "of Open Badges 3.0"))
        }
        made.set("issuer", try issuer(of: source["badge"]))
        let place = "/credentialSubject"
        var subject = members(of: source, "", as: "AchievementSubject", to: place)
        subject.set("type", ["AchievementSubject"])
        recipient(source, "/recipient", &subject, place)
        made.set("credentialSubject", subject.json)
        evidence(source, "", &made, "")
        endorsements(source, "", &made, "")
        leaveVerification(source, "")
        return made.json
    }

    private mutating func issuer(of badge: JSONValue?) throws(ConversionError) -> JSON {
        guard let issuer = badge?["issuer"] else { throw .missing("badge/issuer") }
        let place = "/badge/issuer"
        if issuer.isObject { return object(issuer, place, as: "Profile", to: "/issuer") }
        guard let id = issuer.string, !id.isEmpty else { throw .missing("badge/issuer") }
        report.record(place, .changed(to: "/issuer/id", how: "a Profile around the link"))
        return ["id": .string(id), "type": ["Profile"]]
    }

    /// A class of badges as an achievement.
    mutating func complete(
        badge value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        made.set("id", .string(newID()))
        report.add("\(target)/id", Fate.ownIdentifier)
        made.set("achievementType", "Badge")
        report.add("\(target)/achievementType", "it was a badge")
        let issuer = value["issuer"]
        if let id = issuer?["id"]?.string ?? issuer?.string, !id.isEmpty {
            made.set("creator", ["id": .string(id), "type": ["Profile"]])
            report.add("\(target)/creator", "who awards it also made it")
        }
        guard let id = value["id"]?.string, !id.isEmpty else { return }
        let index = made.append(
            [
                "id": .string(id), "type": ["Related", .string(Self.vocabulary + "BadgeClass")],
                "version": "Open Badges v2p0",
            ], to: "related")
        report.record(
            "\(source)/id",
            .renamed(to: "\(target)/related/\(index)/id"))
    }

    /// The types of the evidence that leads back to the original.
    var originalTypes: JSON {
        switch edition {
        case .learnerRecord1: ["Evidence"]
        case .badge2: ["Evidence", .string(Self.vocabulary + "Assertion")]
        }
    }
}
