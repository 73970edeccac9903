import Credentials
import JSONText

/// Does a credential inside a record speak of the record's learner (MCHK-07), and an endorsement
/// of what carries it (VER-41)?
struct ContentsCheck {
    let credential: Credential
    let holder: Examination.Holder
    let role: ContainedCredential.Role

    var answers: [Check] {
        switch role {
        case .content: isRecord ? subjectFault + looseParts : []
        case .endorsement: targetFault
        }
    }

    private var subjectPlace: JSONPointer { credential.place.appending("credentialSubject") }
    private var isRecord: Bool { holder.credential.kind == .clrCredential }

    /// In the record's RDF one subject is one node, so that results of several parts hang on it
    /// side by side: only a signature of its own ties a result to its part.
    private var looseParts: [Check] {
        guard credential.proofs.isEmpty, holder.isSignedAsRDF,
            let subject = credential.subject, let id = subject.id,
            holder.parts.sharedSubjects.contains(Text(id))
        else { return [] }
        return [
            Check(
                .contentsNotPinned,
                "Several parts without signatures of their own speak of \(id). The record's "
                    + "signature covers their statements together, and does not tie a grade or "
                    + "credit to one of them.", at: subjectPlace)
        ]
    }

    private var subjectFault: [Check] {
        guard let learner = holder.credential.subject, let subject = credential.subject else {
            return []
        }
        let known = Self.names(of: learner)
        let given = Self.names(of: subject)
        guard !known.isEmpty, !given.isEmpty, known.isDisjoint(with: given) else { return [] }
        return [
            Check(
                .contentsOtherSubject,
                "This credential speaks of another subject than the record that holds it.",
                at: subjectPlace)
        ]
    }

    private static func names(of subject: Subject) -> Set<Text> {
        var names = Set(subject.identifiers.compactMap { $0.identityHash.map { Text($0) } })
        if let id = subject.id { names.insert(Text(id)) }
        return names
    }

    private var targetFault: [Check] {
        guard let target = credential.subject?.id, !holder.parts.identifiers.contains(Text(target))
        else {
            return []
        }
        return [
            Check(
                .contentsEndorsementTarget,
                "The endorsement speaks of \(target), which the credential that carries it does "
                    + "not name.", at: subjectPlace)
        ]
    }
}
