import JSONText

/// Changes of documents by numbers that look like chance and are the same in every run.
struct ShapeChanges {
    private var state: UInt64
    /// Names of members and terms of lists, for changes that come close.
    let names: [String]
    let terms: [String]

    init(seed: UInt64, names: [String], terms: [String]) {
        state = seed
        self.names = names
        self.terms = terms
    }

    private mutating func number(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(mixed % UInt64(max(bound, 1)))
    }

    mutating func one<Element>(of list: [Element]) -> Element { list[number(below: list.count)] }

    /// The document with one to three changes.
    mutating func change(_ document: JSON) -> JSON {
        var document = document
        for _ in 0...one(of: [0, 0, 0, 1, 1, 2]) {
            let places = document.placeCount
            guard places > 0 else { return document }
            var left = number(below: places)
            document = document.edited(at: &left) { container, index in
                change(container, index)
            }
        }
        return document
    }

    private mutating func change(_ container: JSON, _ index: Int) -> JSON {
        switch container {
        case .object(var members):
            let value = members[index].value
            switch number(below: 8) {
            case 0: members.remove(at: index)
            case 1: members.append((unused(members), self.value()))
            case 2: members[index].value = self.value()
            case 3: members[index].name = unused(members)
            case 4: members[index].value = term(for: value)
            case 5: members[index].value = wrapped(value)
            case 6: members[index].value = flattened(value)
            default: members.append((unused(members), value))
            }
            return .object(members)
        case .array(var elements):
            let value = elements[index]
            switch number(below: 7) {
            case 0: elements.remove(at: index)
            case 1: elements.append(self.value())
            case 2: elements[index] = self.value()
            case 3: elements[index] = term(for: value)
            case 4: elements[index] = wrapped(value)
            case 5: elements[index] = flattened(value)
            default: elements.append(value)
            }
            return .array(elements)
        default: return container
        }
    }

    private mutating func unused(_ members: [(name: String, value: JSON)]) -> String {
        let own = ["extra", "ext:thing", "x:y", "a:b:c", ":a", "@id", "@type", "@foo", "Name"]
        var name = number(below: 3) == 0 ? one(of: own) : one(of: names)
        while members.contains(where: { $0.name.isSame(as: name) }) { name += "2" }
        return name
    }

    private mutating func text() -> String {
        number(below: 2) == 0
            ? one(of: terms)
            : one(of: [
                "", "a", "ext:Own.1", "xext:a", "ext:", "ext:a b", "en", "en-US", "2026-01-01",
                "2026-02-30T00:00:00Z", "2026-01-01T00:00:00Z", "urn:uuid:1", "a.b.c", "aa..bb",
                "aaaa.bbbb.cccc", "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3-3.0.2.json",
                "https://purl.imsglobal.org/spec/clr/v2p0/context.json",
            ])
    }

    private mutating func value() -> JSON {
        let text = JSON.string(text())
        return one(of: [
            text, text, 0, .number("2.5"), .number("-1e30"), true, .null, .array([]), .object([]),
            [text], ["en": text], ["english": text], ["en": 1], ["de-DE": "a", "en": text], [.null],
            ["id": "urn:uuid:9"], ["type": "Profile"],
            ["id": "did:example:a", "type": ["Profile"]],
            [[]], [["id": "urn:uuid:9", "type": ["Achievement"]]],
        ])
    }

    private mutating func term(for value: JSON) -> JSON {
        guard case .string(let old) = value else { return .string(text()) }
        return .string(
            one(of: [old.lowercased(), old + " ", "ext:" + old, "my ext:" + old, one(of: terms)]))
    }

    /// A text where an object or a list was: a token, nearly one, or none.
    private mutating func flattened(_ value: JSON) -> JSON {
        switch value {
        case .object, .array:
            .string(
                one(of: [
                    "zzz", "", "a.b", "aaaa.bbbb.cccc", "aaaa..cccc", "aaaa.bbbb.",
                    "aaaa.bb=b.cccc", "aaaa.bbbb.cccc~dddd~", "zzz~dddd~",
                ]))
        default: value
        }
    }

    private mutating func wrapped(_ value: JSON) -> JSON {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            one(of: [elements[0], [value], .array(elements + elements.prefix(1))])
        default: one(of: [[value], ["en": value], ["id": value], [value, value]])
        }
    }
}

extension JSON {
    /// A value that was read, as one to be changed; of long lists perhaps the first two elements.
    init(changing value: JSONValue, prunes: Bool = false) {
        switch value.kind {
        case .null: self = .null
        case .bool: self = .bool(value.bool == true)
        case .number: self = .number(value.numberText ?? "0")
        case .string: self = .string(value.string ?? "")
        case .array:
            let elements = value.elements.prefix(prunes && value.count > 3 ? 2 : value.count)
            self = .array(elements.map { JSON(changing: $0, prunes: prunes) })
        case .object:
            self = .object(
                value.members.map {
                    (name: $0.name, value: JSON(changing: $0.value, prunes: prunes))
                })
        }
    }

    /// How many members and elements there are, at every depth.
    var placeCount: Int {
        switch self {
        case .object(let members): members.reduce(members.count) { $0 + $1.value.placeCount }
        case .array(let elements): elements.reduce(elements.count) { $0 + $1.placeCount }
        default: 0
        }
    }

    /// With the container changed that has place number so many.
    func edited(at left: inout Int, _ change: (JSON, Int) -> JSON) -> JSON {
        switch self {
        case .object(var members):
            for index in members.indices {
                if left == 0 { left = -1; return change(self, index) }
                left -= 1
                members[index].value = members[index].value.edited(at: &left, change)
                if left < 0 { return .object(members) }
            }
        case .array(var elements):
            for index in elements.indices {
                if left == 0 { left = -1; return change(self, index) }
                left -= 1
                elements[index] = elements[index].edited(at: &left, change)
                if left < 0 { return .array(elements) }
            }
        default: break
        }
        return self
    }

    /// With a member more beside the one at place number so many; as it is where that is an element.
    func with(_ name: String, _ value: JSON, in place: Int) -> JSON {
        var left = place
        return edited(at: &left) { container, _ in
            guard case .object(let members) = container else { return container }
            return .object(members + [(name: name, value: value)])
        }
    }

    /// With this value for every member of the name, at the depth where it is met first.
    func setting(_ name: String, _ value: JSON) -> JSON {
        switch self {
        case .object(let members):
            .object(
                members.map { member in
                    let isMeant = member.name.isSame(as: name)
                    return (member.name, isMeant ? value : member.value.setting(name, value))
                })
        case .array(let elements): .array(elements.map { $0.setting(name, value) })
        default: self
        }
    }
}
