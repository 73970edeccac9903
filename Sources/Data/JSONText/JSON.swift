/// JSON to be written: what this project says, as ``JSONValue`` is what others said.
public indirect enum JSON: Sendable {
    case null
    case bool(Bool)
    /// A number as its text.
    case number(String)
    case string(String)
    case array([JSON])
    /// Members in the order in which they are written.
    case object([(name: String, value: JSON)])
    /// A value of a document, written with the octets that it came with.
    case verbatim(JSONValue)

    public static func integer(_ value: Int) -> JSON { .number(String(value)) }

    /// The octets, without white space, or indented by two spaces a level (verbatim values keep
    /// their own layout).
    public func serialized(pretty: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        append(to: &out, level: pretty ? 0 : nil)
        return out
    }

    private func append(to out: inout [UInt8], level: Int?) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): out.append(contentsOf: text.utf8)
        case .string(let text): JSONEscapes.appendQuoted(text.utf8, to: &out)
        case .verbatim(let value): out.append(contentsOf: value.bytes)
        case .array(let values):
            Self.appendList("[", values, "]", to: &out, level: level) { value, out, level in
                value.append(to: &out, level: level)
            }
        case .object(let members):
            Self.appendList("{", members, "}", to: &out, level: level) { member, out, level in
                JSONEscapes.appendQuoted(member.name.utf8, to: &out)
                out.append(contentsOf: (level == nil ? ":" : ": ").utf8)
                member.value.append(to: &out, level: level)
            }
        }
    }

    private static func appendList<Item>(
        _ open: String, _ items: [Item], _ close: String, to out: inout [UInt8], level: Int?,
        _ body: (Item, inout [UInt8], Int?) -> Void
    ) {
        out.append(contentsOf: open.utf8)
        let inner = level.map { $0 + 1 }
        for (index, item) in items.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            breakLine(inner, &out)
            body(item, &out, inner)
        }
        if !items.isEmpty { breakLine(level, &out) }
        out.append(contentsOf: close.utf8)
    }

    private static func breakLine(_ level: Int?, _ out: inout [UInt8]) {
        guard let level else { return }
        out.append(0x0A)
        out.append(contentsOf: repeatElement(0x20, count: level * 2))
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { (name: $0.0, value: $0.1) })
    }
}
