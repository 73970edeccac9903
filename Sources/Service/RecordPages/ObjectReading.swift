import JSONText

/// Reads the members of one object and remembers which were read: the rest is "more data", so
/// that nothing in a file can be lost between the lines of a page.
struct ObjectReading {
    let value: JSONValue
    /// JSON Pointer from the top of the record.
    let at: String
    private var taken: Set<Int> = []

    init(_ value: JSONValue, at: String) {
        self.value = value
        self.at = at
    }

    /// A member's text; a member of another kind stays for the rest.
    mutating func text(_ name: String) -> String? {
        take(name) { $0.string }
    }

    /// Text, or a number or truth value as written.
    mutating func scalar(_ name: String) -> String? {
        take(name) { $0.scalarText }
    }

    /// Text in its language. Of a language map one entry is chosen, and all stay for the rest.
    mutating func phrase(_ name: String, language: String?) -> Phrase? {
        if let text = text(name) { return Phrase(text, language: language) }
        return value[name].flatMap(Phrase.init(chosenFrom:))
    }

    mutating func texts(_ name: String) -> [String] {
        take(name) { value in
            let all = value.oneOrMore.map(\.string)
            let texts = all.compactMap(\.self)
            return texts.count == all.count && !texts.isEmpty ? texts : nil
        } ?? []
    }

    mutating func object(_ name: String) -> ObjectReading? {
        let inner = pointer(name)
        return take(name) { $0.isObject ? ObjectReading($0, at: inner) : nil }
    }

    /// One object or several; a member that holds anything else stays for the rest.
    mutating func objects(_ name: String) -> [ObjectReading] {
        let inner = pointer(name)
        return take(name) { value in
            guard value.isArray else {
                return value.isObject ? [ObjectReading(value, at: inner)] : nil
            }
            let all = value.elements.enumerated().map { ($0.offset, $0.element) }
            guard all.allSatisfy({ $0.1.isObject }) else { return nil }
            return all.map { ObjectReading($0.1, at: "\(inner)/\($0.0)") }
        } ?? []
    }

    /// A reference: an object with an `id`, or the identifier alone.
    mutating func reference(_ name: String) -> ObjectReading? {
        object(name)
    }

    /// Leaves a member out of the rest because it is shown elsewhere on the page.
    mutating func isShownElsewhere(_ name: String) {
        _ = take(name) { $0 }
    }

    func pointer(_ name: String) -> String {
        at + JSONPointer([Text(name)]).description
    }

    func pointer(_ name: String, _ index: Int) -> String {
        pointer(name) + "/\(index)"
    }

    private mutating func take<Result>(_ name: String, _ body: (JSONValue) -> Result?) -> Result? {
        guard let member = value[name], let result = body(member) else { return nil }
        taken.insert(member.index)
        return result
    }

    /// Every leaf that was not read.
    func rest() -> [DataLine] {
        var lines: [DataLine] = []
        for member in value.members where !taken.contains(member.value.index) {
            DataLine.append(member.value, path: member.name, to: &lines)
        }
        return lines
    }
}

/// One leaf of a record under its path in plain words: "proof › created".
package struct DataLine: Sendable, Equatable {
    package let path: String
    package let value: String

    static func append(_ value: JSONValue, path: String, to lines: inout [DataLine]) {
        if value.isObject, value.count > 0 {
            for member in value.members {
                append(member.value, path: "\(path) › \(member.name)", to: &lines)
            }
        } else if value.isArray, value.count > 0 {
            for (index, element) in value.elements.enumerated() {
                let inner = value.count == 1 ? path : "\(path) › \(index + 1)"
                append(element, path: inner, to: &lines)
            }
        } else {
            lines.append(DataLine(path: path, value: value.scalarText ?? value.emptyText))
        }
    }
}

extension JSONValue {
    /// A string's text; a number or truth value as written.
    var scalarText: String? {
        switch kind {
        case .string: string
        case .number: numberText
        case .bool: bool == true ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    fileprivate var emptyText: String {
        isNull ? "null" : isArray ? "[ ]" : "{ }"
    }

    /// Whether a `type` member (one or many) has this name.
    func hasType(_ name: String) -> Bool {
        self["type"]?.oneOrMore.contains { $0.string?.isSame(as: name) == true } ?? false
    }
}
