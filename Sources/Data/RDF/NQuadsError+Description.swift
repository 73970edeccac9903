extension NQuadsError: CustomStringConvertible {
    /// One sentence for people: what, and where.
    public var description: String { "\(reason) (line \(line), column \(column))" }
}

extension NQuadsError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the text is larger than \(limit) octets"
        case .tooManyQuads(let limit): "there are more than \(limit) statements"
        case .invalidUTF8: "the octets here are not UTF-8"
        case .expectedSubject: "an IRI or a blank node was expected as subject"
        case .expectedPredicate: "an IRI was expected as predicate"
        case .expectedObject: "an IRI, a blank node or a literal was expected as object"
        case .expectedGraphOrEnd: "the name of a graph or a full stop was expected"
        case .expectedEndOfStatement: "a full stop was expected"
        case .expectedEndOfLine: "there is more text after the full stop"
        case .unterminatedIRI: "the IRI has no end on this line"
        case .characterNotAllowedInIRI: "this character cannot stand in an IRI"
        case .relativeIRI: "the IRI is not absolute"
        case .unterminatedLiteral: "the literal has no end on this line"
        case .invalidEscape: "this escape sequence does not exist in N-Quads"
        case .invalidCodePoint: "the escape names no character"
        case .expectedDatatype: "the IRI of a datatype was expected"
        case .invalidLanguageTag: "this is not a language tag"
        case .invalidBlankNodeLabel: "this is not the label of a blank node"
        }
    }
}
