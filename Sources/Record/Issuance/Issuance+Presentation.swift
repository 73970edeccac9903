import Credentials
import DataIntegrity
import JOSE
import JSONLD
import JSONText
import KeyMaterial
import Verification

extension Issuance {
    /// Makes a presentation that the first key's holder signs. What it holds goes in as it is, and
    /// is not judged here: only what cannot be read is refused.
    public func present(
        _ request: PresentationRequest
    ) async throws(IssuanceError) -> IssuedCredential {
        guard let key = keys.first else { throw .noKey }
        let id = request.id ?? RandomUUID.urn(randomness(16))
        let document = try Self.document(try presentation(request, id, holder: key.issuer))
        let bytes: [UInt8]
        var readingsMayDiffer = false
        switch request.form {
        case .embedded(let suite):
            let proof = try proof(of: document.root, request, key, suite)
            bytes = proof.attached(to: document.root).serialized(pretty: true)
            readingsMayDiffer = proof.readingsMayDiffer
        case .token: bytes = try token(of: document.root, request, key, id)
        }
        var policy = VerificationPolicy()
        policy.expectedChallenge = request.challenge
        policy.expectedDomain = request.domain
        return IssuedCredential(
            id: id, bytes: bytes, checked: try await released(bytes, at: clock(), policy: policy),
            readingsMayDiffer: readingsMayDiffer)
    }

    private func presentation(
        _ request: PresentationRequest, _ id: String, holder: String
    ) throws(IssuanceError) -> JSON {
        var contents: [JSON] = []
        for (index, bytes) in request.credentials.enumerated() {
            contents.append(try Self.presentable(bytes, index))
        }
        return .object([
            ("@context", [.string(DataModel.version2Context)]), ("id", .string(id)),
            ("type", ["VerifiablePresentation"]), ("holder", .string(holder)),
            ("verifiableCredential", .array(contents)),
        ])
    }

    /// What does not even call itself a credential is not presented as one.
    private static func presentable(
        _ bytes: [UInt8], _ index: Int
    ) throws(IssuanceError) -> JSON {
        if let document = try? CredentialDocument(reading: bytes),
            !document.credential.hasType("VerifiableCredential")
        {
            throw .unreadableContent(
                index: index, "its types do not include \"VerifiableCredential\"")
        }
        return try content(bytes, index)
    }

    private func proof(
        of presentation: JSONValue, _ request: PresentationRequest, _ key: IssuingKey,
        _ suite: SigningSuite?
    ) throws(IssuanceError) -> CreatedProof {
        let secured = SecuredDocument(
            presentation,
            processor: JSONLDProcessor(contexts: contexts, options: .credential))
        var options = ProofOptions(
            verificationMethod: Text(key.verificationMethod),
            created: Text(clock().wholeSeconds.description), proofPurpose: "authentication")
        options.challenge = request.challenge.map { Text($0) }
        options.domain = request.domain.map { Text($0) }
        do throws(ProofError) {
            return try secured.createProof(options, with: key.signer, suite: suite)
        } catch {
            throw Self.error(error)
        }
    }

    private func token(
        of presentation: JSONValue, _ request: PresentationRequest, _ key: IssuingKey, _ id: String
    ) throws(IssuanceError) -> [UInt8] {
        let claims: [(String, JSON?)] = [
            ("iss", .string(key.issuer)), ("jti", .string(id)),
            ("iat", .integer(clock().seconds)), ("aud", request.domain.map { .string($0) }),
            ("nonce", request.challenge.map { .string($0) }),
        ]
        let payload = JSON.object(
            presentation.members.map { ($0.name, .verbatim($0.value)) }
                + claims.compactMap { name, value in value.map { (name, $0) } })
        let header: [(name: String, value: JSON)] = [
            ("kid", .string(key.verificationMethod)), ("typ", "vp+jwt"), ("cty", "vp"),
        ]
        do {
            return try CompactJWS.sign(payload.serialized(), header: header, with: key.signer)
        } catch {
            throw .signing("\(error)")
        }
    }
}
