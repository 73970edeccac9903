import JSONText
import RDF

extension Expansion {
    /// Step 13.7: a map from languages to texts.
    mutating func expandLanguageMap(
        _ map: Int, _ term: ActiveProperty, _ active: ActiveContext, _ items: inout ExpandedItems
    ) throws(JSONLDError) {
        let direction: TermDefinition.Direction? =
            switch unsafe term.definition?.pointee.direction ?? .absent {
            case .value(let direction): direction
            case .none: nil
            case .absent: active.direction
            }
        for name in orderedNames(of: map) {
            let isNone =
                unsafe iri(text(name), active, vocab: true, relative: false) == symbol(.none)
            let language = isNone ? nil : intern(name)
            let isArray = tape.kind(name + 1) == .array
            let count = items.count
            var element = isArray ? name + 2 : name + 1
            for _ in 0..<(isArray ? tape.count(name + 1) : 1) {
                switch tape.kind(element) {
                case .null: noteEmpty(element, term)
                case .string:
                    items.append(
                        .value(
                            ExpandedValue(
                                content: .string(intern(element)), language: language,
                                direction: direction,
                                place: Int32(truncatingIfNeeded: element))))
                case .bool, .number, .array, .object:
                    throw error(
                        .invalidLanguageMapValue, "a language map holds only text", element)
                }
                element = tape.next(element)
            }
            if items.count == count { try dropName(name) }
        }
    }

    private func dropName(_ name: Int) throws(JSONLDError) {
        try drop(.droppedValue, name + 1, "the name in the map stands for nothing")
    }

    private func orderedNames(of map: Int) -> [Int] {
        var names: [Int] = []
        var name = map + 1
        for _ in 0..<tape.count(map) {
            names.append(name)
            name = tape.next(name + 1)
        }
        guard options.ordered else { return names }
        return names.sorted { unsafe text($0).lexicographicallyPrecedes(text($1)) }
    }

    /// Step 13.8: a map from indexes, identifiers or types to values.
    mutating func expandIndexMap(
        _ map: Int, _ term: ActiveProperty, _ active: ActiveContext, _ items: inout ExpandedItems
    ) throws(JSONLDError) {
        let container = term.container
        for name in orderedNames(of: map) {
            let index = unsafe text(name)
            var context = active
            if !container.isDisjoint(with: [.id, .type]) {  // 13.8.3.1
                context = active.previous ?? active
            }
            if container.contains(.type),
                let scoped = unsafe context.definition(index)?.pointee.scopedContext
            {  // 13.8.3.2
                context = try self.context(
                    scoped, onto: context, overridesProtected: false, propagates: false,
                    at: name + 1)
            }
            let expandedIndex = unsafe iri(index, active, vocab: true, relative: false)
            let isNone = expandedIndex == symbol(.none)
            var values: ExpandedItems = []
            try expand(
                name + 1, term.known(in: context), context, fromMap: true, into: &values)
            if values.isEmpty { try dropName(name) }
            for value in values {
                var value = value
                if container.contains(.graph), !Self.isGraph(value) {
                    value = Self.graphObject(holding: value)
                }
                if !isNone {
                    try mark(&value, with: name, expandedIndex, term, active)
                }
                items.append(value)
            }
        }
    }

    private static func isGraph(_ item: ExpandedItem) -> Bool {
        if case .node(let node) = item { return node.isGraphObject }
        return false
    }

    /// Steps 13.8.3.7.2 to 13.8.3.7.6: writes the key of the map into the value.
    private mutating func mark(
        _ item: inout ExpandedItem, with name: Int, _ expandedIndex: Symbol?,
        _ term: ActiveProperty, _ active: ActiveContext
    ) throws(JSONLDError) {
        let container = term.container
        if container.contains(.index) {
            if let property = unsafe term.definition?.pointee.index, property != "@index" {
                try markProperty(property, of: item, name, active)
            } else {
                try drop(.droppedValue, name + 1, "the index of a map is not covered by RDF")
                let index = intern(name)
                Self.setIndex(index, of: &item)
            }
            return
        }
        guard case .node(let node) = item else { return try dropName(name) }
        if container.contains(.id) {
            let id = unsafe iri(text(name), active, vocab: false, relative: true)
            if node.id == nil { node.id = id }
            if id == nil || node.id != id { try dropName(name) }
        } else if container.contains(.type) {
            guard let expandedIndex else { return try dropName(name) }
            node.types.insert(expandedIndex, at: 0)
        }
    }

    private mutating func markProperty(
        _ property: Text, of item: ExpandedItem, _ name: Int, _ active: ActiveContext
    ) throws(JSONLDError) {
        guard case .node(let node) = item else {
            throw error(.invalidValueObject, "a value cannot carry the index as property", name + 1)
        }
        let bytes = unsafe heldCopy(of: property)
        let term = unsafe ActiveProperty(bytes, in: active)
        guard let key = unsafe iri(bytes, active, vocab: true, relative: false) else { return }
        let value = try expandedValue(name, term, active)
        node.properties.prepend([value], to: key)
    }

    private static func setIndex(_ index: Symbol, of item: inout ExpandedItem) {
        switch item {
        case .node(let node):
            let extras = node.extras ?? ExpandedNode.Extras()
            extras.index = extras.index ?? index
            node.extras = extras
        case .value(var value):
            value.index = value.index ?? index
            item = .value(value)
        case .list(let list):
            item = .list(
                ExpandedList(list.items, place: list.place, index: list.index ?? index))
        }
    }
}
