import Credentials
import DIDs
import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import Verification

/// Makes signed credentials of drafts: the only place that signs.
public struct Issuance: Sendable {
    let keys: [IssuingKey]
    let source: any DocumentSource
    let contexts: ContextShelf
    let clock: @Sendable () -> Timestamp
    let randomness: @Sendable (Int) -> [UInt8]

    /// - Parameters:
    ///   - keys: the first signs drafts that name no issuer.
    ///   - source: where the verification before release looks documents up.
    ///   - randomness: as many random octets as are asked for.
    package init(
        keys: [IssuingKey], source: any DocumentSource = NoDocuments(),
        contexts: ContextShelf = ContextShelf(), clock: @escaping @Sendable () -> Timestamp,
        randomness: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.keys = keys
        self.source = source
        self.contexts = contexts
        self.clock = clock
        self.randomness = randomness
    }

    /// Makes the credential, and releases it only where it passes its own verification: what
    /// could not be looked up yet (its own status list, its issuer's document) does not stop it.
    public func issue(_ request: IssuanceRequest) async throws(IssuanceError) -> IssuedCredential {
        do throws(IssuanceError) {
            let signed = try await withContexts { () async throws(IssuanceError) -> Signed in
                try await sign(request, at: request.draft.root, keys.first)
            }
            let bytes = signed.json.serialized(pretty: request.layout == .indented)
            return try await released(bytes, request, signed)
        } catch {
            throw await whole(error, request)
        }
    }

    /// Does the work, and again each time that a context which it lacked could be had.
    func withContexts<Made>(
        _ work: () async throws(IssuanceError) -> Made
    ) async throws(IssuanceError) -> Made {
        let lookups = source.forOneVerification()
        var asked: Set<Text> = []
        while true {
            do throws(IssuanceError) {
                return try await work()
            } catch {
                guard case .contextUnknown(let name, _) = error, asked.insert(Text(name)).inserted,
                    case .found(let bytes, mediaType: _) = await lookups.document(
                        at: Text(name), as: .context),
                    contexts.add(bytes, at: Text(name))
                else { throw error }
            }
        }
    }

    /// An identifier that nothing else has.
    package static func newID(_ randomness: (Int) -> [UInt8]) -> String {
        RandomUUID.urn(randomness(16))
    }

    struct Signed {
        let id: String
        let json: JSON
        let validFrom: Timestamp?
        let readingsMayDiffer: Bool
    }

    /// - Parameter place: of the draft in the one that holds it.
    func sign(
        _ request: IssuanceRequest, at value: JSONValue, _ defaultKey: IssuingKey?,
        place: JSONPointer = JSONPointer()
    ) async throws(IssuanceError) -> Signed {
        let (json, key) = try await completed(
            request, at: value, defaultKey: defaultKey, place: place)
        let acts = try acts(request, key, isInside: !place.tokens.isEmpty)
        if let faults = request.faults {
            faults.add(await refusals(of: json, draft: value, at: place))
        }
        guard !acts.isEmpty, request.faults == nil else {
            return Signed(id: "", json: json, validFrom: nil, readingsMayDiffer: false)
        }
        do throws(IssuanceError) {
            return try signed(json, by: acts, mandatory: request.mandatory)
        } catch {
            throw error.inside(place)
        }
    }

    /// One proof and the key that makes it.
    struct SigningAct {
        let form: ProofForm
        let key: IssuingKey
    }

    /// Each proof that is asked for is made by the first of the issuer's keys that can make it.
    func acts(
        _ request: IssuanceRequest, _ key: IssuingKey, isInside: Bool = false
    ) throws(IssuanceError) -> [SigningAct] {
        let own = keys.filter { $0.issuer.isSame(as: key.issuer) }
        var acts: [SigningAct] = []
        for form in request.proofs where !(isInside && form == .ecdsaSD2023) {
            let fitting = own.first { form.fits($0.signer.publicKey.type) }
            if let fitting {
                acts.append(SigningAct(form: form, key: fitting))
            } else if !isInside {
                throw .proofNotForKey(form, key.signer.publicKey.type)
            }
        }
        guard acts.isEmpty, !request.proofs.contains(.ecdsaSD2023) else { return acts }
        let type = key.signer.publicKey.type
        guard let form = ProofForm.standard(for: type) else { throw .proofNotForKey(nil, type) }
        return [SigningAct(form: form, key: key)]
    }

    /// The draft with everything filled in, and the key of its issuer.
    func completed(
        _ request: IssuanceRequest, at value: JSONValue, defaultKey: IssuingKey?,
        place: JSONPointer = JSONPointer()
    ) async throws(IssuanceError) -> (json: JSON, key: IssuingKey) {
        guard value.isObject else { throw .notAnObject(place) }
        // The look at the whole is one at all that stands inside.
        if place.tokens.isEmpty {
            var list = FaultList()
            DraftCheck(draft: value).look(into: &list)
            if let error = IssuanceError(all: list.faults, omitted: list.omitted) {
                guard let faults = request.faults else { throw error }
                faults.add(list)
            }
        }
        let draft = Credential(value, at: place)
        guard let credentialClass = CredentialClass(of: draft) else {
            throw .classUnknown(place)
        }
        let key = try key(for: draft, defaultKey, request)
        if request.statusSlot != nil, let entry = value["credentialStatus"] {
            try request.note(.statusTwice(entry.pointer))
        }
        let id = draft.id ?? request.id ?? RandomUUID.urn(randomness(16))
        let completion = DraftCompletion(
            draft: draft, credentialClass: credentialClass, key: key, now: clock(), id: id,
            newID: { RandomUUID.urn(randomness(16)) }, statusSlot: request.statusSlot,
            contents: try await contentsOrNote(of: draft, request, key),
            endorsements: try await endorsements(of: draft, request, key))
        return (try completion.completed(), key)
    }

    private func key(
        for draft: Credential, _ defaultKey: IssuingKey?, _ request: IssuanceRequest
    ) throws(IssuanceError) -> IssuingKey {
        guard let defaultKey else { throw .noKey }
        guard draft.json["issuer"] != nil else { return defaultKey }
        let issuer = draft.issuerID ?? ""
        guard let key = keys.first(where: { $0.issuer.isSame(as: issuer) }) else {
            try request.note(
                .issuerDiffers(
                    draft: issuer, keys: keys.map(\.issuer),
                    draft.json.pointer.appending("issuer")))
            return defaultKey
        }
        return key
    }

    // MARK: - Signing

    func signed(
        _ json: JSON, by acts: [SigningAct], mandatory: [JSONPointer]
    ) throws(IssuanceError) -> Signed {
        let document: JSONDocument
        do { document = try JSONDocument(parsing: json.serialized()) } catch {
            throw .notSignable("\(error)", error.pointer)
        }
        let secured = SecuredDocument(
            document.root, processor: JSONLDProcessor(contexts: contexts, options: .credential))
        let created = Text(clock().wholeSeconds.description)
        do throws(ProofError) {
            if !acts.contains(where: \.form.suite.isOverRDF) { try secured.requireDefinedTerms() }
            var proofs: [CreatedProof] = []
            for act in acts {
                let options = ProofOptions(
                    verificationMethod: Text(act.key.verificationMethod), created: created)
                proofs.append(
                    try act.form.createProof(
                        options, of: secured, with: act.key.signer, mandatory: mandatory,
                        randomness: randomness))
            }
            let credential = Credential(document.root)
            let made = proofs.map(\.proof)
            return Signed(
                id: credential.id ?? "",
                json: json.appending("proof", made.count == 1 ? made[0] : .array(made)),
                validFrom: credential.validFrom,
                readingsMayDiffer: proofs.contains(where: \.readingsMayDiffer))
        } catch {
            throw Self.error(error)
        }
    }

    static func error(_ error: ProofError) -> IssuanceError {
        switch error {
        case .jsonLD(let cause):
            if let url = cause.unavailableURL {
                .contextUnknown(url: url.string, cause.pointer)
            } else {
                .notSignable(cause.sentence, cause.pointer)
            }
        case .key(let cause): .signing("\(cause)")
        case .wrongKeyType: .signing("\(error)")
        case .notAnObject, .missing, .invalid, .invalidTime, .unsupportedSuite,
            .previousProofMissing, .previousProofAmbiguous, .chainIsCircular, .proofValue,
            .proofValueLength, .detached, .meaningDiffers, .contextsDiffer, .canonicalization,
            .notCanonical,
            .tooManyProofs, .disclosure:
            .notSignable("\(error)", nil)
        }
    }
}

/// A credential that was made, signed and verified.
public struct IssuedCredential: Sendable {
    public let id: String
    public let bytes: [UInt8]
    /// What verification says of it now, or at the start of its validity where that is later.
    public let checked: CheckedCredential
    /// Whether verifiers with the other reading of RDFC-1.0 may fail on it.
    public let readingsMayDiffer: Bool
    /// What others signed and does not verify, where that was allowed.
    public var failingContents: [JudgedPart] = []
    /// What others signed and could not be verified here, such as for want of the document of its
    /// issuer.
    public var undeterminedContents: [JudgedPart] = []
}

extension JSON {
    func appending(_ name: String, _ value: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + [(name, value)])
    }
}

/// Identifiers of octets that are random (RFC 9562, version 4) or a digest (version 8).
enum RandomUUID {
    static func urn(_ random: [UInt8], version: UInt8 = 4) -> String {
        var octets = Array(random.prefix(16))
        octets += repeatElement(0, count: 16 - octets.count)
        octets[6] = octets[6] & 0x0F | version << 4
        octets[8] = octets[8] & 0x3F | 0x80
        var text = Array("urn:uuid:".utf8)
        for (place, octet) in octets.enumerated() {
            if [4, 6, 8, 10].contains(place) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(octet >> 4)])
            text.append(digits[Int(octet & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
