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
            guard let text = item.string,
                let token = try? CompactToken(reading: Array(text.utf8)),
                token.payload["achievement"]?.isObject == true
            else { continue }
            var budget = PlaceBudget(left: Limits.reportedPlaces)
            guard (try? budget.spend(on: token.payload, place: from.utf8.count)) != nil else {
                continue
            }
            let place =
                "/credentialSubject/verifiableCredential/\(made.count("verifiableCredential"))"
            guard let credential = credential(token.payload, from, place, publisher) else {
                continue
            }
            accountForRest(token.payload, from)
            _ = made.append(credential, to: "verifiableCredential")
        }
    }
}
