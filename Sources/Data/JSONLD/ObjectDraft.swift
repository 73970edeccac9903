import JSONText
import RDF

/// What the members of one object have said so far (`result` in section 5.1.2).
struct ObjectDraft {
    let place: Int
    /// Whether the object's type is `@json`: its value is then taken as it stands.
    var isJSON = false
    /// Whether its types are all unknown, so that nobody can say what its members mean.
    var isOfUnknownType = false
    /// The keywords that occurred, for collisions.
    private var seen: UInt32 = 0

    var id: Symbol?
    var hasNullID = false
    var types: [Symbol] = []
    var typeWasArray = false
    var content: ExpandedValue.Content?
    var language: Symbol?
    var direction: TermDefinition.Direction?
    var index: Symbol?
    var list: ExpandedItems?
    var set: ExpandedItems?
    var graph: ExpandedItems?
    var included: ExpandedItems?
    var reverse = PropertyTable()
    var properties = PropertyTable()
    /// Only in a frame.
    var frame: FrameMembers?

    init(place: Int) {
        self.place = place
    }

    private func bit(_ keyword: Keyword) -> UInt32 {
        1 << UInt32(keyword.rawValue)
    }

    /// Whether the keyword is new.
    mutating func see(_ keyword: Keyword) -> Bool {
        defer { seen |= bit(keyword) }
        return !has(keyword)
    }

    /// The keyword left nothing behind, so that it might as well not have occurred.
    mutating func forget(_ keyword: Keyword) { seen &= ~bit(keyword) }

    func has(_ keyword: Keyword) -> Bool { seen & bit(keyword) != 0 }

    /// Whether no keyword occurred but these.
    func hasOnly(_ keywords: Keyword...) -> Bool {
        var rest = seen
        for keyword in keywords { rest &= ~bit(keyword) }
        return rest == 0 && properties.isEmpty && reverse.isEmpty
    }

    /// Whether all that the object has is an identifier, and keywords that mean nothing in one.
    var saysNothing: Bool {
        hasOnly(
            .id, .reverse, .nest, .base, .container, .context, .importing, .json, .none, .prefix,
            .propagate, .protected, .version, .vocab)
    }
}
