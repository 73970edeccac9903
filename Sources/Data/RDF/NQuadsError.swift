/// Where and why a text is not N-Quads.
public struct NQuadsError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case tooLarge(limit: Int)
        case tooManyQuads(limit: Int)
        case invalidUTF8
        case expectedSubject
        case expectedPredicate
        case expectedObject
        case expectedGraphOrEnd
        case expectedEndOfStatement
        case expectedEndOfLine
        case unterminatedIRI
        case characterNotAllowedInIRI
        case relativeIRI
        case unterminatedLiteral
        case invalidEscape
        case invalidCodePoint
        case expectedDatatype
        case invalidLanguageTag
        case invalidBlankNodeLabel
    }

    public let reason: Reason
    /// From 1.
    public let line: Int
    /// From 1, in code points.
    public let column: Int
    /// From 0, in bytes from the start of the text.
    public let offset: Int
}
