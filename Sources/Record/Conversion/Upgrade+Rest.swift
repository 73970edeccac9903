import JSONText
import Multiformat

extension Upgrade {
    /// Nothing leaves in silence, and next to nothing at all: what has no place of its own in the
    /// new form is kept whole in it (UP-06).
    mutating func keepRest(of source: JSONValue, in made: JSON) -> JSON {
        for (place, payload) in payloads {
            if let target = evidenceOfTokens[Text(place)] {
                report.keepRest(of: payload, place, inToken: target)
            }
        }
        return report.keepRest(of: source, in: made)
    }
}

extension LossReport {
    /// Values that no rule took, and what becomes of those that are not kept.
    private typealias Rest = [(place: String, value: JSONValue, fate: Fate?)]

    /// What no rule took is kept whole as evidence, under its place in the original.
    /// - Parameter left: the names of members at the root that stay behind, and why.
    mutating func keepRest(
        of source: JSONValue, in made: JSON, leaving left: [(name: String, why: String)] = []
    ) -> JSON {
        for (name, why) in left {
            guard let value = source[name] else { continue }
            recordAll(value, Self.token(name), .lost(why: why))
        }
        var rest: Rest = []
        collect(source, "", &rest)
        let kept = rest.filter { $0.fate == nil }
        var whole = made
        var target = ""
        if !kept.isEmpty {
            let members = kept.map { (name: $0.place, value: JSON.verbatim($0.value)) }
            let text = Base64.encode(JSON.object(members).serialized())
            let (grown, index) = made.appending(
                [
                    "id": .string("data:application/json;base64,\(text)"), "type": ["Evidence"],
                    "name": "What the original says beside this",
                    "description":
                        "Parts of the original that have no place of their own here, each under its place there.",
                ], to: "evidence")
            whole = grown
            target = "/evidence/\(index)/id"
            add("/evidence/\(index)", "what has no place of its own in the new form")
        }
        for (place, value, fate) in rest {
            recordAll(
                value, place,
                fate
                    ?? .changed(to: target, how: "kept whole in a data URL, under its old place"))
        }
        return whole
    }

    /// The rest of what a signed text says stands in the text, which is kept whole.
    mutating func keepRest(of payload: JSONValue, _ place: String, inToken target: String) {
        var rest: Rest = []
        collect(payload, place, &rest)
        for (place, value, fate) in rest {
            recordAll(
                value, place,
                fate ?? .changed(to: target, how: "in the signed text, which is kept whole"))
        }
    }

    /// - Returns: where what is inside went, if anywhere.
    @discardableResult
    private mutating func collect(
        _ value: JSONValue, _ source: String,
        _ rest: inout Rest
    ) -> String? {
        let known = fate(of: source)
        let start = rest.count
        var target: String?
        for (token, child) in Self.children(of: value) {
            let inside = collect(child, source + token, &rest)
            target = target ?? inside
        }
        if let known { return known.target }
        if let target {
            record(source, .changed(to: target, how: Self.inside))
        } else {
            // A value stands for all inside it.
            rest.removeSubrange(start...)
            rest.append((source, value, Self.loss(of: value, source)))
        }
        return target
    }

    private static func loss(of value: JSONValue, _ source: String) -> Fate? {
        if value.isNull || value.string?.isEmpty == true
            || (value.isArray || value.isObject) && value.count == 0
        {
            return .lost(why: saysNothing)
        }
        if source.utf8.suffix(5).elementsEqual("/type".utf8), value.isString || value.isArray {
            return .lost(why: onlyClass)
        }
        return source.utf8.suffix(9).elementsEqual("/@context".utf8)
            ? .lost(why: "it says what names mean in the original") : nil
    }
}
