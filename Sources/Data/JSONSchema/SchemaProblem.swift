import JSONText

/// One place in which an instance does not fit a schema.
public struct SchemaProblem: Hashable, Sendable {
    public let reason: Reason
    /// The keyword that is not satisfied; nil where the schema is `false`.
    public let keyword: SchemaKeyword?
    /// The value that does not fit (RFC 6901).
    public let instance: JSONPointer
    /// Where the keyword stands in the document of its schema.
    public let schema: JSONPointer
    /// The same as an absolute URL: that of the schema resource, with a fragment.
    public let location: Text
    /// For `anyOf` and `oneOf`: what is wrong by the alternative that comes nearest.
    public let causes: [SchemaProblem]

    /// What is wrong, with the values that a sentence or a program needs.
    public enum Reason: Hashable, Sendable {
        case type(expected: [SchemaType], found: SchemaType)
        case notAmong([Text])
        case notEqual(Text)
        case notMultiple(of: Text)
        case aboveMaximum(Text, isExclusive: Bool)
        case belowMinimum(Text, isExclusive: Bool)
        case tooLong(limit: Int)
        case tooShort(limit: Int)
        case patternMismatch(Text)
        case notInFormat(SchemaFormat)
        case tooManyItems(limit: Int)
        case tooFewItems(limit: Int)
        case repeatedItem(first: Int, second: Int)
        case tooManyProperties(limit: Int)
        case tooFewProperties(limit: Int)
        case missing(Text)
        case missingBeside(Text, present: Text)
        case memberNotAllowed(Text)
        case itemNotAllowed(Int)
        case containsTooFew(found: Int, least: Int)
        case containsTooMany(found: Int, most: Int)
        case noAlternative
        case severalAlternatives([Int])
        case fitsForbidden
        case neverAllowed
    }
}

extension SchemaProblem: CustomStringConvertible {
    public var description: String {
        let place = instance.tokens.isEmpty ? "the document" : instance.description
        return "\(place) \(reason)"
    }
}

extension SchemaProblem.Reason: CustomStringConvertible {
    /// The rest of a sentence that begins with the place.
    public var description: String {
        switch self {
        case .type(let expected, let found):
            "must be \(Self.list(expected.map(\.rawValue))), and is \(found.rawValue)"
        case .notAmong(let values): "must be one of \(Self.list(values.map(\.string)))"
        case .notEqual(let value): "must be \(value)"
        case .notMultiple(let divisor): "must be a multiple of \(divisor)"
        case .aboveMaximum(let limit, let isExclusive):
            isExclusive ? "must be less than \(limit)" : "must be at most \(limit)"
        case .belowMinimum(let limit, let isExclusive):
            isExclusive ? "must be greater than \(limit)" : "must be at least \(limit)"
        case .tooLong(let limit): "must be no longer than \(limit) characters"
        case .tooShort(let limit): "must be at least \(limit) characters long"
        case .patternMismatch(let pattern): "must match the pattern \(pattern)"
        case .notInFormat(let format): "must be written as \(format.rawValue)"
        case .tooManyItems(let limit): "must have at most \(limit) items"
        case .tooFewItems(let limit): "must have at least \(limit) items"
        case .repeatedItem(let first, let second):
            "must not say the same twice, and items \(first) and \(second) are equal"
        case .tooManyProperties(let limit): "must have at most \(limit) members"
        case .tooFewProperties(let limit): "must have at least \(limit) members"
        case .missing(let name): "must have the member \"\(name)\""
        case .missingBeside(let name, let present):
            "must have the member \"\(name)\" because it has \"\(present)\""
        case .memberNotAllowed(let name): "must not have the member \"\(name)\""
        case .itemNotAllowed(let index): "must not have an item \(index)"
        case .containsTooFew(let found, let least):
            "must have at least \(least) items of the required kind, and has \(found)"
        case .containsTooMany(let found, let most):
            "must have at most \(most) items of a certain kind, and has \(found)"
        case .noAlternative: "must fit one of the alternatives, and fits none"
        case .severalAlternatives(let fitting):
            "must fit one alternative only, and fits \(Self.list(fitting.map(String.init)))"
        case .fitsForbidden: "must not be like this"
        case .neverAllowed: "is not allowed here"
        }
    }

    private static func list(_ words: [String]) -> String {
        let shown = words.prefix(12).joined(separator: ", ")
        return words.count > 12 ? shown + ", …" : shown
    }
}
