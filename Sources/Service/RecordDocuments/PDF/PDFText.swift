/// Text in the forms that a PDF has for it.
enum PDFText {
    /// A text string: UTF-16 in hexadecimal digits, in which nothing needs to be escaped.
    static func string(_ text: String) -> String {
        "<FEFF" + text.utf16.map { hexadecimal(Int($0), digits: 4) }.joined() + ">"
    }

    /// An address with nothing in it that a PDF, or cairo's attributes, would read otherwise.
    static func address(_ text: String) -> String {
        let kept = Set("-._~:/?#[]@!$&*+,;=%".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            if isLetter || (0x30...0x39).contains(byte) || kept.contains(byte) {
                out.append(byte)
            } else {
                out.append(contentsOf: "%\(hexadecimal(Int(byte), digits: 2))".utf8)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A name: everything but letters, digits, point and hyphen as its number.
    static func name(_ text: String) -> String {
        var out = "/"
        for byte in text.utf8 {
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            let isPlain = isLetter || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
            out += isPlain ? String(UnicodeScalar(byte)) : "#\(hexadecimal(Int(byte), digits: 2))"
        }
        return out
    }

    static func hexadecimal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }

    /// Text of an XML document; what XML cannot hold is left out.
    static func xml(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            default:
                let isHeld =
                    scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                if isHeld { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }
}
