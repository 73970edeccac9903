import JSONText

/// A record as a flat list of its values, each with a digest of what it means; tokens inside are
/// opened, and what only carries a value (a list of one, null) is gone.
struct ComparedRecord {
    struct Node {
        let content: Content
        /// As it is shown: of a token the token.
        let shown: JSON
        /// The same for values that say the same, but for envelopes; it only helps to find pairs.
        let digest: Int
    }

    enum Content {
        case value(JSONValue)
        /// What a token is signed with: its octets.
        case octets([UInt8])
        /// A list inside a list.
        case list([Int])
        case object(Object)
    }

    struct Object {
        /// The lens on it, or on the payload of the token.
        let json: JSONValue
        let slots: [Slot]
    }

    /// The values of one member.
    struct Slot {
        let name: Text
        /// The steps that lead there: the name, but for what stands in a claim of a token, and for
        /// the signature of a token, which has no place in it.
        var path: [Text]
        let items: [Int]
        let isArray: Bool
        /// Whether it says how the credential is given out, and nothing of the learner.
        let isEnvelope: Bool
        let shown: JSON
    }

    private(set) var nodes: [Node] = []
    private(set) var root = 0
    /// The names of result descriptions by their identifiers.
    private(set) var descriptions: [Text: String] = [:]
    private var budget: Int

    init(_ document: CredentialDocument, within budget: inout Int) throws(DifferenceError) {
        self.budget = budget
        root = try add(document, shown: .verbatim(document.credential.json), Position())
        budget = self.budget
    }

    subscript(index: Int) -> Node { nodes[index] }

    func object(_ index: Int) -> Object? {
        guard case .object(let object) = nodes[index].content else { return nil }
        return object
    }

    /// How deep a value stands.
    private struct Position {
        var depth = 0
        var tokens = 0

        var inside: Position { Position(depth: depth + 1, tokens: tokens) }
    }

    private mutating func add(
        _ content: Content, shown: JSON, _ digest: Int
    ) throws(DifferenceError) -> Int {
        budget -= 1
        guard budget >= 0 else { throw .tooManyValues(limit: Limits.comparedValues) }
        nodes.append(Node(content: content, shown: shown, digest: digest))
        return nodes.count - 1
    }

    // MARK: - Values

    private mutating func add(
        _ value: JSONValue, named name: Text, _ position: Position
    ) throws(DifferenceError) -> Int {
        let shown = JSON.verbatim(value)
        if let part = Self.embedded(value, named: name, position) {
            return try add(
                part, shown: shown,
                Position(
                    depth: position.depth + 1,
                    tokens: position.tokens + (part.token == nil ? 0 : 1)))
        }
        guard value.isObject || value.isArray, position.depth < Limits.nodeDepth else {
            return try add(.value(value), shown: shown, ContentDigest.of(value))
        }
        if value.isArray {
            var items: [Int] = []
            for element in value.elements {
                items.append(try add(element, named: name, position.inside))
            }
            let digest = ContentDigest.sequence(items.map { nodes[$0].digest })
            return try add(.list(items), shown: shown, digest)
        }
        let isCredential = Credential(value, at: JSONPointer()).hasType("VerifiableCredential")
        return try add(
            try slots(of: value, isCredential: isCredential, position), of: value, shown: shown)
    }

    /// A credential in the place of one, its token or envelope opened; nil for anything else.
    private static func embedded(
        _ value: JSONValue, named name: Text, _ position: Position
    ) -> CredentialDocument? {
        let isEndorsement = name == "endorsement" || name == "endorsementJwt"
        guard name == "verifiableCredential" || isEndorsement, value.isString || value.isObject,
            position.tokens < Limits.embeddingDepth, position.depth < Limits.nodeDepth
        else { return nil }
        let part = ContainedCredential(
            role: isEndorsement ? .endorsement : .content, value: value, pointer: JSONPointer())
        return try? CredentialDocument(contained: part)
    }

    private mutating func add(
        _ document: CredentialDocument, shown: JSON, _ position: Position
    ) throws(DifferenceError) -> Int {
        let json = document.credential.json
        var slots = try slots(of: json, isCredential: true, position)
        if let token = document.token {
            if let wrapper = token.wrapper {
                for place in slots.indices {
                    slots[place].path.insert(Text(wrapper.rawValue), at: 0)
                }
                for claim in token.payload.members where !claim.hasName(wrapper.rawValue) {
                    slots += try slot(claim, isEnvelope: true, position)
                }
            }
            slots.append(try signature(of: token))
        }
        return try add(slots, of: json, shown: shown)
    }

    private mutating func signature(of token: CompactToken) throws(DifferenceError) -> Slot {
        let shown = JSON.verbatim(token.header)
        let item = try add(.octets(token.text), shown: shown, 0)
        return Slot(
            name: "signature of the token", path: [], items: [item], isArray: false,
            isEnvelope: true, shown: shown)
    }

    // MARK: - Objects

    private mutating func add(
        _ slots: [Slot], of json: JSONValue, shown: JSON
    ) throws(DifferenceError) -> Int {
        let parts = slots.filter { !$0.isEnvelope }.map { slot in
            ContentDigest.member(
                slot.name, slot.items.map { nodes[$0].digest },
                isOrdered: Self.isOrdered(slot.name))
        }
        let object = Object(json: json, slots: slots)
        return try add(.object(object), shown: shown, ContentDigest.set(parts))
    }

    private mutating func slots(
        of object: JSONValue, isCredential: Bool, _ position: Position
    ) throws(DifferenceError) -> [Slot] {
        var slots: [Slot] = []
        for member in object.members {
            let isEnvelope = isCredential && Self.envelope.contains(Text(member.name))
            slots += try slot(member, isEnvelope: isEnvelope, position)
        }
        return slots
    }

    /// The member as a slot, or nothing where it has no value.
    private mutating func slot(
        _ member: JSONValue.Member, isEnvelope: Bool, _ position: Position
    ) throws(DifferenceError) -> [Slot] {
        let name = Text(member.name)
        let value = member.value
        if value.isNull || value.isArray && value.count == 0 { return [] }
        var items: [Int] = []
        if value.isArray {
            for element in value.elements {
                items.append(try add(element, named: name, position.inside))
            }
        } else {
            items.append(try add(value, named: name, position.inside))
        }
        if name == "resultDescription" { remember(items) }
        return [
            Slot(
                name: name, path: [name], items: items, isArray: value.isArray,
                isEnvelope: isEnvelope, shown: .verbatim(value))
        ]
    }

    private mutating func remember(_ items: [Int]) {
        for item in items {
            guard let json = object(item)?.json else { continue }
            let description = ResultDescription(json)
            if let id = description.id, let name = description.name {
                descriptions[Text(id)] = name
            }
        }
    }

    /// Members of a credential that say how it is made and given out, and claims of a token.
    private static let envelope: Set<Text> = [
        "@context", "proof", "validFrom", "issuanceDate", "issued", "credentialSchema",
        "credentialStatus", "refreshService", "verification", "iss", "sub", "aud", "nbf", "iat",
        "exp", "jti", "cnf", "vct", "_sd", "_sd_alg",
    ]

    /// Lists in which the order says something; all others are sets.
    static func isOrdered(_ name: Text) -> Bool { name == "@context" || name == "allowedValue" }
}
