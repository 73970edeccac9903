import JSONText

extension Upgrade {
    static let base = "https://www.w3.org/ns/credentials/v2"
    static let learnerRecords =
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
    static let badges = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

    mutating func record(_ source: JSONValue) throws(ConversionError) -> JSON {
        let publisher = source["publisher"]?["id"]?.string
        noteTitles(source)
        let body = members(of: source, "", as: "Clr", to: "")
        for name in ["@context", "type"] {
            guard let value = source[name] else { continue }
            report.recordAll(value, "/\(name)", .changed(to: "/\(name)", how: "of CLR 2.0"))
        }
        let subject = try subject(of: source, publisher)
        var made = head("ClrCredential", [Self.base, Self.learnerRecords, Self.badges])
        for (name, value) in body.list { made.set(name, value) }
        award(&made, "")
        let learner = source["learner"]?["name"]?.string ?? "the learner"
        require(
            "name", &made, "", .string("Comprehensive Learner Record of \(learner)"),
            "required in CLR 2.0")
        made.set("credentialSubject", subject)
        if let original = original(source, "", "CLR 1.0 record", "/evidence/0/id") {
            made.set("evidence", .array([original]))
        }
        endorsements(source, "", &made, "")
        // Of a learner without a profile, what others said stands on the record.
        if let learner = source["learner"] { endorsements(learner, "/learner", &made, "") }
        keepSigned(source, &made)
        leaveVerification(source, "")
        return made.json
    }

    private mutating func noteTitles(_ source: JSONValue) {
        let awarded = (source["assertions"]?.oneOrMore ?? []).compactMap { $0["achievement"] }
        for value in awarded + (source["achievements"]?.oneOrMore ?? []) {
            guard let id = value["id"]?.string, let name = value["name"]?.string else { continue }
            titles[Text(id)] = name
        }
    }

    /// When it was issued is when it was awarded.
    mutating func award(_ made: inout Members, _ place: String) {
        guard let time = made.list.first(where: { $0.name.isSame(as: "validFrom") })?.value else {
            return
        }
        made.set("awardedDate", time)
        report.add("\(place)/awardedDate", "the time at which the original was issued")
    }

    func head(_ type: String, _ contexts: [String]) -> Members {
        var made = Members()
        made.set("@context", .array(contexts.map { .string($0) }))
        made.set("id", .string(newID()))
        made.set("type", ["VerifiableCredential", .string(type)])
        return made
    }

    /// UP-03: the way back to what was converted.
    mutating func original(
        _ value: JSONValue, _ source: String, _ kind: String, _ place: String
    ) -> JSON? {
        guard let id = value["id"]?.string, !id.isEmpty else { return nil }
        report.record(
            "\(source)/id", .renamed(to: place))
        return [
            "id": .string(id), "type": originalTypes, "name": .string("The original \(kind)"),
            "description":
                "This credential says anew what the original says. No proof of the original covers it.",
        ]
    }

    private mutating func subject(
        of source: JSONValue, _ publisher: String?
    ) throws(ConversionError) -> JSON {
        var made = Members()
        made.set("type", ["ClrSubject"])
        if let learner = source["learner"] { identify(learner, &made) }
        let list = source["assertions"]
        if list?.isArray == true {
            report.record("/assertions", .carried(to: "/credentialSubject/verifiableCredential"))
        }
        let assertions = list.map { Self.placed($0, "/assertions") } ?? []
        for (from, assertion) in assertions {
            let place =
                "/credentialSubject/verifiableCredential/\(made.count("verifiableCredential"))"
            guard let credential = credential(assertion, from, place, publisher) else { continue }
            _ = made.append(credential, to: "verifiableCredential")
        }
        signedAssertions(source, &made, publisher)
        guard made.count("verifiableCredential") > 0 else { throw .missing("assertions") }
        if let achievements = source["achievements"] {
            let place = "/credentialSubject/achievement"
            if achievements.isArray { report.record("/achievements", .carried(to: place)) }
            for (from, item) in Self.placed(achievements, "/achievements") where item.isObject {
                let to = "\(place)/\(made.count("achievement"))"
                _ = made.append(object(item, from, as: "Achievement", to: to), to: "achievement")
            }
        }
        if !associations.isEmpty { made.set("association", .array(associations)) }
        return made.json
    }

    /// The learner has no profile in CLR 2.0: what is known of them becomes identifiers.
    private mutating func identify(_ learner: JSONValue, _ made: inout Members) {
        let place = "/credentialSubject"
        report.record("/learner", .changed(to: place, how: "the subject and its identifiers"))
        if let type = learner["type"] {
            report.recordAll(
                type, "/learner/type", .changed(to: "\(place)/type", how: "the subject"))
        }
        if let id = learner["id"]?.string, id.utf8.contains(UInt8(ascii: ":")) {
            made.set("id", .string(id))
            report.record("/learner/id", .carried(to: "\(place)/id"))
        }
        for (name, type) in [
            ("name", "ext:fullName"), ("givenName", "ext:givenName"),
            ("additionalName", "ext:additionalName"), ("familyName", "ext:familyName"),
            ("birthDate", "ext:dateOfBirth"), ("birthdate", "ext:dateOfBirth"),
            ("email", "emailAddress"), ("telephone", "ext:telephone"), ("url", "ext:url"),
            ("sourcedId", "sourcedId"), ("studentId", "ext:studentId"),
        ] {
            guard let text = learner[name]?.string, !text.isEmpty else { continue }
            identify(text, type, "/learner/\(name)", &made)
        }
        if let address = learner["address"], address.isObject {
            report.record(
                "/learner/address", .changed(to: "\(place)/identifier", how: "line by line"))
            for member in address.members where !member.hasName("type") {
                guard let text = member.value.string, !text.isEmpty,
                    MemberTable.learnerRecord1.classes["Address"]?[Text(member.name)] != nil
                else { continue }
                identify(text, "ext:\(member.name)", "/learner/address/\(member.name)", &made)
            }
        }
        guard let entries = learner["identifiers"] else { return }
        if entries.isArray, entries.count > 0 {
            report.record(
                "/learner/identifiers", .changed(to: "\(place)/identifier", how: "entry by entry"))
        }
        for (from, entry) in Self.placed(entries, "/learner/identifiers") {
            guard let text = entry["identifier"]?.string,
                let type = entry["identifierType"]?.string
            else { continue }
            let index = made.count("identifier")
            identify(text, LearnerRecord1.identifierType(type), "\(from)/identifier", &made)
            let to = "\(place)/identifier/\(index)"
            report.record(from, .changed(to: to, how: "an IdentityObject"))
            report.record(
                "\(from)/identifierType", .changed(to: "\(to)/identityType", how: "as a type"))
        }
    }

    private mutating func identify(
        _ text: String, _ type: String, _ source: String, _ made: inout Members
    ) {
        let index = made.append(
            [
                "type": "IdentityObject", "hashed": false, "identityHash": .string(text),
                "identityType": .string(type),
            ], to: "identifier")
        report.record(
            source,
            .changed(
                to: "/credentialSubject/identifier/\(index)/identityHash", how: "of type \(type)"))
    }

    mutating func credential(
        _ value: JSONValue, _ source: String, _ place: String, _ publisher: String?
    ) -> JSON? {
        guard value["revoked"]?.bool != true else {
            report.recordAll(value, source, .lost(why: "revoked assertions are not made anew"))
            return nil
        }
        guard let achievement = value["achievement"], achievement.isObject else {
            report.recordAll(value, source, .lost(why: "it names no achievement"))
            return nil
        }
        let subjectPlace = "\(place)/credentialSubject"
        var subject = members(of: value, source, as: "AchievementSubject", to: subjectPlace)
        subject.set("type", ["AchievementSubject"])
        recipient(value, "\(source)/recipient", &subject, subjectPlace)
        var made = head("AchievementCredential", [Self.base, Self.badges])
        for (name, value) in members(of: value, source, as: "Assertion", to: place).list {
            made.set(name, value)
        }
        if let type = value["type"] {
            report.recordAll(
                type, "\(source)/type", .changed(to: "\(place)/type", how: "of Open Badges 3.0"))
        }
        award(&made, place)
        require("validFrom", &made, place, .string(issuedOn), "the time of the record")
        made.set("issuer", issuer(of: achievement, place, publisher))
        made.set("credentialSubject", subject.json)
        evidence(value, source, &made, place)
        endorsements(value, source, &made, place)
        leaveVerification(value, source)
        return made.json
    }

    /// Who awarded it: the issuer of the achievement, whose whole profile stands there as creator.
    private mutating func issuer(
        of achievement: JSONValue, _ place: String, _ publisher: String?
    ) -> JSON {
        let id = achievement["issuer"]?["id"]?.string ?? publisher ?? newID()
        report.add("\(place)/issuer", "who awarded it, told once more on the credential")
        var made = Members()
        made.set("id", .string(id))
        made.set("type", ["Profile"])
        if let name = achievement["issuer"]?["name"]?.string, !name.isEmpty,
            name.utf8.count <= Self.toldAgain
        {
            made.set("name", .string(name))
        }
        return made.json
    }

    /// Octets of a name that is told in several places.
    private static let toldAgain = 256

    mutating func recipient(
        _ value: JSONValue, _ source: String, _ subject: inout Members, _ place: String
    ) {
        guard let recipient = value["recipient"], let type = recipient["type"]?.string,
            let identity = recipient["identity"]?.string
        else { return }
        let hashed = recipient["hashed"]?.bool ?? false
        if type.isSame(as: "id"), !hashed, identity.utf8.contains(UInt8(ascii: ":")) {
            subject.set("id", .string(identity))
            report.recordAll(recipient, source, .changed(to: "\(place)/id", how: "the subject"))
            return
        }
        let to = "\(place)/identifier/0"
        var made: [(name: String, value: JSON)] = [
            ("type", "IdentityObject"), ("hashed", .bool(hashed)),
            ("identityHash", .string(identity)),
            ("identityType", .string(LearnerRecord1.identityType(type))),
        ]
        report.record(source, .changed(to: to, how: "an IdentityObject"))
        report.record("\(source)/identity", .carried(to: "\(to)/identityHash"))
        report.record("\(source)/type", .changed(to: "\(to)/identityType", how: "as a type"))
        if recipient["hashed"]?.bool != nil {
            report.record("\(source)/hashed", .carried(to: "\(to)/hashed"))
        }
        if let salt = recipient["salt"]?.string {
            made.append(("salt", .string(salt)))
            report.record("\(source)/salt", .carried(to: "\(to)/salt"))
        }
        subject.set("identifier", .array([.object(made)]))
    }

    /// One piece of evidence for each artifact; and the way back to the assertion.
    mutating func evidence(
        _ value: JSONValue, _ source: String, _ made: inout Members, _ place: String
    ) {
        if let original = original(
            value, source, edition == .badge2 ? "Open Badge 2.0" : "CLR 1.0 assertion",
            "\(place)/evidence/0/id")
        {
            _ = made.append(original, to: "evidence")
        }
        guard let list = value["evidence"] else { return }
        if list.isArray, list.count > 0 {
            report.record("\(source)/evidence", .carried(to: "\(place)/evidence"))
        }
        for (from, item) in Self.placed(list, "\(source)/evidence") {
            if let link = item.string, !link.isEmpty {
                let index = made.append(
                    ["id": .string(link), "type": ["Evidence"]], to: "evidence")
                let to = "\(place)/evidence/\(index)/id"
                report.record(from, .changed(to: to, how: "Evidence around the link"))
            }
            guard item.isObject else { continue }
            let artifacts = item["artifacts"].map { Self.placed($0, "\(from)/artifacts") } ?? []
            if item["artifacts"]?.isArray == true, !artifacts.isEmpty {
                report.record(
                    "\(from)/artifacts", .changed(to: "\(place)/evidence", how: "one for each"))
            }
            var pieces = artifacts.map { Optional($0) }
            // The page of the evidence is a piece of its own beside those of its artifacts.
            let hasPage = item["id"]?.string.map { !$0.isEmpty && !Self.isBlank($0) } ?? false
            if artifacts.isEmpty || hasPage && artifacts[0].value["url"]?.string != nil {
                pieces.insert(nil, at: 0)
            }
            for (index, artifact) in pieces.enumerated() {
                let to = "\(place)/evidence/\(made.count("evidence"))"
                // What is said of all stands once: a long text is not multiplied by its artifacts.
                var converted = piece(index == 0 ? item : nil, from, artifact, to)
                if !converted.has("name"), let name = item["name"]?.string, !name.isEmpty,
                    name.utf8.count <= Self.toldAgain
                {
                    converted.set("name", .string(name))
                    report.add("\(to)/name", "the name of the evidence, for its artifact too")
                }
                _ = made.append(converted.json, to: "evidence")
            }
        }
    }

    private mutating func piece(
        _ item: JSONValue?, _ from: String, _ artifact: (source: String, value: JSONValue)?,
        _ to: String
    ) -> Members {
        var made = Members()
        made.set("type", ["Evidence"])
        let own = artifact.map { [($0.source, $0.value, ["url", "name", "description"])] } ?? []
        let common =
            item.map {
                [(from, $0, ["id", "name", "description", "narrative", "genre", "audience"])]
            } ?? []
        for (source, value, names) in own + common {
            report.record(source, .changed(to: to, how: "as a piece of evidence"))
            for name in names {
                let target = name == "url" ? "id" : name
                guard let text = value[name]?.string, !text.isEmpty, !made.has(target),
                    target != "id" || !Self.isBlank(text)
                else { continue }
                made.set(target, .string(text))
                report.record("\(source)/\(name)", .carried(to: "\(to)/\(target)"))
            }
            if let type = value["type"] {
                report.recordAll(
                    type, "\(source)/type", .changed(to: "\(to)/type", how: "Evidence"))
            }
        }
        return made
    }

    /// An identifier that holds inside the original alone.
    private static func isBlank(_ id: String) -> Bool { id.utf8.starts(with: "_:".utf8) }
}
