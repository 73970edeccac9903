import JSONText

/// What a value of a generation before verifiable credentials is: CLR 1.0, Open Badges 2.0 or
/// the Extended Transcript.
enum OlderGeneration {
    case record, set, transcript, assertion, badgeClass

    /// Whether it holds others, so that it is no row of its own.
    var isRecord: Bool {
        switch self {
        case .record, .set, .transcript: true
        case .assertion, .badgeClass: false
        }
    }

    /// By its type, or where it has none by what it holds; nil for a verifiable credential.
    init?(_ value: JSONValue) {
        guard value["credentialSubject"] == nil, value["verifiableCredential"] == nil else {
            return nil
        }
        let types = value["type"]?.oneOrMore.compactMap(\.string) ?? []
        if let known = types.lazy.compactMap({ Self.types[Text($0)] }).first {
            self = known
        } else if value["assertions"] != nil || value["signedAssertions"] != nil {
            self = .record
        } else if value["clrs"] != nil || value["signedClrs"] != nil {
            self = .set
        } else if value["transcriptEntities"] != nil {
            self = .transcript
        } else if value["recipient"] != nil,
            value["badge"] != nil || value["achievement"] != nil
        {
            self = .assertion
        } else {
            return nil
        }
    }

    private static let types: [Text: OlderGeneration] = [
        "Clr": .record, "CLR": .record, "ClrSet": .set, "CLRSet": .set,
        "ExtendedTranscript": .transcript, "Assertion": .assertion, "BadgeClass": .badgeClass,
    ]

    /// The members that other parts of the page show.
    var shownMembers: [String] {
        switch self {
        case .record: ["learner", "publisher", "assertions", "achievements"]
        case .set: ["clrs"]
        case .transcript: ["issuer", "person", "records", "transcriptEntities"]
        case .assertion, .badgeClass: []
        }
    }

    /// The lists of compact tokens; what of them could not be decoded is shown as it stands.
    var tokenMembers: [String] {
        switch self {
        case .record: ["signedAssertions"]
        case .set: ["signedClrs"]
        case .transcript, .assertion, .badgeClass: []
        }
    }

    /// Whom it is about.
    func learner(_ value: JSONValue, at pointer: String) -> LearnerReading {
        // A set of one is the record in it.
        if self == .set, let records = value["clrs"]?.oneOrMore, records.count == 1,
            let only = records.first
        {
            return Self.record.learner(only, at: "\(pointer)/clrs/0")
        }
        let member =
            switch self {
            case .record: "learner"
            case .transcript: "person"
            case .assertion: "recipient"
            case .set, .badgeClass: ""
            }
        guard let learner = value[member] else { return LearnerReading(nil, at: pointer) }
        let at = "\(pointer)/\(member)"
        return self == .assertion
            ? LearnerReading(recipient: learner, at: at) : LearnerReading(profile: learner, at: at)
    }
}

extension JSONValue {
    /// Whether a subject makes its credential a record: it holds credentials, or is a record of
    /// an older generation itself.
    var isSubjectOfRecord: Bool {
        self["verifiableCredential"] != nil || OlderGeneration(self)?.isRecord == true
    }
}
