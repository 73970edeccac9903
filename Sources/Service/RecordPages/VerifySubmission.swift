import JSONText

/// What the form of the first page sends: a file, or pasted text.
package struct VerifySubmission: Sendable, Equatable {
    /// The octets to be checked: of a file exactly as they came.
    package let credential: [UInt8]
    /// What was pasted, to be kept in the form where something is wrong with it.
    package let typed: String

    /// Pasted text longer than this is not put into the form again.
    private static let longestTyped = 256 << 10

    /// Reads the body of a POST. Besides the two encodings of forms it takes a credential sent
    /// by itself, as scripts do.
    package init(mediaType: String?, body: [UInt8]) throws(Problem) {
        let type = MediaType(mediaType ?? "")
        if type.name == "multipart/form-data" {
            guard let boundary = type.boundary else {
                throw .unreadable("The form was sent without the boundary of its parts.")
            }
            try self.init(FormField.multipart(body, boundary: boundary))
        } else if type.name == "application/x-www-form-urlencoded" || type.name == "" {
            try self.init(FormField.encoded(body))
        } else if Self.credentialTypes.contains(type.name) {
            try self.init([FormField(name: "file", value: body)])
        } else {
            throw .unsupported(type.name.string)
        }
    }

    private static let credentialTypes: Set<Text> = [
        "text/plain", "application/json", "application/ld+json", "application/jwt",
        "application/vc", "application/vc+ld+json", "application/vc+jwt", "application/vp",
        "application/vp+jwt", "application/octet-stream",
    ]

    private init(_ fields: [FormField]) throws(Problem) {
        func value(_ name: String) -> [UInt8] {
            fields.first { $0.name.utf8.elementsEqual(name.utf8) && !$0.value.isEmpty }?.value ?? []
        }
        let file = value("file")
        let pasted = Self.trimmed(value("credential"))
        typed = pasted.count <= Self.longestTyped ? String(decoding: pasted, as: UTF8.self) : ""
        credential = file.isEmpty ? pasted : file
        if Self.trimmed(credential).isEmpty { throw .nothingGiven }
        if Self.isAddress(credential) { throw .addressGiven }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }),
            let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(bytes[first...last])
    }

    private static func isAddress(_ bytes: [UInt8]) -> Bool {
        let text = trimmed(bytes)
        return text.count < 2_048 && !text.contains(0x20)
            && (text.starts(with: "https://".utf8) || text.starts(with: "http://".utf8))
    }
}

extension Problem {
    package static let addressGiven = Problem(
        status: 400, title: "This is an address, not the record itself",
        explanation: "Records cannot be fetched from other places here yet.",
        ways: ["Open the address, download the record there as a file, and choose that file."])
}

/// A media type with the one parameter that forms need.
private struct MediaType {
    let name: Text
    let boundary: [UInt8]?

    init(_ text: String) {
        let parts = text.split(separator: ";").map { part in
            part.drop { $0 == " " || $0 == "\t" }
        }
        name = Text((parts.first.map(String.init) ?? "").lowercased().filter { $0 != " " })
        let parameter = parts.dropFirst().first { $0.lowercased().hasPrefix("boundary=") }
        boundary = parameter.map { parameter in
            var value = Array(parameter.utf8.dropFirst("boundary=".utf8.count))
            let quote = UInt8(ascii: "\"")
            if value.count >= 2, value.first == quote, value.last == quote {
                value = Array(value.dropFirst().dropLast())
            }
            return value
        }
    }
}

/// One field of a form.
struct FormField: Equatable {
    let name: String
    let value: [UInt8]

    /// `multipart/form-data` (RFC 7578): parts between lines of two hyphens and the boundary.
    static func multipart(_ body: [UInt8], boundary: [UInt8]) -> [FormField] {
        guard !boundary.isEmpty, boundary.count <= 70 else { return [] }
        let mark = Array("--".utf8) + boundary
        var fields: [FormField] = []
        var marks = Search(for: mark, in: body)
        guard var start = marks.next().map({ $0 + mark.count }) else { return [] }
        while let end = marks.next(), fields.count < 16 {
            if let field = FormField(part: body[start..<end]) { fields.append(field) }
            start = end + mark.count
        }
        return fields
    }

    /// One part: CRLF, headers, an empty line, the octets, CRLF.
    private init?(part: ArraySlice<UInt8>) {
        let emptyLine = Array("\r\n\r\n".utf8)
        var search = Search(for: emptyLine, in: Array(part))
        guard let split = search.next() else { return nil }
        let headers = String(decoding: part.prefix(split), as: UTF8.self)
        guard let name = Self.name(in: headers) else { return nil }
        self.name = name
        let content = part.dropFirst(split + emptyLine.count)
        value = Array(content.suffix(2).elementsEqual("\r\n".utf8) ? content.dropLast(2) : content)
    }

    init(name: String, value: [UInt8]) {
        self.name = name
        self.value = value
    }

    private static func name(in headers: String) -> String? {
        guard let after = headers.split(separator: " name=\"", maxSplits: 1).dropFirst().first
        else { return nil }
        return after.split(separator: "\"", omittingEmptySubsequences: false).first
            .map(String.init)
    }

    /// `application/x-www-form-urlencoded`.
    static func encoded(_ body: [UInt8]) -> [FormField] {
        body.split(separator: UInt8(ascii: "&")).prefix(16).map { pair in
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map { decoded($0) } ?? []
            return FormField(
                name: String(decoding: name, as: UTF8.self),
                value: parts.dropFirst().first.map { decoded($0) } ?? [])
        }
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                out.append(0x20)
            } else if byte == UInt8(ascii: "%"), let value = hex(rest.prefix(2)) {
                out.append(value)
                rest = rest.dropFirst(2)
            } else {
                out.append(byte)
            }
        }
        return out
    }

    private static func hex(_ digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.count == 2, digits.allSatisfy({ $0 != UInt8(ascii: "+") }) else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}

/// Where a sequence of octets occurs, first to last.
private struct Search: IteratorProtocol {
    private let wanted: [UInt8]
    private let text: [UInt8]
    private var at = 0

    init(for wanted: [UInt8], in text: [UInt8]) {
        self.wanted = wanted
        self.text = text
    }

    mutating func next() -> Int? {
        while at + wanted.count <= text.count {
            guard let first = text[at...].firstIndex(of: wanted[0]),
                first + wanted.count <= text.count
            else { return nil }
            at = first + 1
            if text[first..<first + wanted.count].elementsEqual(wanted) { return first }
        }
        return nil
    }
}
