import JSONText

/// The framing algorithm (JSON-LD framing section 4.1).
final class Framing {
    let nodeMap: NodeMap
    let defaults: FramingDefaults
    let effort: FramingEffort
    /// Graph by graph: by property and node, the nodes that refer to it.
    private var referrers: [Text: [Text: [Text: [Text]]]] = [:]

    init(_ nodeMap: NodeMap, defaults: FramingDefaults) {
        self.nodeMap = nodeMap
        self.defaults = defaults
        effort = FramingEffort(nodeMap.size)
    }

    /// The nodes that have been written out, by graph.
    final class Embeds {
        private var outputs: [Text: [Text: ElementMap]] = [:]

        func has(_ id: Text, in graph: Text) -> Bool { outputs[graph]?[id] != nil }

        func insert(_ output: ElementMap, for id: Text, in graph: Text) {
            outputs[graph, default: [:]][id] = output
        }

        /// Makes what was written before a reference.
        func retract(_ id: Text, in graph: Text) { outputs[graph]?[id]?.removeAll(but: "@id") }
    }

    /// The framing state.
    struct State {
        var graph: Text
        var isEmbedded = false
        var embeds = Embeds()
        /// The nodes that are being written, with their graphs.
        var stack: [(id: Text, graph: Text)] = []

        func embedded() -> State {
            var state = self
            state.isEmbedded = true
            return state
        }

        func notEmbedded(in graph: Text) -> State {
            var state = self
            state.isEmbedded = false
            state.graph = graph
            return state
        }

        var isCircular: (Text) -> Bool {
            { id in stack.contains { $0.id == id && $0.graph == graph } }
        }
    }

    typealias Emit = (Element) -> Void

    /// Step 4; at the top each match is a result by itself.
    func match(
        _ ids: [Text], _ frame: Frame, _ state: State, isTop: Bool = false, _ emit: Emit
    ) throws(JSONLDError) {
        guard let graph = nodeMap.existing(state.graph) else { return }
        let flags = try frame.flags()  // 2
        var matched: [FlatNode] = []
        for id in ids {  // 3
            guard let node = graph.existing(id) else { continue }
            if try matches(node, frame, flags.requiresAll, in: graph) { matched.append(node) }
        }
        for node in matched {
            var state = state
            if isTop { state.embeds = Embeds() }
            try write(node, frame, flags, state, emit)
        }
    }

    /// Steps 4.1 to 4.8 for one node.
    private func write(
        _ node: FlatNode, _ frame: Frame, _ flags: Frame.Flags, _ given: State, _ emit: Emit
    ) throws(JSONLDError) {
        try effort.spend()
        let output = ElementMap("@id", .string(node.id))  // 4.1
        let isWritten = given.embeds.has(node.id, in: given.graph)
        if given.isEmbedded {
            let isReference =
                flags.embed == .never || given.isCircular(node.id)  // 4.3
                || flags.embed == .once && isWritten  // 4.4
            if isReference { return emit(.map(output)) }
        } else if isWritten {  // 4.2
            return
        }
        var state = given
        if flags.embed == .last { state.embeds.retract(node.id, in: state.graph) }
        state.embeds.insert(output, for: node.id, in: state.graph)
        state.stack.append((node.id, state.graph))
        guard state.stack.count <= Limits.framedDepth else {
            throw JSONLDError(
                .limitExceeded, "nodes inside nodes deeper than \(Limits.framedDepth)")
        }
        try writeGraph(of: node, frame, flags, state, output)  // 4.5
        if let included = frame.map["@included"] {  // 4.6
            let ids = nodeMap.existing(state.graph)?.ids.sorted() ?? []
            try match(
                ids, try Frame(included, inheriting: flags), state.notEmbedded(in: state.graph)
            ) { output.append($0, to: "@included") }
        }
        try writeProperties(of: node, frame, flags, state, output)  // 4.7
        try writeDefaults(frame, flags, output)
        try writeReverse(of: node, frame, flags, state, output)
        emit(.map(output))  // 4.7.6
    }

    /// Step 4.5.
    private func writeGraph(
        of node: FlatNode, _ frame: Frame, _ flags: Frame.Flags, _ state: State,
        _ output: ElementMap
    ) throws(JSONLDError) {
        guard let content = nodeMap.existing(node.id) else { return }
        if frame.map.has("@graph") {
            if node.id == NodeMap.mergedGraph || node.id == NodeMap.defaultGraph { return }
        } else if state.graph == NodeMap.mergedGraph {
            return
        }
        try match(
            content.ids.sorted(), try frame.subframe("@graph", flags),
            state.notEmbedded(in: node.id)
        ) { output.append($0, to: "@graph") }
    }

    // MARK: - Properties (4.7)

    private func writeProperties(
        of node: FlatNode, _ frame: Frame, _ flags: Frame.Flags, _ state: State,
        _ output: ElementMap
    ) throws(JSONLDError) {
        if !node.types.elements.isEmpty { output["@type"] = .array(node.types.elements) }
        if let index = node.index { output["@index"] = .string(index) }
        for property in node.properties.sorted() {
            if flags.isExplicit, !frame.map.has(property) { continue }  // 4.7.2
            let subframe = try frame.subframe(property, flags)
            for value in node.values(of: property) {  // 4.7.3
                try write(value, subframe, flags, state) { output.append($0, to: property) }
            }
        }
    }

    private func write(
        _ value: Element, _ frame: Frame, _ flags: Frame.Flags, _ state: State, _ emit: Emit
    ) throws(JSONLDError) {
        try effort.spend()
        guard case .map(let map) = value else { return emit(value) }
        if let list = map["@list"]?.oneOrMore {  // 4.7.3.1
            let inner = try frame.subframe("@list", flags)
            let written = ElementMap("@list", .array([]))
            for element in list {
                if let id = Self.reference(element) {
                    try match([id], inner, state.embedded()) { written.append($0, to: "@list") }
                } else {
                    written.append(element.withPlainLanguage, to: "@list")
                }
            }
            emit(.map(written))
        } else if let id = Self.reference(value) {  // 4.7.3.2
            try match([id], frame, state.embedded(), emit)
        } else if ValuePattern(frame.map).matches(map) {  // 4.7.3.3
            emit(value.withPlainLanguage)
        }
    }

    private static func reference(_ element: Element) -> Text? {
        element.map.flatMap { $0.isNodeReference ? $0["@id"]?.text : nil }
    }

    /// Step 4.7.4.
    private func writeDefaults(
        _ frame: Frame, _ flags: Frame.Flags, _ output: ElementMap
    ) throws(JSONLDError) {
        for entry in frame.map.entries(ordered: true) where !output.has(entry.key) {
            if entry.key == "@type" {
                let types = entry.value.oneOrMore.first?.map?["@default"]?.oneOrMore ?? []
                if !types.isEmpty { output["@type"] = .array(types) }
                continue
            }
            if entry.key.string.utf8.first == UInt8(ascii: "@") { continue }
            let subframe = try Frame(entry.value, inheriting: flags)
            if try subframe.flag("@omitDefault") ?? defaults.omitsDefault { continue }
            let preserved = subframe.map["@default"]?.oneOrMore.first
            let isEmpty = preserved == nil && subframe.map.has("@default")
            output[entry.key] = .array(isEmpty ? [] : [preserved ?? .null])
        }
    }

    /// Step 4.7.5.
    private func writeReverse(
        of node: FlatNode, _ frame: Frame, _ flags: Frame.Flags, _ state: State,
        _ output: ElementMap
    ) throws(JSONLDError) {
        guard case .map(let reverse)? = frame.map["@reverse"] else { return }
        for entry in reverse.entries(ordered: true) {
            let ids = referrers(to: node.id, by: entry.key, in: state.graph)
            let subframe = try Frame(entry.value, inheriting: flags)
            for id in ids {
                let map = output.submap("@reverse")
                map.add(.array([]), to: entry.key, asArray: true)
                try match([id], subframe, state.embedded()) { map.append($0, to: entry.key) }
            }
        }
    }

    private func referrers(to id: Text, by property: Text, in name: Text) -> [Text] {
        if let known = referrers[name]?[property] { return known[id] ?? [] }
        var made: [Text: [Text]] = [:]
        if let graph = nodeMap.existing(name) {
            for subject in graph.ids {
                for value in graph.existing(subject)?.values(of: property) ?? [] {
                    if let object = Self.reference(value) {
                        made[object, default: []].append(subject)
                    }
                }
            }
        }
        referrers[name, default: [:]][property] = made
        return made[id] ?? []
    }
}

extension Element {
    /// A text whose language is written small: framing compares languages without regard to case,
    /// and answers in one form.
    fileprivate var withPlainLanguage: Element {
        guard let map, map.isValueObject, let language = map["@language"]?.text else { return self }
        let plain = Text(language.string.lowercased())
        guard plain != language else { return self }
        let copy = ElementMap()
        for entry in map.entries {
            copy[entry.key] = entry.key == "@language" ? .string(plain) : entry.value
        }
        return .map(copy)
    }
}
