import JSONText

/// The error codes of the JSON-LD 1.1 API (section 9.3) and of framing; the raw value is the code's own text.
public enum JSONLDErrorCode: String, Sendable, CaseIterable {
    case collidingKeywords = "colliding keywords"
    case conflictingIndexes = "conflicting indexes"
    case contextOverflow = "context overflow"
    case cyclicIRIMapping = "cyclic IRI mapping"
    case invalidBaseDirection = "invalid base direction"
    case invalidBaseIRI = "invalid base IRI"
    case invalidContainerMapping = "invalid container mapping"
    case invalidContextEntry = "invalid context entry"
    case invalidContextNullification = "invalid context nullification"
    case invalidDefaultLanguage = "invalid default language"
    case invalidEmbedValue = "invalid @embed value"
    case invalidFrame = "invalid frame"
    case invalidIDValue = "invalid @id value"
    case invalidImportValue = "invalid @import value"
    case invalidIncludedValue = "invalid @included value"
    case invalidIndexValue = "invalid @index value"
    case invalidIRIMapping = "invalid IRI mapping"
    case invalidJSONLiteral = "invalid JSON literal"
    case invalidKeywordAlias = "invalid keyword alias"
    case invalidLanguageMapValue = "invalid language map value"
    case invalidLanguageMapping = "invalid language mapping"
    case invalidLanguageTaggedString = "invalid language-tagged string"
    case invalidLanguageTaggedValue = "invalid language-tagged value"
    case invalidLocalContext = "invalid local context"
    case invalidNestValue = "invalid @nest value"
    case invalidPrefixValue = "invalid @prefix value"
    case invalidPropagateValue = "invalid @propagate value"
    case invalidProtectedValue = "invalid @protected value"
    case invalidRemoteContext = "invalid remote context"
    case invalidReverseProperty = "invalid reverse property"
    case invalidReversePropertyMap = "invalid reverse property map"
    case invalidReversePropertyValue = "invalid reverse property value"
    case invalidReverseValue = "invalid @reverse value"
    case invalidScopedContext = "invalid scoped context"
    case invalidScriptElement = "invalid script element"
    case invalidSetOrListObject = "invalid set or list object"
    case invalidTermDefinition = "invalid term definition"
    case invalidTypeMapping = "invalid type mapping"
    case invalidTypeValue = "invalid type value"
    case invalidTypedValue = "invalid typed value"
    case invalidValueObject = "invalid value object"
    case invalidValueObjectValue = "invalid value object value"
    case invalidVersionValue = "invalid @version value"
    case invalidVocabMapping = "invalid vocab mapping"
    case iriConfusedWithPrefix = "IRI confused with prefix"
    case keywordRedefinition = "keyword redefinition"
    case listOfLists = "list of lists"
    case loadingDocumentFailed = "loading document failed"
    case loadingRemoteContextFailed = "loading remote context failed"
    case processingModeConflict = "processing mode conflict"
    case protectedTermRedefinition = "protected term redefinition"
    case recursiveContextInclusion = "recursive context inclusion"

    // Not of the specification: what this project refuses beside.

    /// Safe mode: a member or type that no context defines and RDF would silently leave out.
    case undefinedTerm = "undefined term"
    /// Safe mode: a value that RDF would silently leave out.
    case droppedValue = "dropped value"
    /// What a known context names goes by another name, or stands in another place, so that those
    /// who read the JSON would not see it.
    case notCompacted = "not compacted"
    /// A bound of `Limits` is passed.
    case limitExceeded = "limit exceeded"
}

/// Why an algorithm ended, and where.
public struct JSONLDError: Error, Sendable, Hashable {
    public let code: JSONLDErrorCode
    /// What it was about: a term, a value, a URL, in words.
    public let detail: String
    /// The place in the document; nil where the fault is inside a remote context.
    public var pointer: JSONPointer?
    /// The URL of a context that is not at hand, with `loadingRemoteContextFailed`.
    public var unavailableURL: Text?
    /// The word that was meant most likely, of those that the contexts define.
    package var nearWord: String?

    public init(
        _ code: JSONLDErrorCode, _ detail: String, at pointer: JSONPointer? = nil,
        unavailableURL: Text? = nil
    ) {
        self.code = code
        self.detail = detail
        self.pointer = pointer
        self.unavailableURL = unavailableURL
    }

    func located(at place: @autoclosure () -> JSONPointer) -> JSONLDError {
        var error = self
        if error.pointer == nil { error.pointer = place() }
        return error
    }
}

extension JSONLDError: CustomStringConvertible {
    public var description: String {
        let place = pointer.map { $0.tokens.isEmpty ? "" : " (at \($0))" } ?? ""
        return "\(code.rawValue): \(detail)\(place)"
    }
}
