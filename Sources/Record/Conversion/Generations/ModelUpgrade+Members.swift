import JSONText

extension ModelUpgrade {
    private static let schemas = "https://purl.imsglobal.org/spec/"

    mutating func contexts(_ value: JSONValue, _ from: String, _ to: String) -> [JSON] {
        if value.isArray { report.record(from, .changed(to: to, how: "of VCDM 2.0")) }
        var made: [JSON] = []
        var known: Set<Text> = []
        for (source, element) in Upgrade.placed(value, from) {
            guard let old = element.string else {
                report.recordAll(element, source, .carried(to: "\(to)/\(made.count)"))
                made.append(.verbatim(element))
                continue
            }
            guard let new = Self.context(old) else {
                report.record(
                    source,
                    .lost(why: "its terms are those of a proof or a status that stays behind"))
                continue
            }
            guard known.insert(Text(new)).inserted else {
                report.record(source, .lost(why: "the same context stands there already"))
                continue
            }
            let place = "\(to)/\(made.count)"
            report.record(
                source,
                new.isSame(as: old)
                    ? .carried(to: place) : .changed(to: place, how: "the edition of VCDM 2.0"))
            made.append(.string(new))
        }
        return made
    }

    private static func context(_ old: String) -> String? {
        let begins = { (start: String) in old.utf8.starts(with: start.utf8) }
        if old.isSame(as: Self.old) { return Upgrade.base }
        // The drafts, and what came of them.
        for folder in [schemas, "https://dc.imsglobal.org/draft/"] {
            if begins("\(folder)ob/v3p0/context") { return Upgrade.badges }
            if begins("\(folder)clr/v2p0/context") { return Upgrade.learnerRecords }
        }
        let left = [
            "https://w3id.org/security/", "https://w3id.org/vc/status-list/",
            "https://w3id.org/vc-revocation-list-", "https://w3id.org/vc-status-list-",
        ]
        return left.contains(where: begins) ? nil : old
    }

    mutating func schema(_ value: JSONValue, _ from: String, _ to: String) -> JSON? {
        let types = value["type"]?.oneOrMore.compactMap(\.string) ?? []
        let known = ["1EdTechJsonSchemaValidator2019", "JsonSchema", "JsonSchemaCredential"]
        guard types.contains(where: { type in known.contains { $0.isSame(as: type) } }) else {
            report.recordAll(value, from, .lost(why: "VCDM 2.0 does not know this kind of schema"))
            return nil
        }
        guard let id = value["id"]?.string, let new = Self.schema(id) else {
            report.recordAll(value, from, .carried(to: to))
            return .verbatim(value)
        }
        return renamed(value, from, to, "id", new, "the schema of the form of VCDM 2.0")
    }

    /// The schemas of 1EdTech whose names begin with "any" take VCDM 1.1 as well.
    private static func schema(_ id: String) -> String? {
        for (standard, version) in [("ob", "v3p0"), ("clr", "v2p0")] {
            let folder = "\(schemas)\(standard)/\(version)/schema/json/\(standard)_\(version)_"
            for name in ["achievementcredential", "clrcredential", "endorsementcredential"]
            where id.isSame(as: "\(folder)any\(name)_schema.json") {
                return "\(folder)\(name)_schema.json"
            }
        }
        return nil
    }

    mutating func status(_ value: JSONValue, _ from: String, _ to: String) -> JSON? {
        let types = value["type"]?.oneOrMore.compactMap(\.string) ?? []
        if types.contains(where: { $0.isSame(as: "BitstringStatusListEntry") }) {
            report.recordAll(value, from, .carried(to: to))
            return .verbatim(value)
        }
        if types.count == 1, types[0].isSame(as: "StatusList2021Entry"),
            value["type"]?.isString == true
        {
            return renamed(
                value, from, to, "type", "BitstringStatusListEntry",
                "its list has to be published at the same address as a BitstringStatusListCredential"
            )
        }
        report.recordAll(
            value, from,
            .lost(
                why: "this kind of status names the original, or is not one of VCDM 2.0: the new "
                    + "form needs a status of its own"))
        return nil
    }

    /// An object with another text in one member.
    private mutating func renamed(
        _ value: JSONValue, _ from: String, _ to: String, _ name: String, _ text: String,
        _ how: String
    ) -> JSON {
        var made = Members()
        report.record(from, .carried(to: to))
        for member in value.members {
            let token = LossReport.token(member.name)
            if member.hasName(name) {
                made.set(member.name, .string(text))
                report.record(from + token, .changed(to: to + token, how: how))
            } else if member.hasName("statusListIndex"), let number = member.value.numberText {
                made.set(member.name, .string(number))
                report.record(
                    from + token, .changed(to: to + token, how: "a number written as text"))
            } else {
                made.set(member.name, .verbatim(member.value))
                report.recordAll(member.value, from + token, .carried(to: to + token))
            }
        }
        return made.json
    }
}
