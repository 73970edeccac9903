import JSONText

extension Framing {
    /// The frame matching algorithm (JSON-LD framing section 4.2) for one node.
    func matches(
        _ node: FlatNode, _ frame: Frame, _ requiresAll: Bool, in graph: FlatGraph
    ) throws(JSONLDError) -> Bool {
        var hasProperties = false
        var matchesSome = false
        for entry in frame.map.entries(ordered: true) {
            try effort.spend()
            let patterns = entry.value.oneOrMore
            var match: Bool?
            switch entry.key {
            case "@id":  // 2.1
                match = Self.matches(id: node.id, patterns)
                if match == false || !requiresAll { return match ?? false }
                hasProperties = true
            case "@type":  // 2.2
                match = Self.matches(types: node, patterns)
                if match == false || !requiresAll { return match ?? false }
                hasProperties = true
            case let key where key.string.utf8.first == UInt8(ascii: "@"): continue
            default:
                hasProperties = true
                let values = node.values(of: entry.key)
                if patterns.isEmpty, !values.isEmpty { return false }  // 2.6
                match = try matches(values, patterns, frame, requiresAll, in: graph)
            }
            guard let match else { continue }  // 2.5
            if !match, requiresAll { return false }
            matchesSome = matchesSome || match
        }
        return !hasProperties || matchesSome  // 1, 2
    }

    private static func matches(id: Text, _ patterns: [Element]) -> Bool {
        guard let first = patterns.first, !first.isEmptyMap else { return true }
        return patterns.contains { $0.text == id }
    }

    private static func matches(types node: FlatNode, _ patterns: [Element]) -> Bool {
        let types = node.types.elements
        guard let first = patterns.first else { return types.isEmpty }
        if patterns.count == 1, first.isEmptyMap { return !types.isEmpty }
        return patterns.contains { $0.map?.has("@default") ?? types.contains($0) }
    }

    /// Steps 2.4 to 2.10; nil where the property neither matches nor fails.
    private func matches(
        _ values: [Element], _ patterns: [Element], _ frame: Frame, _ requiresAll: Bool,
        in graph: FlatGraph
    ) throws(JSONLDError) -> Bool? {
        guard !patterns.isEmpty else { return values.isEmpty }
        let pattern = try Frame(.array(patterns), inheriting: frame.inherited)
        if values.isEmpty { return pattern.map.has("@default") ? nil : false }  // 2.5
        if pattern.isWildcard { return true }  // 2.7
        if case .array(let inner)? = pattern.map["@list"] {
            guard let list = values.first?.map?["@list"]?.oneOrMore else { return false }
            return try matchesAny(of: list, inner, frame, requiresAll, in: graph)
        }
        return try matchesAny(of: values, patterns, frame, requiresAll, in: graph)
    }

    /// Steps 2.8 and 2.9.
    private func matchesAny(
        of values: [Element], _ patterns: [Element], _ frame: Frame, _ requiresAll: Bool,
        in graph: FlatGraph
    ) throws(JSONLDError) -> Bool {
        guard let first = patterns.first else { return false }
        let pattern = try Frame(first, inheriting: frame.inherited)
        for case .map(let value) in values {
            try effort.spend()
            if pattern.map.isValueObject {
                if ValuePattern(pattern.map).matches(value) { return true }
            } else if let id = value["@id"]?.text, let node = graph.existing(id),
                try matches(node, pattern, requiresAll, in: graph)
            {
                return true
            }
        }
        return false
    }
}

/// The value pattern matching algorithm (JSON-LD framing section 4.3).
struct ValuePattern {
    private let pattern: ElementMap

    init(_ pattern: ElementMap) {
        self.pattern = pattern
    }

    func matches(_ value: ElementMap) -> Bool {
        let isWildcard = !["@value", "@type", "@language"].contains {
            !(pattern[$0]?.oneOrMore.isEmpty ?? true)
        }
        return isWildcard
            || matches(value, "@value") && matches(value, "@type") && matches(value, "@language")
    }

    private func matches(_ value: ElementMap, _ key: Text) -> Bool {
        let wanted = pattern[key]?.oneOrMore ?? []
        guard let found = value[key] else { return wanted.isEmpty && key != "@value" }
        if wanted.first?.isEmptyMap ?? false { return true }
        guard key == "@language", let tag = found.text?.string.lowercased() else {
            return wanted.contains(found)
        }
        return wanted.contains { $0.text?.string.lowercased().isSame(as: tag) ?? false }
    }
}
