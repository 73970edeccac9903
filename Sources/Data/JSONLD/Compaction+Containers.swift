import JSONText

extension Compaction {
    /// Step 12.8.7.
    func addList(
        _ compacted: Element, _ expanded: ElementMap, into target: Target
    ) throws(JSONLDError) {
        let list = Element.array(compacted.oneOrMore)
        guard !target.container.contains(.list) else {
            target.map[target.term] = list
            return
        }
        let map = ElementMap(try iri("@list", target.active), list)
        if let index = expanded["@index"] { map[try iri("@index", target.active)] = index }
        target.add(.map(map))
    }

    /// Step 12.8.8.
    func addGraph(
        _ compacted: Element, _ expanded: ElementMap, into target: Target
    ) throws(JSONLDError) {
        let active = target.active
        let container = target.container
        if container.isSuperset(of: [.graph, .id]) {
            let id = expanded["@id"]?.text
            let key = try iri(id ?? "@none", active, vocab: id == nil)
            target.add(compacted, under: key)
        } else if container.isSuperset(of: [.graph, .index]), expanded.isSimpleGraphObject {
            let none = try iri("@none", active)
            target.add(compacted, under: expanded["@index"]?.text ?? none)
        } else if container.contains(.graph), expanded.isSimpleGraphObject {
            var compacted = compacted
            if case .array(let nodes) = compacted, nodes.count > 1 {
                compacted = .map(ElementMap(try iri("@included", active), compacted))
            }
            target.add(compacted)
        } else {
            let map = ElementMap(try iri("@graph", active), compacted)
            if let id = expanded["@id"]?.text {
                map[try iri("@id", active)] = .string(try iri(id, active, vocab: false))
            }
            if let index = expanded["@index"] { map[try iri("@index", active)] = index }
            target.add(.map(map))
        }
    }

    /// Step 12.8.9.
    func addMapped(
        _ compacted: Element, _ expanded: ElementMap, into target: Target
    ) throws(JSONLDError) {
        var item = compacted
        if case .map(let map) = item { item = .map(map.copy()) }
        let key = try mapKey(of: &item, expanded, target)
        let none = try iri("@none", target.active)
        target.add(item, under: key ?? none)
    }

    /// Steps 12.8.9.4 to 12.8.9.8; what the key says is taken out of the item.
    private func mapKey(
        of item: inout Element, _ expanded: ElementMap, _ target: Target
    ) throws(JSONLDError) -> Text? {
        let active = target.active
        if target.container.contains(.language) {
            if let value = expanded["@value"] { item = value }
            return expanded["@language"]?.text
        }
        if target.container.contains(.index) {
            let index = active.terms[target.term]?.index ?? "@index"
            guard index != "@index" else { return expanded["@index"]?.text }
            // The values say which of several terms for the property was taken.
            let alias = try iri(active.expandedIRI(index) ?? index, active)
            return Self.takeFirst(of: alias, from: item) ?? Self.takeFirst(of: index, from: item)
        }
        if target.container.contains(.id) {
            let alias = try iri("@id", active)
            defer { item.map?[alias] = nil }
            return item.map?[alias]?.text
        }
        let key = Self.takeFirst(of: try iri("@type", active), from: item)
        if let map = item.map, map.count == 1, let only = map.entries.first,
            active.expandedIRI(only.key) == "@id", let id = expanded["@id"]
        {
            item = try compact(.map(ElementMap("@id", id)), of: target.term, active)
        }
        return key
    }

    /// The first text of a member, which keeps the others.
    private static func takeFirst(of member: Text, from item: Element) -> Text? {
        guard let map = item.map, let values = map[member]?.oneOrMore,
            let first = values.first?.text
        else { return nil }
        map[member] = nil
        if values.count > 1 {
            map.add(.array(Array(values.dropFirst())), to: member, asArray: false)
        }
        return first
    }
}

extension ActiveContext {
    /// IRI expansion (section 5.2) of a term or compact IRI, with vocab set.
    func expandedIRI(_ value: Text) -> Text? {
        if Keyword(value) != nil { return value }  // 1
        if Keyword.isReservedForm(value.string.utf8) { return nil }  // 2
        if let definition = terms[value] { return definition.iri }  // 4, 5
        let bytes = value.string.utf8
        if let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")) {  // 6
            let prefix = Text(String(Substring(bytes[..<colon])))
            let suffix = Substring(bytes[colon...].dropFirst())
            if prefix == "_" || suffix.utf8.starts(with: "//".utf8) { return value }
            if let definition = terms[prefix], definition.isPrefix, let iri = definition.iri {
                return Text(iri.string + suffix)
            }
            if IRIReference.isAbsolute(bytes) { return value }
        }
        return vocab.map { Text($0.string + value.string) } ?? value  // 7, 9
    }
}
