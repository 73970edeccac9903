import JSONText
import RDF

/// The property whose values are being expanded: its name as written and its definition.
@safe struct ActiveProperty {
    enum Kind {
        /// `null` and `@graph`: nothing that floats freely is kept below them.
        case none, graph
        case reverse, term
    }

    let kind: Kind
    let name: UnsafeBufferPointer<UInt8>?
    let definition: UnsafePointer<TermDefinition>?

    static var none: ActiveProperty {
        unsafe ActiveProperty(kind: .none, name: nil, definition: nil)
    }
    static var graph: ActiveProperty {
        unsafe ActiveProperty(kind: .graph, name: nil, definition: nil)
    }
    static var reverse: ActiveProperty {
        unsafe ActiveProperty(kind: .reverse, name: nil, definition: nil)
    }

    init(kind: Kind, name: UnsafeBufferPointer<UInt8>?, definition: UnsafePointer<TermDefinition>?)
    {
        self.kind = kind
        unsafe self.name = unsafe name
        unsafe self.definition = unsafe definition
    }

    /// A term as the given context knows it.
    init(_ name: UnsafeBufferPointer<UInt8>, in context: ActiveContext) {
        unsafe self.init(kind: .term, name: name, definition: context.definition(name))
    }

    /// The same property as another context knows it.
    func known(in context: ActiveContext) -> ActiveProperty {
        guard let name = unsafe name else { return self }
        return unsafe ActiveProperty(name, in: context)
    }

    var container: TermDefinition.Container { unsafe definition?.pointee.container ?? [] }
    /// Whether values that are not nodes float freely here.
    var keepsOnlyNodes: Bool { kind == .none || kind == .graph }
}

extension Expansion {
    /// Steps 1 to 6 of the expansion algorithm: appends what the element expands to. Answers
    /// whether it expands to anything but null.
    @discardableResult
    mutating func expand(
        _ place: Int, _ property: ActiveProperty, _ active: ActiveContext, fromMap: Bool = false,
        into items: inout ExpandedItems
    ) throws(JSONLDError) -> Bool {
        switch tape.kind(place) {
        case .null: return false  // 1
        case .bool, .number, .string: return try expandScalar(place, property, active, &items)
        case .array:
            try expandArray(place, property, active, fromMap: fromMap, &items)
            return true
        case .object:
            return try expandObject(place, property, active, fromMap: fromMap, &items)
        }
    }

    /// Step 4.
    private mutating func expandScalar(
        _ place: Int, _ property: ActiveProperty, _ active: ActiveContext,
        _ items: inout ExpandedItems
    ) throws(JSONLDError) -> Bool {
        if property.keepsOnlyNodes {
            try drop(.droppedValue, place, "a value that belongs to nothing")
            return false
        }
        guard let scoped = unsafe property.definition?.pointee.scopedContext else {
            items.append(try expandedValue(place, property, active))
            return true
        }
        let context = try context(
            scoped, onto: active, overridesProtected: true, propagates: true, at: place)
        items.append(try expandedValue(place, property.known(in: context), context))
        return true
    }

    /// Step 5.
    private mutating func expandArray(
        _ place: Int, _ property: ActiveProperty, _ active: ActiveContext, fromMap: Bool,
        _ items: inout ExpandedItems
    ) throws(JSONLDError) {
        let isList = property.container.contains(.list)
        var element = place + 1
        for _ in 0..<tape.count(place) {
            if isList, tape.kind(element) == .array {
                var inner: ExpandedItems = []
                try expand(element, property, active, fromMap: fromMap, into: &inner)
                noteWhole(element)
                items.append(.list(ExpandedList(inner, place: element)))
            } else if isList, tape.kind(element) == .object {
                var inner: ExpandedItems = []
                let isAnything = try expand(
                    element, property, active, fromMap: fromMap, into: &inner)
                if isAnything, wasSet {  // 5.2.2, 17.2: what a set expands to is an array
                    noteWhole(element)
                    inner = [.list(ExpandedList(inner, place: element))]
                }
                if tellsUnstated, inner.isEmpty { noteEmpty(element, property) }
                items.append(contentsOf: inner)
            } else {
                let count = items.count
                try expand(element, property, active, fromMap: fromMap, into: &items)
                if tellsUnstated, items.count == count { noteEmpty(element, property) }
                if tape.kind(element) == .object, property.kind == .term { try emitEarly(items) }
            }
            element = tape.next(element)
        }
    }

    // MARK: - Objects

    private mutating func expandObject(
        _ place: Int, _ property: ActiveProperty, _ given: ActiveContext, fromMap: Bool,
        _ items: inout ExpandedItems
    ) throws(JSONLDError) -> Bool {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Limits.nodeDepth else {
            throw error(
                .limitExceeded, "more than \(Limits.nodeDepth) objects inside each other", place)
        }
        var active = given
        if !fromMap, let previous = given.previous, !keeps(given, place) {  // 7
            active = previous
        }
        if let scoped = unsafe property.definition?.pointee.scopedContext {  // 8
            active = try context(
                scoped, onto: active, overridesProtected: true, propagates: true, at: place)
        }
        if let local = try localContext(of: place, onto: active) { active = local }  // 9
        let typeScoped = active  // 10
        var draft = ObjectDraft(place: place)
        draft.properties.reserve(tape.count(place))
        try applyTypeScopedContexts(place, typeScoped, &active, &draft)  // 11, 12
        try expandMembers(place, property, active, typeScoped, &draft)  // 13, 14
        let isAnything = try finish(draft, property, &items)  // 15 to 19
        wasSet = draft.has(.set)
        return isAnything
    }

    /// Step 7: whether a context that does not propagate stays in force for this object.
    private func keeps(_ active: ActiveContext, _ place: Int) -> Bool {
        var name = place + 1
        let count = tape.count(place)
        for _ in 0..<count {
            switch unsafe keyword(of: text(name), active) {
            case .value?: return true
            case .id?: if count == 1 { return true }
            default: break
            }
            name = tape.next(name + 1)
        }
        return false
    }

    /// The keyword that a member name stands for, or nil.
    func keyword(of name: UnsafeBufferPointer<UInt8>, _ active: ActiveContext) -> Keyword? {
        if unsafe name.first == UInt8(ascii: "@") { return unsafe Keyword(name) }
        return unsafe active.definition(name)?.pointee.keyword
    }

    /// The value of an object's `@context`, or nil.
    func contextMember(of place: Int) -> Int? {
        var member = place + 1
        for _ in 0..<tape.count(place) {
            if unsafe isContext(text(member)) { return member + 1 }
            member = tape.next(member + 1)
        }
        return nil
    }

    /// Few names begin with `@`: most are told apart by one octet.
    func isContext(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe name.count == 8 && name[0] == UInt8(ascii: "@")
            && name.elementsEqual(Keyword.context.name.utf8)
    }

    /// Steps 11 and 12.
    private mutating func applyTypeScopedContexts(
        _ place: Int, _ typeScoped: ActiveContext, _ active: inout ActiveContext,
        _ draft: inout ObjectDraft
    ) throws(JSONLDError) {
        var members: [Int] = []
        var member = place + 1
        for _ in 0..<tape.count(place) {
            if unsafe keyword(of: text(member), typeScoped) == .type { members.append(member) }
            member = tape.next(member + 1)
        }
        guard let first = members.first else { return }
        if members.count > 1 { members.sort { precedes($0, $1) } }
        for member in members {
            for type in types(at: member + 1) {
                guard let definition = unsafe definition(ofType: type, typeScoped),
                    let scoped = unsafe definition.pointee.scopedContext
                else { continue }
                active = try context(
                    scoped, onto: active, overridesProtected: false, propagates: false, at: type)
            }
        }
        if refused != nil {
            draft.isOfUnknownType = areAllUnknown(members.map { $0 + 1 }, typeScoped)
        }
        if let last = lastType(at: (members.count > 1 ? members[0] : first) + 1) {
            draft.isJSON =
                unsafe iri(text(last), active, vocab: true, relative: true) == symbol(.json)
        }
    }

    private func precedes(_ first: Int, _ second: Int) -> Bool {
        unsafe text(first).lexicographicallyPrecedes(text(second))
    }

    /// The strings of a type value, in their lexicographical order.
    func types(at place: Int) -> [Int] {
        guard tape.kind(place) == .array else {
            return tape.kind(place) == .string ? [place] : []
        }
        var types: [Int] = []
        var element = place + 1
        for _ in 0..<tape.count(place) {
            if tape.kind(element) == .string { types.append(element) }
            element = tape.next(element)
        }
        guard types.count <= 8 else { return types.sorted { precedes($0, $1) } }
        // A few: sorted in place, without a closure that would hold this whole value.
        for end in types.indices.dropFirst() {
            var place = end
            while place > 0, precedes(types[place], types[place - 1]) {
                types.swapAt(place, place - 1)
                place -= 1
            }
        }
        return types
    }

    private func lastType(at place: Int) -> Int? {
        guard tape.kind(place) == .array else {
            return tape.kind(place) == .string ? place : nil
        }
        var last: Int?
        var element = place + 1
        for _ in 0..<tape.count(place) {
            last = tape.kind(element) == .string ? element : nil
            element = tape.next(element)
        }
        return last
    }
}
