import Credentials
import JOSE
import JSONText
import KeyMaterial
import Verification

extension Issuance {
    /// Makes the credential as a JWT or SD-JWT, and releases it only where it passes its own
    /// verification.
    public func issue(
        _ request: IssuanceRequest, as token: TokenRequest
    ) async throws(IssuanceError) -> IssuedCredential {
        guard token.disclosure == nil || !token.embedsProof else {
            throw .notSignable(
                "an embedded proof would no longer hold once something is kept back", nil)
        }
        do throws(IssuanceError) {
            return try await made(request, as: token)
        } catch {
            throw await whole(error, request, as: token)
        }
    }

    private func made(
        _ request: IssuanceRequest, as token: TokenRequest
    ) async throws(IssuanceError) -> IssuedCredential {
        let value = request.draft.root
        var (json, key) = try await withContexts {
            () async throws(IssuanceError) -> (json: JSON, key: IssuingKey) in
            try await completed(request, at: value, defaultKey: keys.first)
        }
        var readingsMayDiffer = false
        if token.embedsProof {
            let (unsigned, acts) = (json, try acts(request, key))
            let signed = try await withContexts { () async throws(IssuanceError) -> Signed in
                try self.signed(unsigned, by: acts, mandatory: request.mandatory)
            }
            json = signed.json
            readingsMayDiffer = signed.readingsMayDiffer
        }
        let payload = try Self.document(json)
        let credential = Credential(payload.root)
        let claims = try TokenClaims(credential: credential, request: token).members()
        let bytes = try sign(
            .object(payload.root.members.map { ($0.name, .verbatim($0.value)) } + claims),
            token, key)
        return try await released(
            bytes, request,
            Signed(
                id: credential.id ?? "", json: json, validFrom: credential.validFrom,
                readingsMayDiffer: readingsMayDiffer))
    }

    private func sign(
        _ payload: JSON, _ token: TokenRequest, _ key: IssuingKey
    ) throws(IssuanceError) -> [UInt8] {
        let header = token.header(key)
        let concealed: Concealment?
        if let disclosure = token.disclosure {
            concealed = try concealment(of: payload, disclosure)
        } else {
            concealed = nil
        }
        do throws(KeyError) {
            guard let concealed else {
                return try CompactJWS.sign(
                    payload.serialized(), header: header, with: key.signer)
            }
            return try SDJWT.sign(concealed, header: header, with: key.signer)
        } catch {
            throw .signing("\(error)")
        }
    }

    private func concealment(
        of payload: JSON, _ disclosure: TokenRequest.SelectiveDisclosure
    ) throws(IssuanceError) -> Concealment {
        let document = try Self.document(payload)
        do {
            return try Concealment(
                of: document.root, places: disclosure.places, hash: disclosure.hash,
                decoys: disclosure.decoys, randomness: randomness)
        } catch {
            throw .notSignable("\(error)", nil)
        }
    }

    static func document(_ json: JSON) throws(IssuanceError) -> JSONDocument {
        do { return try JSONDocument(parsing: json.serialized()) } catch {
            throw .notSignable("\(error)", error.pointer)
        }
    }

    /// The last look before a credential leaves, at the time from which on readers may see it: now,
    /// or its start where that is later.
    func released(
        _ bytes: [UInt8], _ request: IssuanceRequest, _ signed: Signed
    ) async throws(IssuanceError) -> IssuedCredential {
        let moment = moment(signed.validFrom)
        let verifier = Verifier(source: source, contexts: contexts, clock: { moment })
        let checked = await verifier.verify(bytes)
        let release = Release(verdict: checked.verdict, draft: request.draft.root)
        try release.requireSoundness(allowingFailingContents: request.allowsFailingContents)
        return IssuedCredential(
            id: signed.id, bytes: bytes, checked: checked,
            readingsMayDiffer: signed.readingsMayDiffer, failingContents: release.failing,
            undeterminedContents: release.undetermined)
    }

    /// When what begins then is first looked at.
    func moment(_ validFrom: Timestamp?) -> Timestamp {
        let now = clock()
        return validFrom.map { max($0, now) } ?? now
    }

    /// The last look before anything else leaves.
    func released(
        _ bytes: [UInt8], at moment: Timestamp, policy: VerificationPolicy = VerificationPolicy()
    ) async throws(IssuanceError) -> CheckedCredential {
        let verifier = Verifier(
            policy: policy, source: source, contexts: contexts, clock: { moment })
        let checked = await verifier.verify(bytes)
        let faults = Release.faults(checked.verdict)
        guard faults.isEmpty else { throw .refused(faults) }
        return checked
    }
}
