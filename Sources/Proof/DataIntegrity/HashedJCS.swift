import Crypto
import JSONText
import KeyMaterial
import Multiformat
import RDF

/// The construction of the `jcs` suites: as ``HashedRDF``, over the canonical JSON (RFC 8785) of
/// proof options and document. What the contexts make of the members does not matter to it.
struct HashedJCS: Sendable {
    let form: SignatureForm

    static let ed25519 = HashedJCS(form: .ed25519)

    func verify(
        _ proof: DataIntegrityProof, of document: SecuredDocument, with key: PublicKey
    ) throws(ProofError) -> ProofVerification {
        try form.require(key.type)
        try proof.requireMethodAndPurpose()
        let signature = try proof.signature(octets: form.octets)
        let contexts = ProofContexts(of: proof.value)
        guard try contexts?.begin(document.value["@context"]) ?? true else {
            return Self.answer(false)
        }
        let data = try signedData(proof.value, document)
        return Self.answer(
            key.isValid(signature: signature, for: data, algorithm: form.algorithm))
    }

    /// The hashes of proof and document.
    private func signedData(
        _ proof: JSONValue, _ document: SecuredDocument
    ) throws(ProofError) -> [UInt8] {
        let context = proof["@context"]
        let unsecured = try document.hashedJSON(context, form.hash) { () throws(ProofError) in
            digest(try canonical(document, under: context))
        }
        return digest(try canonical(proof)) + unsecured
    }

    private static func answer(_ isValid: Bool) -> ProofVerification {
        ProofVerification(isValid: isValid, reading: .list, readingsMayDiffer: false)
    }

    private func canonical(_ proof: JSONValue) throws(ProofError) -> [UInt8] {
        let options = proof.members.filter { !$0.hasName("proofValue") }
        return try JSON.object(options.map { ($0.name, .verbatim($0.value)) }).canonicalOctets()
    }

    /// The document as it was when it was signed: under the contexts that the proof names.
    private func canonical(
        _ document: SecuredDocument, under context: JSONValue?
    ) throws(ProofError) -> [UInt8] {
        var members: [(name: String, value: JSON)] = []
        for member in document.coveredMembers where context == nil || !member.hasName("@context") {
            members.append((member.name, .verbatim(member.value)))
        }
        if let context { members.append(("@context", .verbatim(context))) }
        return try JSON.object(members).canonicalOctets()
    }

    private func digest(_ octets: [UInt8]) -> [UInt8] {
        switch form.hash {
        case .sha256: Array(SHA256.hash(data: octets))
        case .sha384: Array(SHA384.hash(data: octets))
        }
    }

    func createProof(
        _ suite: Text, _ options: ProofOptions, of document: SecuredDocument,
        with signer: any Signer
    ) throws(ProofError) -> CreatedProof {
        try form.require(signer.publicKey.type)
        var members = try options.members(cryptosuite: suite)
        if let context = document.value["@context"] {
            members.append(("@context", .verbatim(context)))
        }
        let data = try signedData(options.document(members), document)
        let signature = try form.signature(of: data, with: signer)
        let value = JSON.string(Multibase.base58btc.encode(signature))
        return CreatedProof(
            proof: .object(members + [("proofValue", value)]), readingsMayDiffer: false)
    }

    func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument
    ) throws(ProofError) -> ProofIntermediates {
        let options = try canonical(proof.value)
        let unsecured = try canonical(document, under: proof.value["@context"])
        return ProofIntermediates(
            canonicalProofConfig: options, canonicalDocument: unsecured,
            proofConfigHash: digest(options), documentHash: digest(unsecured))
    }
}

extension JSON {
    fileprivate func canonicalOctets() throws(ProofError) -> [UInt8] {
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: serialized())
        } catch {
            throw .notCanonical(error)
        }
        return try document.root.canonicalOctets()
    }
}
