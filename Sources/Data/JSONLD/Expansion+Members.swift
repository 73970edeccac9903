import JSONText
import RDF

extension Expansion {
    /// Steps 13 and 14 of the expansion algorithm.
    mutating func expandMembers(
        _ place: Int, _ property: ActiveProperty, _ active: ActiveContext,
        _ typeScoped: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        var nests: [Int] = []
        if options.ordered {
            for name in orderedMembers(of: place) {
                try expandMember(name, property, active, typeScoped, &draft, &nests)
            }
        } else {
            var name = place + 1
            for _ in 0..<tape.count(place) {
                if !isLeftOut(name, of: place) {
                    do throws(JSONLDError) {
                        try expandMember(name, property, active, typeScoped, &draft, &nests)
                    } catch {
                        try refuse(error, name + 1)
                    }
                }
                name = tape.next(name + 1)
            }
        }
        for nest in nests {
            try expandNest(nest, property, active, typeScoped, &draft)
        }
    }

    /// The places of the member names, in the order of the names.
    private func orderedMembers(of place: Int) -> [Int] {
        var names: [Int] = []
        names.reserveCapacity(tape.count(place))
        var name = place + 1
        for _ in 0..<tape.count(place) {
            if !isLeftOut(name, of: place) { names.append(name) }
            name = tape.next(name + 1)
        }
        return names.sorted { unsafe text($0).lexicographicallyPrecedes(text($1)) }
    }

    private mutating func expandMember(
        _ name: Int, _ property: ActiveProperty, _ active: ActiveContext,
        _ typeScoped: ActiveContext, _ draft: inout ObjectDraft, _ nests: inout [Int]
    ) throws(JSONLDError) {
        let bytes = unsafe text(name)
        let value = name + 1
        if unsafe isContext(bytes) { return }  // 13.1
        let definition = unsafe active.definition(bytes)
        if let keyword = unsafe definition?.pointee.keyword ?? Keyword(bytes) {  // 13.4
            if property.kind == .reverse {
                throw error(.invalidReversePropertyMap, "\(keyword.name) in @reverse", value)
            }
            try unsafe requireName(ofKeyword: keyword, bytes, value, of: draft.place)
            if keyword == .nest {
                nests.append(value)
            } else {
                try expand(keyword, value, property, active, typeScoped, &draft)
            }
            return
        }
        guard let iri = unsafe propertyIRI(bytes, definition, active) else {  // 13.2, 13.3
            if options.expandsFrame {
                return try unsafe expandFrameMember(bytes, value, property, active, &draft)
            }
            try unsafe dropMember(bytes, value, active, draft)
            return
        }
        if options.isSafe,
            unsafe !dataset.texts.withBytes(of: iri, { unsafe IRIReference.isAbsolute($0) })
        {
            try unsafe dropMember(bytes, value, active, draft)
        }
        try boundTexts(value)
        try unsafe requireName(bytes, for: iri, isTerm: definition != nil, value)
        let term = unsafe ActiveProperty(kind: .term, name: bytes, definition: definition)
        try expandProperty(term, iri, value, active, &draft)
    }

    private mutating func propertyIRI(
        _ name: UnsafeBufferPointer<UInt8>, _ definition: UnsafePointer<TermDefinition>?,
        _ active: ActiveContext
    ) -> Symbol? {
        if let definition = unsafe definition {
            return unsafe definition.pointee.namesProperties ? mapping(of: definition) : nil
        }
        guard let iri = unsafe iri(name, active, vocab: true, relative: false),
            unsafe dataset.texts.withBytes(of: iri, { unsafe $0.contains(UInt8(ascii: ":")) })
        else { return nil }
        return iri
    }

    func undefined(_ name: UnsafeBufferPointer<UInt8>) -> String {
        let shown = unsafe VisibleText.quoted(String(decoding: name, as: UTF8.self))
        return "no context in force says what \(shown) means"
    }

    // MARK: - Properties (13.5 to 13.14)

    private mutating func expandProperty(
        _ term: ActiveProperty, _ iri: Symbol, _ value: Int, _ active: ActiveContext,
        _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        let container = term.container
        let holds =
            unsafe !container.isSubset(of: .set) || term.definition?.pointee.isReverse == true
        if holds { depthOfHeld += 1 }
        defer { if holds { depthOfHeld -= 1 } }
        var items: ExpandedItems = []
        if unsafe term.definition?.pointee.coercion == .json {  // 13.6
            let content = ExpandedValue.Content.json(hold(value))
            items.append(.value(ExpandedValue(content: content, type: symbol(.json))))
        } else if container.contains(.language), tape.kind(value) == .object {
            try expandLanguageMap(value, term, active, &items)  // 13.7
        } else if !container.isDisjoint(with: [.index, .type, .id]), tape.kind(value) == .object {
            try expandIndexMap(value, term, active, &items)  // 13.8
        } else if try !expand(value, term, active, into: &items) {  // 13.9, 13.10
            return noteEmpty(value, term)
        }
        if container.contains(.list) {  // 13.11
            var isListAlready = false
            if items.count == 1, tape.kind(value) == .object, case .list = items[0] {
                isListAlready = true
            }
            if !isListAlready {
                noteWhole(value)
                items = [.list(ExpandedList(items, place: value))]
            }
        }
        if items.isEmpty { noteEmpty(value, term) }
        if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {  // 13.12
            items = ExpandedItems(items.map { Self.graphObject(holding: $0) })
        }
        if unsafe term.definition?.pointee.isReverse == true {  // 13.13
            try refuseNonNodes(items, value)
            if !items.isEmpty { draft.reverse.add(items, to: iri) }
        } else {
            draft.properties.add(items, to: iri)  // 13.14
        }
    }

    static func graphObject(holding item: ExpandedItem) -> ExpandedItem {
        let node = ExpandedNode()
        if case .node(let held) = item {
            node.place = held.place
            node.isImpliedGraph = true
        }
        node.extras = ExpandedNode.Extras(graph: [item])
        return .node(node)
    }

    private func refuseNonNodes(_ items: ExpandedItems, _ place: Int) throws(JSONLDError) {
        for item in items {
            guard case .node = item else {
                throw error(
                    .invalidReversePropertyValue, "a reverse property needs nodes", place)
            }
        }
    }

    /// Step 14, with the contexts that the nesting term brings.
    private mutating func expandNest(
        _ value: Int, _ property: ActiveProperty, _ active: ActiveContext,
        _ typeScoped: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        let term = unsafe ActiveProperty(text(value - 1), in: active)
        var context = active
        if let scoped = unsafe term.definition?.pointee.scopedContext {
            context = try self.context(
                scoped, onto: active, overridesProtected: true, propagates: true, at: value)
        }
        let isArray = tape.kind(value) == .array
        var nested = isArray ? value + 1 : value
        for _ in 0..<(isArray ? tape.count(value) : 1) {
            guard tape.kind(nested) == .object, !hasValueMember(nested, context) else {
                throw error(.invalidNestValue, "@nest needs objects that are no values", nested)
            }
            try expandMembers(nested, property, context, typeScoped, &draft)
            nested = tape.next(nested)
        }
    }

    private func hasValueMember(_ place: Int, _ active: ActiveContext) -> Bool {
        var name = place + 1
        for _ in 0..<tape.count(place) {
            if !isLeftOut(name, of: place), unsafe keyword(of: text(name), active) == .value {
                return true
            }
            name = tape.next(name + 1)
        }
        return false
    }

    // MARK: - Keywords (13.4)

    private mutating func expand(
        _ keyword: Keyword, _ value: Int, _ property: ActiveProperty, _ active: ActiveContext,
        _ typeScoped: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        let isNew = draft.see(keyword)
        let mayRepeat =
            options.processingMode == .v1_1 && (keyword == .included || keyword == .type)
        guard isNew || mayRepeat else {
            throw error(.collidingKeywords, "\(keyword.name) is said twice", value)
        }
        depthOfHeld += 1
        defer { depthOfHeld -= 1 }
        switch keyword {
        case .id: try expandID(value, active, &draft)
        case .type: try expandTypes(value, typeScoped, &draft)
        case .graph:
            var items: ExpandedItems = []
            try expand(value, .graph, active, into: &items)
            draft.graph = items
        case .included: try expandIncluded(value, active, &draft)
        case .value: try expandValueMember(value, &draft)
        case .language:
            guard tape.kind(value) == .string else {
                if options.expandsFrame { return try expandPattern("@language", value, &draft) }
                throw error(.invalidLanguageTaggedString, "@language must be text", value)
            }
            draft.language = intern(value)
        case .direction:
            guard options.processingMode == .v1_1 else { return }
            guard let text = self.value(value).text,
                let direction = TermDefinition.Direction(text)
            else {
                if options.expandsFrame { return try expandPattern("@direction", value, &draft) }
                throw error(.invalidBaseDirection, "@direction must be \"ltr\" or \"rtl\"", value)
            }
            draft.direction = direction
        case .index:
            guard tape.kind(value) == .string else {
                throw error(.invalidIndexValue, "@index must be text", value)
            }
            draft.index = intern(value)
        case .list:
            guard !property.keepsOnlyNodes else {
                draft.forget(.list)
                return try drop(.droppedValue, value, "a list that belongs to nothing")
            }
            var items: ExpandedItems = []
            try expand(value, property.known(in: active), active, into: &items)
            draft.list = items
        case .set:
            var items: ExpandedItems = []
            if try expand(value, property.known(in: active), active, into: &items) {
                draft.set = items
            }
        case .reverse:
            try expandReverse(value, active, &draft)
            if draft.reverse.isEmpty { draft.forget(.reverse) }
        case .base, .container, .context, .importing, .json, .nest, .none, .prefix, .propagate,
            .protected, .version, .vocab:
            try drop(.undefinedTerm, value, "\(keyword.name) says nothing here")
        }
    }

    private mutating func expandID(
        _ value: Int, _ active: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        guard tape.kind(value) == .string else {
            if options.expandsFrame { return try expandFrameID(value, active, &draft) }
            throw error(.invalidIDValue, "@id must be text", value)
        }
        draft.id = unsafe iri(text(value), active, vocab: false, relative: true)
        draft.hasNullID = draft.id == nil
        if options.isSafe, draft.id.map({ !isAbsoluteOrBlank($0) }) ?? true {
            try drop(.droppedValue, value, unsafe relative("identifier", text(value)))
        }
        if let id = draft.id { try unsafe requireWritten(text(value), as: id, value) }
    }

    private mutating func expandTypes(
        _ value: Int, _ typeScoped: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        let isArray = tape.kind(value) == .array
        if isArray {
            draft.typeWasArray = true
            noteEmpty(value, .none)
        }
        var element = isArray ? value + 1 : value
        for _ in 0..<(isArray ? tape.count(value) : 1) {
            guard tape.kind(element) == .string else {
                if options.expandsFrame, tape.kind(element) == .object {
                    try expandFrameType(element, typeScoped, &draft)
                    element = tape.next(element)
                    continue
                }
                throw error(.invalidTypeValue, "@type must be text", element)
            }
            if let type = unsafe iri(text(element), typeScoped, vocab: true, relative: true) {
                if options.isSafe, keyword(type) == nil, !isAbsoluteOrBlank(type) {
                    try dropType(element, typeScoped)
                }
                let isTerm = unsafe typeScoped.definition(text(element)) != nil
                try unsafe requireName(text(element), for: type, isTerm: isTerm, element)
                try boundTexts(element)
                draft.types.append(type)
            } else {
                try dropType(element, typeScoped)
            }
            element = tape.next(element)
        }
    }

    private mutating func expandIncluded(
        _ value: Int, _ active: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        guard options.processingMode == .v1_1 else { return }
        var items: ExpandedItems = []
        let isAnything = try expand(value, .none, active, into: &items)
        let isAllNodes = items.allSatisfy { item in
            if case .node = item { return true }
            return false
        }
        guard isAllNodes, isAnything else {
            throw error(.invalidIncludedValue, "@included needs nodes", value)
        }
        draft.included = (draft.included ?? []) + items
    }

    private mutating func expandValueMember(
        _ value: Int, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        if draft.isJSON, options.processingMode == .v1_1, !isFrameWildcard(value) {
            draft.content = .json(hold(value))
            return
        }
        switch tape.kind(value) {
        case .null: draft.content = nil
        case .bool, .number, .string: draft.content = scalar(value)
        case .array, .object:
            if options.expandsFrame { return try expandPattern("@value", value, &draft) }
            throw error(.invalidValueObjectValue, "@value must be a simple value", value)
        }
    }

    private mutating func expandReverse(
        _ value: Int, _ active: ActiveContext, _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        guard tape.kind(value) == .object else {
            throw error(.invalidReverseValue, "@reverse must be an object", value)
        }
        var items: ExpandedItems = []
        try expand(value, .reverse, active, into: &items)
        guard case .node(let node)? = items.first else { return }
        if let doubled = node.extras?.reverse {
            for entry in doubled.entries { draft.properties.add(entry.values, to: entry.property) }
        }
        for entry in node.properties.entries {
            try refuseNonNodes(entry.values, value)
            if !entry.values.isEmpty { draft.reverse.add(entry.values, to: entry.property) }
        }
    }
}
