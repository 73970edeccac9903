import JSONText
import Synchronization

/// The inverse context (JSON-LD API section 4.3): from IRIs to the terms that may stand for them.
final class InverseContext: Sendable {
    /// What the values of a term are known by.
    enum Kind { case language, type, any }

    struct Choices {
        var language: [Text: Text] = [:]
        var type: [Text: Text] = [:]
        let any: Text

        func term(_ kind: Kind, _ value: Text) -> Text? {
            switch kind {
            case .language: language[value]
            case .type: type[value]
            case .any: value == "@none" ? any : nil
            }
        }
    }

    /// Terms that compact IRIs may begin with, by their IRIs, the shortest first.
    private let prefixes: [Text: [Text]]
    private let prefixLengths: [Int]
    private let table: [Text: [TermDefinition.Container: Choices]]

    init(_ active: ActiveContext) {
        var table: [Text: [TermDefinition.Container: Choices]] = [:]  // 1
        var prefixes: [Text: [Text]] = [:]
        for (term, definition) in Self.inOrder(active.terms) {  // 3
            guard let iri = definition.iri else { continue }  // 3.1
            if definition.isPrefix { prefixes[iri, default: []].append(term) }
            table[iri, default: [:]][  // 3.4 to 3.8
                definition.container, default: Choices(any: term)
            ].add(term, definition, in: active)
        }
        self.table = table
        self.prefixes = prefixes
        prefixLengths = Set(prefixes.keys.map { $0.string.utf8.count }).sorted()
    }

    /// The compact IRIs that stand for an IRI, as far as prefixes go.
    func compactIRIs(for iri: Text) -> [Text] {
        let bytes = iri.string.utf8
        var found: [Text] = []
        for length in prefixLengths {
            guard length < bytes.count else { break }
            let start = Text(String(Substring(bytes.prefix(length))))
            guard let terms = prefixes[start], let suffix = iri.suffix(after: start) else {
                continue
            }
            found += terms.map { Text("\($0):\(suffix)") }
        }
        return found
    }

    private static func inOrder(
        _ terms: [Text: TermDefinition]
    ) -> [(key: Text, value: TermDefinition)] {
        terms.sorted { one, other in
            let lengths = (one.key.string.utf8.count, other.key.string.utf8.count)
            return lengths.0 == lengths.1 ? one.key < other.key : lengths.0 < lengths.1
        }
    }

    func has(_ iri: Text) -> Bool { table[iri] != nil }

    /// The term selection algorithm (section 4.5).
    func term(
        for iri: Text, containers: [TermDefinition.Container], _ kind: Kind, preferring: [Text]
    ) -> Text? {
        guard let byContainer = table[iri] else { return nil }
        for container in containers {  // 4
            guard let choices = byContainer[container] else { continue }
            for value in preferring {
                if let term = choices.term(kind, value) { return term }
            }
        }
        return nil
    }

    /// A language and a direction as one key.
    static func key(_ language: Text?, _ direction: TermDefinition.Direction?) -> Text {
        let tag = language?.string.lowercased()
        guard let direction else { return Text(tag ?? "@none") }
        return Text("\(tag ?? "")_\(direction.name)")
    }
}

extension InverseContext.Choices {
    private static func put(_ term: Text, _ key: Text, _ terms: inout [Text: Text]) {
        if terms[key] == nil { terms[key] = term }
    }

    /// Steps 3.9 to 3.16.
    fileprivate mutating func add(
        _ term: Text, _ definition: TermDefinition, in active: ActiveContext
    ) {
        if definition.isReverse {  // 3.10
            Self.put(term, "@reverse", &type)
            return
        }
        switch definition.coercion {
        case .none:  // 3.11
            Self.put(term, "@any", &language)
            Self.put(term, "@any", &type)
            return
        case .absent: addTagged(term, definition, in: active)
        case .id: Self.put(term, "@id", &type)  // 3.12
        case .vocab: Self.put(term, "@vocab", &type)
        case .json: Self.put(term, "@json", &type)
        case .iri(let iri): Self.put(term, iri, &type)
        }
    }

    private mutating func addTagged(
        _ term: Text, _ definition: TermDefinition, in active: ActiveContext
    ) {
        switch (definition.language, definition.direction) {
        case (.absent, .absent):
            if active.direction != nil {  // 3.16
                Self.put(term, InverseContext.key(active.language, active.direction), &language)
            } else {  // 3.17
                Self.put(term, InverseContext.key(active.language, nil), &language)
            }
            Self.put(term, "@none", &language)
            Self.put(term, "@none", &type)
        case (.none, .none), (.none, .absent): Self.put(term, "@null", &language)  // 3.13, 3.14
        case (.absent, .none): Self.put(term, "@none", &language)  // 3.15
        case (.absent, .value(let direction)), (.none, .value(let direction)):
            Self.put(term, InverseContext.key(nil, direction), &language)
        case (.value(let tag), .absent), (.value(let tag), .none):
            Self.put(term, InverseContext.key(tag, nil), &language)
        case (.value(let tag), .value(let direction)):
            Self.put(term, InverseContext.key(tag, direction), &language)
        }
    }
}

extension ActiveContext {
    /// Made when first asked for, and kept as long as the context.
    var inverse: InverseContext {
        inverseContext.withLock { kept in
            if let kept { return kept }
            let made = InverseContext(self)
            kept = made
            return made
        }
    }
}
