import JSONText

extension Credential {
    /// The record or badge of an older generation that this is; nil for anything else, and for
    /// every verifiable credential, whatever else it resembles (CLR1-X-03).
    package var legacy: LegacyRecord? {
        guard kind == .unknown else { return nil }
        let signs = LegacySigns(json, types: types)
        guard let (kind, generation) = signs.reading else { return nil }
        return LegacyRecord(json, at: place, kind, generation)
    }
}

/// What shows of which class and generation an object is: its types, its context, its members.
private struct LegacySigns {
    private let json: JSONValue
    private let types: [String]

    init(_ json: JSONValue, types: [String]) {
        self.json = json
        self.types = types + (json["@type"]?.oneOrMore ?? []).compactMap(\.string)
    }

    var reading: (LegacyKind, LegacyGeneration)? {
        if isA("ExtendedTranscript") || has("transcriptEntities", "person") {
            return (.extendedTranscript, .extendedTranscript)
        }
        if isA("RecordOfPerformance") || has("progress", "organization") {
            return (.recordOfPerformance, .recordOfPerformance)
        }
        return collection ?? record ?? badge
    }

    private var collection: (LegacyKind, LegacyGeneration)? {
        let sets = [json["clrs"], json["signedClrs"]].compactMap { $0 }
        if isA("ClrSet") || isA("CLRSet") || sets.contains(where: \.isArray) {
            return (.clrSet, .clr1)
        }
        if isA("ClrPayload") || json["signedClr"]?.isString == true
            || (json["clr"]?.isObject == true && isOfCLR)
        {
            return (.clrPayload, .clr1)
        }
        if json["status"]?["statusCode"] != nil,
            json["assertions"]?.isArray == true || json["signedAssertions"]?.isArray == true
        {
            return (.badgeList, .openBadges2)
        }
        return nil
    }

    private var record: (LegacyKind, LegacyGeneration)? {
        if isA("Clr") || isA("CLR") || has("learner", "publisher") { return (.clr, clrEdition) }
        guard isOfCLR || (json["achievement"]?.isObject == true && json["badge"] == nil) else {
            return nil
        }
        if isA("Assertion") || (json["achievement"]?.isObject == true && hasID) {
            return types.isEmpty || isA("Assertion") ? (.assertion, assertionEdition) : nil
        }
        return isOfCLR ? bare(.clr1) : nil
    }

    private var badge: (LegacyKind, LegacyGeneration)? {
        if json["badge"] != nil, json["recipient"] != nil || isA("Assertion") {
            return (.assertion, badgeEdition)
        }
        if isA("BadgeClass") { return (.badgeClass, badgeEdition) }
        return isOfBadges || has("claim", "issuer") ? bare(badgeEdition) : nil
    }

    /// Whatever its type alone tells.
    private func bare(_ generation: LegacyGeneration) -> (LegacyKind, LegacyGeneration)? {
        let kinds: [(String, LegacyKind)] = [
            ("Assertion", .assertion), ("BadgeClass", .badgeClass), ("Issuer", .profile),
            ("Profile", .profile), ("Endorsement", .endorsement), ("CryptographicKey", .key),
            ("RevocationList", .revocationList),
        ]
        return kinds.first { isA($0.0) }.map { ($0.1, generation) }
    }

    // MARK: - Generations

    private var contexts: [JSONValue] { json["@context"]?.oneOrMore ?? [] }

    private func contextHas(_ part: String) -> Bool {
        contexts.contains { $0.string?.contains(part) == true }
    }

    private var isOfCLR: Bool { contextHas("/spec/clr/v1p0") || contextHas("clr_v1p0") }

    private var isOfBadges: Bool {
        contextHas("openbadges") || contextHas("/spec/ob/v2p1")
            || contexts.contains(where: \.isObject)
    }

    private var badgeEdition: LegacyGeneration {
        let isOlder = contextHas("openbadges/v1") || (contexts.isEmpty && json["uid"] != nil)
        return isOlder ? .openBadges1 : .openBadges2
    }

    private var clrEdition: LegacyGeneration {
        let assertions = json["assertions"]?.oneOrMore ?? []
        return assertions.contains { Self.isCandidate($0) } ? .clr1CandidateFinal : .clr1
    }

    private var assertionEdition: LegacyGeneration {
        Self.isCandidate(json) ? .clr1CandidateFinal : .clr1
    }

    /// Section 1.10: names that the final edition gave up.
    private static func isCandidate(_ assertion: JSONValue) -> Bool {
        if assertion["activityStartDate"] != nil || assertion["activityEndDate"] != nil {
            return false
        }
        if assertion["startDate"] != nil || assertion["endDate"] != nil { return true }
        let alignments = assertion["achievement"]?["alignments"]?.oneOrMore ?? []
        return alignments.contains { $0["frameworkName"] != nil }
    }

    // MARK: - Signs

    private var hasID: Bool { json["id"]?.isString == true }

    private func isA(_ type: String) -> Bool { types.contains { $0.isSame(as: type) } }

    private func has(_ first: String, _ second: String) -> Bool {
        json[first] != nil && json[second] != nil
    }
}
