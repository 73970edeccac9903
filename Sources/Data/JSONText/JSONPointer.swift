/// A place in a JSON text (RFC 6901).
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    public var tokens: [Text]

    public init(_ tokens: [Text] = []) {
        self.tokens = tokens
    }

    /// Reads the string form; nil where it is not empty and does not begin with `/`, or where
    /// a `~` is not followed by 0 or 1.
    public init?(_ string: String) {
        guard !string.isEmpty else { self.init(); return }
        guard string.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [Text] = []
        for part in string.utf8.dropFirst().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(Text(token))
        }
        self.init(tokens)
    }

    private static func unescaped(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        var rest = part[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~") else { bytes.append(byte); continue }
            switch rest.popFirst() {
            case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
            case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
            default: return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    public var description: String {
        var out = ""
        for token in tokens {
            out += "/"
            for scalar in token.string.unicodeScalars {
                switch scalar {
                case "~": out += "~0"
                case "/": out += "~1"
                default: out.unicodeScalars.append(scalar)
                }
            }
        }
        return out
    }

    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens + [Text(token)])
    }

    public func appending(_ index: Int) -> JSONPointer {
        appending(String(index))
    }

    public func appending(_ other: JSONPointer) -> JSONPointer {
        JSONPointer(tokens + other.tokens)
    }
}

extension JSONValue {
    /// The value at a place below this one, or nil.
    public subscript(pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            guard let next = value.child(token) else { return nil }
            value = next
        }
        return value
    }

    private func child(_ token: Text) -> JSONValue? {
        switch kind {
        case .object: return self[token.string]
        case .array:
            let digits = token.string.utf8
            let leadsWithZero = digits.count > 1 && digits.first == UInt8(ascii: "0")
            guard !leadsWithZero, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
                let index = Int(token.string), index < count
            else { return nil }
            return elements.dropFirst(index).first { _ in true }
        case .null, .bool, .number, .string: return nil
        }
    }
}
