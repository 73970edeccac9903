import JSONText
import RDF

extension Expansion {
    /// Steps 15 to 19: what the members make together. Answers whether it is anything but null.
    mutating func finish(
        _ draft: ObjectDraft, _ property: ActiveProperty, _ items: inout ExpandedItems
    ) throws(JSONLDError) -> Bool {
        if options.isSafe, draft.has(.index) {
            try drop(.droppedValue, draft.place, "@index is not covered by RDF")
        }
        if draft.has(.value) {
            if options.expandsFrame, draft.frame != nil || draft.typeWasArray {
                items.append(.node(valuePattern(draft)))
                return true
            }
            return try finishValue(draft, property, &items)
        }
        if draft.has(.list) || draft.has(.set) {  // 17
            return try finishContainer(draft, property, &items)
        }
        if draft.has(.language), draft.hasOnly(.language) {  // 18
            try drop(.droppedValue, draft.place, "a language without a text")
            return false
        }
        if draft.has(.language) || draft.has(.direction) {
            try drop(.droppedValue, draft.place, "@language and @direction belong to texts")
        }
        if property.keepsOnlyNodes, try dropsFreeFloating(draft, property) { return false }  // 19
        items.append(.node(options.expandsFrame ? frameNode(draft) : node(draft)))
        return true
    }

    private func dropsFreeFloating(
        _ draft: ObjectDraft, _ property: ActiveProperty
    ) throws(JSONLDError) -> Bool {
        guard draft.saysNothing, !options.expandsFrame else { return false }
        // What it would say was refused.
        if let refused, !refused.isEmpty { return true }
        try drop(.droppedValue, draft.place, "an object that says nothing")
        return true
    }

    func node(_ draft: ObjectDraft) -> ExpandedNode {
        let node = ExpandedNode(id: draft.id)
        node.place = draft.place
        node.hasNullID = draft.hasNullID
        node.types = draft.types
        node.properties = draft.properties
        let hasExtras =
            draft.graph != nil || draft.included != nil || draft.index != nil
            || !draft.reverse.isEmpty
        if hasExtras {
            node.extras = ExpandedNode.Extras(
                reverse: draft.reverse, hasReverse: !draft.reverse.isEmpty, graph: draft.graph,
                included: draft.included, index: draft.index)
        }
        return node
    }

    /// Step 15.
    private mutating func finishValue(
        _ draft: ObjectDraft, _ property: ActiveProperty, _ items: inout ExpandedItems
    ) throws(JSONLDError) -> Bool {
        let isAlone = draft.hasOnly(.value, .type, .language, .direction, .index)
        let isTagged = draft.has(.language) || draft.has(.direction)
        guard isAlone, !(draft.has(.type) && isTagged) else {
            throw error(.invalidValueObject, "@value stands beside what it cannot", draft.place)
        }
        guard let content = draft.content else {
            try drop(.droppedValue, draft.place, "@value is null")
            return false
        }
        var value = ExpandedValue(
            content: content, type: draft.types.first, language: draft.language,
            direction: draft.direction, index: draft.index,
            place: Int32(truncatingIfNeeded: draft.place))
        if draft.isJSON, !draft.typeWasArray, draft.types.count == 1, case .json = content {
            value.type = symbol(.json)
        } else {
            if case .string = content {
            } else if draft.has(.language) {
                throw error(
                    .invalidLanguageTaggedValue, "only text can have a language", draft.place)
            }
            if draft.has(.type) { try check(typeOf: draft) }
        }
        if property.keepsOnlyNodes {
            try drop(.droppedValue, draft.place, "a value that belongs to nothing")
            return false
        }
        noteWhole(draft.place)
        items.append(.value(value))
        return true
    }

    private func check(typeOf draft: ObjectDraft) throws(JSONLDError) {
        guard !draft.typeWasArray, draft.types.count == 1, keyword(draft.types[0]) == nil,
            unsafe dataset.texts.withBytes(
                of: draft.types[0],
                {
                    unsafe IRIReference.isWellFormed($0) && !$0.starts(with: "_:".utf8)
                })
        else {
            throw error(.invalidTypedValue, "the type of a value must be one IRI", draft.place)
        }
    }

    private mutating func finishContainer(
        _ draft: ObjectDraft, _ property: ActiveProperty, _ items: inout ExpandedItems
    ) throws(JSONLDError) -> Bool {
        let isAlone = draft.hasOnly(draft.has(.list) ? .list : .set, .index)
        guard isAlone else {
            throw error(
                .invalidSetOrListObject, "@set and @list stand alone or with @index", draft.place)
        }
        if draft.has(.set) {
            items.append(contentsOf: draft.set ?? [])
            return draft.set != nil
        }
        guard let list = draft.list else { return false }
        noteWhole(draft.place)
        items.append(.list(ExpandedList(list, place: draft.place, index: draft.index)))
        return true
    }
}
