import Credentials
import DIDs
import DataIntegrity
import JSONText
import KeyMaterial

/// One proof of Data Integrity: its signature, whose key it is, what it was made for.
struct EmbeddedProofExamination {
    let proof: JSONValue
    let credential: Credential
    let reader: LinkedDataReader
    let examination: Examination
    let expectation: Expectation
    let at: JSONPointer

    private var isPresentation: Bool { credential.kind == .presentation }
    private var purpose: VerificationPurpose {
        isPresentation ? .authentication : .assertionMethod
    }

    func answer() async -> SignatureAnswer {
        do throws(ProofError) {
            let read = try DataIntegrityProof(reading: proof)
            guard Cryptosuites.suite(of: read) != nil else {
                throw .unsupportedSuite(type: read.type, cryptosuite: read.cryptosuite)
            }
            guard let method = read.verificationMethod else {
                throw .missing(member: "verificationMethod")
            }
            return await answer(for: read, method)
        } catch {
            return SignatureAnswer(proof: error.check(at: at))
        }
    }

    private func answer(for read: DataIntegrityProof, _ method: Text) async -> SignatureAnswer {
        let party = isPresentation ? credential.holderID : credential.issuerID
        let controller = ControllerCheck(purpose: purpose, party: party.map { Text($0) }, at: at)
        let purposes = PurposeCheck(
            proof: proof, at: at, expectedPurpose: purpose.rawValue,
            domain: expectation.domain, challenge: expectation.challenge,
            now: examination.now
        ).answers
        switch await examination.keys.key(method) {
        case .found(let key):
            return SignatureAnswer(
                proof: await signature(of: read, with: key.publicKey),
                controller: controller.answer(
                    for: key, signedAt: read.created?.seconds ?? Int64(examination.now.seconds)),
                purposes: purposes)
        case .failed(let failure):
            let proof: Check =
                if let key = Self.keyInside(method, failure) {
                    await signature(of: read, with: key)
                } else {
                    failure.proofCheck(method, at: at)
                }
            return SignatureAnswer(
                proof: proof, controller: controller.answer(for: failure), purposes: purposes)
        }
    }

    /// Identifiers that lead nowhere (`urn:…#z6Mk…`) may still carry the key: enough to see
    /// whether anything was changed, and never enough to tell who signed.
    private static func keyInside(_ method: Text, _ failure: KeyResolutionFailure) -> PublicKey? {
        let text = method.string.utf8
        guard case .notAnIdentifier = failure, ControllerCheck.isURI(method),
            let hash = text.firstIndex(of: UInt8(ascii: "#"))
        else { return nil }
        return try? PublicKey(multibase: String(Substring(text[hash...].dropFirst())))
    }

    private func signature(of read: DataIntegrityProof, with key: PublicKey) async -> Check {
        switch await reader.verify(read, with: key) {
        case .failure(let error): return error.check(at: at)
        case .success(let verification):
            guard verification.isValid else {
                return Check(
                    .signatureInvalid,
                    "The signature does not fit: the credential was changed after it was signed, "
                        + "or another key signed it. Ask the issuer for the original.", at: at)
            }
            guard !verification.isBase else {
                return Check(
                    .signatureFitsBase,
                    "The signatures (\(read.name)) fit: nothing was changed since they were made. "
                        + "This is a base proof, which the holder keeps; for a reader, derive a "
                        + "credential from it (clr derive).", at: at)
            }
            guard verification.reading == .list else {
                return Check(
                    .signatureFitsOtherReading,
                    "The signature (\(read.name)) fits, in the second reading of RDFC-1.0: the "
                        + "signer took related blank nodes as a set.", at: at)
            }
            return Check(
                .signatureFits,
                "The signature (\(read.name)) fits: nothing was changed since it was made.", at: at)
        }
    }
}

extension ProofError {
    /// The answer of the check `proof` where the signature could not be looked at.
    func check(at place: JSONPointer) -> Check {
        switch self {
        case .unsupportedSuite: Check(.proofUnsupported, "Not checked: \(self).", at: place)
        case .previousProofMissing, .previousProofAmbiguous, .chainIsCircular:
            Check(
                .proofChainBroken,
                "The signature covers other proofs of this credential, and they cannot be told: "
                    + "\(self). Ask the issuer for the original.", at: place)
        case .notCanonical:
            Check(
                .proofNotCanonical,
                "What was signed cannot be worked out from the document: \(self).", at: place)
        case .jsonLD(let error) where error.unavailableURL != nil:
            Check(
                .proofContextUnavailable,
                "What was signed hangs on the context \(error.unavailableURL?.string ?? ""), which "
                    + "is not known here and could not be had.", at: place)
        case .jsonLD(let error) where error.code == .limitExceeded:
            Check(.proofTooComplex, "The document passes a limit: \(error).", at: place)
        case .jsonLD(let error):
            Check(
                .proofNotCanonical,
                "What was signed cannot be worked out from the document: \(error).", at: place)
        case .contextsDiffer:
            Check(
                .signatureInvalid,
                "The proof was made under other contexts: \(self). One of the two was changed after "
                    + "it was signed. Ask the issuer for the original.", at: place)
        case .canonicalization:
            Check(
                .proofTooComplex,
                "What was signed cannot be worked out: \(self). Honest credentials are not built "
                    + "so.", at: place)
        case .wrongKeyType: Check(.proofKeyMismatch, "\(self).", at: place)
        case .key: Check(.proofKeyInvalid, "The key is not usable: \(self).", at: place)
        case .tooManyProofs: Check(.proofTooMany, "\(self).", at: place)
        case .notAnObject, .missing, .invalid, .invalidTime, .proofValue, .proofValueLength,
            .detached, .meaningDiffers, .disclosure:
            Check(
                .proofMalformed, "The proof cannot be read: \(self). The issuer must correct it.",
                at: place)
        }
    }
}

extension KeyResolutionFailure {
    /// The answer of the check `proof` where there is no key to check it with.
    func proofCheck(_ method: Text, at place: JSONPointer?) -> Check {
        switch self {
        case .unavailable(let url, let reason):
            Check(
                .proofKeyUnavailable,
                "The signature could not be checked: the key document at \(url) could not be had "
                    + "(\(reason)).", at: place)
        case .unsupportedDIDMethod(let did):
            Check(
                .proofKeyUnavailable,
                "The signature could not be checked: the method of \(did) is not supported here.",
                at: place)
        case .notAnIdentifier(let text) where ControllerCheck.isURI(text):
            Check(
                .proofKeyUnavailable,
                "The signature could not be checked: \(text) leads to no key.", at: place)
        case .notAnIdentifier, .malformedDID, .unusableDIDKey, .invalidDocument,
            .methodNotInDocument, .unusableMethod:
            Check(.proofKeyInvalid, "There is no usable key: \(self).", at: place)
        }
    }
}
