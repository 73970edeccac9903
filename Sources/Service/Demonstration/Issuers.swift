import JSONText

/// The four institutions. None of them exists.
struct Issuers: Sendable {
    let place: Place

    var all: [IssuerPlan] {
        IssuerPlan.Name.allCases.map(plan)
    }

    func plan(_ name: IssuerPlan.Name) -> IssuerPlan {
        let facts = Self.facts(name)
        let path = "/issuers/\(name.rawValue)"
        let did = place.did(of: path)
        return IssuerPlan(
            name: name, did: did, didPath: path + "/did.json", profilePath: path,
            title: facts.title, profile: profile(facts, did: did, url: place.url(of: path)))
    }

    private func profile(_ facts: Facts, did: String, url: String) -> JSON {
        object([
            ("id", .string(did)),
            ("type", types("Profile")),
            ("name", .string(facts.title)),
            ("url", .string(url)),
            ("email", .string(facts.email)),
            ("description", .string(facts.description)),
            ("address", address(facts, id: url + "#address")),
        ])
    }

    /// The address has an `id`, though few write one: the profile stands in many credentials of
    /// one record, and nodes without a name would be there as often.
    private func address(_ facts: Facts, id: String) -> JSON {
        object([
            ("id", .string(id)),
            ("type", types("Address")),
            ("streetAddress", .string(facts.street)),
            ("addressLocality", .string(facts.locality)),
            ("addressRegion", .string("Eskermark")),
        ])
    }

    private struct Facts {
        let title: String
        let description: String
        let email: String
        let street: String
        let locality: String
    }

    private static func facts(_ name: IssuerPlan.Name) -> Facts {
        switch name {
        case .university:
            Facts(
                title: "Eskerholt University",
                description: "A fictional university of rivers, coasts and the data they leave.",
                email: "registrar@eskerholt.example", street: "1 Weir Court",
                locality: "Eskerholt")
        case .college:
            Facts(
                title: "Quernhythe College",
                description: "A fictional college whose courses count towards many degrees.",
                email: "records@quernhythe.example", street: "40 Staithe Road",
                locality: "Quernhythe")
        case .guild:
            Facts(
                title: "Lowmere Skills Guild",
                description: "A fictional guild that examines single skills and certifies them.",
                email: "exams@lowmere.example", street: "7 Guild Yard", locality: "Lowmere")
        case .employer:
            Facts(
                title: "Tarnwick Water Trust",
                description: "A fictional trust that measures and looks after eleven rivers.",
                email: "people@tarnwick.example", street: "Gauging House", locality: "Tarnwick")
        }
    }
}
