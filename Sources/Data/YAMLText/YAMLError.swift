/// Why a text is not YAML that this project reads, and where.
package struct YAMLError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case tooLarge(limit: Int)
        case invalidUTF8
        case empty
        /// What the parser of the library says.
        case malformed(String)
        case severalDocuments
        case tooDeep(limit: Int)
        case duplicateKey(String)
        case keyIsNotText
        case reference(String)
        case tag(String)
        case notWritable(JSONErrorText)
    }

    /// A sentence of the JSON reader, kept as text.
    package typealias JSONErrorText = String

    package let reason: Reason
    /// Line and column, from 1.
    package let line: Int
    package let column: Int
}

extension YAMLError: CustomStringConvertible {
    /// What is wrong, where, and what to do, for people.
    package var description: String { "\(reason) (line \(line), column \(column))" }
}

extension YAMLError.Reason: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLarge(let limit):
            "the text is larger than \(limit) octets (YAMLLimits.bytes), the most that is read"
        case .invalidUTF8: "the octets here are not UTF-8: save the file as UTF-8"
        case .empty: "there is nothing to read: the text is empty"
        case .malformed(let problem): "this is not YAML: \(problem)\(Self.hint(problem))"
        case .severalDocuments: "a second document begins here; a file holds one"
        case .tooDeep(let limit):
            "more than \(limit) lists and mappings stand inside each other (YAMLLimits.depth)"
        case .duplicateKey(let key): "\"\(key)\" stands twice in this mapping; take one away"
        case .keyIsNotText: "the name of a member must be a text"
        case .reference(let name):
            "\"&\(name)\" and \"*\(name)\" refer to each other, which is not read: "
                + "write the part out in each place"
        case .tag(let tag): "the tag \(tag) is not read: put a text in quotes instead"
        case .notWritable(let problem): problem
        }
    }

    /// What the parser's words mean for whoever wrote the text.
    private static func hint(_ problem: String) -> String {
        let words = problem.utf8
        if words.starts(with: "mapping values are not allowed".utf8) {
            return "; a text in which a colon stands before a space, or at its end, needs quotes, "
                + "and what belongs together begins in one column"
        }
        if words.starts(with: "did not find expected '-'".utf8)
            || words.starts(with: "did not find expected key".utf8)
        {
            return "; see that the members of one thing begin in the same column"
        }
        if words.starts(with: "found character that cannot start".utf8) {
            return "; write spaces in place of tabs, and put a text that begins with @, ` or % "
                + "in quotes"
        }
        if words.starts(with: "found unexpected end of stream".utf8) {
            return "; a quotation mark was not closed"
        }
        return ""
    }
}
