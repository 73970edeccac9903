import JSONText

extension Conversion {
    /// A draft of an Open Badge 3.0 from an assertion of 2.0 with the class of the badge in it.
    /// - Parameter token: the signed text that the assertion came in; it is kept as evidence.
    package init(
        badge2 source: JSONValue, token: [UInt8]? = nil, newID: @escaping () -> String
    ) throws(ConversionError) {
        guard
            source["type"]?.oneOrMore.contains(where: { $0.string?.isSame(as: "Assertion") == true }
            )
                == true, let badge = source["badge"]
        else { throw .notBadge2 }
        if let address = badge.string { throw .link(address, place: "/badge") }
        guard badge.isObject else { throw .notBadge2 }
        guard source["revoked"]?.bool != true else { throw .revoked }
        guard let issued = source["issuedOn"]?.string ?? source["issuedOn"]?.numberText else {
            throw .missing("issuedOn")
        }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: source)
        var upgrade = Upgrade(
            newID: newID, issuedOn: LearnerRecord1.dateTime(issued), edition: .badge2)
        var made = upgrade.keepRest(of: source, in: try upgrade.badge(source))
        if let token {
            let text = String(decoding: token, as: UTF8.self)
            let (grown, index) = made.appending(
                Upgrade.kept(text, "Open Badge 2.0"), to: "evidence")
            made = grown
            upgrade.report.add("/evidence/\(index)", "the signed text of the original, whole")
        }
        record = made
        report = upgrade.report
    }

    /// A draft of VCDM 2.0 from a credential of VCDM 1.1.
    package init(
        model1 source: JSONValue, newID: @escaping () -> String
    ) throws(ConversionError) {
        guard ModelUpgrade.isOld(source) else {
            let isRecord = source["credentialSubject"]?["verifiableCredential"] != nil
            throw .alreadyNew(isRecord ? "a CLR 2.0" : "an Open Badge 3.0 of VCDM 2.0")
        }
        guard source["credentialSubject"] != nil else { throw .missing("credentialSubject") }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: source)
        var upgrade = ModelUpgrade(newID: newID)
        record = upgrade.credential(source, "", "")
        report = upgrade.report
    }

    /// The badge in a record of its own.
    package func gathered(
        as options: Gathering = Gathering(), newID: @escaping () -> String
    ) throws(ConversionError) -> Conversion {
        try then { middle throws(ConversionError) in
            try Conversion(gathering: [.json(middle)], as: options, newID: newID)
        }
    }

    /// This conversion and another of what it made.
    func then(
        _ next: (JSONValue) throws(ConversionError) -> Conversion
    ) throws(ConversionError) -> Conversion {
        guard let middle = try? JSONDocument(parsing: record.serialized()) else {
            throw .reportTooLarge
        }
        let made = try next(middle.root)
        return Conversion(record: made.record, report: report.then(made.report))
    }
}
