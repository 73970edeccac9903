/// Canonical N-Quads (RDFC-1.0 section 5, RDF 1.2 N-Quads section 3).
enum NQuadsWriter {
    static func append(iri text: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
        buffer.append(UInt8(ascii: "<"))
        unsafe appendName(text, to: &buffer)
        buffer.append(UInt8(ascii: ">"))
    }

    static func append(blank label: UnsafeRawBufferPointer, to buffer: inout ByteBuffer) {
        buffer.append("_:")
        unsafe appendName(label, to: &buffer)
    }

    static func append(
        literal record: LiteralRecord, of texts: TextTable, to buffer: inout ByteBuffer
    ) {
        buffer.append(UInt8(ascii: "\""))
        unsafe texts.withBytes(of: record.lexical) {
            unsafe appendString(UnsafeRawBufferPointer($0), to: &buffer)
        }
        buffer.append(UInt8(ascii: "\""))
        if let language = record.language {
            buffer.append(UInt8(ascii: "@"))
            unsafe texts.withBytes(of: language) {
                unsafe appendName(UnsafeRawBufferPointer($0), to: &buffer)
            }
        } else if record.datatype != .xsdString {
            buffer.append("^^")
            unsafe texts.withBytes(of: record.datatype) {
                unsafe append(iri: UnsafeRawBufferPointer($0), to: &buffer)
            }
        }
    }

    /// A well-formed IRI, label or language tag needs no escape. What a document of another
    /// syntax may smuggle in cannot end the term: it comes out as an escape.
    private static func appendName(
        _ text: UnsafeRawBufferPointer, to buffer: inout ByteBuffer
    ) {
        if unsafe OctetSearch.isPlainName(text) { return unsafe buffer.append(text) }
        let ending = ByteSet.endingNames
        var start = 0
        for index in 0..<text.count where unsafe ending.contains(text[index]) {
            unsafe buffer.append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
            unsafe appendCodePoint(text[index], to: &buffer)
            start = index + 1
        }
        unsafe buffer.append(UnsafeRawBufferPointer(rebasing: text[start...]))
    }

    private static func appendString(
        _ text: UnsafeRawBufferPointer, to buffer: inout ByteBuffer
    ) {
        if unsafe OctetSearch.isPlainString(text) { return unsafe buffer.append(text) }
        let escaped = ByteSet.escapedInStrings
        var start = 0
        for index in 0..<text.count {
            if unsafe escaped.contains(text[index]) {
                unsafe buffer.append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
                unsafe appendEscape(of: text[index], to: &buffer)
                start = index &+ 1
            } else if unsafe text[index] == 0xEF, unsafe isNoCharacter(text, index) {
                unsafe buffer.append(UnsafeRawBufferPointer(rebasing: text[start..<index]))
                unsafe buffer.append(text[index + 2] == 0xBE ? "\\uFFFE" : "\\uFFFF")
                start = index &+ 3
            }
        }
        unsafe buffer.append(UnsafeRawBufferPointer(rebasing: text[start...]))
    }

    /// Whether U+FFFE or U+FFFF stands here: of all that UTF-8 can hold, these alone and U+0000 do
    /// not match the production `Char` of XML 1.1 and are written as escapes.
    private static func isNoCharacter(_ text: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        unsafe index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }

    private static func appendEscape(of byte: UInt8, to buffer: inout ByteBuffer) {
        switch byte {
        case 0x08: buffer.append("\\b")
        case 0x09: buffer.append("\\t")
        case 0x0a: buffer.append("\\n")
        case 0x0c: buffer.append("\\f")
        case 0x0d: buffer.append("\\r")
        case 0x22: buffer.append("\\\"")
        case 0x5c: buffer.append("\\\\")
        default: appendCodePoint(byte, to: &buffer)
        }
    }

    private static func appendCodePoint(_ byte: UInt8, to buffer: inout ByteBuffer) {
        buffer.append("\\u00")
        buffer.append(hexadecimalDigit(byte >> 4))
        buffer.append(hexadecimalDigit(byte & 15))
    }

    private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}

extension Dataset {
    /// The quads as canonical N-Quads lines, in the order in which they came in and with the
    /// labels that the blank nodes have.
    public func serialized() -> [UInt8] {
        var buffer = ByteBuffer(capacity: quads.count * 128)
        for quad in quads {
            append(quad.subject, to: &buffer)
            buffer.append(UInt8(ascii: " "))
            append(quad.predicate, to: &buffer)
            buffer.append(UInt8(ascii: " "))
            append(quad.object, to: &buffer)
            if !quad.graph.isDefaultGraph {
                buffer.append(UInt8(ascii: " "))
                append(quad.graph, to: &buffer)
            }
            buffer.append(" .\n")
        }
        return buffer.array()
    }

    func append(_ term: TermID, to buffer: inout ByteBuffer) {
        if term.isLiteral {
            NQuadsWriter.append(literal: literals[term.number], of: texts, to: &buffer)
        } else if term.isBlank {
            unsafe texts.withBytes(of: Symbol(term.number)) {
                unsafe NQuadsWriter.append(blank: UnsafeRawBufferPointer($0), to: &buffer)
            }
        } else {
            unsafe texts.withBytes(of: Symbol(term.number)) {
                unsafe NQuadsWriter.append(iri: UnsafeRawBufferPointer($0), to: &buffer)
            }
        }
    }
}
