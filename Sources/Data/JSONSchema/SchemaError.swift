import JSONText

/// Why a schema cannot be used: said once, when it is compiled.
public enum SchemaError: Error, Hashable, Sendable {
    /// A schema must be an object (or, since draft 6, true or false).
    case notASchema(at: JSONPointer)
    /// The value of a keyword does not have the form that the keyword asks for.
    case malformed(keyword: SchemaKeyword, at: JSONPointer)
    /// `$schema` names a dialect that is not known and whose meta-schema cannot be had.
    case unknownDialect(Text)
    /// The meta-schema requires a vocabulary that is not known.
    case unknownVocabulary(Text)
    /// The document that a reference names cannot be had.
    case unavailable(url: Text, at: JSONPointer)
    /// The document is there, and nothing stands at the place that the reference names.
    case unresolved(reference: Text, at: JSONPointer)
    case badPattern(Text, PatternError, at: JSONPointer)
    case tooManySubschemas(limit: Int)
    case tooManyDocuments(limit: Int)
    /// Meta-schemas name meta-schemas, and none of so many is a known dialect.
    case metaSchemasTooDeep(limit: Int)
}

extension SchemaError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notASchema(let place): "what stands at \(Self.name(place)) is not a schema"
        case .malformed(let keyword, let place):
            "the value of \(keyword.rawValue) at \(Self.name(place)) has the wrong form"
        case .unknownDialect(let name): "the schema dialect \(name) is not known"
        case .unknownVocabulary(let name): "the schema vocabulary \(name) is not known"
        case .unavailable(let url, let place):
            "the schema document \(url) that \(Self.name(place)) refers to cannot be had"
        case .unresolved(let reference, let place):
            "nothing stands at \(reference) that \(Self.name(place)) refers to"
        case .badPattern(let pattern, let error, let place):
            "the pattern \(pattern) at \(Self.name(place)) is not a regular expression: \(error)"
        case .tooManySubschemas(let limit): "the schema has more than \(limit) subschemas"
        case .tooManyDocuments(let limit): "the schema needs more than \(limit) documents"
        case .metaSchemasTooDeep(let limit):
            "the dialect of the schema is described by more than \(limit) meta-schemas, one by the "
                + "other"
        }
    }

    private static func name(_ place: JSONPointer) -> String {
        place.tokens.isEmpty ? "the top" : place.description
    }
}

/// Whether an instance fits could not be told within the limits; it is not known to be valid.
public enum SchemaLimitError: Error, Hashable, Sendable {
    /// Too much work: a schema can be made to grow exponentially.
    case tooCostly(steps: Int)
    /// Subschemas inside each other without end, or nearly so.
    case tooDeep(limit: Int)
    /// A regular expression would take too long on a string.
    case patternTooCostly(Text)
}

extension SchemaLimitError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooCostly(let steps): "the schema could not be applied within \(steps) steps"
        case .tooDeep(let limit): "the schema applies itself more than \(limit) levels deep"
        case .patternTooCostly(let pattern):
            "the pattern \(pattern) takes too long on a string of the document: more steps than are "
                + "left for it, or more than \(SchemaLimits.patternStates) states"
        }
    }
}
