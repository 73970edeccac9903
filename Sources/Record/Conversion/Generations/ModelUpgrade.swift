import JSONText

/// A credential of VCDM 1.1 on its way to VCDM 2.0 (UPG-20, UPG-21).
struct ModelUpgrade {
    static let old = "https://www.w3.org/2018/credentials/v1"

    let newID: () -> String
    var report = LossReport()

    static func isOld(_ value: JSONValue) -> Bool {
        value["@context"]?.oneOrMore.first?.string?.isSame(as: old) == true
    }

    mutating func credential(_ value: JSONValue, _ source: String, _ target: String) -> JSON {
        report.record(source, .changed(to: target, how: "of VCDM 2.0"))
        var made = Members()
        made.set("@context", [])
        made.set("id", .string(newID()))
        if value["id"]?.string?.isEmpty != false {
            report.add("\(target)/id", Fate.ownIdentifier)
        }
        for member in value.members {
            let from = source + LossReport.token(member.name)
            let to = target + LossReport.token(member.name)
            put(member.value, member.name, from, to, target, whole: value, &made)
        }
        wayBack(value, source, target, &made)
        return made.json
    }

    private mutating func put(
        _ value: JSONValue, _ name: String, _ from: String, _ to: String, _ target: String,
        whole: JSONValue, _ made: inout Members
    ) {
        switch name {
        case "@context": made.set(name, .array(contexts(value, from, to)))
        case "id": break
        case "issuanceDate", "issued":
            date(value, "validFrom", from, target, whole, &made)
        case "expirationDate": date(value, "validUntil", from, target, whole, &made)
        case "proof":
            report.recordAll(
                value, from, .lost(why: "a proof covers the original, and not the new form"))
        case "credentialStatus": several(value, name, from, to, &made) { $0.status($1, $2, $3) }
        case "credentialSchema": several(value, name, from, to, &made) { $0.schema($1, $2, $3) }
        case _ where value.isNull || (value.isArray || value.isObject) && value.count == 0:
            report.recordAll(value, from, .lost(why: "it says nothing"))
        case "evidence" where !value.isArray:
            // One value becomes the first of several.
            report.recordAll(value, from, .carried(to: "\(to)/0"))
            made.set(name, [.verbatim(value)])
        case _: carry(value, name, from, to, &made)
        }
    }

    private mutating func carry(
        _ value: JSONValue, _ name: String, _ from: String, _ to: String, _ made: inout Members
    ) {
        made.set(name, deep(value, from, to))
    }

    /// One value, or each of several; what becomes nothing is left out.
    private mutating func several(
        _ value: JSONValue, _ name: String, _ from: String, _ to: String, _ made: inout Members,
        _ change: (inout ModelUpgrade, JSONValue, String, String) -> JSON?
    ) {
        guard value.isArray else {
            if let changed = change(&self, value, from, to) { made.set(name, changed) }
            return
        }
        for (index, element) in value.elements.enumerated() {
            let place = "\(to)/\(made.count(name))"
            guard let changed = change(&self, element, "\(from)/\(index)", place) else { continue }
            _ = made.append(changed, to: name)
        }
        if made.has(name) {
            report.record(from, .changed(to: to, how: "element by element"))
        } else {
            report.record(from, .lost(why: "nothing in it goes on"))
        }
    }

    private mutating func date(
        _ value: JSONValue, _ name: String, _ from: String, _ target: String, _ whole: JSONValue,
        _ made: inout Members
    ) {
        guard whole[name] == nil, !made.has(name), let text = value.string, !text.isEmpty else {
            let why =
                value.string == nil ? "it is no date" : "\"\(name)\" stands in the original too"
            report.recordAll(value, from, .lost(why: why))
            return
        }
        let written = LearnerRecord1.zoned(text)
        report.record(
            from,
            .changed(to: "\(target)/\(name)", how: "the name is \(name), and a zone is stated"))
        made.set(name, .string(written))
    }

    /// UP-03: the way back to the original.
    private mutating func wayBack(
        _ value: JSONValue, _ source: String, _ target: String, _ made: inout Members
    ) {
        guard let id = value["id"] else { return }
        guard let text = id.string, !text.isEmpty else {
            report.recordAll(id, "\(source)/id", .lost(why: "it is no identifier"))
            return
        }
        let index = made.append(
            [
                "id": .string(text), "type": ["Evidence"],
                "name": "The original credential of VCDM 1.1",
                "description":
                    "This credential says anew what the original says. No proof of the original covers it.",
            ], to: "evidence")
        report.record(
            "\(source)/id",
            .changed(
                to: "\(target)/evidence/\(index)/id",
                how: Fate.ownIdentifier))
    }

    /// A value as it is, save that credentials of the older model inside it, at whatever depth,
    /// are made anew too; those of the newer one keep their proofs.
    private mutating func deep(_ value: JSONValue, _ from: String, _ to: String) -> JSON {
        if value.isObject, Self.isOld(value) { return credential(value, from, to) }
        if value.isObject, value["proof"] != nil {
            report.recordAll(value, from, .carried(to: to))
            return .verbatim(value)
        }
        report.record(from, .carried(to: to))
        if value.isArray {
            var elements: [JSON] = []
            for (index, element) in value.elements.enumerated() {
                elements.append(deep(element, "\(from)/\(index)", "\(to)/\(index)"))
            }
            return .array(elements)
        }
        guard value.isObject else { return .verbatim(value) }
        var members: [(name: String, value: JSON)] = []
        for member in value.members {
            let token = LossReport.token(member.name)
            members.append((member.name, deep(member.value, from + token, to + token)))
        }
        return .object(members)
    }
}
