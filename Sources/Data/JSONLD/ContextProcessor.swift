import JSONText

/// The context processing algorithm (JSON-LD API section 4.1.2) for one document.
final class ContextProcessor {
    let loader: any ContextLoader
    let mode: ProcessingMode
    let base: Text?
    let cache: ContextCache
    private var processed = 0
    /// How many terms may be written down, and how many were.
    private let allowedTerms: Int
    private let freeTerms: Int
    private let shared: WorkAllowance?
    private(set) var writtenTerms = 0
    private var writtenOctets = 0
    /// Rises whenever a context refers to a remote one.
    private(set) var remoteReferences = 0

    /// - Parameter octets: how large the document is, contexts given beside it included; nil where
    ///   its contexts are this project's own.
    /// - Parameter shared: what this document and others may take together.
    init(
        loader: any ContextLoader, mode: ProcessingMode, base: Text?, cache: ContextCache,
        octets: Int?, shared: WorkAllowance? = nil
    ) {
        freeTerms = (octets ?? 0) / Limits.octetsForEachContextTerm
        self.shared = shared
        allowedTerms = octets.map { Self.allowance(octets: $0) } ?? .max
        self.loader = loader
        self.mode = mode
        self.base = base
        self.cache = cache
    }

    /// What is known already costs nothing: only work that is done counts.
    static func allowance(octets: Int) -> Int {
        Limits.contextTerms + octets / Limits.octetsForEachContextTerm
    }

    private func count(terms: Int) throws(JSONLDError) {
        let before = max(writtenTerms, freeTerms)
        writtenTerms += terms
        if let shared, writtenTerms > before, !shared.take(writtenTerms - before, of: .terms) {
            throw JSONLDError(exhausted: shared)
        }
        guard writtenTerms <= allowedTerms else {
            throw JSONLDError(
                .limitExceeded, "the contexts make more than \(allowedTerms) terms be written down")
        }
    }

    func count(octets: Int) throws(JSONLDError) {
        writtenOctets += octets
        if let shared, !shared.take(octets, of: .termOctets) {
            throw JSONLDError(exhausted: shared)
        }
        guard writtenOctets <= Limits.contextOctets else {
            throw JSONLDError(
                .limitExceeded, "terms of more than \(Limits.contextOctets) octets in all")
        }
    }

    /// What the algorithm takes beside the two contexts.
    struct Arguments {
        var baseURL: Text?
        var remoteContexts: [Text] = []
        var overridesProtected = false
        var propagates = true
        var validatesScopedContexts = true
        /// False where it only matters whether the context is in order: then the terms around
        /// it need not be written down once more.
        var wantsResult = true
    }

    func process(
        _ local: JSONValue, onto active: ActiveContext, _ arguments: Arguments
    ) throws(JSONLDError) -> ActiveContext {
        var arguments = arguments
        if local.isObject, let propagate = local["@propagate"] {  // 2
            guard let value = propagate.bool else {
                throw JSONLDError(.invalidPropagateValue, "@propagate must be true or false")
            }
            arguments.propagates = value
        }
        guard local.isArray else { return try step(local, onto: active, arguments) }
        guard local.count <= Limits.contextEntries else {
            throw JSONLDError(
                .limitExceeded, "more than \(Limits.contextEntries) contexts in one list")
        }
        var result = active
        if local.count == 0 { result = try detached(active, arguments) }
        let wantsResult = arguments.wantsResult
        for (index, element) in local.elements.enumerated() {  // 5
            arguments.wantsResult = wantsResult || index < local.count - 1
            result = try step(element, onto: result, arguments)
        }
        return result
    }

    /// One context of the list, from the cache where it is known.
    private func step(
        _ local: JSONValue, onto active: ActiveContext, _ arguments: Arguments
    ) throws(JSONLDError) -> ActiveContext {
        processed += 1
        guard processed <= Limits.contexts else {
            throw JSONLDError(.limitExceeded, "more than \(Limits.contexts) contexts")
        }
        if local.kind == .string { return try remote(local, onto: active, arguments) }
        guard arguments.validatesScopedContexts, local.range.count <= 4_096 else {
            return try inline(local, onto: active, arguments)
        }
        let identity = ContextCache.Key.Local.inline(
            Array(local.bytes), baseURL: arguments.baseURL)
        return try cached(identity, nil, onto: active, arguments) { () throws(JSONLDError) in
            try inline(local, onto: active, arguments)
        }
    }

    /// A scoped context, known by its identity.
    func process(
        _ scoped: ScopedContext, onto active: ActiveContext, overridesProtected: Bool,
        propagates: Bool
    ) throws(JSONLDError) -> ActiveContext {
        var arguments = Arguments(baseURL: scoped.baseURL)
        arguments.overridesProtected = overridesProtected
        arguments.propagates = propagates
        let identity = ContextCache.Key.Local.object(ObjectIdentifier(scoped))
        return try cached(identity, scoped, onto: active, arguments) { () throws(JSONLDError) in
            try process(scoped.value, onto: active, arguments)
        }
    }

    private func cached(
        _ local: ContextCache.Key.Local, _ object: (any AnyObject & Sendable)?,
        onto active: ActiveContext, _ arguments: Arguments,
        _ compute: () throws(JSONLDError) -> ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        var options: ContextCache.Options = mode == .v1_0 ? .mode1_0 : []
        if arguments.overridesProtected { options.insert(.overridesProtected) }
        if !arguments.propagates { options.insert(.doesNotPropagate) }
        let key = ContextCache.Key(
            active: ObjectIdentifier(active), local: local, options: options)
        if let known = cache.result(for: key) { return known }
        let before = remoteReferences
        let result = try compute()
        if remoteReferences == before {
            cache.keep(result, for: key, active: active, local: object)
        }
        return result
    }

    /// Step 3, where nothing else changes.
    private func detached(
        _ active: ActiveContext, _ arguments: Arguments
    ) throws(JSONLDError) -> ActiveContext {
        guard !arguments.propagates, active.previous == nil, arguments.wantsResult else {
            return active
        }
        try count(terms: active.terms.count)
        var draft = ContextDraft(active)
        draft.previous = active
        return draft.frozen()
    }

    // MARK: - Remote contexts

    /// Step 5.2.
    private func remote(
        _ reference: JSONValue, onto active: ActiveContext, _ arguments: Arguments
    ) throws(JSONLDError) -> ActiveContext {
        let url = try absoluteURL(reference.text ?? "", arguments.baseURL)
        if !arguments.validatesScopedContexts, arguments.remoteContexts.contains(url) {
            return active
        }
        let remote = try load(url, arguments)
        let compute = { () throws(JSONLDError) -> ActiveContext in
            guard let context = remote.document.root["@context"] else {
                throw JSONLDError(.invalidRemoteContext, "no @context in \(url)")
            }
            var inner = Arguments(baseURL: remote.url)
            inner.remoteContexts = arguments.remoteContexts + [url]
            inner.validatesScopedContexts = arguments.validatesScopedContexts
            inner.wantsResult = arguments.wantsResult
            do throws(JSONLDError) {
                let start = try self.detached(active, arguments)
                return try self.process(context, onto: start, inner)
            } catch {
                throw JSONLDError(
                    error.code, "\(error.detail) (in the context \(url))",
                    unavailableURL: error.unavailableURL)
            }
        }
        guard arguments.validatesScopedContexts, arguments.remoteContexts.isEmpty else {
            remoteReferences += 1
            return try compute()
        }
        let identity = ContextCache.Key.Local.object(ObjectIdentifier(remote))
        return try cached(identity, remote, onto: active, arguments, compute)
    }

    private func absoluteURL(_ reference: Text, _ base: Text?) throws(JSONLDError) -> Text {
        if IRIReference.isAbsolute(reference.string.utf8) { return reference }
        guard let base else {
            throw JSONLDError(
                .loadingDocumentFailed, "the context \(reference) is relative to nothing")
        }
        return Text(IRIReference.resolve(reference.string, against: base.string))
    }

    private func load(_ url: Text, _ arguments: Arguments) throws(JSONLDError) -> RemoteContext {
        guard arguments.remoteContexts.count < Limits.remoteContextDepth else {
            throw JSONLDError(
                .contextOverflow,
                "contexts refer to contexts more than \(Limits.remoteContextDepth) times: \(url)")
        }
        guard let remote = loader.context(at: url) else {
            throw JSONLDError(
                .loadingRemoteContextFailed, "the context \(url) is not at hand",
                unavailableURL: url)
        }
        guard remote.document.root.isObject else {
            throw JSONLDError(.invalidRemoteContext, "\(url) is not a JSON object")
        }
        return remote
    }

    // MARK: - Inline contexts

    private func inline(
        _ local: JSONValue, onto active: ActiveContext, _ arguments: Arguments
    ) throws(JSONLDError) -> ActiveContext {
        switch local.kind {
        case .null: return try nullified(active, arguments)  // 5.1
        case .object: break
        case .bool, .number, .string, .array:  // 5.3
            throw JSONLDError(
                .invalidLocalContext, "a context is a URL, an object or null", at: local.pointer)
        }
        var members: [Text: JSONValue] = [:]
        var names: [Text] = []
        for member in local.members {
            let name = Text(member.name)
            names.append(name)
            members[name] = member.value
        }
        if let version = members["@version"] { try check(version: version) }  // 5.5
        if let reference = members["@import"] {  // 5.6
            try merge(imported(reference, arguments), into: &members, &names)
        }
        try count(terms: members.count + (arguments.wantsResult ? active.terms.count : 0))
        var draft = ContextDraft(active)
        if !arguments.propagates, draft.previous == nil { draft.previous = active }
        var maker = TermMaker(
            processor: self, draft: draft, members: members, names: names, arguments: arguments)
        try maker.readKeywords()
        try maker.defineTerms()
        guard arguments.wantsResult else { return active }
        let result = maker.draft.frozen()
        if arguments.validatesScopedContexts { try maker.validateScopedContexts(in: result) }
        return result
    }

    private func nullified(
        _ active: ActiveContext, _ arguments: Arguments
    ) throws(JSONLDError) -> ActiveContext {
        if !arguments.overridesProtected, active.hasProtectedTerms {
            throw JSONLDError(
                .invalidContextNullification, "null would take away protected terms")
        }
        guard !arguments.propagates else { return cache.initialContext(base: base) }
        return ActiveContext(base: base, previous: active)
    }

    private func check(version: JSONValue) throws(JSONLDError) {
        guard version.kind == .number, version.double == 1.1 else {
            throw JSONLDError(.invalidVersionValue, "@version must be the number 1.1")
        }
        guard mode == .v1_1 else {
            throw JSONLDError(.processingModeConflict, "@version 1.1 in mode json-ld-1.0")
        }
    }

    private func imported(
        _ reference: JSONValue, _ arguments: Arguments
    ) throws(JSONLDError) -> JSONValue {
        guard mode == .v1_1 else {
            throw JSONLDError(.invalidContextEntry, "@import does not exist in json-ld-1.0")
        }
        guard let text = reference.text else {
            throw JSONLDError(.invalidImportValue, "@import must be a URL")
        }
        let url = try absoluteURL(text, arguments.baseURL)
        remoteReferences += 1
        let remote = try load(url, arguments)
        guard let context = remote.document.root["@context"], context.isObject else {
            throw JSONLDError(.invalidRemoteContext, "no @context object in \(url)")
        }
        guard context["@import"] == nil else {
            throw JSONLDError(.invalidContextEntry, "\(url) contains @import itself")
        }
        return context
    }

    private func merge(
        _ imported: JSONValue, into members: inout [Text: JSONValue], _ names: inout [Text]
    ) {
        for member in imported.members {
            let name = Text(member.name)
            guard members[name] == nil else { continue }
            names.append(name)
            members[name] = member.value
        }
    }
}

extension JSONLDError {
    init(exhausted allowance: WorkAllowance) {
        self.init(
            .limitExceeded,
            "all credentials together take more than \(allowance.exhausted ?? .terms)")
    }
}

/// An active context in the making: what is around it, and what it makes different.
struct ContextDraft {
    private let around: [Text: TermDefinition]
    /// nil for a term that was taken away.
    private var changes: [Text: TermDefinition?] = [:]
    var base: Text?
    var vocab: Text?
    var language: Text?
    var direction: TermDefinition.Direction?
    var previous: ActiveContext?

    init(_ active: ActiveContext) {
        around = active.terms
        base = active.base
        vocab = active.vocab
        language = active.language
        direction = active.direction
        previous = active.previous
    }

    subscript(term: Text) -> TermDefinition? {
        get {
            if let change = changes[term] { return change }
            return around[term]
        }
        set { changes.updateValue(newValue, forKey: term) }
    }

    func frozen() -> ActiveContext {
        var terms = around
        for (term, definition) in changes { terms[term] = definition }
        return ActiveContext(
            terms: terms, base: base, vocab: vocab, language: language, direction: direction,
            previous: previous)
    }
}
