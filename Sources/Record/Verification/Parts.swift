import Credentials
import JSONText

/// What the parts of one record have in common: looked for once, however many parts there are.
struct Parts: Sendable {
    /// Subjects of whom more than one unsigned part speaks.
    let sharedSubjects: Set<Text>
    /// Identifiers of whatever the record itself describes, where endorsements may point to it.
    let identifiers: Set<Text>

    init(_ parts: [ContainedCredential], of holder: Credential) {
        var seen: Set<Text> = []
        var shared: Set<Text> = []
        for part in parts where part.value.isObject && part.value["proof"] == nil {
            let subjects = Set(
                Credential(part.value, at: part.pointer).subjects.compactMap { $0.json["id"]?.text }
            )
            shared.formUnion(seen.intersection(subjects))
            seen.formUnion(subjects)
        }
        sharedSubjects = shared
        var identifiers: Set<Text> = []
        if parts.contains(where: { $0.role == .endorsement }) {
            Self.collect(holder.json, into: &identifiers)
        }
        self.identifiers = identifiers
    }

    private static func collect(_ value: JSONValue, into identifiers: inout Set<Text>) {
        switch value.kind {
        case .object:
            if let id = value["id"]?.text { identifiers.insert(id) }
            for member in value.members where !member.hasName("endorsement") {
                collect(member.value, into: &identifiers)
            }
        case .array:
            for element in value.elements { collect(element, into: &identifiers) }
        case .null, .bool, .number, .string: return
        }
    }
}
