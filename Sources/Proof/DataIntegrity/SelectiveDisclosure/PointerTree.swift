import JSONText

/// Many JSON Pointers, put together by their beginnings: so the document is gone through once,
/// however many there are.
struct PointerTree: Sendable {
    /// Whether a pointer ends here.
    private(set) var isEnd = false
    private(set) var children: [Text: PointerTree] = [:]

    init() {}

    init(_ pointers: [JSONPointer]) throws(DisclosureError) {
        guard pointers.count <= Limits.disclosurePointers else {
            throw .tooManyPointers(limit: Limits.disclosurePointers)
        }
        for pointer in pointers {
            // No document is deeper.
            guard pointer.tokens.count <= Limits.jsonDepth else { throw .notFound(pointer) }
            insert(pointer.tokens[...])
        }
    }

    var isEmpty: Bool { !isEnd && children.isEmpty }

    private mutating func insert(_ tokens: ArraySlice<Text>) {
        guard let first = tokens.first else {
            isEnd = true
            return
        }
        children[first, default: PointerTree()].insert(tokens.dropFirst())
    }

    /// The children by their place in an array; a token that names none is missing.
    var elements: [Int: PointerTree] {
        var elements: [Int: PointerTree] = [:]
        for (token, child) in children {
            if let place = Self.place(token) { elements[place] = child }
        }
        return elements
    }

    private static func place(_ token: Text) -> Int? {
        let digits = token.string.utf8
        guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        return Int(token.string)
    }

    static func pointers(_ texts: [String]) throws(DisclosureError) -> [JSONPointer] {
        var pointers: [JSONPointer] = []
        for text in texts {
            guard let pointer = JSONPointer(text) else { throw .pointer(text) }
            pointers.append(pointer)
        }
        return pointers
    }
}
