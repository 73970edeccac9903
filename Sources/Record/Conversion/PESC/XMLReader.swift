import JSONText

extension Limits {
    /// Octets of one text in XML that is data.
    package static let xmlBytes = 32 << 20
    /// Elements inside elements of it.
    package static let xmlDepth = 64
    package static let xmlElements = 500_000
    /// Attributes of one element, declarations of namespaces included.
    package static let xmlAttributes = 64
    /// Declarations of namespaces in force at one place.
    package static let xmlNamespaces = 128
}

extension XMLElement {
    /// Reads data in XML 1.0 strictly: no document type, no entities of its own, no processing
    /// instructions, and nothing beyond the limits. UTF-8; UTF-16 where it shows in the first
    /// octets; ISO-8859-1 or windows-1252 where the declaration names it.
    package init(reading bytes: [UInt8]) throws(XMLFailure) {
        let text: [UInt8]
        do throws(XMLFailure.Fault) { text = try XMLEncoding.utf8(bytes) } catch {
            throw XMLFailure(fault: error, line: 1, column: 1)
        }
        let start = text.prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard !start.elementsEqual("<!doctype html".utf8) else {
            throw XMLFailure(fault: .webPage, line: 1, column: 1)
        }
        var reader = XMLReader(text)
        do throws(XMLFailure.Fault) { self = try reader.document() } catch {
            let isEarly = reader.isAtEnd && error == .markup
            let (line, column) = reader.position
            throw XMLFailure(fault: isEarly ? .endsEarly : error, line: line, column: column)
        }
    }
}

/// The reader at work: one pass, a stack of its own.
private struct XMLReader {
    private let bytes: [UInt8]
    private var at = 0
    private var elements = 0
    private var scope: [(prefix: [UInt8], namespace: String)] = [
        ([], ""), (Array("xml".utf8), "http://www.w3.org/XML/1998/namespace"),
    ]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at >= bytes.count }

    /// Lines end with LF, CR LF or CR.
    var position: (line: Int, column: Int) {
        var line = 1
        var column = 1
        for index in 0..<min(at, bytes.count) {
            let byte = bytes[index]
            if byte == 0x0A
                || byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80, byte != 0x0D {
                column += 1
            }
        }
        return (line, column)
    }

    // MARK: - Octets

    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    private func isHere(_ text: String) -> Bool {
        bytes.count - at >= text.utf8.count && bytes[at...].starts(with: text.utf8)
    }

    private mutating func take(_ text: String) throws(XMLFailure.Fault) {
        guard isHere(text) else { throw .markup }
        at += text.utf8.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = at
        while Self.isSpace(byte(at)) { at += 1 }
        return at > start
    }

    /// Goes behind the next such text, and gives what stood before it.
    private mutating func pass(to end: String) throws(XMLFailure.Fault) -> Range<Int> {
        let start = at
        while !isAtEnd {
            if isHere(end) {
                let range = start..<at
                at += end.utf8.count
                return range
            }
            at += 1
        }
        throw .endsEarly
    }

    private mutating func checkCharacters() throws(XMLFailure.Fault) {
        while !isAtEnd {
            let byte = bytes[at]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard byte < 0x80 || byte >= 0xC2 && byte < 0xF5, at + length <= bytes.count,
                bytes[(at + 1)..<(at + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { throw .notUTF8 }
            let second = self.byte(at + 1)
            let isLong =
                byte == 0xE0 && second < 0xA0 || byte == 0xF0 && second < 0x90
            let isBeyond = byte == 0xED && second > 0x9F || byte == 0xF4 && second > 0x8F
            guard !isLong, !isBeyond else { throw .notUTF8 }
            let isControl = byte < 0x20 && !Self.isSpace(byte)
            let isNone = byte == 0xEF && second == 0xBF && self.byte(at + 2) >= 0xBE
            guard !isControl, !isNone else { throw .character }
            at += length
        }
        at = 0
    }

    // MARK: - The document

    mutating func document() throws(XMLFailure.Fault) -> XMLElement {
        try checkCharacters()
        if isHere("<?xml"), Self.isSpace(byte(at + 5)) { try passDeclaration() }
        try passMiscellany()
        let root = try element()
        try passMiscellany()
        guard isAtEnd else { throw .twoRoots }
        return root
    }

    private mutating func passDeclaration() throws(XMLFailure.Fault) {
        at += 5
        var names: [String] = []
        while skipSpace(), !isHere("?>") {
            let name = try name()
            names.append(String(decoding: bytes[name], as: UTF8.self))
            _ = try quoted()
        }
        let orders = [
            "version", "version encoding", "version standalone",
            "version encoding standalone",
        ]
        guard orders.contains(names.joined(separator: " ")) else { throw .markup }
        try take("?>")
    }

    private mutating func passMiscellany() throws(XMLFailure.Fault) {
        while !isAtEnd {
            if skipSpace() { continue }
            if isHere("<!--") { try passComment() } else { break }
        }
        if isHere("<!DOCTYPE") { throw .doctype }
        if isHere("<?") { throw .processingInstruction }
    }

    private mutating func passComment() throws(XMLFailure.Fault) {
        try take("<!--")
        _ = try pass(to: "--")
        guard byte(at) == UInt8(ascii: ">") else { throw .markup }
        at += 1
    }

    // MARK: - Elements

    /// An element that is open, and how many namespaces were in force before it.
    private struct Open {
        var element: XMLElement
        let tag: Range<Int>
        let scope: Int
        var text: [UInt8] = []
    }

    private mutating func element() throws(XMLFailure.Fault) -> XMLElement {
        var open: [Open] = []
        while true {
            if open.isEmpty || byte(at) == UInt8(ascii: "<") {
                if isHere("</") {
                    guard var last = open.popLast() else { throw .markup }
                    try passEnd(of: last)
                    scope.removeLast(scope.count - last.scope)
                    last.element.text = Self.trimmed(last.text)
                    guard !open.isEmpty else { return last.element }
                    open[open.count - 1].element.children.append(last.element)
                } else if isHere("<!--") {
                    try passComment()
                } else if isHere("<![CDATA[") {
                    at += 9
                    guard !open.isEmpty else { throw .markup }
                    open[open.count - 1].text += Self.plainLineEnds(bytes[try pass(to: "]]>")])
                } else if isHere("<!") {
                    throw isHere("<!DOCTYPE") || isHere("<!ENTITY") ? .doctype : .markup
                } else if isHere("<?") {
                    throw .processingInstruction
                } else {
                    guard open.count < Limits.xmlDepth else { throw .tooDeep }
                    let (begun, isEmpty) = try start()
                    open.append(begun)
                    guard isEmpty, let last = open.popLast() else { continue }
                    scope.removeLast(scope.count - last.scope)
                    guard !open.isEmpty else { return last.element }
                    open[open.count - 1].element.children.append(last.element)
                }
            } else {
                guard !isAtEnd else { throw .endsEarly }
                open[open.count - 1].text += try characters()
            }
        }
    }

    private mutating func passEnd(of open: Open) throws(XMLFailure.Fault) {
        let place = at
        at += 2
        let name = try name()
        guard bytes[name].elementsEqual(bytes[open.tag]) else {
            at = place
            throw .wrongEnd(open: String(decoding: bytes[open.tag].prefix(64), as: UTF8.self))
        }
        skipSpace()
        try take(">")
    }

    private mutating func start() throws(XMLFailure.Fault) -> (Open, isEmpty: Bool) {
        elements += 1
        guard elements <= Limits.xmlElements else { throw .tooManyElements }
        let before = scope.count
        let place = at
        try take("<")
        let tag = try name()
        var attributes: [(name: Range<Int>, value: String)] = []
        while skipSpace(), byte(at) != UInt8(ascii: ">"), byte(at) != UInt8(ascii: "/") {
            guard attributes.count < Limits.xmlAttributes else { throw .tooManyAttributes }
            let name = try name()
            attributes.append((name, try quoted()))
        }
        let isEmpty = byte(at) == UInt8(ascii: "/")
        if isEmpty { at += 1 }
        try take(">")
        let end = at
        // What is wrong with names is told at the start of the tag.
        at = place
        try declare(attributes)
        var element = XMLElement(try resolved(tag, isAttribute: false))
        for (name, value) in attributes where !isDeclaration(name) {
            let resolved = try resolved(name, isAttribute: true)
            guard !element.attributes.contains(where: { $0.name == resolved }) else {
                throw .twoAttributes(String(decoding: bytes[name].prefix(64), as: UTF8.self))
            }
            element.attributes.append(XMLElement.Attribute(name: resolved, value: value))
        }
        at = end
        return (Open(element: element, tag: tag, scope: before), isEmpty)
    }

    private func isDeclaration(_ name: Range<Int>) -> Bool {
        bytes[name].elementsEqual("xmlns".utf8) || bytes[name].starts(with: "xmlns:".utf8)
    }

    private mutating func declare(
        _ attributes: [(name: Range<Int>, value: String)]
    ) throws(XMLFailure.Fault) {
        let before = scope.count
        for (name, value) in attributes where isDeclaration(name) {
            let prefix = Array(bytes[name].dropFirst(6))
            guard !scope[before...].contains(where: { $0.prefix == prefix }) else {
                throw .twoAttributes(String(decoding: bytes[name].prefix(64), as: UTF8.self))
            }
            scope.append((prefix, value))
            guard scope.count <= Limits.xmlNamespaces else { throw .tooManyNamespaces }
        }
    }

    private func resolved(
        _ name: Range<Int>, isAttribute: Bool
    ) throws(XMLFailure.Fault) -> XMLElement.Name {
        let colon = bytes[name].firstIndex(of: UInt8(ascii: ":"))
        let prefix = Array(bytes[name.lowerBound..<(colon ?? name.lowerBound)])
        let start = colon.map { $0 + 1 } ?? name.lowerBound
        let local = String(decoding: bytes[start..<name.upperBound], as: UTF8.self)
        if isAttribute, prefix.isEmpty { return XMLElement.Name(namespace: "", local: local) }
        guard let declared = scope.last(where: { $0.prefix == prefix }) else {
            throw .unboundPrefix(String(decoding: prefix.prefix(64), as: UTF8.self))
        }
        return XMLElement.Name(namespace: declared.namespace, local: local)
    }

    // MARK: - Names and texts

    private mutating func name() throws(XMLFailure.Fault) -> Range<Int> {
        let start = at
        guard Self.beginsName(byte(at)) else { throw .markup }
        var colons = 0
        while Self.isName(byte(at)) || byte(at) == UInt8(ascii: ":") {
            if byte(at) == UInt8(ascii: ":") {
                colons += 1
                guard colons == 1, Self.beginsName(byte(at + 1)) else { throw .markup }
            }
            at += 1
        }
        return start..<at
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "_")
    }

    private static func isName(_ byte: UInt8) -> Bool {
        beginsName(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// `= "value"`; white space in it is handed on as spaces (section 3.3.3).
    private mutating func quoted() throws(XMLFailure.Fault) -> String {
        skipSpace()
        try take("=")
        skipSpace()
        let quote = byte(at)
        guard quote == 0x22 || quote == 0x27 else { throw .markup }
        at += 1
        var value: [UInt8] = []
        while byte(at) != quote {
            guard !isAtEnd else { throw .endsEarly }
            let byte = bytes[at]
            guard byte != UInt8(ascii: "<") else { throw .markup }
            if byte == UInt8(ascii: "&") {
                value += try reference()
            } else {
                value.append(Self.isSpace(byte) ? 0x20 : byte)
                at += 1
            }
        }
        at += 1
        return String(decoding: value, as: UTF8.self)
    }

    /// Text up to the next markup.
    private mutating func characters() throws(XMLFailure.Fault) -> [UInt8] {
        var out: [UInt8] = []
        var start = at
        while !isAtEnd, byte(at) != UInt8(ascii: "<") {
            if byte(at) == UInt8(ascii: "&") {
                out += Self.plainLineEnds(bytes[start..<at])
                out += try reference()
                start = at
            } else {
                guard !isHere("]]>") else { throw .markup }
                at += 1
            }
        }
        return out + Self.plainLineEnds(bytes[start..<at])
    }

    private static func plainLineEnds(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(0x0D) else { return Array(text) }
        var out: [UInt8] = []
        var last: UInt8 = 0
        for byte in text {
            if byte == 0x0D {
                out.append(0x0A)
            } else if byte != 0x0A || last != 0x0D {
                out.append(byte)
            }
            last = byte
        }
        return out
    }

    private static func trimmed(_ text: [UInt8]) -> String {
        guard let first = text.firstIndex(where: { !isSpace($0) }),
            let last = text.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(decoding: text[first...last], as: UTF8.self)
    }

    private mutating func reference() throws(XMLFailure.Fault) -> [UInt8] {
        let place = at
        at += 1
        var end = at
        while byte(end) != UInt8(ascii: ";"), end - at < 12, end < bytes.count { end += 1 }
        let name = String(decoding: bytes[at..<end], as: UTF8.self)
        at = place
        guard byte(end) == UInt8(ascii: ";") else { throw .entity(name) }
        if name.utf8.first == UInt8(ascii: "#") {
            let meaning = try Self.character(name)
            at = end + 1
            return meaning
        }
        let meanings: [String: UInt8] = [
            "lt": 0x3C, "gt": 0x3E, "amp": 0x26, "apos": 0x27, "quot": 0x22,
        ]
        guard let meaning = meanings[name] else { throw .entity(name) }
        at = end + 1
        return [meaning]
    }

    private static func character(_ name: String) throws(XMLFailure.Fault) -> [UInt8] {
        let isHexadecimal = name.utf8.dropFirst().first == UInt8(ascii: "x")
        let digits = name.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 6 || $0 &- 0x30 < 10 }),
            let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(number)
        else { throw .characterReference }
        switch number {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: break
        case _: throw .characterReference
        }
        return Array(String(Character(scalar)).utf8)
    }
}
