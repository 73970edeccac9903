extension NQuadsReader {
    // MARK: IRIREF

    mutating func iri() throws(NQuadsFault) -> TermID {
        .iri(try iriReference())
    }

    private mutating func iriReference() throws(NQuadsFault) -> Symbol {
        let start = position
        position &+= 1
        skipIRICharacters()
        guard current == UInt8(ascii: ">") else { return try escapedIRI(from: start) }
        let symbol = try unsafe absoluteIRI(rebased(start &+ 1..<position), at: start)
        position &+= 1
        return symbol
    }

    @inline(__always)
    private mutating func skipIRICharacters() {
        position = unsafe OctetSearch.endOfIRI(in: bytes, from: position)
    }

    private mutating func escapedIRI(from start: Int) throws(NQuadsFault) -> Symbol {
        unescaped.removeAll(keepingCapacity: true)
        unsafe unescaped.append(contentsOf: bytes[start + 1..<position])
        while current != UInt8(ascii: ">") {
            guard unsafe position < bytes.count else { throw fault(.unterminatedIRI, at: start) }
            guard current == UInt8(ascii: "\\") else { throw fault(.characterNotAllowedInIRI) }
            let escape = position
            let scalar = try codePointEscape()
            if scalar.isASCII, ByteSet.notInIRI.contains(UInt8(scalar.value)) {
                throw fault(.characterNotAllowedInIRI, at: escape)
            }
            unescaped.append(contentsOf: String(scalar).utf8)
            let plain = position
            skipIRICharacters()
            unsafe unescaped.append(contentsOf: bytes[plain..<position])
        }
        position += 1
        let text = unescaped
        return try unsafe text.withUnsafeBufferPointer { text throws(NQuadsFault) in
            try unsafe absoluteIRI(text, at: start)
        }
    }

    @inline(__always)
    private mutating func absoluteIRI(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int
    ) throws(NQuadsFault) -> Symbol {
        guard let first = unsafe text.first, ByteSet.letters.contains(first),
            let end = unsafe text.firstIndex(where: { !ByteSet.inScheme.contains($0) }),
            unsafe text[end] == UInt8(ascii: ":")
        else { throw fault(.relativeIRI, at: start) }
        return unsafe dataset.texts.intern(text)
    }

    // MARK: STRING_LITERAL_QUOTE, LANGTAG

    mutating func literal() throws(NQuadsFault) -> TermID {
        let lexical = try quotedString()
        switch current {
        case UInt8(ascii: "^"):
            position += 1
            guard current == UInt8(ascii: "^") else { throw fault(.expectedDatatype) }
            position += 1
            guard current == UInt8(ascii: "<") else { throw fault(.expectedDatatype) }
            return dataset.literal(lexical, datatype: try iriReference())
        case UInt8(ascii: "@"):
            let language = try languageTag()
            return dataset.literal(lexical, datatype: .rdfLangString, language: language)
        default:
            return dataset.literal(lexical)
        }
    }

    private mutating func quotedString() throws(NQuadsFault) -> Symbol {
        let start = position
        position &+= 1
        skipStringCharacters()
        guard current == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        let symbol = unsafe dataset.texts.intern(rebased(start &+ 1..<position))
        position &+= 1
        return symbol
    }

    @inline(__always)
    private mutating func skipStringCharacters() {
        position = unsafe OctetSearch.endOfString(in: bytes, from: position)
    }

    private mutating func escapedString(from start: Int) throws(NQuadsFault) -> Symbol {
        unescaped.removeAll(keepingCapacity: true)
        unsafe unescaped.append(contentsOf: bytes[start + 1..<position])
        while current != UInt8(ascii: "\"") {
            guard current == UInt8(ascii: "\\") else {
                throw fault(.unterminatedLiteral, at: start)
            }
            if let character = characterEscape() {
                unescaped.append(character)
            } else {
                unescaped.append(contentsOf: String(try codePointEscape()).utf8)
            }
            let plain = position
            skipStringCharacters()
            unsafe unescaped.append(contentsOf: bytes[plain..<position])
        }
        position += 1
        return dataset.texts.intern(unescaped)
    }

    private mutating func languageTag() throws(NQuadsFault) -> Symbol {
        let start = position
        position += 1
        let first = position
        while ByteSet.letters.contains(current) { position += 1 }
        guard position > first else { throw fault(.invalidLanguageTag, at: start) }
        while current == UInt8(ascii: "-") {
            position += 1
            let subtag = position
            while ByteSet.lettersAndDigits.contains(current) { position += 1 }
            guard position > subtag else { throw fault(.invalidLanguageTag, at: start) }
        }
        return unsafe dataset.texts.intern(rebased(first..<position))
    }

    // MARK: ECHAR, UCHAR

    /// ECHAR, or nil with the position unmoved.
    private mutating func characterEscape() -> UInt8? {
        guard unsafe position + 1 < bytes.count else { return nil }
        let character: UInt8
        switch unsafe bytes[position + 1] {
        case UInt8(ascii: "t"): character = 0x09
        case UInt8(ascii: "b"): character = 0x08
        case UInt8(ascii: "n"): character = 0x0a
        case UInt8(ascii: "r"): character = 0x0d
        case UInt8(ascii: "f"): character = 0x0c
        case UInt8(ascii: "\""): character = 0x22
        case UInt8(ascii: "'"): character = 0x27
        case UInt8(ascii: "\\"): character = 0x5c
        default: return nil
        }
        position += 2
        return character
    }

    private mutating func codePointEscape() throws(NQuadsFault) -> Unicode.Scalar {
        let start = position
        let digits: Int
        switch unsafe position + 1 < bytes.count ? bytes[position + 1] : 0 {
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default: throw fault(.invalidEscape, at: start)
        }
        guard unsafe position + 2 + digits <= bytes.count else {
            throw fault(.invalidEscape, at: start)
        }
        var value: UInt32 = 0
        for place in position + 2..<position + 2 + digits {
            guard let digit = unsafe hexadecimalDigit(bytes[place]) else {
                throw fault(.invalidEscape, at: start)
            }
            value = value << 4 | digit
        }
        guard let scalar = Unicode.Scalar(value) else { throw fault(.invalidCodePoint, at: start) }
        position += 2 + digits
        return scalar
    }

    private func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
        default: nil
        }
    }

    // MARK: -

    @inline(__always)
    func rebased(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(rebasing: bytes[range])
    }
}
