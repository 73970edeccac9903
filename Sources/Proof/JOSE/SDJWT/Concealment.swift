import JSONText

/// Puts digests in place of what a holder may keep back (RFC 9901 section 4.2), from the inside
/// outwards.
package struct Concealment {
    /// The payload to be signed, `_sd_alg` included.
    package let payload: JSON
    package let disclosures: [String]

    /// - Parameters:
    ///   - places: members and elements that get a disclosure each.
    ///   - decoys: digests of nothing that are added to each object with digests, so that nobody
    ///     can count.
    ///   - randomness: as many random octets as are asked for.
    package init(
        of claims: JSONValue, places: [JSONPointer], hash: DisclosureHash = .sha256,
        decoys: Int = 0, randomness: @escaping @Sendable (Int) -> [UInt8]
    ) throws(ConcealmentError) {
        for place in places { try Self.require(place, in: claims) }
        var work = ConcealmentWork(
            places: Set(places), hash: hash, decoys: decoys, randomness: randomness)
        guard case .object(let members) = work.value(claims, at: []) else {
            throw .notAnObject
        }
        payload = .object(members + [("_sd_alg", .string(hash.rawValue))])
        disclosures = work.disclosures
    }

    /// Members that a reader always needs: what makes the document, who signed it, and whether it
    /// is in force. (VC-JOSE-COSE section 3.2.1 and SD-JWT VC section 2.2.2.2 name most of them.)
    private static let alwaysShown: Set<Text> = [
        "@context", "type", "issuer", "validFrom", "validUntil", "credentialStatus",
        "credentialSchema", "relatedResource", "iss", "nbf", "exp", "cnf", "vct", "status",
    ]

    private static func require(
        _ place: JSONPointer, in claims: JSONValue
    ) throws(ConcealmentError) {
        guard let name = place.tokens.last, claims[place] != nil else { throw .noSuchValue(place) }
        let isAlwaysShown =
            name == "@context" || name == "type"
            || (place.tokens.count == 1 && alwaysShown.contains(name))
        guard !isAlwaysShown, !Disclosure.reservedNames.contains(name) else {
            throw .alwaysShown(place)
        }
        var around = claims
        for token in place.tokens {
            if around["proof"] != nil { throw .insideSigned(place) }
            guard let next = around[JSONPointer([token])] else { throw .noSuchValue(place) }
            around = next
        }
    }
}

/// Why something cannot be made selectively disclosable.
package enum ConcealmentError: Error, Hashable, Sendable {
    case notAnObject
    case noSuchValue(JSONPointer)
    case alwaysShown(JSONPointer)
    /// The value stands in something with a proof of its own, which would no longer hold.
    case insideSigned(JSONPointer)
}

extension ConcealmentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnObject: "the claims are no object"
        case .noSuchValue(let place): "there is nothing at \(place) that could be disclosed"
        case .alwaysShown(let place):
            "\(place) is always shown: without it a reader could not judge the credential"
        case .insideSigned(let place):
            "\(place) stands in something that is signed by itself and would no longer verify"
        }
    }

    package var place: JSONPointer? {
        switch self {
        case .notAnObject: nil
        case .noSuchValue(let place), .alwaysShown(let place), .insideSigned(let place): place
        }
    }
}

/// The walk over the claims.
private struct ConcealmentWork {
    let places: Set<JSONPointer>
    let hash: DisclosureHash
    let decoys: Int
    let randomness: @Sendable (Int) -> [UInt8]
    var disclosures: [String] = []

    mutating func value(_ value: JSONValue, at path: [Text]) -> JSON {
        switch value.kind {
        case .object: object(value, at: path)
        case .array: array(value, at: path)
        case .null, .bool, .number, .string: .verbatim(value)
        }
    }

    private mutating func object(_ value: JSONValue, at path: [Text]) -> JSON {
        var members: [(name: String, value: JSON)] = []
        var digests: [String] = []
        for member in value.members {
            let place = path + [Text(member.name)]
            let inner = self.value(member.value, at: place)
            if places.contains(JSONPointer(place)) {
                digests.append(digest(of: inner, name: member.name))
            } else {
                members.append((member.name, inner))
            }
        }
        guard !digests.isEmpty else { return .object(members) }
        for _ in 0..<max(0, decoys) { digests.append(hash.digest(of: randomness(32))) }
        // Sorted, so that the order of the digests does not tell that of the members.
        digests.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return .object(members + [("_sd", .array(digests.map { .string($0) }))])
    }

    private mutating func array(_ value: JSONValue, at path: [Text]) -> JSON {
        var elements: [JSON] = []
        for (index, element) in value.elements.enumerated() {
            let place = path + [Text(String(index))]
            let inner = self.value(element, at: place)
            elements.append(
                places.contains(JSONPointer(place))
                    ? .object([("...", .string(digest(of: inner, name: nil)))]) : inner)
        }
        return .array(elements)
    }

    private mutating func digest(of value: JSON, name: String?) -> String {
        let text = Disclosure.text(salt: randomness(16), name: name, value: value)
        disclosures.append(text)
        return hash.digest(of: text.utf8)
    }
}
