import JSONText
import RDF

extension Expansion {
    /// The IRI expansion algorithm (section 5.2) outside context processing; nil where the value
    /// means nothing.
    mutating func iri(
        _ value: UnsafeBufferPointer<UInt8>, _ active: ActiveContext, vocab: Bool, relative: Bool
    ) -> Symbol? {
        if unsafe value.first == UInt8(ascii: "@") {
            if let keyword = unsafe Keyword(value) { return symbol(keyword) }  // 1
            if unsafe Keyword.isReservedForm(value) { return nil }  // 2
        }
        let colon = unsafe Self.colon(in: value)
        if vocab || colon == nil, let definition = unsafe active.definition(value) {
            if let keyword = unsafe definition.pointee.keyword { return symbol(keyword) }  // 4
            if vocab {  // 5
                guard unsafe definition.pointee.iri != nil else { return nil }
                return unsafe mapping(of: definition)
            }
        }
        if let colon {
            return unsafe compact(value, colon, active, vocab: vocab, relative: relative)
        }
        return unsafe uncoloned(value, active, vocab: vocab, relative: relative)
    }

    /// What a term stands for; it stands for something.
    mutating func mapping(of definition: UnsafePointer<TermDefinition>) -> Symbol {
        let number = unsafe definition.pointee.number
        if let known = mappings[number] { return known }
        let symbol = unsafe dataset.texts.intern(definition.pointee.iriBytes)
        mappings.remember(symbol, for: number)
        return symbol
    }

    private mutating func datatype(
        _ type: Text, of definition: UnsafePointer<TermDefinition>?
    ) -> Symbol {
        let number = unsafe definition?.pointee.number ?? 0
        if number > 0, let known = datatypes[number] { return known }
        let symbol = dataset.texts.intern(type.string)
        if number > 0 { datatypes.remember(symbol, for: number) }
        return symbol
    }

    /// Where a value is split, if it holds a colon behind its first octet: at the first of all.
    private static func colon(in value: UnsafeBufferPointer<UInt8>) -> Int? {
        if unsafe value.first == UInt8(ascii: ":") {
            return unsafe value.dropFirst().contains(UInt8(ascii: ":")) ? 0 : nil
        }
        var place = 1
        while place < value.count {
            if unsafe value[place] == UInt8(ascii: ":") { return place }
            place += 1
        }
        return nil
    }

    /// Step 6.
    private mutating func compact(
        _ value: UnsafeBufferPointer<UInt8>, _ colon: Int, _ active: ActiveContext, vocab: Bool,
        relative: Bool
    ) -> Symbol? {
        let suffix = unsafe UnsafeBufferPointer(rebasing: value[(colon + 1)...])
        let isBlank = unsafe colon == 1 && value[0] == UInt8(ascii: "_")
        let hasAuthority =
            unsafe suffix.count >= 2 && suffix[0] == UInt8(ascii: "/")
            && suffix[1] == UInt8(ascii: "/")
        if isBlank || hasAuthority { return unsafe dataset.texts.intern(value) }
        let prefix = unsafe UnsafeBufferPointer(rebasing: value[..<colon])
        if let definition = unsafe active.definition(prefix), unsafe definition.pointee.isPrefix,
            unsafe definition.pointee.iri != nil
        {
            return unsafe dataset.texts.intern(definition.pointee.iriBytes + suffix)
        }
        if unsafe IRIReference.isAbsolute(value) { return unsafe dataset.texts.intern(value) }
        return unsafe uncoloned(value, active, vocab: vocab, relative: relative)
    }

    /// Steps 7 to 9.
    private mutating func uncoloned(
        _ value: UnsafeBufferPointer<UInt8>, _ active: ActiveContext, vocab: Bool, relative: Bool
    ) -> Symbol {
        if vocab, let mapping = active.vocab {
            return unsafe dataset.texts.intern(Array(mapping.string.utf8) + value)
        }
        if relative, let base = active.base {
            let reference = unsafe String(decoding: value, as: UTF8.self)
            return dataset.texts.intern(
                IRIReference.resolve(reference, against: base.string))
        }
        return unsafe dataset.texts.intern(value)
    }

    /// Whether RDF would keep the text as an IRI or blank node.
    func isAbsoluteOrBlank(_ symbol: Symbol) -> Bool {
        unsafe dataset.texts.withBytes(of: symbol) { bytes in
            unsafe IRIReference.isAbsolute(bytes) || bytes.starts(with: "_:".utf8)
        }
    }

    /// Of an identifier that leads nowhere.
    func relative(_ what: String, _ text: UnsafeBufferPointer<UInt8>) -> String {
        let shown = unsafe VisibleText.quoted(String(decoding: text, as: UTF8.self))
        return
            "the \(what) \(shown) is relative to nothing (a whole one begins with a scheme, such "
            + "as https: or urn:uuid:)"
    }

    // MARK: - Value expansion (section 5.3)

    mutating func expandedValue(
        _ place: Int, _ property: ActiveProperty, _ active: ActiveContext
    ) throws(JSONLDError) -> ExpandedItem {
        let definition = unsafe property.definition
        let coercion = unsafe definition?.pointee.coercion ?? .absent
        let isString = tape.kind(place) == .string
        try boundTexts(place)
        if isString, coercion == .id || coercion == .vocab {  // 1, 2
            let id = unsafe iri(text(place), active, vocab: coercion == .vocab, relative: true)
            if let id, options.isSafe, !isAbsoluteOrBlank(id) {
                try drop(.droppedValue, place, unsafe relative("reference", text(place)))
            }
            if coercion == .id, let id { try unsafe requireWritten(text(place), as: id, place) }
            let node = ExpandedNode(id: id)
            node.place = place
            node.hasNullID = id == nil
            return .node(node)
        }
        var value = ExpandedValue(
            content: scalar(place), place: Int32(truncatingIfNeeded: place))  // 3
        switch coercion {
        case .iri(let type): value.type = unsafe datatype(type, of: definition)  // 4
        case .json: value.type = symbol(.json)
        case .absent, .id, .vocab, .none:
            if isString { unsafe tag(&value, definition, active) }  // 5
        }
        return .value(value)
    }

    mutating func scalar(_ place: Int) -> ExpandedValue.Content {
        switch tape.kind(place) {
        case .bool: .bool(tape.isTrue(place))
        case .number: unsafe .number(dataset.texts.intern(tape.content(place)))
        case .string: .string(intern(place))
        case .null, .array, .object: .json(hold(place))
        }
    }

    /// Keeps a JSON literal.
    mutating func hold(_ place: Int) -> Int32 {
        noteWhole(place)
        jsonLiterals.append(value(place))
        return Int32(truncatingIfNeeded: jsonLiterals.count - 1)
    }

    /// Language and direction of the term, else of the context.
    mutating func tag(
        _ value: inout ExpandedValue, _ definition: UnsafePointer<TermDefinition>?,
        _ active: ActiveContext
    ) {
        switch unsafe definition?.pointee.language ?? .absent {
        case .value(let language): value.language = dataset.texts.intern(language.string)
        case .none: break
        case .absent:
            if let language = active.language {
                value.language = dataset.texts.intern(language.string)
            }
        }
        switch unsafe definition?.pointee.direction ?? .absent {
        case .value(let direction): value.direction = direction
        case .none: break
        case .absent: value.direction = active.direction
        }
    }
}
