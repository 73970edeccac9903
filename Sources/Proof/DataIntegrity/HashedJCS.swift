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
        guard try Self.begins(document.value["@context"], with: proof.value["@context"]) else {
            return Self.answer(false)
        }
        let (options, unsecured) = try canonical(proof.value, document)
        let data = digest(options) + digest(unsecured)
        return Self.answer(
            key.isValid(signature: signature, for: data, algorithm: form.algorithm))
    }

    private static func answer(_ isValid: Bool) -> ProofVerification {
        ProofVerification(isValid: isValid, reading: .list, readingsMayDiffer: false)
    }

    /// The proof says under which contexts the document was signed; further ones may have been
    /// added behind them since (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.2, step 4).
    private static func begins(
        _ context: JSONValue?, with signed: JSONValue?
    ) throws(ProofError) -> Bool {
        guard let signed else { return true }
        let present = context?.oneOrMore ?? []
        let expected = signed.oneOrMore
        guard expected.count <= present.count else { return false }
        for (one, other) in zip(expected, present) {
            guard try one.canonicalOctets() == other.canonicalOctets() else { return false }
        }
        return true
    }

    private func canonical(
        _ proof: JSONValue, _ document: SecuredDocument
    ) throws(ProofError) -> (options: [UInt8], document: [UInt8]) {
        let options = proof.members.filter { !$0.hasName("proofValue") }
            .map { (name: $0.name, value: JSON.verbatim($0.value)) }
        let signedContext = proof["@context"]
        var members: [(name: String, value: JSON)] = []
        for member in document.coveredMembers {
            let isContext = member.hasName("@context") && signedContext != nil
            if !isContext { members.append((member.name, .verbatim(member.value))) }
        }
        if let signedContext { members.append(("@context", .verbatim(signedContext))) }
        return (
            try JSON.object(options).canonicalOctets(), try JSON.object(members).canonicalOctets()
        )
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
        let (hashed, unsecured) = try canonical(try options.document(members), document)
        let signature = try form.signature(of: digest(hashed) + digest(unsecured), with: signer)
        let value = JSON.string(Multibase.base58btc.encode(signature))
        return CreatedProof(
            proof: .object(members + [("proofValue", value)]), readingsMayDiffer: false)
    }

    func intermediates(
        of proof: DataIntegrityProof, of document: SecuredDocument
    ) throws(ProofError) -> ProofIntermediates {
        let (options, unsecured) = try canonical(proof.value, document)
        return ProofIntermediates(
            canonicalProofConfig: options, canonicalDocument: unsecured,
            proofConfigHash: digest(options), documentHash: digest(unsecured))
    }
}

extension JSONValue {
    fileprivate func canonicalOctets() throws(ProofError) -> [UInt8] {
        do {
            return try canonicalized()
        } catch {
            throw .notCanonical(error)
        }
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
