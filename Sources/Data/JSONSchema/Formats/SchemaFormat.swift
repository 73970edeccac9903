import JSONText

/// The formats of section 7.3 that are asserted where that is asked for; other names are not.
public enum SchemaFormat: String, CaseIterable, Sendable {
    case dateTime = "date-time"
    case date
    case time
    case duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case ipv4
    case ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uuid
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    init?(name: Text) {
        guard let known = Self.allCases.first(where: { Text($0.rawValue) == name }) else {
            return nil
        }
        self = known
    }

    /// Whether a text in UTF-8 is written like this.
    func accepts(_ text: [UInt8]) -> Bool {
        var scanner = FormatScanner(text)
        switch self {
        case .dateTime: return scanner.takeDateTime() && scanner.isAtEnd
        case .date: return scanner.takeDate() && scanner.isAtEnd
        case .time: return scanner.takeTime() && scanner.isAtEnd
        case .duration: return scanner.takeDuration() && scanner.isAtEnd
        case .email: return MailFormat.accepts(text, isInternational: false)
        case .idnEmail: return MailFormat.accepts(text, isInternational: true)
        case .hostname: return HostFormat.isName(text[...])
        case .ipv4: return HostFormat.isIPv4(text[...])
        case .ipv6: return HostFormat.isIPv6(text[...])
        case .uri: return URIFormat(isInternational: false).accepts(text, isAbsolute: true)
        case .uriReference: return URIFormat(isInternational: false).accepts(text)
        case .iri: return URIFormat(isInternational: true).accepts(text, isAbsolute: true)
        case .iriReference: return URIFormat(isInternational: true).accepts(text)
        case .uuid: return Self.isUUID(text)
        case .jsonPointer: return Self.isPointer(text[...])
        case .relativeJSONPointer: return Self.isRelativePointer(text)
        case .regex:
            return (try? Pattern(Text(String(decoding: text, as: UTF8.self)))) != nil
        }
    }

    private static func isUUID(_ text: [UInt8]) -> Bool {
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            let isDash = index == 8 || index == 13 || index == 18 || index == 23
            guard isDash ? byte == UInt8(ascii: "-") : URIReference.hexadecimal(byte) != nil
            else { return false }
        }
        return true
    }

    private static func isPointer(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return true }
        guard first == UInt8(ascii: "/") else { return false }
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else { continue }
            guard let next = rest.popFirst(), next == 0x30 || next == 0x31 else { return false }
        }
        return true
    }

    private static func isRelativePointer(_ text: [UInt8]) -> Bool {
        let digits = text.prefix { $0 &- 0x30 < 10 }
        guard let first = digits.first, first != 0x30 || digits.count == 1 else { return false }
        let rest = text.dropFirst(digits.count)
        return rest.elementsEqual([UInt8(ascii: "#")]) || isPointer(rest)
    }
}
