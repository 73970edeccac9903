import JSONText

/// Inspection and resolution of IRI references (RFC 3986 section 5, without normalisation).
enum IRIReference {
    /// Octets of the scheme in front of its colon, or nil where there is none.
    static func schemeLength(_ bytes: some Collection<UInt8>) -> Int? {
        var length = 0
        for byte in bytes {
            if byte == UInt8(ascii: ":") { return length > 0 ? length : nil }
            let isLetter = (byte | 0x20) &- 0x61 < 26
            let isOther =
                byte &- 0x30 < 10 || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".")
            guard isLetter || (length > 0 && isOther) else { return nil }
            length += 1
        }
        return nil
    }

    static func isAbsolute(_ bytes: some Collection<UInt8>) -> Bool {
        schemeLength(bytes) != nil
    }

    /// Absolute, and without a character that no IRI may contain.
    static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard unsafe isAbsolute(bytes) else { return false }
        var hasFragment = false
        for place in 0..<bytes.count {
            switch unsafe bytes[place] {
            case UInt8(ascii: "#"):
                if hasFragment { return false }
                hasFragment = true
            case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"), UInt8(ascii: "`"), 0x7F:
                return false
            default: continue
            }
        }
        return true
    }

    static func resolve(_ reference: String, against base: String) -> String {
        URIReference(reference).resolved(against: URIReference(base)).text
    }
}
