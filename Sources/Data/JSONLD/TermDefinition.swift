import JSONText

/// What a term of an active context stands for (JSON-LD API section 4.2).
struct TermDefinition {
    enum Direction: UInt8 {
        case leftToRight, rightToLeft

        init?(_ text: Text) {
            switch text {
            case "ltr": self = .leftToRight
            case "rtl": self = .rightToLeft
            default: return nil
            }
        }

        var name: String { self == .leftToRight ? "ltr" : "rtl" }
    }

    /// A value that may be absent, stated to be none, or stated.
    enum Stated<Value: Hashable>: Hashable {
        case absent, none, value(Value)
    }

    enum Coercion: Hashable {
        case absent, id, vocab, json, none, iri(Text)
    }

    struct Container: OptionSet, Hashable {
        let rawValue: UInt8
        static let graph = Container(rawValue: 1)
        static let id = Container(rawValue: 2)
        static let index = Container(rawValue: 4)
        static let language = Container(rawValue: 8)
        static let list = Container(rawValue: 16)
        static let set = Container(rawValue: 32)
        static let type = Container(rawValue: 64)
        /// Those whose value is a map that is not a node.
        static let maps: Container = [.id, .index, .language, .type]
    }

    /// The IRI, blank node identifier or keyword; nil where the term is stated to mean nothing.
    var iri: Text?
    /// Set where the mapping is a keyword.
    var keyword: Keyword?
    /// The mapping's octets, for loops.
    var iriBytes: [UInt8] = []
    /// Whether the mapping can name a property: it holds a colon.
    private(set) var namesProperties = false
    /// Which definition of which context this is: no other in the process has the number, and none
    /// outside a context has one.
    var number: UInt64 = 0
    /// The octets of the term itself, shared by all contexts that take it over.
    var nameBytes: [UInt8] = []
    var isPrefix = false
    var isProtected = false
    var isReverse = false
    var container: Container = []
    var coercion = Coercion.absent
    var language = Stated<Text>.absent
    var direction = Stated<Direction>.absent
    var index: Text?
    var nest: Text?
    var scopedContext: ScopedContext?

    mutating func map(to iri: Text?) {
        self.iri = iri
        keyword = iri.flatMap { Keyword($0) }
        iriBytes = iri.map { Array($0.string.utf8) } ?? []
        namesProperties = iriBytes.contains(UInt8(ascii: ":"))
    }

    /// Whether both say the same, protection aside.
    func saysTheSame(as other: TermDefinition) -> Bool {
        iri == other.iri && isPrefix == other.isPrefix && isReverse == other.isReverse
            && container == other.container && coercion == other.coercion
            && language == other.language && direction == other.direction
            && index == other.index && nest == other.nest
            && ScopedContext.saySame(scopedContext, other.scopedContext)
    }
}

/// A context inside a term definition, and the URL against which it is read. Its identity stands
/// for it in the cache of processed contexts.
final class ScopedContext: Sendable {
    let value: JSONValue
    let baseURL: Text?

    init(_ value: JSONValue, baseURL: Text?) {
        self.value = value
        self.baseURL = baseURL
    }

    static func saySame(_ first: ScopedContext?, _ second: ScopedContext?) -> Bool {
        guard let first, let second else { return first == nil && second == nil }
        if first === second { return true }
        guard let one = try? first.value.canonicalized(),
            let other = try? second.value.canonicalized()
        else { return false }
        return one == other
    }
}
