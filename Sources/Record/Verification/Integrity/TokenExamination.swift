import Credentials
import DIDs
import JOSE
import JSONText
import KeyMaterial

/// The signature of a VC-JWT (section 2.2): over exactly the octets that came.
struct TokenExamination {
    let token: CompactToken
    let credential: Credential
    let examination: Examination
    let expectation: Expectation

    private var isPresentation: Bool { credential.kind == .presentation }
    /// The issuer. The token of a presentation may name its holder by `iss` alone.
    private var party: Text? {
        guard isPresentation else { return credential.issuerID.map { Text($0) } }
        return credential.holderID.map { Text($0) } ?? token.payload["iss"]?.text
    }
    private var purpose: VerificationPurpose {
        isPresentation ? .authentication : .assertionMethod
    }
    private var now: Int64 { Int64(examination.now.seconds) }
    private var controller: ControllerCheck {
        ControllerCheck(purpose: purpose, party: party, at: nil)
    }

    func answer() async -> SignatureAnswer {
        do throws(JOSEError) {
            let jws = try CompactJWS(reading: token.compact)
            return await answer(for: jws)
        } catch {
            return SignatureAnswer(proof: error.check, purposes: await purposes)
        }
    }

    private func answer(for jws: CompactJWS) async -> SignatureAnswer {
        let purposes = await purposes
        guard let id = jws.header.keyID else { return await answerByOwnKey(of: jws, purposes) }
        switch await key(id) {
        case .found(let key):
            if let only = key.algorithm, only != Text(jws.header.algorithm.rawValue) {
                return SignatureAnswer(
                    proof: Check(
                        .proofKeyMismatch,
                        "Refused: the token says \(jws.header.algorithm.rawValue), and its key is "
                            + "published for \(only) alone."), purposes: purposes)
            }
            let standing: Check =
                if case .unstated = key.standing {
                    await holding(of: key.publicKey)
                } else {
                    controller.answer(for: key, signedAt: now)
                }
            return SignatureAnswer(
                proof: Self.signature(of: jws, with: key.publicKey), controller: standing,
                purposes: purposes)
        case .failed(let failure):
            guard jws.header.key == nil else { return await answerByOwnKey(of: jws, purposes) }
            return SignatureAnswer(
                proof: failure.proofCheck(id, at: nil), controller: controller.answer(for: failure),
                purposes: purposes)
        }
    }

    /// JWT-03: a header may carry the key; that shows the token whole, and not who signed it.
    private func answerByOwnKey(
        of jws: CompactJWS, _ purposes: [Check]
    ) async -> SignatureAnswer {
        guard let own = jws.header.key?.key else {
            let text =
                "The JWT's header names no key (\"kid\" or \"jwk\"), so its signature cannot be "
                + "checked. The issuer must name it."
            return SignatureAnswer(proof: Check(.proofMalformed, text), purposes: purposes)
        }
        return SignatureAnswer(
            proof: Self.signature(of: jws, with: own), controller: await holding(of: own),
            purposes: purposes)
    }

    private var purposes: [Check] {
        get async {
            let own = TokenPurposeCheck(
                token: token, credential: credential, expectation: expectation
            ).answers
            guard let selective = token.selective, !isPresentation else { return own }
            return own
                + (await KeyBindingCheck(
                    token: selective, claims: token.payload, expectation: expectation,
                    examination: examination
                ).answers())
        }
    }

    /// A name without a scheme is one of the issuer's own keys.
    private func key(_ id: Text) async -> KeyResolution {
        guard !ControllerCheck.isURI(id), let party else { return await examination.keys.key(id) }
        return await examination.keys.key(named: id, of: party)
    }

    private static func signature(of jws: CompactJWS, with key: PublicKey) -> Check {
        do throws(JOSEError) {
            try jws.verify(with: key)
            return Check(
                .signatureFits,
                "The signature (\(jws.header.algorithm.rawValue)) fits: nothing was changed since "
                    + "it was made.")
        } catch {
            return error.check
        }
    }

    /// JWT-22: whether the issuer publishes the key as its own.
    private func holding(of key: PublicKey) async -> Check {
        guard let party else {
            return Check(
                .controllerNobodyNamed,
                "The credential does not say who issued it, so no key can be the issuer's.")
        }
        switch await examination.keys.holding(of: key, by: party, for: purpose) {
        case .held(let place, let end):
            if let end, end <= now { return controller.retired(place) }
            return Check(
                .controllerIsIssuer, "The issuer, \(party), publishes the key (\(place)).")
        case .notHeld(let places):
            let looked = places.map(\.string).joined(separator: ", ")
            return Check(
                .controllerKeyNotListed,
                "The issuer, \(party), does not publish this key"
                    + (looked.isEmpty ? "." : " (looked in \(looked)).")
                    + " Somebody else may have signed.")
        case .unavailable(let url, let reason):
            return Check(.controllerUnavailable, ControllerCheck.unavailable(url, reason))
        }
    }
}

extension JOSEError {
    /// The answer of the check `proof`.
    var check: Check {
        switch self {
        case .unsecured, .symmetricAlgorithm:
            Check(
                .proofAlgorithmRefused,
                "Refused: \(self). Such a token proves nothing; ask the issuer for a signed one.")
        case .unsupportedAlgorithm:
            Check(.proofNoneSupported, "The signature could not be checked: \(self).")
        case .criticalExtensions, .unencodedPayload, .remoteKey, .keysDiffer,
            .embeddedKey(.privateMember):
            Check(.proofHeaderRefused, "Refused: \(self).")
        case .algorithmNotForKey: Check(.proofKeyMismatch, "Refused: \(self).")
        case .embeddedKey: Check(.proofKeyInvalid, "\(self).")
        case .signatureInvalid:
            Check(
                .signatureInvalid,
                "The signature does not fit: the token was changed after it was signed, or another "
                    + "key signed it. Ask the issuer for the original.")
        case .tooLong, .headerTooLong, .wrongNumberOfParts, .notBase64URL, .notJSON, .notAnObject,
            .missingHeader, .invalidHeader, .invalidCredentialClaim:
            Check(.proofMalformed, "The token cannot be read: \(self).")
        }
    }
}
