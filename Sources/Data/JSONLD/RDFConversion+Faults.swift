import JSONText
import RDF

/// Where in the document it stands what RDF cannot have, and why it cannot.
extension Expansion {
    /// In safe mode, what RDF would silently leave out is an error.
    ///
    /// - Parameter place: -1 where it is of no one place.
    func drop(
        _ code: JSONLDErrorCode, at place: @autoclosure () -> Int, _ detail: () -> String
    ) throws(JSONLDError) {
        guard options.isSafe else { return }
        let place = place()
        guard place < 0 else { return try drop(code, place, detail()) }
        guard let refused else { throw JSONLDError(code, detail()) }
        refused.add(JSONLDError(code, detail()), place)
    }

    func dropID(of node: ExpandedNode) throws(JSONLDError) {
        try drop(.droppedValue, at: place(ofIDOf: node)) {
            guard let id = node.id else { return "the identifier means nothing" }
            return "\(quoted(id)) is no identifier that RDF can have: \(fault(of: id))"
        }
    }

    func quoted(_ symbol: Symbol) -> String { VisibleText.quoted(dataset.texts.string(symbol)) }

    func fault(of symbol: Symbol) -> String {
        unsafe dataset.texts.withBytes(of: symbol) { unsafe IRIReference.fault(in: $0) }
    }

    // MARK: - Places

    static func place(of item: ExpandedItem) -> Int? {
        let place =
            switch item {
            case .node(let node): node.place
            case .value(let value): Int(value.place)
            case .list(let list): list.place
            }
        return place >= 0 ? place : nil
    }

    private func place(ofIDOf node: ExpandedNode) -> Int {
        guard let id = node.id else {
            return named(["id", "@id"], in: node).first ?? node.place
        }
        return place(of: id, in: node, ["id", "@id"])
    }

    /// Where in the object that a node was made of a text stands: under one of these names, or
    /// under any other; where it is written otherwise (short, by a prefix), the name, or the object.
    func place(of symbol: Symbol, in node: ExpandedNode, _ names: [String]) -> Int {
        guard node.place >= 0, tape.kind(node.place) == .object else { return node.place }
        let known = named(names, in: node)
        let candidates = known.flatMap(texts) + members(of: node).flatMap { texts(at: $0 + 1) }
        return candidates.first { isText($0, symbol) } ?? known.first ?? node.place
    }

    func place(ofProperty symbol: Symbol, in node: ExpandedNode) -> Int {
        let name = members(of: node).first { isText($0, symbol) }
        return name.map { $0 + 1 } ?? node.place
    }

    /// The values of the members with these names.
    private func named(_ names: [String], in node: ExpandedNode) -> [Int] {
        members(of: node).filter { name in
            names.contains { unsafe text(name).elementsEqual($0.utf8) }
        }.map { $0 + 1 }
    }

    /// The names of the members.
    private func members(of node: ExpandedNode) -> [Int] {
        guard node.place >= 0, tape.kind(node.place) == .object else { return [] }
        var names: [Int] = []
        var name = node.place + 1
        for _ in 0..<tape.count(node.place) {
            names.append(name)
            name = tape.next(name + 1)
        }
        return names
    }

    /// The text at a place, or the texts of the list there.
    private func texts(at place: Int) -> [Int] {
        guard tape.kind(place) == .array else { return tape.kind(place) == .string ? [place] : [] }
        var texts: [Int] = []
        var element = place + 1
        for _ in 0..<tape.count(place) {
            if tape.kind(element) == .string { texts.append(element) }
            element = tape.next(element)
        }
        return texts
    }

    private func isText(_ place: Int, _ symbol: Symbol) -> Bool {
        let text = unsafe text(place)
        return unsafe dataset.texts.withBytes(of: symbol) { unsafe $0.elementsEqual(text) }
    }
}

extension IRIReference {
    /// Why octets are no well-formed IRI, in words.
    static func fault(in bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard unsafe isAbsolute(bytes) else { return "it has no scheme, such as https: or urn:" }
        var hasFragment = false
        for place in 0..<bytes.count {
            let byte = unsafe bytes[place]
            switch byte {
            case UInt8(ascii: " "): return "it has a space, which is written %20"
            case 0..<0x20, 0x7F: return "it has a control character"
            case UInt8(ascii: "#"):
                if hasFragment { return "it has a second #, which is written %23" }
                hasFragment = true
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
                UInt8(ascii: "`"):
                let written = String(byte, radix: 16, uppercase: true)
                return "it has a \(Character(Unicode.Scalar(byte))), which is written %\(written)"
            default: continue
            }
        }
        return "it is no IRI"
    }
}
