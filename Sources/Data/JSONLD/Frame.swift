import JSONText

/// A frame object in its expanded form.
struct Frame {
    enum Embed {
        case always, once, never
        /// Only in json-ld-1.0: the last mention is written out, and not the first.
        case last

        init(_ embed: FramingDefaults.Embed) {
            switch embed {
            case .always: self = .always
            case .once: self = .once
            case .never: self = .never
            }
        }
    }

    /// The flags that a frame states or takes over.
    struct Flags {
        var embed: Embed
        var isExplicit: Bool
        var requiresAll: Bool
        let mode: ProcessingMode
    }

    let map: ElementMap
    /// The flags in force around the frame.
    let inherited: Flags

    static let keywords: Set<Text> = [
        "@default", "@embed", "@explicit", "@omitDefault", "@requireAll",
    ]

    /// The frame that stands for no frame.
    init(inheriting flags: Flags) {
        map = ElementMap()
        inherited = flags
    }

    /// Step 1 of the framing algorithm: the first of the values, which must be a valid frame.
    init(_ values: Element?, inheriting flags: Flags) throws(JSONLDError) {
        inherited = flags
        guard let first = values?.oneOrMore.first else {
            map = ElementMap()
            return
        }
        guard case .map(let map) = first else {
            throw JSONLDError(.invalidFrame, "a frame must be an object")
        }
        try Self.check(map["@id"], "@id")  // 1.2
        try Self.check(map["@type"], "@type")  // 1.3
        self.map = map
    }

    private static func check(_ values: Element?, _ key: String) throws(JSONLDError) {
        for case .string(let iri) in values?.oneOrMore ?? [] {
            guard iri == "@json" || IRIReference.isAbsolute(iri.string.utf8) else {
                throw JSONLDError(.invalidFrame, "\(key) in a frame must be an IRI: \(iri)")
            }
        }
    }

    /// Step 2.
    func flags() throws(JSONLDError) -> Flags {
        var flags = inherited
        if let embed = map["@embed"]?.oneOrMore.first {
            flags.embed = try Self.embed(embed, flags.mode)
        }
        if let value = try flag("@explicit") { flags.isExplicit = value }
        if let value = try flag("@requireAll") { flags.requiresAll = value }
        return flags
    }

    private static func embed(
        _ value: Element, _ mode: ProcessingMode
    ) throws(JSONLDError) -> Embed {
        if case .bool(let isEmbedded) = value { return isEmbedded ? .once : .never }
        switch value.text {
        case "@always"?: return .always
        case "@once"?: return .once
        case "@never"?: return .never
        case "@first"? where mode == .v1_0: return .once
        case "@last"? where mode == .v1_0: return .last
        default:
            throw JSONLDError(.invalidEmbedValue, "@embed must be @always, @once or @never")
        }
    }

    func flag(_ name: Text) throws(JSONLDError) -> Bool? {
        guard let value = map[name]?.oneOrMore.first else { return nil }
        switch value {
        case .bool(let bool): return bool
        case .string(let text) where text == "true": return true
        case .string(let text) where text == "false": return false
        case .null, .number, .string, .array, .map, .literal:
            throw JSONLDError(.invalidFrame, "\(name) must be true or false")
        }
    }

    /// Members other than framing keywords.
    var isWildcard: Bool { map.entries.allSatisfy { Self.keywords.contains($0.key) } }

    /// The frame for the values of a property.
    func subframe(_ property: Text, _ flags: Flags) throws(JSONLDError) -> Frame {
        guard let values = map[property] else { return Frame(inheriting: flags) }
        return try Frame(values, inheriting: flags)
    }
}
