import Credentials
import DataIntegrity
import JSONLD
import JSONText

/// Looks at the contexts, the terms and the signatures of one credential.
struct IntegrityExamination {
    let document: CredentialDocument
    let role: Examination.Role
    let examination: Examination

    init(
        _ document: CredentialDocument, _ role: Examination.Role, _ examination: Examination
    ) {
        self.document = document
        self.role = role
        self.examination = examination
    }

    private var credential: Credential { document.credential }
    private var isPresentation: Bool { credential.kind == .presentation }

    /// The outermost signature is the one that was made for this reader.
    private var expectation: Expectation {
        document.token == nil ? examination.expectation(of: role) : Expectation()
    }

    func answers() async -> IntegrityAnswers {
        let reader = LinkedDataReader(
            credential: credential, token: document.token, examination: examination)
        var signatures: [SignatureAnswer] = []
        if let token = document.token {
            signatures.append(
                await TokenExamination(
                    token: token, credential: credential, examination: examination,
                    expectation: examination.expectation(of: role)
                ).answer())
        }
        let proofs = credential.proofs
        if proofs.count > Limits.proofs {
            signatures.append(SignatureAnswer(proof: Self.tooMany(proofs.count)))
        } else {
            let isList = credential.json["proof"]?.isArray == true
            for (index, proof) in proofs.enumerated() {
                signatures.append(
                    await EmbeddedProofExamination(
                        proof: proof, credential: credential, reader: reader,
                        examination: examination, expectation: expectation,
                        at: isList ? proofPlace.appending(index) : proofPlace
                    ).answer())
            }
        }
        return await answers(signatures, reader)
    }

    private func answers(
        _ signatures: [SignatureAnswer], _ reader: LinkedDataReader
    ) async -> IntegrityAnswers {
        var answers = IntegrityAnswers()
        let proofs = credential.proofs
        let overJSON = proofs.filter { !Cryptosuites.isOverRDF($0) }
        let hasProofOverRDF = overJSON.count < proofs.count
        answers.isSignedAsRDF =
            hasProofOverRDF || (document.token == nil && role.holder?.isSignedAsRDF == true)
        let order = ContextCheck(
            credential: credential,
            isWrapped: document.token.map { $0.wrapper != nil }
        ).answers
        let reading = LinkedDataCheck(
            fault: await reader.fault(), isBlocking: answers.isSignedAsRDF,
            place: credential.place, used: reader.contexts)
        answers.contexts = order.filter { $0.outcome == .failed } + reading.contexts
        if answers.contexts.isEmpty { answers.contexts = reader.contexts.added(to: order) }
        answers.terms = reading.terms
        answers.contexts += AddedContextsCheck(credential: credential, proofs: overJSON).answers
        if hasProofOverRDF {
            let faults = DescriptionsCheck(credential: credential).answers
            if !faults.isEmpty { answers.terms.removeAll { $0.outcome == .passed } }
            answers.terms += faults
        }
        if answers.isSignedAsRDF, !isCoveredAsText(signatures) {
            let unstated = UnstatedCheck(parts: reader.unstated)
            answers.contexts += unstated.contexts
            let faults = unstated.terms
            if !faults.isEmpty { answers.terms.removeAll { $0.outcome == .passed } }
            answers.terms += faults
        }
        answers.signatures = signatures.checks
        if let token = document.token {
            answers.signatures +=
                TokenClaimsCheck(
                    token: token, credential: credential
                ).answers
        }
        if let lack = lackOfProof(signatures) { answers.signatures.append(lack) }
        return answers
    }

    /// Whether a signature of the issuer covers every octet: the token's, or one over the JSON.
    /// Somebody else can make such a one of whatever was added.
    private func isCoveredAsText(_ signatures: [SignatureAnswer]) -> Bool {
        let tokens = document.token == nil ? 0 : 1
        let proofs = credential.proofs
        return signatures.enumerated().contains { index, answer in
            guard answer.isBy == .issuer, answer.proof.outcome == .passed else { return false }
            guard index >= tokens else { return true }
            return index - tokens < proofs.count
                && !Cryptosuites.isOverRDF(proofs[index - tokens])
        }
    }

    private static func tooMany(_ count: Int) -> Check {
        Check(
            .proofTooMany,
            "The credential carries \(count) proofs; \(Limits.proofs) are the most that is read.")
    }

    // MARK: - No proof

    private func lackOfProof(_ signatures: [SignatureAnswer]) -> Check? {
        let supported = signatures.filter { $0.proof.outcome != .skipped }
        guard supported.isEmpty else { return nil }
        guard signatures.isEmpty else {
            return Check(
                .proofNoneSupported,
                "None of the \(signatures.count) proofs is of a kind that can be checked here.")
        }
        guard let holder = role.holder, holder.credential.kind != .presentation else {
            guard !isPresentation else {
                return Check(
                    .proofMissing,
                    "Nobody has signed this presentation, so nothing shows who gives it. What it "
                        + "holds is judged by itself.", at: proofPlace)
            }
            return Check(
                .proofMissing,
                "Nobody has signed this: there is no proof, so anybody could have written it. "
                    + "Ask the issuer for the signed credential.", at: proofPlace)
        }
        return vouched(by: holder)
    }

    private var proofPlace: JSONPointer { credential.place.appending("proof") }

    /// VER-17: the record's own signature covers what stands in it.
    private func vouched(by holder: Examination.Holder) -> Check {
        switch holder.answer {
        case .verified:
            Check(
                .proofVouched,
                "This part has no signature of its own; the record that holds it is verified, and "
                    + "its issuer vouches for it.", at: proofPlace)
        case .failed:
            Check(
                .proofMissing,
                "This part has no signature of its own, and the record that holds it is not "
                    + "verified, so nobody vouches for it.", at: proofPlace)
        case .undetermined:
            Check(
                .proofRecordUndetermined,
                "This part has no signature of its own, and the record that holds it could not be "
                    + "verified, so nobody can be said to vouch for it.", at: proofPlace)
        }
    }
}
