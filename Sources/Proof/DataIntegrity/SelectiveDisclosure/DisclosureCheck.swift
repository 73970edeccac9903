import JSONText
import KeyMaterial
import RDF

/// Whether a proof of selective disclosure fits its document, in one reading.
struct DisclosureCheck {
    let value: DisclosureProofValue
    let proof: DataIntegrityProof
    let document: SecuredDocument
    let key: PublicKey

    func verification(_ reading: RelatedReading) throws(ProofError) -> ProofVerification {
        switch value {
        case .base(let value): try verification(of: value, reading)
        case .derived(let value): try verification(of: value, reading)
        }
    }

    /// The holder's view: all statements are there.
    private func verification(
        of value: BaseProofValue, _ reading: RelatedReading
    ) throws(ProofError) -> ProofVerification {
        let options = try document.options(proof.value, document.context, reading)
        let whole = try DisclosableDocument(
            document, hmacKey: value.hmacKey, reading: reading)
        let signed: SignedStatements?
        do throws(ProofError) {
            signed = SignedStatements(
                whole.statements, mandatory: try whole.indexes(value.mandatory),
                signatures: value.signatures)
        } catch {
            // What was mandatory when it was signed is there no longer.
            guard case .disclosure(.notFound) = error else { throw error }
            signed = nil
        }
        return ProofVerification(
            isValid: signed?.fit(
                value.baseSignature, value.publicKey, proofHash: options.digest, key) ?? false,
            reading: reading,
            readingsMayDiffer: options.readingsMayDiffer || whole.readingsMayDiffer,
            isBase: true)
    }

    /// The reader's view (SD-11).
    private func verification(
        of value: DerivedProofValue, _ reading: RelatedReading
    ) throws(ProofError) -> ProofVerification {
        let options = try document.options(proof.value, document.context, reading)
        let dataset = try document.dataset(
            document.value, leavingOut: document.leftOut, document.context)
        let canonical = try document.canonicalize(dataset, reading)
        let signed = Self.labels(canonical, value)
            .flatMap { Statements(dataset, labels: $0) }
            .flatMap {
                SignedStatements($0, mandatory: value.mandatory, signatures: value.signatures)
            }
        return ProofVerification(
            isValid: signed?.fit(
                value.baseSignature, value.publicKey, proofHash: options.digest, key) ?? false,
            reading: reading,
            readingsMayDiffer: options.readingsMayDiffer || canonical.readingsMayDiffer)
    }

    /// The issuer's labels of all blank nodes. Nil where one has none, and where two have the
    /// same: one thing would be shown as two.
    private static func labels(
        _ canonical: CanonicalDataset, _ value: DerivedProofValue
    ) -> BlankNodeLabels? {
        let blanks = canonical.issuedTerms
        guard blanks.count == value.labels.count, Set(value.labels.values).count == blanks.count
        else { return nil }
        var labels = BlankNodeLabels()
        for (number, blank) in blanks.enumerated() {
            guard let label = value.labels[UInt64(number)] else { return nil }
            labels[blank] = label
        }
        return labels
    }
}

/// Statements and the signatures over them: the mandatory ones together, the others one by one.
struct SignedStatements {
    private let statements: Statements
    private let mandatory: [Int]
    private let others: [Int]
    private let signatures: [[UInt8]]

    /// Nil where an index leads nowhere, or there is not one signature for each other statement.
    init?(_ statements: Statements, mandatory: [Int], signatures: [[UInt8]]) {
        guard mandatory.last.map({ $0 < statements.lines.count }) ?? true else { return nil }
        let others = statements.others(than: mandatory)
        guard others.count == signatures.count else { return nil }
        self.statements = statements
        self.mandatory = mandatory
        self.others = others
        self.signatures = signatures
    }

    /// Whether the issuer's key made the base signature, and the proof's own key all others.
    func fit(
        _ baseSignature: [UInt8], _ proofKey: PublicKey, proofHash: [UInt8], _ key: PublicKey
    ) -> Bool {
        let signed = BaseSignature.message(
            proofHash: proofHash, proofKey, mandatoryHash: statements.digest(of: mandatory))
        return key.isValid(signature: baseSignature, for: signed, algorithm: .ES256)
            && areSigned(by: proofKey)
    }

    func areSigned(by proofKey: PublicKey) -> Bool {
        zip(others, signatures).allSatisfy { index, signature in
            proofKey.isValid(
                signature: signature, for: statements.lines[index], algorithm: .ES256)
        }
    }

    /// The signatures over those that are not mandatory among these.
    func signatures(of chosen: Set<Int>) -> [[UInt8]] {
        zip(others, signatures).filter { chosen.contains($0.0) }.map(\.1)
    }
}

/// What the issuer's key signs (SD-07).
enum BaseSignature {
    static func message(
        proofHash: [UInt8], _ proofKey: PublicKey, mandatoryHash: [UInt8]
    ) -> [UInt8] {
        proofHash + proofKey.multikey + mandatoryHash
    }
}
