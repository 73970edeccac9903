import Credentials
import JSONText

/// Fills in what a draft leaves open, by the safe issuing profile (section 9). What the draft
/// says stays as it is written; members keep their order.
struct DraftCompletion {
    let draft: Credential
    let credentialClass: CredentialClass
    let key: IssuingKey
    let now: Timestamp
    let id: String
    /// An identifier that nothing else has.
    let newID: () -> String
    let statusSlot: StatusSlot?
    /// What stands in `credentialSubject.verifiableCredential`; nil leaves it as the draft has it.
    let contents: [JSON]?
    /// What stands in the place of endorsements that were drafts.
    let endorsements: SignedParts

    func completed() throws(IssuanceError) -> JSON {
        var members: [(name: String, value: JSON)] = []
        for (name, value) in head where draft.json[name] == nil || name == "type" {
            members.append((name, value))
        }
        var leading = members
        var rest: [(name: String, value: JSON)] = []
        for member in draft.json.members where !member.hasName("type") {
            let value = try completed(member)
            // The names that readers look for first stand first, wherever the draft has them.
            if member.hasName("@context") || member.hasName("id") {
                leading.append((member.name, value))
            } else {
                rest.append((member.name, value))
            }
        }
        leading.sort { Self.rank($0.name) < Self.rank($1.name) }
        return .object(leading + rest + tail)
    }

    private static func rank(_ name: String) -> Int {
        ["@context", "id", "type"].firstIndex { $0.isSame(as: name) } ?? 3
    }

    private var head: [(name: String, value: JSON)] {
        [
            ("@context", .array(credentialClass.contexts.map { .string($0) })),
            ("id", .string(id)), ("type", .array(types.map { .string($0) })),
            ("issuer", issuer), ("validFrom", .string(now.wholeSeconds.description)),
        ] + awardedDate
    }

    /// When it was awarded stays what it is when `validFrom` moves on (section 9.10). Where the
    /// draft does not say, it is awarded from when on it holds; a draft that names both its
    /// identifier and its start may be of a newer version, and nobody but its writer knows.
    private var awardedDate: [(name: String, value: JSON)] {
        let mayBeNewer = draft.json["id"] != nil && draft.json["validFrom"] != nil
        guard credentialClass.isAwarded, knowsAwards, !mayBeNewer else { return [] }
        let start = draft.json["validFrom"]?.string.flatMap { Timestamp($0) } ?? now
        return [("awardedDate", .string(start.wholeSeconds.description))]
    }

    /// The term is one of two versions of the context only (LEG-04).
    private var knowsAwards: Bool {
        guard draft.json["@context"] != nil else { return true }
        return draft.contexts.contains { context in
            CredentialClass.awarding.contains { context.string?.isSame(as: $0) == true }
        }
    }

    private var types: [String] {
        var types = draft.types
        for name in [credentialClass.kind.rawValue, CredentialKind.verifiableCredential.rawValue]
        where !types.contains(where: { $0.isSame(as: name) }) {
            types.insert(name, at: 0)
        }
        return types
    }

    /// A profile, where the contexts of the class know what that is.
    private var issuer: JSON {
        guard credentialClass.subjectType != nil else { return .string(key.issuer) }
        return key.profile ?? .object([("id", .string(key.issuer)), ("type", ["Profile"])])
    }

    private var tail: [(name: String, value: JSON)] {
        var tail: [(name: String, value: JSON)] = []
        if let statusSlot { tail.append(("credentialStatus", statusSlot.entry)) }
        if draft.json["credentialSchema"] == nil, namesExtensions,
            let schema = credentialClass.schema
        {
            tail.append(("credentialSchema", .array([schema])))
        }
        return tail
    }

    /// The schema entry's type is a term of the extensions context only (LDP-08).
    private var namesExtensions: Bool {
        guard draft.json["@context"] != nil else { return true }
        return draft.contexts.contains {
            $0.string?.isSame(as: CredentialClass.extensions) == true
        }
    }

    private func completed(_ member: JSONValue.Member) throws(IssuanceError) -> JSON {
        if member.hasName("endorsement"), !member.value.isArray {
            return .array([endorsements.laidOut(member.value)])
        }
        guard member.hasName("credentialSubject") else { return endorsements.laidOut(member.value) }
        guard member.value.isObject else {
            guard contents == nil else { throw .noPlaceForContents(member.value.pointer) }
            return endorsements.laidOut(member.value)
        }
        return subject(member.value)
    }

    /// An achievement must have an `id` (OB3-M-40).
    private func completed(inSubject member: JSONValue.Member) -> JSON {
        let value = member.value
        guard member.hasName("achievement"), Self.needsID(value) else {
            return endorsements.laidOut(value)
        }
        let members = value.members.map { (name: $0.name, value: endorsements.laidOut($0.value)) }
        return .object([("id", .string(newID()))] + members)
    }

    /// Whether an achievement gets an identifier.
    static func needsID(_ achievement: JSONValue) -> Bool {
        achievement.isObject && achievement["id"] == nil
    }

    private func subject(_ value: JSONValue) -> JSON {
        var members: [(name: String, value: JSON)] = []
        if value["type"] == nil, let type = credentialClass.subjectType {
            members.append(("type", .array([.string(type)])))
        }
        for member in value.members {
            let isContents = member.hasName("verifiableCredential") && contents != nil
            guard !isContents else { continue }
            members.append((member.name, completed(inSubject: member)))
        }
        if let contents { members.append(("verifiableCredential", .array(contents))) }
        return .object(members)
    }
}

/// Parts of a draft that were signed before the whole, by the places of the drafts in its text.
struct SignedParts {
    private var parts: [Int: JSON] = [:]

    mutating func put(_ part: JSON, for draft: JSONValue) { parts[draft.index] = part }

    /// A value laid out anew, with the signed parts in their places.
    func laidOut(_ value: JSONValue) -> JSON {
        guard !parts.isEmpty else { return JSON(laidOut: value) }
        if let part = parts[value.index] { return part }
        switch value.kind {
        case .object where value["proof"] == nil:
            return .object(value.members.map { ($0.name, laidOut($0.value)) })
        case .array: return .array(value.elements.map { laidOut($0) })
        case .null, .bool, .number, .string, .object: return .verbatim(value)
        }
    }
}

extension JSON {
    /// A value with its containers laid out anew and its texts and numbers as they came. What is
    /// signed keeps its octets.
    init(laidOut value: JSONValue) {
        switch value.kind {
        case .object where value["proof"] == nil:
            self = .object(value.members.map { ($0.name, JSON(laidOut: $0.value)) })
        case .array: self = .array(value.elements.map { JSON(laidOut: $0) })
        case .null, .bool, .number, .string, .object: self = .verbatim(value)
        }
    }
}
