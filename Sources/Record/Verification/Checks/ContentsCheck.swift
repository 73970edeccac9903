import Credentials
import JSONText

/// Does a credential inside a record speak of the record's learner (MCHK-07), and an endorsement
/// of what carries it (VER-41)?
struct ContentsCheck {
    let credential: Credential
    let holder: Credential
    let role: ContainedCredential.Role

    var answers: [Check] {
        switch role {
        case .content: holder.kind == .clrCredential ? subjectFault : []
        case .endorsement: targetFault
        }
    }

    private var subjectFault: [Check] {
        guard let learner = holder.subject, let subject = credential.subject else { return [] }
        let known = Self.names(of: learner)
        let given = Self.names(of: subject)
        guard !known.isEmpty, !given.isEmpty, known.isDisjoint(with: given) else { return [] }
        return [
            Check(
                .contentsOtherSubject,
                "This credential speaks of another subject than the record that holds it.",
                at: subject.json.pointer)
        ]
    }

    private static func names(of subject: Subject) -> Set<Text> {
        var names = Set(subject.identifiers.compactMap { $0.identityHash.map { Text($0) } })
        if let id = subject.id { names.insert(Text(id)) }
        return names
    }

    private var targetFault: [Check] {
        guard let target = credential.subject?.id, !Self.holds(target, holder.json) else {
            return []
        }
        return [
            Check(
                .contentsEndorsementTarget,
                "The endorsement speaks of \(target), which the credential that carries it does "
                    + "not name.", at: credential.subject?.json.pointer)
        ]
    }

    /// Whether an object with this identifier stands anywhere outside the endorsements.
    private static func holds(_ id: String, _ value: JSONValue) -> Bool {
        switch value.kind {
        case .object:
            if value["id"]?.string?.isSame(as: id) == true { return true }
            return value.members.contains { member in
                !member.hasName("endorsement") && holds(id, member.value)
            }
        case .array: return value.elements.contains { holds(id, $0) }
        case .null, .bool, .number, .string: return false
        }
    }
}
