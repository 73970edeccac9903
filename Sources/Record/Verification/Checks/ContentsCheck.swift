import Credentials
import JSONText

/// Does a credential inside a record speak of the record's learner (MCHK-07), and an endorsement
/// of what carries it (VER-41)?
struct ContentsCheck {
    let credential: Credential
    let holder: Examination.Holder
    let part: ContainedCredential

    var answers: [Check] {
        switch part.role {
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
        let learner = holder.parts.learner
        let identities = credential.subjects.map { LearnerIdentity([$0]) }.filter { !$0.isEmpty }
        guard !learner.isEmpty, !identities.isEmpty else { return [] }
        let relations = identities.map { $0.relation(to: learner) }
        if relations.contains(.other) {
            return [
                Check(
                    .contentsOtherSubject,
                    "This credential speaks of another subject than the record that holds it.",
                    at: subjectPlace)
            ]
        }
        guard relations.contains(.notComparable) else { return [] }
        return [
            Check(
                .contentsSubjectUnclear,
                "Nothing shows that this credential speaks of the learner of the record: the two "
                    + "name no identifier of one kind that can be compared.", at: subjectPlace)
        ]
    }

    private var targetFault: [Check] {
        guard let target = credential.subject?.id else { return [] }
        switch holder.parts.endorsable.target(of: part, naming: Text(target)) {
        case .carrier: return []
        case .elsewhere:
            return [
                Check(
                    .contentsEndorsementMisplaced,
                    "The endorsement stands on one thing and speaks of another in the same "
                        + "credential: \(Quoted.short(target)).", at: subjectPlace)
            ]
        case .nowhere:
            return [
                Check(
                    .contentsEndorsementTarget,
                    "The endorsement speaks of \(Quoted.short(target)), which the credential that "
                        + "carries it does not name.", at: subjectPlace)
            ]
        }
    }
}
