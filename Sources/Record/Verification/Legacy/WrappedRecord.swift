import Credentials
import JSONText

/// A CLR 1.0, or a set of them, that a verifiable credential has as its subject (CLR1-X-03).
///
/// The credential's proof covers it, and makes it the word of the credential's issuer: the
/// publisher's it is only where both are the same.
struct WrappedRecord {
    private let credential: Credential
    private let record: LegacyRecord

    /// Nil where the subject is none.
    init?(_ credential: Credential) {
        guard credential.kind != .unknown, credential.kind != .presentation,
            let subject = credential.json["credentialSubject"], subject.isObject,
            let record = Credential(subject, at: credential.place.appending("credentialSubject"))
                .legacy,
            record.generation.isCLR, record.kind == .clr || record.kind == .clrSet
        else { return nil }
        self.credential = credential
        self.record = record
    }

    func answers(isSignedAsRDF: Bool, isInside: Bool) -> [Check] {
        var answers = isSignedAsRDF ? terms(isInside) : []
        answers += [
            Check(
                .typeLegacyWrapped,
                "Its subject is \(Noun.phrase(record.standard)) \(record.kind.rawValue).",
                at: record.place)
        ]
        if record.isRevoked { answers.append(LegacyStatus.ownWord(record)) }
        if let publisher = record.issuerValue.flatMap({ LegacyParty($0).address }),
            credential.issuerID?.isSame(as: publisher) != true
        {
            answers.append(
                Check(
                    .controllerOtherPublisher,
                    "The record is published by \(publisher), and the credential around it is "
                        + "issued by \(credential.issuerID ?? "nobody"): that the publisher said "
                        + "this is the issuer's word.", at: record.place.appending("publisher")))
        }
        if let found = DocumentClass(of: record.json) {
            let judgement = ModelJudgement(record.json, as: found, at: record.place)
            answers += LegacyShape.answers(judgement, isStrict: false)
                .filter { $0.outcome != .passed }
        }
        return answers
    }

    private func terms(_ isInside: Bool) -> [Check] {
        WrappedTerms(
            credential: credential, record: record,
            hasOwnProof: !isInside || !credential.proofs.isEmpty
        ).answers
    }

    var parts: [LegacyPart] { record.parts }

    /// The verdicts on what stands in the record.
    func contents(in answer: Verdict.Answer, _ examination: Examination) async -> [Verdict] {
        let learner = record.kind == .clr ? record.learner : nil
        let identifiers = LegacyExamination.identifiers(in: record.json)
        return await LegacyExamination.verdicts(
            on: parts,
            in: { part in
                LegacyExamination.Surroundings(
                    answer: answer, role: part.role, learner: learner, identifiers: identifiers)
            }, examination)
    }
}
