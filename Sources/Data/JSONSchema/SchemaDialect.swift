import JSONText

/// The editions of JSON Schema that this room reads, from the oldest to the newest.
public enum SchemaDialect: Int, CaseIterable, Comparable, Sendable {
    case draft4 = 4
    case draft7 = 7
    case draft2019_09 = 2019
    case draft2020_12 = 2020

    public static func < (left: SchemaDialect, right: SchemaDialect) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The dialect that `$schema` names, or nil. An empty fragment at the end and `http` in
    /// place of `https` (or the other way round) make no difference.
    public init?(name: Text) {
        let wanted = Self.withoutScheme(name)
        guard let known = Self.allCases.first(where: { Self.withoutScheme($0.name) == wanted })
        else { return nil }
        self = known
    }

    /// The identifier of the meta-schema.
    public var name: Text {
        switch self {
        case .draft4: "http://json-schema.org/draft-04/schema#"
        case .draft7: "http://json-schema.org/draft-07/schema#"
        case .draft2019_09: "https://json-schema.org/draft/2019-09/schema"
        case .draft2020_12: "https://json-schema.org/draft/2020-12/schema"
        }
    }

    /// The URL without `http:` or `https:` and without an empty fragment.
    static func withoutScheme(_ name: Text) -> Text {
        var rest = name.string[...]
        for scheme in ["https:", "http:"] where rest.utf8.starts(with: scheme.utf8) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: scheme.utf8.count)...]
            break
        }
        if rest.utf8.last == UInt8(ascii: "#") {
            rest = rest[..<rest.utf8.index(before: rest.endIndex)]
        }
        return Text(String(rest))
    }
}

/// The vocabularies of 2019-09 and 2020-12 (section 8.1.2); older drafts have all of them.
struct Vocabularies: OptionSet, Hashable, Sendable {
    var rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    static let core = Vocabularies(rawValue: 1)
    static let applicator = Vocabularies(rawValue: 2)
    static let unevaluated = Vocabularies(rawValue: 4)
    static let validation = Vocabularies(rawValue: 8)
    static let annotation = Vocabularies(rawValue: 16)
    static let formatAssertion = Vocabularies(rawValue: 32)

    static let standard: Vocabularies = [
        .core, .applicator, .unevaluated, .validation, .annotation,
    ]

    /// What a vocabulary URI stands for, or nil for one that is unknown here.
    ///
    /// In 2019-09 there is one `format` vocabulary, which asserts where it is required.
    init?(uri: Text, isRequired: Bool) {
        let path = SchemaDialect.withoutScheme(uri)
        for (edition, names) in Self.names {
            for (name, vocabulary) in names {
                let full = "//json-schema.org/draft/\(edition)/vocab/\(name)"
                if path == Text(full) {
                    self = vocabulary
                    if name == "format", isRequired { self = .formatAssertion }
                    return
                }
            }
        }
        return nil
    }

    private static let names: [(edition: String, [(String, Vocabularies)])] = [
        (
            "2020-12",
            [
                ("core", .core), ("applicator", .applicator), ("unevaluated", .unevaluated),
                ("validation", .validation), ("meta-data", .annotation),
                ("format-annotation", .annotation), ("format-assertion", .formatAssertion),
                ("content", .annotation),
            ]
        ),
        (
            "2019-09",
            [
                ("core", .core), ("applicator", [.applicator, .unevaluated]),
                ("validation", .validation), ("meta-data", .annotation), ("format", .annotation),
                ("content", .annotation),
            ]
        ),
    ]
}

/// A dialect together with the vocabularies in force.
struct Dialect: Hashable, Sendable {
    var edition: SchemaDialect
    var vocabularies: Vocabularies = .standard
}
