import JSONText

/// Reads one context object into a draft (JSON-LD API sections 4.1.2 step 5 and 4.2.2).
struct TermMaker {
    let processor: ContextProcessor
    var draft: ContextDraft
    let members: [Text: JSONValue]
    /// As they were written, so that the same document always meets the same error.
    let names: [Text]
    let arguments: ContextProcessor.Arguments
    private var defined: [Text: Bool] = [:]
    var isProtectedByDefault = false
    private var depth = 0

    init(
        processor: ContextProcessor, draft: ContextDraft, members: [Text: JSONValue],
        names: [Text], arguments: ContextProcessor.Arguments
    ) {
        self.processor = processor
        self.draft = draft
        self.members = members
        self.names = names
        self.arguments = arguments
    }

    var is1_0: Bool { processor.mode == .v1_0 }

    // MARK: - Terms (4.2.2)

    private static let contextKeywords: Set<Text> = [
        "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version",
        "@vocab",
    ]

    mutating func defineTerms() throws(JSONLDError) {
        for term in names where !Self.contextKeywords.contains(term) {
            try define(term)
        }
    }

    /// Step 21's test of each scoped context, made once all terms are there.
    func validateScopedContexts(in result: ActiveContext) throws(JSONLDError) {
        for term in names {
            guard let scoped = result.terms[term]?.scopedContext else { continue }
            var inner = ContextProcessor.Arguments(baseURL: scoped.baseURL)
            inner.overridesProtected = true
            inner.remoteContexts = arguments.remoteContexts
            inner.validatesScopedContexts = false
            inner.wantsResult = false
            do throws(JSONLDError) {
                _ = try processor.process(scoped.value, onto: result, inner)
            } catch {
                if error.unavailableURL != nil || error.code == .limitExceeded { throw error }
                throw JSONLDError(
                    .invalidScopedContext, "the context of \(term): \(error.description)")
            }
        }
    }

    private mutating func define(_ term: Text) throws(JSONLDError) {
        switch defined[term] {  // 1
        case true: return
        case false: throw JSONLDError(.cyclicIRIMapping, "\(term) is defined by itself")
        case nil: break
        }
        guard !term.string.isEmpty else {  // 2
            throw JSONLDError(.invalidTermDefinition, "a term cannot be empty")
        }
        guard depth < Limits.termDepth else {
            throw JSONLDError(.limitExceeded, "terms refer to terms too often: \(term)")
        }
        depth += 1
        defer { depth -= 1 }
        defined[term] = false
        guard let value = members[term] else { return }  // 3
        if term == "@type" {  // 4
            try checkTypeRedefinition(value)
        } else if Keyword(term) != nil {  // 5
            throw JSONLDError(.keywordRedefinition, "\(term) is a keyword")
        } else if Keyword.isReservedForm(term.string.utf8) {
            return
        }
        let previous = draft[term]
        draft[term] = nil  // 6
        guard var definition = try definition(of: term, value) else { return }
        try processor.count(octets: definition.iriBytes.count)
        if !arguments.overridesProtected, let previous, previous.isProtected {  // 27
            guard definition.saysTheSame(as: previous) else {
                throw JSONLDError(
                    .protectedTermRedefinition, "\(term) is protected by an earlier context")
            }
            definition = previous
        }
        definition.nameBytes = Array(term.string.utf8)
        draft[term] = definition  // 28
        defined[term] = true
    }

    private func checkTypeRedefinition(_ value: JSONValue) throws(JSONLDError) {
        let isAllowed =
            !is1_0 && value.isObject && value.count > 0
            && value.members.allSatisfy { member in
                member.hasName("@protected")
                    || member.hasName("@container") && member.value.text == "@set"
            }
        guard isAllowed else {
            throw JSONLDError(.keywordRedefinition, "@type may only get @container: @set")
        }
    }

    /// Steps 7 to 26; nil where the definition is to be left out.
    private mutating func definition(
        of term: Text, _ value: JSONValue
    ) throws(JSONLDError) -> TermDefinition? {
        var definition = TermDefinition()
        definition.isProtected = isProtectedByDefault
        switch value.kind {
        case .null:  // 7
            return definition
        case .string:  // 8
            return try map(term, toID: value, isSimple: true, &definition) ? definition : nil
        case .object: break
        case .bool, .number, .array:  // 9
            throw JSONLDError(
                .invalidTermDefinition, "\(term) must be defined by an IRI, an object or null")
        }
        if let protected = value["@protected"] {  // 11
            try refuseIn1_0("@protected", .invalidTermDefinition)
            definition.isProtected = try read(protected: protected)
        }
        if let type = value["@type"] { try read(type: type, of: term, &definition) }
        if let reverse = value["@reverse"] {  // 13
            return try readReverse(reverse, in: value, of: term, &definition)
                ? definition : nil
        }
        if let id = value["@id"], id.text != term {  // 14
            guard try map(term, toID: id, isSimple: false, &definition) else { return nil }
        } else {
            try mapImplicitly(term, &definition)
        }
        try readRest(of: value, term, &definition)
        return definition
    }

    private mutating func read(
        type: JSONValue, of term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {  // 12
        guard let text = type.text else {
            throw JSONLDError(.invalidTypeMapping, "the @type of \(term) must be text")
        }
        let iri = try expanded(text, vocab: true, documentRelative: false)
        switch iri.flatMap({ Keyword($0) }) {
        case .id?: definition.coercion = .id
        case .vocab?: definition.coercion = .vocab
        case .json? where !is1_0: definition.coercion = .json
        case Keyword.none? where !is1_0: definition.coercion = .none
        case nil:
            guard let iri, IRIReference.isAbsolute(iri.string.utf8) else { fallthrough }
            definition.coercion = .iri(iri)
        default: throw JSONLDError(.invalidTypeMapping, "the @type of \(term): \(text)")
        }
    }

    private mutating func readReverse(
        _ reverse: JSONValue, in value: JSONValue, of term: Text,
        _ definition: inout TermDefinition
    ) throws(JSONLDError) -> Bool {
        guard value["@id"] == nil, value["@nest"] == nil else {
            throw JSONLDError(.invalidReverseProperty, "\(term) has @reverse and @id or @nest")
        }
        guard let text = reverse.text else {
            throw JSONLDError(.invalidIRIMapping, "the @reverse of \(term) must be an IRI")
        }
        if Keyword.isReservedForm(text.string.utf8) { return false }
        guard let iri = try expanded(text, vocab: true, documentRelative: false),
            Self.isIRIOrBlank(iri)
        else {
            throw JSONLDError(.invalidIRIMapping, "the @reverse of \(term): \(text)")
        }
        definition.map(to: iri)
        definition.isReverse = true
        if let container = value["@container"], !container.isNull {
            switch container.text {
            case "@set"?: definition.container = .set
            case "@index"?: definition.container = .index
            default:
                throw JSONLDError(
                    .invalidReverseProperty, "\(term): only @set and @index fit @reverse")
            }
        }
        if let index = value["@index"] { try read(index: index, of: term, &definition) }
        return true
    }

    /// Step 14.2 (and 8); whether the definition stands.
    private mutating func map(
        _ term: Text, toID id: JSONValue, isSimple: Bool, _ definition: inout TermDefinition
    ) throws(JSONLDError) -> Bool {
        if id.isNull { return true }
        guard let text = id.text else {
            throw JSONLDError(.invalidIRIMapping, "the @id of \(term) must be an IRI")
        }
        if isSimple, text == term {
            try mapImplicitly(term, &definition)
            return true
        }
        if Keyword.isReservedForm(text.string.utf8), Keyword(text) == nil { return false }
        guard let iri = try expanded(text, vocab: true, documentRelative: false),
            Keyword(iri) != nil || Self.isIRIOrBlank(iri)
        else {
            throw JSONLDError(.invalidIRIMapping, "the @id of \(term) is no IRI: \(text)")
        }
        guard Keyword(iri) != .context else {
            throw JSONLDError(.invalidKeywordAlias, "\(term) cannot stand for @context")
        }
        definition.map(to: iri)
        let bytes = Array(term.string.utf8)
        let hasColon = bytes.dropFirst().dropLast().contains(UInt8(ascii: ":"))
        let hasSlash = bytes.contains(UInt8(ascii: "/"))
        if hasColon || hasSlash {  // 14.2.4
            defined[term] = true
            guard try expanded(term, vocab: true, documentRelative: false) == iri else {
                throw JSONLDError(.invalidIRIMapping, "\(term) is an IRI and means another")
            }
        } else if isSimple, !bytes.contains(UInt8(ascii: ":")) {  // 14.2.5
            let last = iri.string.utf8.last ?? 0
            definition.isPrefix =
                ":/?#[]@".utf8.contains(last) || iri.string.utf8.starts(with: "_:".utf8)
        }
        return true
    }

    /// Steps 15 to 18: the term itself says what it stands for.
    private mutating func mapImplicitly(
        _ term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {
        let bytes = term.string.utf8
        if let colon = Self.colon(in: bytes) {  // 15
            let prefix = Text(String(Substring(bytes[..<colon])))
            if members[prefix] != nil { try define(prefix) }
            if let iri = draft[prefix]?.iri {
                definition.map(
                    to: Text(iri.string + String(Substring(bytes[colon...].dropFirst()))))
            } else {
                definition.map(to: term)
            }
        } else if bytes.contains(UInt8(ascii: "/")) {  // 16
            defined[term] = true
            guard let iri = try expanded(term, vocab: true, documentRelative: false),
                IRIReference.isAbsolute(iri.string.utf8)
            else { throw JSONLDError(.invalidIRIMapping, "\(term) is no IRI") }
            definition.map(to: iri)
        } else if term == "@type" {  // 17
            definition.map(to: "@type")
        } else if let vocab = draft.vocab {  // 18
            definition.map(to: Text(vocab.string + term.string))
        } else {
            throw JSONLDError(.invalidIRIMapping, "nothing says what \(term) stands for")
        }
    }

    /// Steps 19 to 26.
    private mutating func readRest(
        of value: JSONValue, _ term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {
        if let container = value["@container"] {
            try read(container: container, of: term, &definition)
        }
        if let index = value["@index"] { try read(index: index, of: term, &definition) }
        if let context = value["@context"] {  // 21
            try refuseIn1_0("@context in a term", .invalidTermDefinition)
            definition.scopedContext = ScopedContext(context, baseURL: arguments.baseURL)
        }
        if value["@type"] == nil { try readLanguage(in: value, of: term, &definition) }
        if let nest = value["@nest"] {  // 24
            try refuseIn1_0("@nest", .invalidTermDefinition)
            guard let text = nest.text, Keyword(text) == nil || Keyword(text) == .nest else {
                throw JSONLDError(.invalidNestValue, "the @nest of \(term)")
            }
            definition.nest = text
        }
        if let prefix = value["@prefix"] { try read(prefix: prefix, of: term, &definition) }
        for member in value.members where !Self.definitionKeywords.contains(Text(member.name)) {
            throw JSONLDError(  // 26
                .invalidTermDefinition, "\(term) is defined with unknown \(member.name)")
        }
    }

    private static let definitionKeywords: Set<Text> = [
        "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest",
        "@prefix", "@protected", "@type",
    ]

    private func read(
        container value: JSONValue, of term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {  // 19
        func refuse() -> JSONLDError {
            JSONLDError(.invalidContainerMapping, "the @container of \(term)")
        }
        if is1_0, !value.isString { throw refuse() }
        var container: TermDefinition.Container = []
        for element in value.isArray ? Array(value.elements) : [value] {
            let kind: TermDefinition.Container
            switch element.text {
            case "@graph"? where !is1_0: kind = .graph
            case "@id"? where !is1_0: kind = .id
            case "@index"?: kind = .index
            case "@language"?: kind = .language
            case "@list"?: kind = .list
            case "@set"?: kind = .set
            case "@type"? where !is1_0: kind = .type
            default: throw refuse()
            }
            guard container.insert(kind).inserted else { throw refuse() }
        }
        let kinds = container.subtracting([.set, .graph])
        let count = kinds.rawValue.nonzeroBitCount
        let isAllowed =
            count <= 1 && !(container.contains(.list) && container != .list)
            && (!container.contains(.graph) || kinds.isSubset(of: [.id, .index]))
        guard isAllowed, !container.isEmpty else { throw refuse() }
        definition.container = container
        guard container.contains(.type) else { return }
        switch definition.coercion {
        case .absent: definition.coercion = .id
        case .id, .vocab: break
        case .json, .none, .iri:
            throw JSONLDError(.invalidTypeMapping, "\(term): @container @type needs @id or @vocab")
        }
    }

    private mutating func read(
        index: JSONValue, of term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {  // 20
        guard !is1_0, definition.container.contains(.index), let text = index.text,
            let iri = try expanded(text, vocab: true, documentRelative: false),
            IRIReference.isAbsolute(iri.string.utf8)
        else {
            throw JSONLDError(.invalidTermDefinition, "the @index of \(term)")
        }
        definition.index = text
    }

    private func readLanguage(
        in value: JSONValue, of term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {  // 22, 23
        if let language = value["@language"] {
            guard language.isNull || language.isString else {
                throw JSONLDError(.invalidLanguageMapping, "the @language of \(term)")
            }
            definition.language = language.text.map { .value($0) } ?? .none
        }
        if let direction = value["@direction"] {
            definition.direction = try Self.direction(direction).map { .value($0) } ?? .none
        }
    }

    private func read(
        prefix: JSONValue, of term: Text, _ definition: inout TermDefinition
    ) throws(JSONLDError) {  // 25
        let isName = !term.string.utf8.contains {
            $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/")
        }
        guard !is1_0, isName else {
            throw JSONLDError(.invalidTermDefinition, "\(term) cannot be a prefix")
        }
        guard let value = prefix.bool else {
            throw JSONLDError(.invalidPrefixValue, "the @prefix of \(term) must be true or false")
        }
        if value, definition.keyword != nil {
            throw JSONLDError(.invalidTermDefinition, "\(term) stands for a keyword, no prefix")
        }
        definition.isPrefix = value
    }

    // MARK: - IRI expansion while terms are being defined (5.2.2)

    private mutating func defineFirst(_ term: Text) throws(JSONLDError) {
        if members[term] != nil, defined[term] != true { try define(term) }
    }

    /// Where a value is split, if it holds a colon behind its first octet: at the first of all.
    private static func colon(in bytes: String.UTF8View) -> String.UTF8View.Index? {
        bytes.dropFirst().contains(UInt8(ascii: ":"))
            ? bytes.firstIndex(of: UInt8(ascii: ":")) : nil
    }

    private static func isIRIOrBlank(_ text: Text) -> Bool {
        IRIReference.isAbsolute(text.string.utf8) || text.string.utf8.starts(with: "_:".utf8)
    }

    mutating func expanded(
        _ value: Text, vocab: Bool, documentRelative: Bool, beforeTerms: Bool = false
    ) throws(JSONLDError) -> Text? {
        if Keyword(value) != nil { return value }  // 1
        if Keyword.isReservedForm(value.string.utf8) { return nil }  // 2
        if !beforeTerms { try defineFirst(value) }  // 3
        if let definition = draft[value] {  // 4, 5
            if definition.keyword != nil { return definition.iri }
            if vocab { return definition.iri }
        }
        let bytes = value.string.utf8
        if let colon = Self.colon(in: bytes) {  // 6
            let prefix = Text(String(Substring(bytes[..<colon])))
            let suffix = Substring(bytes[colon...].dropFirst())
            if prefix == "_" || suffix.utf8.starts(with: "//".utf8) { return value }
            if !beforeTerms { try defineFirst(prefix) }
            if let definition = draft[prefix], definition.isPrefix, let iri = definition.iri {
                return Text(iri.string + suffix)
            }
            if IRIReference.isAbsolute(bytes) { return value }
        }
        if vocab, let mapping = draft.vocab { return Text(mapping.string + value.string) }  // 7
        if documentRelative, let base = draft.base {  // 8
            return Text(IRIReference.resolve(value.string, against: base.string))
        }
        return value  // 9
    }
}
