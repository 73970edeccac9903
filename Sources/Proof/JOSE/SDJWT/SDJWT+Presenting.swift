import JSONText

extension SDJWT {
    /// The token with fewer disclosures: those on the way to the places named, and those inside
    /// them. The holder's own token is left out, because it covered the other choice.
    ///
    /// - Returns: nil where a place is not in what the token shows.
    package func presenting(reveal places: [JSONPointer]) -> [UInt8]? {
        guard places.allSatisfy({ claims.root[$0] != nil }) else { return nil }
        let kept = disclosures.filter { shown in
            places.contains { $0.leads(through: shown.place) || shown.place.leads(through: $0) }
        }
        return Self.text(issuerToken, kept.map(\.encoded))
    }

    /// The token with all the disclosures it came with, and without the holder's own token.
    package var unbound: [UInt8] { Self.text(issuerToken, disclosures.map(\.encoded)) }

    static func text(_ token: [UInt8], _ disclosures: [[UInt8]]) -> [UInt8] {
        let tilde = UInt8(ascii: "~")
        return disclosures.reduce(into: token + [tilde]) { text, disclosure in
            text += disclosure
            text.append(tilde)
        }
    }
}

extension JSONPointer {
    /// Whether the other place is this one or holds it.
    fileprivate func leads(through other: JSONPointer) -> Bool {
        tokens.starts(with: other.tokens)
    }
}
