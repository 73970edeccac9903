import JSONText

/// Who may award achievements of these kinds.
struct EntitlementRule: Sendable {
    let text: String
    /// Kinds of achievement of which the rule speaks; empty: of all.
    let achievementTypes: Set<Text>
    /// Frameworks of which an achievement must be part; empty: all the same.
    let frameworks: Set<Text>
    let issuers: IssuerRules
    /// Registries of which one must list the issuer, by their place in the policy.
    let registries: [Int]
    /// Of the listings in these registries, those of one of these kinds; empty: all.
    let kinds: Set<Text>

    func speaks(of award: Award) -> Bool {
        (achievementTypes.isEmpty || award.type.map { achievementTypes.contains($0) } ?? false)
            && (frameworks.isEmpty || !frameworks.isDisjoint(with: award.frameworks))
    }
}

/// What is awarded, as far as rules ask.
package struct Award: Hashable, Sendable {
    package let type: Text?
    package let frameworks: Set<Text>

    package init(type: Text?, frameworks: Set<Text>) {
        self.type = type
        self.frameworks = frameworks
    }
}

extension EntitlementRule {
    init(
        reading value: JSONValue, at place: JSONPointer, _ known: [RegistrySource]
    ) throws(TrustPolicyError) {
        let reader = try PolicyReader(
            value, at: place,
            members: [
                "name", "achievementTypes", "frameworks", "issuers", "registries", "kinds",
            ])
        text = try reader.text("name") ?? "entitlement\(place)"
        achievementTypes = Set(try reader.texts("achievementTypes").map { Text($0.text) })
        frameworks = Set(try reader.texts("frameworks").map { Text($0.text) })
        kinds = Set(try reader.texts("kinds").map { Text($0.text) })
        var rules: [IssuerRule] = []
        for (value, place) in try reader.list("issuers") {
            rules.append(try IssuerRule(reading: value, at: place, believing: true))
        }
        var indices: [Int] = []
        for (name, place) in try reader.texts("registries") {
            guard let index = known.firstIndex(where: { $0.name.isSame(as: name) }) else {
                throw .invalid(place, "there is no registry of this name in the policy")
            }
            indices.append(index)
        }
        guard !rules.isEmpty || !indices.isEmpty else { throw .missing(place, "issuers") }
        issuers = IssuerRules(rules)
        registries = indices
    }
}
