import JSONText

/// Puts disclosures where their digests stand (RFC 9901 section 7.1, step 3). Each digest is
/// looked at once, so that the work is bounded by the length of the token.
struct DisclosurePlacing {
    private let disclosures: [Disclosure]
    private var indexes: [Text: Int] = [:]
    private var places: [JSONPointer?]
    private var seen: Set<Text> = []
    private(set) var withheld: [SDJWT.Withheld] = []

    init(_ disclosures: [Disclosure], hash: DisclosureHash) throws(SDJWTError) {
        self.disclosures = disclosures
        places = Array(repeating: nil, count: disclosures.count)
        for (index, disclosure) in disclosures.enumerated() {
            let digest = Text(hash.digest(of: disclosure.encoded))
            guard indexes.updateValue(index, forKey: digest) == nil else {
                throw .repeatedDisclosure(index)
            }
        }
    }

    mutating func claims(of payload: JSONValue) throws(SDJWTError) -> JSONDocument {
        let json = try object(payload, at: [])
        do {
            return try JSONDocument(parsing: json.serialized())
        } catch {
            throw .unreadableClaims(error)
        }
    }

    /// The disclosures with their places; one that found none is refused (step 5).
    func shown() throws(SDJWTError) -> [SDJWT.Shown] {
        var shown: [SDJWT.Shown] = []
        for (index, place) in places.enumerated() {
            guard let place else { throw .unreferencedDisclosure(index) }
            shown.append(SDJWT.Shown(encoded: disclosures[index].encoded, place: place))
        }
        return shown
    }

    private mutating func value(_ value: JSONValue, at path: [Text]) throws(SDJWTError) -> JSON {
        guard path.count < Limits.jsonDepth else { throw .tooDeep(limit: Limits.jsonDepth) }
        switch value.kind {
        case .object: return try object(value, at: path)
        case .array: return try array(value, at: path)
        case .null, .bool, .number, .string: return .verbatim(value)
        }
    }

    private mutating func object(_ value: JSONValue, at path: [Text]) throws(SDJWTError) -> JSON {
        var members: [(name: String, value: JSON)] = []
        var names: Set<Text> = []
        var digests: JSONValue?
        for member in value.members {
            let name = Text(member.name)
            if name == "_sd" {
                digests = member.value
                continue
            }
            if name == "..." { throw .misplacedDigest(JSONPointer(path)) }
            if name == "_sd_alg", path.isEmpty { continue }
            names.insert(name)
            members.append((name.string, try self.value(member.value, at: path + [name])))
        }
        guard let digests else { return .object(members) }
        guard digests.isArray else { throw .malformedDigest(JSONPointer(path)) }
        var missing = 0
        for digest in digests.elements {
            guard let disclosure = try disclosure(of: digest, at: path) else {
                missing += 1
                continue
            }
            guard let name = disclosures[disclosure].name else {
                throw .wrongKindOfDisclosure(JSONPointer(path))
            }
            let place = path + [name]
            guard names.insert(name).inserted else { throw .memberTwice(JSONPointer(place)) }
            members.append((name.string, try put(disclosure, at: place)))
        }
        note(missing, at: path)
        return .object(members)
    }

    private mutating func array(_ value: JSONValue, at path: [Text]) throws(SDJWTError) -> JSON {
        var elements: [JSON] = []
        var missing = 0
        for element in value.elements {
            let place = path + [Text(String(elements.count))]
            guard element.isObject, let digest = element["..."] else {
                elements.append(try self.value(element, at: place))
                continue
            }
            guard element.count == 1 else { throw .malformedDigest(JSONPointer(place)) }
            guard let disclosure = try disclosure(of: digest, at: place) else {
                missing += 1
                continue
            }
            guard disclosures[disclosure].name == nil else {
                throw .wrongKindOfDisclosure(JSONPointer(place))
            }
            elements.append(try put(disclosure, at: place))
        }
        note(missing, at: path)
        return .array(elements)
    }

    private mutating func disclosure(
        of digest: JSONValue, at path: [Text]
    ) throws(SDJWTError) -> Int? {
        guard let text = digest.text else { throw .malformedDigest(JSONPointer(path)) }
        guard seen.insert(text).inserted else { throw .repeatedDigest(JSONPointer(path)) }
        return indexes[text]
    }

    private mutating func put(_ index: Int, at path: [Text]) throws(SDJWTError) -> JSON {
        places[index] = JSONPointer(path)
        return try value(disclosures[index].value, at: path)
    }

    private mutating func note(_ missing: Int, at path: [Text]) {
        guard missing > 0 else { return }
        withheld.append(SDJWT.Withheld(place: JSONPointer(path), count: missing))
    }
}
