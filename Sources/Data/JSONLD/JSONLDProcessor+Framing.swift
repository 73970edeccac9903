import JSONText
import RDF

extension JSONLDProcessor {
    /// The document laid out as a frame says (JSON-LD framing section 5.1).
    public func framed(_ value: JSONValue, frame: JSONValue) throws(JSONLDError) -> JSON {
        guard frame.isObject else {
            throw JSONLDError(.invalidFrame, "a frame must be an object", at: frame.pointer)
        }
        var expansion = makeExpansion(value)
        let items = try expansion.top(value, leavingOut: [], context: nil)
        let expandedFrame = try expandedFrame(frame)
        let target = try CompactionTarget(frame["@context"], self)
        var generation = NodeMapGeneration(expansion)
        try generation.add(items)
        let framesDefault = frame.members.contains { member in
            let name = Text(member.name)
            return name == "@graph" || target.active.terms[name]?.keyword == .graph
        }
        let results = try results(generation.nodeMap, expandedFrame, framesDefault: framesDefault)
        return try document(target.compacted(results), target).json
    }

    private func expandedFrame(_ frame: JSONValue) throws(JSONLDError) -> [Element] {
        var options = options
        options.expandsFrame = true
        options.isSafe = false
        options.names = nil
        var expansion = makeExpansion(frame, options: options)
        return try expansion.top(frame, leavingOut: [], context: nil).map { expansion.element($0) }
    }

    private func results(
        _ nodeMap: NodeMap, _ frames: [Element], framesDefault: Bool
    ) throws(JSONLDError) -> Element {
        guard frames.count <= 1 else {
            throw JSONLDError(.invalidFrame, "there must be one frame")
        }
        let name = framesDefault ? NodeMap.defaultGraph : NodeMap.mergedGraph
        if !framesDefault { nodeMap.merge() }
        let defaults = options.framing
        let flags = Frame.Flags(
            embed: Frame.Embed(defaults.embed), isExplicit: defaults.isExplicit,
            requiresAll: defaults.requiresAll, mode: options.processingMode)
        let framing = Framing(nodeMap, defaults: defaults)
        var results: [Element] = []
        try framing.match(
            nodeMap.graph(name).ids.sorted(), try Frame(.array(frames), inheriting: flags),
            Framing.State(graph: name), isTop: true
        ) { results.append($0) }
        let prunes = defaults.prunesBlankNodeIdentifiers ?? (options.processingMode == .v1_1)
        guard prunes else { return .array(results) }
        return BlankNodePruning(.array(results)).pruned
    }

    /// Steps 17 to 21.
    private func document(
        _ compacted: Element, _ target: CompactionTarget
    ) throws(JSONLDError) -> Element {
        let omitsGraph = options.framing.omitsGraph ?? (options.processingMode == .v1_1)
        guard !omitsGraph else { return try target.document(compacted) }
        let alias = try target.compaction.iri("@graph", target.active)
        if let map = compacted.map, case .array? = map[alias], map.count == 1 {
            return try target.document(compacted)
        }
        return try target.document(.map(ElementMap(alias, .array(compacted.oneOrMore))))
    }

    /// The expanded form of the document that a dataset is (JSON-LD API section 8.4).
    public func fromRDF(_ dataset: Dataset) throws(JSONLDError) -> JSON {
        var serialization = RDFSerialization(dataset, options: options)
        return Element.array(try serialization.run()).json
    }
}

/// Leaves out the identifiers of blank nodes that occur only once (JSON-LD framing, step 15).
struct BlankNodePruning {
    private let element: Element
    private var occurrences: [Text: Int] = [:]

    init(_ element: Element) {
        self.element = element
        count(element)
    }

    private mutating func count(_ element: Element) {
        switch element {
        case .array(let elements): for element in elements { count(element) }
        case .map(let map) where !map.isValueObject:
            for entry in map.entries {
                if entry.key == "@id" || entry.key == "@type" {
                    for case .string(let text) in entry.value.oneOrMore where isBlank(text) {
                        occurrences[text, default: 0] += 1
                    }
                } else {
                    count(entry.value)
                }
            }
        case .null, .bool, .number, .string, .map, .literal: break
        }
    }

    private func isBlank(_ text: Text) -> Bool { text.string.utf8.starts(with: "_:".utf8) }

    var pruned: Element { prune(element) }

    private func prune(_ element: Element) -> Element {
        switch element {
        case .array(let elements): return .array(elements.map { prune($0) })
        case .map(let map) where !map.isValueObject:
            let result = ElementMap()
            for entry in map.entries {
                if entry.key == "@id", let id = entry.value.text, occurrences[id] == 1 { continue }
                result[entry.key] = prune(entry.value)
            }
            return .map(result)
        case .null, .bool, .number, .string, .map, .literal: return element
        }
    }
}
