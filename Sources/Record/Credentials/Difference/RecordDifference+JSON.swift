import JSONText

extension RecordDifference {
    package var json: JSON {
        .object([
            ("same", .bool(saysTheSame)), ("content", .array(content.map(\.json))),
            ("envelope", .array(envelope.map(\.json))), ("untold", .integer(untold)),
        ])
    }

    /// What changed, in few words: the first things with the names of their members.
    package func summary(things limit: Int = 5) -> String {
        guard !saysTheSame else { return "it says the same" }
        var parts = content.prefix(limit).map(\.summary)
        if content.count > limit { parts.append("\(content.count - limit) other things") }
        return parts.joined(separator: "; ")
    }
}

extension RecordDifference.Group {
    fileprivate var json: JSON {
        var members: [(name: String, value: JSON)] = [("kind", .string(thing.kind.rawValue))]
        if let name = thing.name { members.append(("name", .string(name))) }
        if let id = thing.id { members.append(("id", .string(id))) }
        if let before = thing.before { members.append(("before", .string(before.description))) }
        if let after = thing.after { members.append(("after", .string(after.description))) }
        members.append(("changes", .array(changes.map(\.json))))
        return .object(members)
    }

    fileprivate var summary: String {
        let words = changes.prefix(4).map { change in
            change.member.isEmpty
                ? change.kind.rawValue : "\(change.member) \(change.kind.rawValue)"
        }
        let more = changes.count > words.count ? ", \(changes.count - words.count) more" : ""
        return "\(thing.title): \(words.joined(separator: ", "))\(more)"
    }
}

extension RecordDifference.Thing {
    /// What it is, and its name in quotation marks, shortened where it is long.
    package var title: String {
        guard let name = name ?? id else { return "the \(kind.rawValue)" }
        let start = name.unicodeScalars.prefix(81)
        // Control characters of a stranger have no business on a terminal.
        let shown = start.prefix(80).map { scalar in
            scalar.properties.generalCategory == .control
                ? Character("\u{FFFD}") : Character(scalar)
        }
        let rest = start.count > 80 ? "\u{2026}" : ""
        return "\(kind.rawValue) \u{201C}\(String(shown))\(rest)\u{201D}"
    }
}

extension RecordDifference.Change {
    fileprivate var json: JSON {
        var members: [(name: String, value: JSON)] = [("change", .string(kind.rawValue))]
        if !member.isEmpty { members.append(("member", .string(member))) }
        if let before { members.append(("before", before.json)) }
        if let after { members.append(("after", after.json)) }
        return .object(members)
    }
}

extension RecordDifference.Side {
    fileprivate var json: JSON {
        .object([("at", .string(place.description)), ("value", value)])
    }
}
