/// Why a text is not JSON that this project reads, and where.
public struct JSONError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case empty
        case byteOrderMark
        case looksLikeMarkup
        case expectedValue
        case expectedKey
        case expectedColon
        case expectedCommaOrEnd
        case trailingComma
        case trailingText
        case endsEarly
        case invalidNumber
        case invalidUTF8
        /// The text is UTF-16, or UTF-32.
        case otherEncoding
        case invalidEscape
        case loneSurrogate
        case controlCharacter
        case duplicateKey(String)
        case tooDeep(limit: Int)
        case tooLarge(limit: Int)
        case numberOutOfRange
    }

    public let reason: Reason
    /// The octet at which reading stopped, from 0.
    public let offset: Int
    /// Line and column, from 1; the column counts characters (Unicode scalars).
    public let line: Int
    public let column: Int
    /// The value that was being read (RFC 6901).
    public let pointer: JSONPointer
}

extension JSONError: CustomStringConvertible {
    /// One sentence for people: what, and where.
    public var description: String {
        let place = pointer.tokens.isEmpty ? "" : ", at \(pointer)"
        return "\(reason) (line \(line), column \(column)\(place))"
    }
}

extension JSONError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "there is nothing to read: the text is empty"
        case .byteOrderMark: "the text begins with a byte order mark, which JSON does not allow"
        case .looksLikeMarkup: "this is HTML or XML, not JSON"
        case .expectedValue: "a value was expected here"
        case .expectedKey: "a member name in double quotes was expected here"
        case .expectedColon: "a colon was expected after the member name"
        case .expectedCommaOrEnd: "a comma or the end of the list was expected here"
        case .trailingComma: "a comma stands before the closing bracket"
        case .trailingText: "there is more text after the end of the JSON value"
        case .endsEarly: "the text ends in the middle: it was cut off"
        case .invalidNumber: "this is not a JSON number"
        case .invalidUTF8: "the octets here are not UTF-8"
        case .otherEncoding: "the text is UTF-16 or UTF-32, and must be UTF-8: save it as UTF-8"
        case .invalidEscape: "this escape sequence does not exist in JSON"
        case .loneSurrogate: "half of a surrogate pair stands alone"
        case .controlCharacter: "a control character must be escaped"
        case .duplicateKey(let key): "the member \"\(key)\" stands twice in one object"
        case .tooDeep(let limit): "the nesting is deeper than \(limit) levels"
        case .tooLarge(let limit): "the text is larger than \(limit) octets"
        case .numberOutOfRange: "the number is beyond what can be represented"
        }
    }
}
