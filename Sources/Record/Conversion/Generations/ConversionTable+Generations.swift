import JSONText

extension ConversionSource {
    /// Which generation of the standards a document is of.
    static func generation(of value: JSONValue) -> ConversionSource? {
        guard value.isObject else { return nil }
        let types = value["type"]?.oneOrMore.compactMap(\.string) ?? []
        func isA(_ name: String) -> Bool { types.contains { $0.isSame(as: name) } }
        if value["badge"] != nil, isA("Assertion") { return .badge2 }
        if HeldRecord.isRecord(value) { return .learnerRecord1 }
        if HeldRecord(value) != nil { return .heldRecord1 }
        if value["transcriptEntities"]?.isObject == true, value["person"]?.isObject == true {
            return .extendedTranscript
        }
        if value["progress"] != nil, value["user"]?.isObject == true { return .performance }
        guard let subject = value["credentialSubject"]?.oneOrMore.first else { return nil }
        if subject["verifiableCredential"] != nil || isA("ClrCredential") {
            return .learnerRecord2
        }
        return subject["achievement"] != nil ? .badge3 : nil
    }
}

extension ConversionRoute {
    /// From one generation of the standards to a later one, a line each.
    static let generations: [ConversionRoute] =
        [
            ConversionRoute(.learnerRecord1, to: .learnerRecord2) {
                value, newID throws(ConversionError) in
                Converted(try Conversion(learnerRecord1: value, newID: newID))
            },
            ConversionRoute(.heldRecord1, to: .learnerRecord2) {
                value, newID throws(ConversionError) in
                Converted(try Conversion(heldRecord1: value, newID: newID))
            },
            ConversionRoute(.badge2, to: .badge3) { value, newID throws(ConversionError) in
                Converted(try Conversion(badge2: value, newID: newID))
            },
            ConversionRoute(.badge2, to: .learnerRecord2) {
                value, newID throws(ConversionError) in
                let badge = try Conversion(badge2: value, newID: newID)
                return Converted(try badge.gathered(newID: newID))
            },
            ConversionRoute(.badge3, to: .badge3) { value, newID throws(ConversionError) in
                Converted(try Conversion(model1: value, newID: newID))
            },
            ConversionRoute(.badge3, to: .learnerRecord2) {
                value, newID throws(ConversionError) in
                guard ModelUpgrade.isOld(value) else {
                    return Converted(try Conversion(gathering: [.json(value)], newID: newID))
                }
                let badge = try Conversion(model1: value, newID: newID)
                return Converted(try badge.gathered(newID: newID))
            },
            ConversionRoute(.learnerRecord2, to: .learnerRecord2) {
                value, newID throws(ConversionError) in
                Converted(try Conversion(model1: value, newID: newID))
            },
        ]
        + [ConversionSource.extendedTranscript, .performance].flatMap { source in
            [
                ConversionRoute(source, to: .learnerRecord1) {
                    value, _ throws(ConversionError) in
                    Converted(try Conversion(transcript1: value))
                },
                ConversionRoute(source, to: .learnerRecord2) {
                    value, newID throws(ConversionError) in
                    let record = try Conversion(transcript1: value)
                    return Converted(
                        try record.then { middle throws(ConversionError) in
                            try Conversion(learnerRecord1: middle, newID: newID)
                        })
                },
            ]
        }
}
