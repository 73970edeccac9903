import JSONText
import Testing

/// What a context object says once prefixes and aliases are resolved: two documents with equal
/// values define the same terms, however they are written.
indirect enum NormalizedContext: Equatable {
    case missing
    case text(String)
    case object([Text: NormalizedContext])

    static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.missing, .missing): true
        case (.text(let a), .text(let b)): a.isSame(as: b)
        case (.object(let a), .object(let b)): a == b
        default: false
        }
    }

    /// The paths at which two documents differ, for people.
    static func differences(_ left: Self, _ right: Self, at path: String = "") -> [String] {
        guard case .object(let a) = left, case .object(let b) = right else {
            return left == right ? [] : ["\(path): \(left) and \(right)"]
        }
        return Set(a.keys).union(b.keys).sorted().flatMap { key in
            differences(a[key] ?? .missing, b[key] ?? .missing, at: "\(path)/\(key)")
        }
    }

    /// Whether every term here is defined there, and equally.
    func isPart(of other: Self) -> Bool {
        guard case .object(let mine) = self, case .object(let all) = other else {
            return self == other
        }
        return mine.allSatisfy { key, value in
            guard let counterpart = all[key] else { return false }
            return value.isPart(of: counterpart)
        }
    }

    /// This, with what the other document has more.
    func merged(with other: Self) -> Self {
        guard case .object(let a) = self, case .object(let b) = other else { return self }
        return .object(a.merging(b) { mine, theirs in mine.merged(with: theirs) })
    }
}

/// One context object, with the terms that hold around it.
final class ContextScope {
    private let context: JSONValue
    private let around: ContextScope?

    init(_ context: JSONValue, around: ContextScope? = nil) {
        self.context = context
        self.around = around
    }

    static func normalized(_ bytes: [UInt8]) throws -> NormalizedContext {
        let document = try JSONDocument(parsing: bytes)
        let context = try #require(document.root["@context"])
        return ContextScope(context).normalized()
    }

    func normalized() -> NormalizedContext {
        var members: [Text: NormalizedContext] = [:]
        for member in context.members {
            let isKeyword = member.name.utf8.first == UInt8(ascii: "@")
            members[Text(member.name)] = isKeyword ? plain(member.value) : term(member)
        }
        return .object(members)
    }

    private func plain(_ value: JSONValue) -> NormalizedContext {
        .text(String(decoding: value.bytes, as: UTF8.self))
    }

    private func term(_ member: JSONValue.Member) -> NormalizedContext {
        if member.value.isNull { return .text("null") }
        var members: [Text: NormalizedContext] = [
            "@id": .text(expand(identifier(member.value) ?? member.name)),
            "@prefix": .text(String(isPrefix(member.name))),
        ]
        for part in member.value.members where !part.hasName("@id") {
            switch Text(part.name) {
            case "@type": members["@type"] = .text(expand(part.value.string ?? ""))
            case "@container":
                let containers = part.value.oneOrMore.compactMap(\.text).sorted()
                members["@container"] = .text(containers.map(\.string).joined(separator: " "))
            case "@context":
                members["@context"] =
                    part.value.isNull
                    ? .text("null") : ContextScope(part.value, around: self).normalized()
            default: members[Text(part.name)] = plain(part.value)
            }
        }
        return .object(members)
    }

    private func identifier(_ value: JSONValue) -> String? {
        value.string ?? value["@id"]?.string
    }

    private func definition(_ name: String) -> JSONValue? {
        context[name] ?? around?.definition(name)
    }

    /// Simple terms that end in a gen-delim are prefixes (JSON-LD 1.1, create term definition).
    private func isPrefix(_ name: String) -> Bool {
        guard let value = definition(name) else { return false }
        if let said = value["@prefix"]?.bool { return said }
        guard let iri = value.string, let last = expand(iri).utf8.last else { return false }
        return ":/?#[]@".utf8.contains(last)
    }

    private func expand(_ text: String) -> String {
        if text.utf8.first == UInt8(ascii: "@") { return text }
        if let found = definition(text).flatMap(identifier), !found.isSame(as: text) {
            return expand(found)
        }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return text }
        let head = String(text[..<colon])
        let tail = text[text.utf8.index(after: colon)...]
        guard !tail.utf8.starts(with: "//".utf8), isPrefix(head),
            let whole = definition(head).flatMap(identifier)
        else { return text }
        return expand(whole) + tail
    }
}
