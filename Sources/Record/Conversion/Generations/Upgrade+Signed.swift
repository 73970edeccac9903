import Credentials
import JSONText

extension Upgrade {
    /// Signed assertions are made anew from what they say; the signed text itself is kept as
    /// evidence. In the report, places below a token are those of its payload.
    mutating func signedAssertions(
        _ source: JSONValue, _ made: inout Members, _ publisher: String?
    ) {
        guard let list = source["signedAssertions"] else { return }
        for (from, item) in Self.placed(list, "/signedAssertions") {
            guard let text = item.string, let payload = payload(of: text, from),
                payload["achievement"]?.isObject == true
            else { continue }
            let place =
                "/credentialSubject/verifiableCredential/\(made.count("verifiableCredential"))"
            if payload["revoked"]?.bool != true { sayAnew(from, place) }
            guard let credential = credential(payload, from, place, publisher) else { continue }
            payloads.append((from, payload))
            _ = made.append(credential, to: "verifiableCredential")
        }
    }

    mutating func sayAnew(_ source: String, _ target: String) {
        report.record(
            source,
            .changed(
                to: target,
                how: "what it says, without its proof; the signed text is kept whole as evidence"))
    }

    /// What a signed text says, where it can be read and the report on it stays within bounds.
    func payload(of text: String, _ place: String) -> JSONValue? {
        guard let token = try? CompactToken(reading: Array(text.utf8)) else { return nil }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        let fits = (try? budget.spend(on: token.payload, place: place.utf8.count)) != nil
        return fits ? token.payload : nil
    }

    /// The piece of evidence that is a signed text, whole (UPG-07).
    static func kept(_ token: String, _ kind: String) -> JSON {
        [
            "id": .string("data:application/jose,\(token)"), "type": ["Evidence"],
            "name": .string("The original \(kind), signed"),
        ]
    }

    /// Whether a text is made of the characters of a token, and can stand in a data URL.
    private static func isCompact(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
                case _: false
                }
            }
    }

    /// The signed assertions of a record are kept whole as evidence of it, whether they could be
    /// read or not; not those that were revoked.
    mutating func keepSigned(_ source: JSONValue, _ made: inout Members) {
        for name in ["signedAssertions", "signedEndorsements"] {
            guard let list = source[name] else { continue }
            let first = made.count("evidence")
            for (from, item) in Self.placed(list, "/\(name)") {
                guard let token = item.string, Self.isCompact(token) else { continue }
                let fate = report.fate(of: from)
                if name.isSame(as: "signedEndorsements"), fate != nil { continue }
                if case .lost? = fate { continue }
                let index = made.append(
                    Self.kept(token, "part of the record"), to: "evidence")
                let to = "/evidence/\(index)/id"
                evidenceOfTokens[Text(from)] = to
                if fate == nil {
                    report.record(
                        from,
                        .changed(
                            to: to,
                            how: "kept whole as a data URL; what it says could not be read"))
                } else {
                    report.add(to, "the signed text of \(from), whole")
                }
            }
            if list.isArray, made.count("evidence") > first {
                report.record("/\(name)", .changed(to: "/evidence", how: "one for each"))
            }
        }
    }
}
