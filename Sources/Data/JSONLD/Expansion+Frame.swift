import JSONText
import RDF

/// What a frame can say of an object and no document can.
final class FrameMembers {
    /// `@id`, the framing keywords and the members of value patterns, always arrays.
    fileprivate(set) var entries: [(key: Text, values: [Element])] = []
    /// Maps among the types: wildcards and defaults.
    fileprivate(set) var types: [Element] = []
    fileprivate(set) var hasTypes = false

    var isEmpty: Bool { entries.isEmpty && !hasTypes }

    /// Writes all into the expanded form, in which `@id` and `@type` are arrays.
    func write(into map: ElementMap) {
        if let id = map["@id"] { map["@id"] = .array([id]) }
        if hasTypes { map["@type"] = .array((map["@type"]?.oneOrMore ?? []) + types) }
        for entry in entries { map[entry.key] = .array(entry.values) }
    }
}

/// Expansion of frames (JSON-LD API section 5.1 where the frameExpansion flag is set).
extension Expansion {
    private static var flags: [String] { ["@embed", "@explicit", "@omitDefault", "@requireAll"] }

    private func note(_ key: Text, _ values: [Element], _ draft: inout ObjectDraft) {
        let frame = draft.frame ?? FrameMembers()
        frame.entries.append((key, values))
        draft.frame = frame
    }

    /// Step 13.4.15, for a member that means nothing outside frames.
    mutating func expandFrameMember(
        _ name: UnsafeBufferPointer<UInt8>, _ value: Int, _ property: ActiveProperty,
        _ active: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        if unsafe name.elementsEqual("@default".utf8) {
            note("@default", try expandDefault(value, property, active), &draft)
        } else if let flag = Self.flags.first(where: { unsafe name.elementsEqual($0.utf8) }) {
            note(Text(flag), [self.flag(value)], &draft)
        }
    }

    /// The value of a flag, which may stand in an array or value object.
    private func flag(_ place: Int) -> Element {
        var value = self.value(place)
        if value.isArray, value.count == 1 { value = value.oneOrMore[0] }
        return Element(scalar: value["@value"] ?? value)
    }

    /// The values of `@default`; the text `@null` stands for null.
    private mutating func expandDefault(
        _ value: Int, _ property: ActiveProperty, _ active: ActiveContext
    ) throws(JSONLDError) -> [Element] {
        let isArray = tape.kind(value) == .array
        var element = isArray ? value + 1 : value
        var values: [Element] = []
        for _ in 0..<(isArray ? tape.count(value) : 1) {
            if tape.kind(element) == .string, unsafe text(element).elementsEqual("@null".utf8) {
                values.append(.null)
            } else {
                var items: ExpandedItems = []
                try expand(element, property, active, into: &items)
                values += items.map { self.element($0) }
            }
            element = tape.next(element)
        }
        return values
    }

    /// Step 13.4.3: one IRI of many, or a wildcard.
    mutating func expandFrameID(
        _ value: Int, _ active: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        var patterns: [Element] = []
        for pattern in self.value(value).oneOrMore {
            if pattern.isObject, pattern.count == 0 {
                patterns.append(.map(ElementMap()))
            } else if pattern.isString,
                let id = unsafe iri(text(pattern.index), active, vocab: false, relative: true)
            {
                patterns.append(.string(self.name(id)))
            } else {
                throw error(.invalidIDValue, "@id must be text, or {} in a frame", pattern.index)
            }
        }
        note("@id", patterns, &draft)
    }

    /// Step 13.4.4: a wildcard, or a default type.
    mutating func expandFrameType(
        _ place: Int, _ typeScoped: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        let pattern = ElementMap()
        if let types = value(place)["@default"] {
            var names: [Element] = []
            for type in types.oneOrMore {
                guard type.isString else {
                    throw error(.invalidTypeValue, "a default @type must be text", type.index)
                }
                if let type = unsafe iri(text(type.index), typeScoped, vocab: true, relative: true)
                {
                    names.append(.string(name(type)))
                }
            }
            pattern["@default"] = .array(names)
        } else if tape.count(place) > 0 {
            throw error(.invalidTypeValue, "@type must be text, {} or a default", place)
        }
        let frame = draft.frame ?? FrameMembers()
        frame.types.append(.map(pattern))
        draft.frame = frame
    }

    func isFrameWildcard(_ place: Int) -> Bool {
        options.expandsFrame && tape.kind(place) == .object && tape.count(place) == 0
    }

    /// Steps 13.4.7 to 13.4.9: one scalar of many, or a wildcard.
    func expandPattern(
        _ key: Text, _ place: Int, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        var patterns: [Element] = []
        for pattern in value(place).oneOrMore {
            switch pattern.kind {
            case .bool, .number, .string: patterns.append(Element(scalar: pattern))
            case .object where pattern.count == 0: patterns.append(.map(ElementMap()))
            case .null, .array, .object:
                throw error(
                    .invalidValueObjectValue, "\(key) must be scalars or {}", pattern.index)
            }
        }
        note(key, patterns, &draft)
    }

    // MARK: - Step 15 to 19

    func frameNode(_ draft: ObjectDraft) -> ExpandedNode {
        let node = node(draft)
        let frame = draft.frame ?? FrameMembers()
        frame.hasTypes = draft.has(.type)
        let extras = node.extras ?? ExpandedNode.Extras()
        extras.frame = frame
        node.extras = extras
        return node
    }

    /// A value object in which at least one member is a pattern.
    func valuePattern(_ draft: ObjectDraft) -> ExpandedNode {
        let frame = draft.frame ?? FrameMembers()
        if let content = draft.content {
            let value = element(ExpandedValue(content: content))
            frame.entries += value.entries.map { ($0.key, [$0.value]) }
        }
        frame.hasTypes = draft.has(.type)
        if let language = draft.language {
            frame.entries.append(("@language", [.string(name(language))]))
        }
        if let direction = draft.direction {
            frame.entries.append(("@direction", [.string(Text(direction.name))]))
        }
        let node = ExpandedNode()
        node.types = draft.types
        node.extras = ExpandedNode.Extras(index: draft.index, frame: frame)
        return node
    }
}
