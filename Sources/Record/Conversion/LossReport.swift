import JSONText

/// The account of a conversion: one entry for each value of the source, by its place.
package struct LossReport: Sendable {
    package struct Entry: Sendable {
        package let source: String
        package let fate: Fate
    }

    package private(set) var entries: [Entry] = []
    /// What the target requires and the source does not say.
    package private(set) var additions: [(place: String, why: String)] = []
    /// What the target requires, that the source does not say and nothing can stand for: to be put
    /// in by hand.
    package private(set) var lacking: [(place: String, why: String)] = []
    /// Which entry each place has.
    private var places: [Text: Int] = [:]
    /// Where values stand beside the place that their entry names.
    private(set) var copies: [Text: [String]] = [:]

    mutating func record(_ source: String, _ fate: Fate) {
        let place = Text(source)
        guard places[place] == nil else { return }
        places[place] = entries.count
        entries.append(Entry(source: source, fate: fate))
    }

    /// The same fate for a value and for all inside it; places in the target go along.
    mutating func recordAll(_ value: JSONValue, _ source: String, _ fate: Fate) {
        record(source, fate)
        for (token, child) in Self.children(of: value) {
            recordAll(child, source + token, fate.moved(by: token))
        }
    }

    /// A value that is the same elsewhere, and all inside it, each at its place there.
    mutating func recordEach(
        _ value: JSONValue, _ source: String, at target: String, how: String
    ) {
        record(source, .changed(to: target, how: how))
        for (token, child) in Self.children(of: value) {
            recordEach(child, source + token, at: target + token, how: how)
        }
    }

    /// Another fate for what has an entry already.
    mutating func redirect(_ entry: Int, to fate: Fate) {
        entries[entry] = Entry(source: entries[entry].source, fate: fate)
    }

    /// The same value stands there too: where a second step leaves one of the two, it is not lost.
    mutating func alsoStands(_ source: String, at place: String) {
        copies[Text(source), default: []].append(place)
    }

    mutating func lack(_ place: String, _ why: String) { lacking.append((place, why)) }

    mutating func add(_ place: String, _ why: String) { additions.append((place, why)) }

    func index(of source: String) -> Int? { places[Text(source)] }

    /// The place of what holds the value at this place.
    static func parent(of place: String) -> String? {
        place.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(place[..<$0]) }
    }

    static let inside = "what is inside it stands there"
    static let onlyClass = "it only says of which class this part of the original is"
    static let saysNothing = "it says nothing"

    package func accounts(for source: String) -> Bool { places[Text(source)] != nil }

    package func fate(of source: String) -> Fate? {
        places[Text(source)].map { entries[$0].fate }
    }

    package func count(of name: String) -> Int {
        entries.count { $0.fate.name.isSame(as: name) }
    }

    /// The values below a value, each with the end of its pointer.
    package static func children(of value: JSONValue) -> [(token: String, value: JSONValue)] {
        if value.isObject { return value.members.map { (token($0.name), $0.value) } }
        return value.elements.enumerated().map { ("/\($0)", $1) }
    }

    static func token(_ name: String) -> String { JSONPointer([Text(name)]).description }

    package var json: JSON {
        .object([
            (
                "counts",
                .object(
                    ["carried", "changed", "lost"].map {
                        (name: $0, value: JSON.integer(count(of: $0)))
                    }
                        + [
                            (name: "added", value: JSON.integer(additions.count)),
                            (name: "toPutIn", value: JSON.integer(lacking.count)),
                        ])
            ),
            ("losses", .array(losses.map(\.json))),
            ("toPutIn", Self.list(lacking, "at")),
            ("entries", .array(entries.map(\.json))),
            ("added", Self.list(additions, "to")),
        ])
    }

    private static func list(_ told: [(place: String, why: String)], _ name: String) -> JSON {
        .array(told.map { .object([(name, .string($0.place)), ("why", .string($0.why))]) })
    }
}

extension LossReport.Entry {
    var json: JSON {
        var members: [(name: String, value: JSON)] = [
            ("from", .string(source)), ("outcome", .string(fate.name)),
        ]
        switch fate {
        case .carried(let place): members.append(("to", .string(place)))
        case .changed(let place, let how):
            members += [("to", .string(place)), ("how", .string(how))]
        case .lost(let why): members.append(("why", .string(why)))
        }
        return .object(members)
    }
}

extension Fate {
    fileprivate func moved(by token: String) -> Fate {
        switch self {
        case .carried(let place): .carried(to: place + token)
        case .changed, .lost: self
        }
    }
}
