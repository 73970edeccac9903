/// Writes data as XML, in UTF-8, with an element on a line and two spaces a level.
struct XMLWriter {
    private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    /// - Parameters:
    ///   - prefix: the prefix under which the root alone stands, as PESC has it.
    ///   - namespace: what it stands for.
    init(_ root: XMLElement, prefix: String, namespace: String) {
        write(root, as: "\(prefix):\(root.name.local)", [("xmlns:\(prefix)", namespace)], level: 0)
    }

    private mutating func write(
        _ element: XMLElement, as name: String, _ attributes: [(String, String)], level: Int
    ) {
        bytes += repeatElement(0x20, count: level * 2)
        bytes += "<\(name)".utf8
        for (name, value) in attributes {
            bytes += " \(name)=\"".utf8
            escape(value)
            bytes.append(0x22)
        }
        bytes.append(UInt8(ascii: ">"))
        escape(element.text)
        if !element.children.isEmpty {
            bytes.append(0x0A)
            for child in element.children {
                write(child, as: child.name.local, [], level: level + 1)
            }
            bytes += repeatElement(0x20, count: level * 2)
        }
        bytes += "</\(name)>\n".utf8
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            case 0x0D: bytes += "&#13;".utf8
            case _: bytes.append(byte)
            }
        }
    }

    /// A text as XML can say it: without characters that it does not have, and without white space
    /// around it, which a reader of data takes away.
    static func sayable(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: scalars.append(scalar)
            case _: scalars.append("\u{FFFD}")
            }
        }
        let isSpace = { (scalar: Unicode.Scalar) in [0x20, 9, 10, 13].contains(scalar.value) }
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
