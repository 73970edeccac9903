import JSONText

/// A start tag, its places as offsets.
struct SVGTag {
    /// Where its `<` is.
    let start: Int
    let name: Range<Int>
    var attributes: [SVGAttribute] = []
    var attributesEnd: Int
    /// `<name/>`.
    var isEmpty = false
    /// Behind its `>`.
    var end = 0
}

struct SVGAttribute {
    let name: Range<Int>
    /// Between the quotes.
    let value: Range<Int>
}

/// The tokens of an SVG, one after the other.
struct SVGReader {
    let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func go(to offset: Int) { position = offset }

    func failure(_ fault: SVGFault) -> SVGFailure {
        SVGFailure(isAtEnd ? .endsEarly : fault, min(position, bytes.count))
    }

    /// The octet there; behind the end a zero, which no XML has.
    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    func isAt(_ text: StaticString) -> Bool {
        guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { text in
            unsafe bytes[position..<(position + text.count)].elementsEqual(text)
        }
    }

    private mutating func skip(_ text: StaticString) throws(SVGFailure) {
        guard isAt(text) else { throw failure(.markup) }
        position += text.utf8CodeUnitCount
    }

    private mutating func skipSpace() -> Bool {
        let start = position
        while XMLText.isSpace(byte(position)) { position += 1 }
        return position > start
    }

    /// Goes behind the next such text, and says where it began.
    private mutating func skip(to text: StaticString) throws(SVGFailure) -> Int {
        while !isAtEnd {
            if isAt(text) {
                let start = position
                position += text.utf8CodeUnitCount
                return start
            }
            position += 1
        }
        throw failure(.endsEarly)
    }

    // MARK: - Around the root

    /// The XML declaration, where there is one, and whether all of the text is characters.
    mutating func readDeclaration() throws(SVGFailure) {
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
            || bytes.prefix(4).contains(0)
        {
            throw SVGFailure(.encoding("UTF-16 or UTF-32"), 0)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        if isAt("<?xml"), XMLText.isSpace(byte(position + 5)) { try passDeclaration() }
        if let (fault, offset) = XMLText.firstFault(in: bytes) { throw SVGFailure(fault, offset) }
    }

    private mutating func passDeclaration() throws(SVGFailure) {
        position += 5
        var names: [String] = []
        while skipSpace(), !isAt("?>") {
            let place = position
            let attribute = try attribute()
            let value = String(decoding: bytes[attribute.value], as: UTF8.self)
            let name = String(decoding: bytes[attribute.name], as: UTF8.self)
            names.append(name)
            switch name {
            case "version":
                guard value.isSame(as: "1.0") else { throw SVGFailure(.version, place) }
            case "encoding":
                let known = ["utf-8", "utf8", "us-ascii", "ascii"]
                guard known.contains(where: { value.lowercased().isSame(as: $0) }) else {
                    throw SVGFailure(.encoding(String(value.prefix(64))), place)
                }
            case "standalone": break
            default: throw SVGFailure(.markup, place)
            }
        }
        let orders = [[], ["encoding"], ["standalone"], ["encoding", "standalone"]]
        guard orders.contains(where: { names == ["version"] + $0 }) else { throw failure(.markup) }
        try skip("?>")
    }

    /// White space or one comment; false where there is neither.
    mutating func passMiscellany() throws(SVGFailure) -> Bool {
        if skipSpace() { return true }
        if isAt("<!--") {
            try passComment()
            return true
        }
        if isAt("<?") { throw failure(.processingInstruction) }
        return false
    }

    /// A declaration that only names the type. What it names is never looked up.
    mutating func passDoctype() throws(SVGFailure) {
        try skip("<!DOCTYPE")
        guard skipSpace() else { throw failure(.doctype) }
        _ = try name()
        if skipSpace(), !isAt(">"), !isAt("[") {
            let isPublic = isAt("PUBLIC")
            guard isPublic || isAt("SYSTEM") else { throw failure(.doctype) }
            position += 6
            for _ in 0..<(isPublic ? 2 : 1) {
                guard skipSpace() else { throw failure(.doctype) }
                try passLiteral()
            }
            _ = skipSpace()
        }
        if isAt("[") { throw failure(.internalSubset) }
        guard isAt(">") else { throw failure(.doctype) }
        position += 1
    }

    private mutating func passLiteral() throws(SVGFailure) {
        guard isAt("\"") || isAt("'") else { throw failure(.doctype) }
        let quote = bytes[position]
        position += 1
        while !isAtEnd, bytes[position] != quote { position += 1 }
        guard !isAtEnd else { throw failure(.endsEarly) }
        position += 1
    }

    // MARK: - Inside the root

    mutating func passComment() throws(SVGFailure) {
        position += 4
        _ = try skip(to: "--")
        try skip(">")
    }

    mutating func passCDATA() throws(SVGFailure) -> Range<Int> {
        position += 9
        let start = position
        return start..<(try skip(to: "]]>"))
    }

    /// Text up to the next markup or reference.
    mutating func passText() throws(SVGFailure) -> Range<Int> {
        let start = position
        while !isAtEnd, bytes[position] != UInt8(ascii: "<"), bytes[position] != UInt8(ascii: "&") {
            if bytes[position] == UInt8(ascii: "]"), isAt("]]>") { throw failure(.markup) }
            position += 1
        }
        guard !isAtEnd else { throw failure(.endsEarly) }
        return start..<position
    }

    /// What the reference here means; goes behind it.
    mutating func reference() throws(SVGFailure) -> [UInt8] {
        let start = position
        position += 1
        while XMLText.isName(byte(position)) || byte(position) == UInt8(ascii: "#") {
            position += 1
        }
        guard isAt(";"), position > start + 1 else { throw failure(.markup) }
        position += 1
        do throws(SVGFault) {
            return try XMLText.meaning(bytes[(start + 1)..<(position - 1)])
        } catch {
            throw SVGFailure(error, start)
        }
    }

    func lines(_ range: Range<Int>) -> [UInt8] { XMLText.withPlainLineEnds(bytes[range]) }

    // MARK: - Tags

    mutating func startTag() throws(SVGFailure) -> SVGTag {
        let start = position
        try skip("<")
        let name = try name()
        var tag = SVGTag(start: start, name: name, attributesEnd: name.upperBound)
        while true {
            let isApart = skipSpace()
            if isAt(">") || isAt("/>") { break }
            guard isApart else { throw failure(.markup) }
            guard tag.attributes.count < Limits.svgAttributes else {
                throw failure(.tooManyAttributes(limit: Limits.svgAttributes))
            }
            tag.attributes.append(try attribute())
            tag.attributesEnd = position
        }
        tag.isEmpty = isAt("/>")
        position += tag.isEmpty ? 2 : 1
        tag.end = position
        try checkNames(of: tag)
        return tag
    }

    private func checkNames(of tag: SVGTag) throws(SVGFailure) {
        guard tag.attributes.count > 1 else { return }
        var names: Set<ArraySlice<UInt8>> = []
        for attribute in tag.attributes where !names.insert(bytes[attribute.name]).inserted {
            throw SVGFailure(.duplicateAttribute, attribute.name.lowerBound)
        }
    }

    /// `</name>`.
    mutating func endTag() throws(SVGFailure) -> Range<Int> {
        try skip("</")
        let name = try name()
        _ = skipSpace()
        try skip(">")
        return name
    }

    /// A name with at most one prefix.
    private mutating func name() throws(SVGFailure) -> Range<Int> {
        let start = position
        try passWord()
        if byte(position) == UInt8(ascii: ":") {
            position += 1
            try passWord()
        }
        guard byte(position) != UInt8(ascii: ":") else { throw failure(.name) }
        return start..<position
    }

    private mutating func passWord() throws(SVGFailure) {
        guard XMLText.beginsName(byte(position)) else { throw failure(.name) }
        while XMLText.isName(byte(position)) { position += 1 }
    }

    private mutating func attribute() throws(SVGFailure) -> SVGAttribute {
        let name = try name()
        _ = skipSpace()
        try skip("=")
        _ = skipSpace()
        guard isAt("\"") || isAt("'") else { throw failure(.markup) }
        let quote = bytes[position]
        position += 1
        let start = position
        while byte(position) != quote {
            guard !isAtEnd, bytes[position] != UInt8(ascii: "<") else { throw failure(.markup) }
            if bytes[position] == UInt8(ascii: "&") {
                _ = try reference()
            } else {
                position += 1
            }
        }
        position += 1
        return SVGAttribute(name: name, value: start..<(position - 1))
    }
}
