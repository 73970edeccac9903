/// A template of the pages: Mustache, of which it reads what the pages use (values, sections,
/// inverted sections, partials) and refuses the rest.
///
/// It is read once into pieces, and these are written straight into the octets of the page: a page
/// of 5,000 achievements has two million pieces, none of which is a text of its own
/// (docs/decisions/0014).
struct Template: Sendable {
    indirect enum Piece: Sendable {
        case text([UInt8])
        case value(Name)
        case markup(Name)
        case section(Name, [Piece])
        case inverted(Name, [Piece])
        case partial(String)
    }

    /// `.` is the innermost value, `.a.b` a member of it, `a` a member of the nearest that has it.
    struct Name: Sendable, Equatable {
        let path: [String]
        let isInnermost: Bool

        init(_ text: String) {
            isInnermost = text.utf8.first == UInt8(ascii: ".")
            path = text.utf8.split(separator: UInt8(ascii: ".")).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// The programmer's mistakes in a template.
    enum Fault: Error, Equatable {
        case tagNotClosed
        case sectionNotClosed(String)
        case closesNothing(String)
        case unknownTag(String)
    }

    let pieces: [Piece]

    init(_ source: String) throws(Fault) {
        var reader = TemplateReader(source)
        pieces = try reader.pieces(in: nil, startsLine: false)
    }
}

/// Reads a template tag by tag. A tag of a section or partial that has a line for itself takes
/// the end of that line with it.
private struct TemplateReader {
    private var rest: Substring.UTF8View

    init(_ source: String) { rest = source[...].utf8 }

    mutating func pieces(
        in section: String?, startsLine: Bool
    ) throws(Template.Fault) -> [Template.Piece] {
        var pieces: [Template.Piece] = []
        var isAtStart = startsLine
        while !rest.isEmpty {
            let text = textBeforeTag()
            if !text.isEmpty {
                pieces.append(.text(text))
                isAtStart = text.last == UInt8(ascii: "\n")
            }
            guard !rest.isEmpty else { break }
            let (sign, name) = try tag()
            guard let sign else {
                pieces.append(.value(Template.Name(name)))
                isAtStart = false
                continue
            }
            if sign == UInt8(ascii: "{") {
                pieces.append(.markup(Template.Name(name)))
                isAtStart = false
                continue
            }
            let isAlone = isAtStart && takesLineEnd()
            switch sign {
            case UInt8(ascii: "#"):
                let inside = try self.pieces(in: name, startsLine: isAlone)
                pieces.append(.section(Template.Name(name), inside))
            case UInt8(ascii: "^"):
                let inside = try self.pieces(in: name, startsLine: isAlone)
                pieces.append(.inverted(Template.Name(name), inside))
            case UInt8(ascii: ">"): pieces.append(.partial(name))
            case UInt8(ascii: "/"):
                guard name.utf8.elementsEqual((section ?? "").utf8) else {
                    throw .closesNothing(name)
                }
                return pieces
            default: throw .unknownTag(name)
            }
            isAtStart = isAlone
        }
        if let section { throw .sectionNotClosed(section) }
        return pieces
    }

    private mutating func textBeforeTag() -> [UInt8] {
        var end = rest.startIndex
        while end < rest.endIndex, !rest[end...].starts(with: "{{".utf8) {
            end = rest.index(after: end)
        }
        defer { rest = rest[end...] }
        return Array(rest[..<end])
    }

    /// The sign of a tag, or nil where it is a value, and its name; the tag is left behind.
    private mutating func tag() throws(Template.Fault) -> (sign: UInt8?, name: String) {
        rest = rest.dropFirst(2)
        let signs = "#^/>{!&<$=%".utf8
        let sign = rest.first.flatMap { signs.contains($0) ? $0 : nil }
        if sign != nil { rest = rest.dropFirst() }
        let end = sign == UInt8(ascii: "{") ? "}}}" : "}}"
        let name = rest.prefix { $0 != UInt8(ascii: "}") }
        rest = rest[name.endIndex...]
        guard rest.starts(with: end.utf8) else { throw .tagNotClosed }
        rest = rest.dropFirst(end.utf8.count)
        return (sign, String(decoding: name, as: UTF8.self))
    }

    private mutating func takesLineEnd() -> Bool {
        guard let next = rest.first else { return true }
        guard next == UInt8(ascii: "\n") else { return false }
        rest = rest.dropFirst()
        return true
    }
}
