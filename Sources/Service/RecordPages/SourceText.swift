import JSONText

/// The record's text in lines that can be pointed at.
///
/// As received where the issuer laid it out in lines; otherwise laid out here, value by value,
/// with numbers, strings and the order of members exactly as written.
package struct SourceText: Sendable, Equatable {
    package let lines: [String]
    package let isAsReceived: Bool
    private let lineOfValue: [Int: Int]
    private let lineStarts: [Int]
    private let document: ObjectIdentifier?

    package init(_ credential: JSONValue?, source: [UInt8]) {
        document = credential.map { ObjectIdentifier($0.document) }
        guard let credential else {
            lines = Self.lines(of: source)
            isAsReceived = true
            lineOfValue = [:]
            lineStarts = []
            return
        }
        let bytes = credential.document.bytes
        let starts = Self.starts(of: bytes)
        if starts.count > 2, bytes.count / starts.count < 400, bytes.elementsEqual(source) {
            lines = Self.lines(of: bytes)
            isAsReceived = true
            lineOfValue = [:]
            lineStarts = starts
        } else {
            var layout = SourceLayout()
            layout.append(credential.document.root, before: "", after: "", level: 0)
            lines = layout.lines
            isAsReceived = false
            lineOfValue = layout.lineOfValue
            lineStarts = []
        }
    }

    /// A value in lines, laid out as the source is.
    static func laidOut(_ value: JSONValue) -> [String] {
        var layout = SourceLayout()
        layout.append(value, before: "", after: "", level: 0)
        return layout.lines
    }

    /// The line, from 1, on which a value begins; nil for a value of another text, such as an
    /// embedded token's.
    func line(of value: JSONValue) -> Int? {
        guard document == ObjectIdentifier(value.document) else { return nil }
        guard !lineStarts.isEmpty else { return lineOfValue[value.index] }
        let offset = value.range.lowerBound
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    private static func starts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            starts.append(offset + 1)
        }
        return starts
    }

    private static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
    }
}

/// Lays a value out in lines, two spaces a level.
private struct SourceLayout {
    var lines: [String] = []
    var lineOfValue: [Int: Int] = [:]

    mutating func append(_ value: JSONValue, before: String, after: String, level: Int) {
        let indent = String(repeating: "  ", count: level) + before
        lineOfValue[value.index] = lines.count + 1
        guard value.isArray || value.isObject, value.count > 0 else {
            lines.append(indent + String(decoding: value.bytes, as: UTF8.self) + after)
            return
        }
        lines.append(indent + (value.isArray ? "[" : "{"))
        if value.isArray {
            for (index, element) in value.elements.enumerated() {
                let comma = index + 1 < value.count ? "," : ""
                append(element, before: "", after: comma, level: level + 1)
            }
        } else {
            for (index, member) in value.members.enumerated() {
                let comma = index + 1 < value.count ? "," : ""
                let key = String(decoding: member.key.bytes, as: UTF8.self)
                append(member.value, before: key + ": ", after: comma, level: level + 1)
            }
        }
        lines.append(
            String(repeating: "  ", count: level) + (value.isArray ? "]" : "}") + after)
    }
}
