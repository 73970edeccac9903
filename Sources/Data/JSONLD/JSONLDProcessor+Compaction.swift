import JSONText

extension JSONLDProcessor {
    /// The compacted form of a document.
    ///
    /// - Parameter context: the context, or a document of which it is the `@context`.
    public func compacted(
        _ value: JSONValue, context: JSONValue
    ) throws(JSONLDError) -> JSON {
        try compacted(try expandedElements(value), context: context)
    }

    /// The flattened form of a document, compacted where there is a context.
    public func flattened(
        _ value: JSONValue, context: JSONValue?
    ) throws(JSONLDError) -> JSON {
        var expansion = makeExpansion(value)
        let items = try expansion.top(value, leavingOut: [], context: nil)
        var generation = NodeMapGeneration(expansion)
        try generation.add(items)
        let flattened = generation.nodeMap.flattened(ordered: options.ordered)
        guard let context else { return Element.array(flattened).json }
        return try compacted(.array(flattened), context: context)
    }

    private func expandedElements(_ value: JSONValue) throws(JSONLDError) -> Element {
        var expansion = makeExpansion(value)
        let items = try expansion.top(value, leavingOut: [], context: nil)
        return expansion.elements(items)
    }

    private func compacted(
        _ element: Element, context: JSONValue
    ) throws(JSONLDError) -> JSON {
        let target = try CompactionTarget(context["@context"] ?? context, self)
        return try target.document(try target.compacted(element)).json
    }
}

/// A context that documents are compacted with, as it was given and as it was understood.
struct CompactionTarget {
    let local: JSONValue?
    let active: ActiveContext
    let compaction: Compaction

    init(_ local: JSONValue?, _ processor: JSONLDProcessor) throws(JSONLDError) {
        let options = processor.options
        self.local = local
        let base = options.compactsToRelative ? options.base : nil
        let contexts = ContextProcessor(
            loader: processor.contexts, mode: options.processingMode, base: base,
            cache: processor.cache, octets: local?.bytes.count ?? 0)
        var active = processor.cache.initialContext(base: base)
        if let local {
            active = try contexts.process(
                local, onto: active, ContextProcessor.Arguments(baseURL: options.base))
        }
        self.active = active
        compaction = Compaction(contexts: contexts, options: options)
    }

    func compacted(_ element: Element) throws(JSONLDError) -> Element {
        try compaction.compact(element, of: nil, active)
    }

    /// The compacted form with its context.
    func document(_ compacted: Element) throws(JSONLDError) -> Element {
        let document = ElementMap()
        if let local, !isEmpty(local) { document["@context"] = .literal(local) }
        switch compacted {
        case .map(let map):
            for entry in map.entries { document[entry.key] = entry.value }
        case .array(let elements) where elements.isEmpty: break
        case .null, .bool, .number, .string, .array, .literal:
            document[try compaction.iri("@graph", active)] = compacted
        }
        return .map(document)
    }

    private func isEmpty(_ context: JSONValue) -> Bool {
        context.isNull || (context.isArray || context.isObject) && context.count == 0
    }
}
