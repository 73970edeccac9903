import Credentials
import JSONText

/// Every value of a file with its place: what `clr inspect` lists below the outline.
struct ValueList {
    let texts: [FileText]
    /// Of a draft in YAML, where the lines are of another text than the JSON that it says.
    let line: ((JSONPointer) -> Int?)?

    init(_ bytes: [UInt8]) {
        texts = FileText.all(of: bytes)
        line = nil
    }

    init(draft: JSONDocument, line: ((JSONPointer) -> Int?)?) {
        texts = FileText.all(of: draft.bytes)
        self.line = line
    }

    // MARK: - For people

    /// Longer values are cut here, and it is said how long they are.
    private static let longest = 600

    var text: [UInt8] {
        var out: [UInt8] = []
        for text in texts {
            out += Array("\n\(Visible.line(Self.title(text)))\n".utf8)
            forEach(text) { pointer, value, position in
                var start = "  "
                if let position {
                    start +=
                        position.column.map { "\(position.line):\($0)  " }
                        ?? "\(position.line)  "
                }
                Self.append(
                    Array("\(start)\(pointer.isEmpty ? "(the whole)" : pointer): ".utf8)[...],
                    to: &out)
                let written = value.bytes
                if written.count <= Self.longest {
                    Self.append(written, to: &out)
                } else {
                    Self.append(Self.cut(written), to: &out)
                    out += Array("… (\(written.count) octets; --json has all of it)".utf8)
                }
                out.append(0x0A)
            }
        }
        return out
    }

    private static func title(_ text: FileText) -> String {
        guard text.part != .text else { return "Every value, by line and column:" }
        let place = text.token.isEmpty ? "the token" : "the token at \(text.token)"
        return "Every value of \(place), \(text.part.rawValue):"
    }

    /// Not in the middle of a character.
    private static func cut(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = text.startIndex + 200
        while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text[..<end]
    }

    private static func append(_ text: ArraySlice<UInt8>, to out: inout [UInt8]) {
        // Most of a long list needs nothing of it.
        guard text.contains(where: { $0 < 0x20 || $0 > 0x7E }) else {
            out += text
            return
        }
        out += Array(Visible.line(String(decoding: text, as: UTF8.self)).utf8)
    }

    // MARK: - For programs

    /// A list in JSON, one value a line, written as it stands in the file.
    var json: [UInt8] {
        var out: [UInt8] = [UInt8(ascii: "[")]
        var isFirst = true
        for text in texts {
            let isOwn = text.part == .text
            let head: [(name: String, value: JSON)] =
                isOwn
                ? [] : [("part", .string(text.part.rawValue)), ("token", .string(text.token))]
            forEach(text) { pointer, value, position in
                var members = head + [("at", .string(pointer))]
                if let position {
                    members.append(("line", .integer(position.line)))
                    if let column = position.column { members.append(("column", .integer(column))) }
                }
                members.append(("value", .verbatim(value)))
                out += Array((isFirst ? "\n    " : ",\n    ").utf8)
                out += JSON.object(members).serialized()
                isFirst = false
            }
        }
        return out + Array("\n  ]".utf8)
    }

    // MARK: - Places

    private typealias Position = (line: Int, column: Int?)

    private func forEach(_ text: FileText, _ body: (String, JSONValue, Position?) -> Void) {
        var counter = LineCounter(text.root.document.bytes)
        text.root.forEachLeaf { pointer, value in
            guard text.part == .text else { return body(pointer, value, nil) }
            guard let line else {
                let place = counter.position(of: value.range.lowerBound)
                return body(pointer, value, (place.line, place.column))
            }
            let found = JSONPointer(pointer).flatMap { line($0) }
            body(pointer, value, found.map { ($0, nil) })
        }
    }
}

/// Lines and columns of octets that are asked for in the order of the text.
private struct LineCounter {
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var column = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Columns count characters (Unicode scalars), as they do everywhere here.
    mutating func position(of place: Int) -> (line: Int, column: Int) {
        while offset < min(place, bytes.count) {
            let byte = bytes[offset]
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            offset += 1
        }
        return (line, column)
    }
}
