import JSONText
import Verification

/// The one person whom several credentials are about, or why that cannot be said.
struct LearnerOfSeveral {
    private let id: String?
    private let identifiers: [JSON]

    /// What the record says of whom it is about.
    var subject: Members {
        var made = Members()
        if let id { made.set("id", .string(id)) }
        made.set("type", ["ClrSubject"])
        if !identifiers.isEmpty { made.set("identifier", .array(identifiers)) }
        return made
    }

    init(
        _ credentials: [JSONValue], _ given: Gathering.Learner?
    ) throws(ConversionError) {
        let subjects = credentials.map { $0["credentialSubject"]?.oneOrMore.first }
        switch given {
        case .id(let expected):
            for (index, subject) in subjects.enumerated() {
                guard let found = subject?["id"]?.string else {
                    // A badge that says nothing of its learner is whose the record says.
                    guard Self.isSilent(subject) else { throw .unknownLearner(index: index) }
                    continue
                }
                guard found.isSame(as: expected) else {
                    throw .otherLearner(index: index, id: found, expected: expected)
                }
            }
            self.init(id: expected, identifiers: [])
        case .identifier(let value, let type):
            for (index, subject) in subjects.enumerated() {
                let entries = subject?["identifier"]?.oneOrMore ?? []
                guard !Self.isSilent(subject) else { throw .unknownLearner(index: index) }
                guard entries.contains(where: { Self.holds($0, value, type) }) else {
                    throw .otherLearner(
                        index: index, id: subject?["id"]?.string ?? "somebody else",
                        expected: "\(type) \(value)")
                }
            }
            try self.init(agreedID: subjects)
        case nil: try self.init(agreeing: subjects)
        }
    }

    private static func isSilent(_ subject: JSONValue?) -> Bool {
        subject?["id"]?.string == nil && (subject?["identifier"]?.oneOrMore ?? []).isEmpty
    }

    private init(id: String?, identifiers: [JSON]) {
        self.id = id
        self.identifiers = identifiers
    }

    /// The identifier was given and matched: an `id` that some have must still be one.
    private init(agreedID subjects: [JSONValue?]) throws(ConversionError) {
        var known: String?
        for (index, subject) in subjects.enumerated() {
            guard let found = subject?["id"]?.string else { continue }
            if let known, !known.isSame(as: found) {
                throw .otherLearner(index: index, id: found, expected: known)
            }
            known = found
        }
        id = known
        identifiers =
            known == nil
            ? Array((subjects.first ?? nil)?["identifier"]?.oneOrMore.map(Self.identity) ?? [])
            : []
    }

    /// Those with an `id` have the same one; those without share an identifier with one before.
    private init(agreeing subjects: [JSONValue?]) throws(ConversionError) {
        var known: String?
        for (index, subject) in subjects.enumerated() {
            guard let found = subject?["id"]?.string, !found.isEmpty else { continue }
            if let known, !known.isSame(as: found) {
                throw .otherLearner(index: index, id: found, expected: known)
            }
            known = found
        }
        let entries = subjects.map { ($0?["identifier"]?.oneOrMore ?? []).compactMap(Self.key) }
        var shared: Set<Text> = []
        for (subject, keys) in zip(subjects, entries) where subject?["id"]?.string != nil {
            shared.formUnion(keys)
        }
        if known == nil { shared = Set(entries.first ?? []) }
        for (index, subject) in subjects.enumerated() where subject?["id"]?.string == nil {
            guard entries[index].contains(where: shared.contains) else {
                throw .unknownLearner(index: index)
            }
        }
        id = known
        identifiers =
            known == nil
            ? Array((subjects.first ?? nil)?["identifier"]?.oneOrMore.map(Self.identity) ?? [])
            : []
    }

    /// The record around the credentials is ours: its identifiers are of the type of the model.
    private static func identity(_ value: JSONValue) -> JSON {
        guard value.isObject, value["type"]?.string?.isSame(as: "IdentityObject") != true else {
            return .verbatim(value)
        }
        var made = Members()
        made.set("type", "IdentityObject")
        for member in value.members where !member.hasName("type") {
            made.set(member.name, .verbatim(member.value))
        }
        return made.json
    }

    /// All that makes two identifiers the same.
    private static func key(_ entry: JSONValue) -> Text? {
        guard let type = entry["identityType"]?.string, let value = entry["identityHash"]?.string,
            !value.isEmpty
        else { return nil }
        let hashed = entry["hashed"]?.bool == true ? "h" : "p"
        return Text("\(hashed)\u{0}\(type)\u{0}\(value)\u{0}\(entry["salt"]?.string ?? "")")
    }

    private static func holds(_ entry: JSONValue, _ value: String, _ type: String) -> Bool {
        guard entry["identityType"]?.string?.isSame(as: type) == true,
            let stored = entry["identityHash"]?.string
        else { return false }
        guard entry["hashed"]?.bool == true else { return stored.isSame(as: value) }
        return IdentityHash(stored)?.isOf(value, salt: entry["salt"]?.string) ?? false
    }
}
