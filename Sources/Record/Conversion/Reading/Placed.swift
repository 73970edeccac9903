import JSONText

/// A value of the source, and where it stands.
struct Placed {
    let value: JSONValue
    let place: String

    init(_ value: JSONValue, _ place: String) {
        self.value = value
        self.place = place
    }

    /// A member that says something.
    subscript(_ name: String) -> Placed? {
        guard let member = value[name], !member.isNull else { return nil }
        return Placed(member, place + LossReport.token(name))
    }

    /// The elements of an array, or the value itself.
    var each: [Placed] {
        guard value.isArray else { return value.isNull ? [] : [self] }
        return value.elements.enumerated().map { Placed($1, "\(place)/\($0)") }
    }

    func each(_ name: String) -> [Placed] { self[name]?.each ?? [] }

    /// A text, a number or a truth value as text; nil where it says nothing or is no scalar.
    var text: String? {
        if let text = value.string { return text.isEmpty ? nil : text }
        return value.numberText ?? value.bool.map { $0 ? "true" : "false" }
    }

    /// The text of the first of these members that has one.
    func first(_ names: String...) -> (at: Placed, text: String)? {
        for name in names {
            guard let at = self[name], let text = at.text else { continue }
            return (at, text)
        }
        return nil
    }

    /// Whether `type` names this.
    func isA(_ names: String...) -> Bool {
        each("type").contains { type in
            names.contains { type.value.string?.isSame(as: $0) == true }
        }
    }
}
