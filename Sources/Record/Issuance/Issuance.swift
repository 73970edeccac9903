import Credentials
import DIDs
import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import Verification

/// Makes signed credentials of drafts: the only place that signs.
package struct Issuance: Sendable {
    let keys: [IssuingKey]
    let source: any DocumentSource
    let contexts: ContextShelf
    let clock: @Sendable () -> Timestamp
    private let randomness: @Sendable (Int) -> [UInt8]

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
    package func issue(_ request: IssuanceRequest) async throws(IssuanceError) -> IssuedCredential {
        let signed = try sign(request, at: request.draft.root, defaultKey: keys.first)
        let bytes = signed.json.serialized(pretty: request.layout == .indented)
        let start = signed.validFrom ?? clock()
        let verifier = Verifier(source: source, contexts: contexts, clock: { start })
        let checked = await verifier.verify(bytes)
        let faults = checked.verdict.checks.filter { $0.outcome == .failed }
        guard faults.isEmpty else { throw .refused(faults) }
        return IssuedCredential(
            id: signed.id, bytes: bytes, checked: checked,
            readingsMayDiffer: signed.readingsMayDiffer)
    }

    private struct Signed {
        let id: String
        let json: JSON
        let validFrom: Timestamp?
        let readingsMayDiffer: Bool
    }

    private func sign(
        _ request: IssuanceRequest, at value: JSONValue, defaultKey: IssuingKey?
    ) throws(IssuanceError) -> Signed {
        try DraftCheck(draft: value).refuseFaults()
        let draft = Credential(value)
        guard let credentialClass = CredentialClass(of: draft) else {
            throw .classUnknown(value.pointer)
        }
        let key = try key(for: draft, defaultKey)
        if request.statusSlot != nil, let entry = value["credentialStatus"] {
            throw .statusTwice(entry.pointer)
        }
        let completion = DraftCompletion(
            draft: draft, credentialClass: credentialClass, key: key, now: clock(),
            id: draft.id ?? RandomUUID.urn(randomness(16)), statusSlot: request.statusSlot,
            contents: try contents(of: draft, request.contents, key))
        return try signed(try completion.completed(), with: key)
    }

    private func key(
        for draft: Credential, _ defaultKey: IssuingKey?
    ) throws(IssuanceError) -> IssuingKey {
        guard let defaultKey else { throw .noKey }
        guard draft.json["issuer"] != nil else { return defaultKey }
        let issuer = draft.issuerID ?? ""
        guard let key = keys.first(where: { $0.issuer.isSame(as: issuer) }) else {
            throw .issuerDiffers(
                draft: issuer, keys: keys.map(\.issuer), draft.json.pointer.appending("issuer"))
        }
        return key
    }

    // MARK: - Contents

    /// Drafts inside are signed first, each by its own issuer's key where that is at hand
    /// (otherwise the record vouches for them); what is signed already stays verbatim.
    private func contents(
        of draft: Credential, _ more: [[UInt8]], _ key: IssuingKey
    ) throws(IssuanceError) -> [JSON]? {
        let inside = draft.subject?.json["verifiableCredential"]
        guard inside != nil || !more.isEmpty else { return nil }
        guard draft.json["credentialSubject"]?.isObject == true else {
            throw .noPlaceForContents(draft.json.pointer.appending("credentialSubject"))
        }
        var contents: [JSON] = []
        for value in inside?.oneOrMore ?? [] { contents.append(try content(value, key)) }
        for (index, bytes) in more.enumerated() {
            contents.append(try Self.content(bytes, index))
        }
        return contents
    }

    private func content(_ value: JSONValue, _ key: IssuingKey) throws(IssuanceError) -> JSON {
        guard value.isObject, value["proof"] == nil else { return .verbatim(value) }
        let issuer = Credential(value).issuerID
        let isOurs = issuer == nil || keys.contains { $0.issuer.isSame(as: issuer ?? "") }
        guard isOurs else { return JSON(laidOut: value) }
        return try sign(IssuanceRequest(draft: value.document), at: value, defaultKey: key).json
    }

    private static func content(
        _ bytes: [UInt8], _ index: Int
    ) throws(IssuanceError) -> JSON {
        let document: CredentialDocument
        do {
            document = try CredentialDocument(reading: bytes)
        } catch {
            throw .unreadableContent(index: index, "\(error)")
        }
        guard let token = document.token else { return .verbatim(document.credential.json) }
        return .string(String(decoding: token.compact, as: UTF8.self))
    }

    // MARK: - Signing

    private func signed(_ json: JSON, with key: IssuingKey) throws(IssuanceError) -> Signed {
        let document: JSONDocument
        do { document = try JSONDocument(parsing: json.serialized()) } catch {
            throw .notSignable("\(error)", error.pointer)
        }
        let secured = SecuredDocument(
            document.root, processor: JSONLDProcessor(contexts: contexts, options: .credential))
        let options = ProofOptions(
            verificationMethod: Text(key.verificationMethod),
            created: Text(clock().wholeSeconds.description))
        do throws(ProofError) {
            let created = try EdDSARDFC2022().createProof(options, of: secured, with: key.signer)
            let credential = Credential(document.root)
            return Signed(
                id: credential.id ?? "", json: json.appending("proof", created.proof),
                validFrom: credential.validFrom, readingsMayDiffer: created.readingsMayDiffer)
        } catch {
            throw Self.error(error)
        }
    }

    private static func error(_ error: ProofError) -> IssuanceError {
        switch error {
        case .jsonLD(let cause): .notSignable("\(cause)", cause.pointer)
        case .key(let cause): .signing("\(cause)")
        case .wrongKeyType: .signing("\(error)")
        case .notAnObject, .missing, .invalid, .invalidTime, .unsupportedSuite, .unsupportedChain,
            .proofValue, .proofValueLength, .canonicalization, .tooManyProofs:
            .notSignable("\(error)", nil)
        }
    }
}

/// A credential that was made, signed and verified.
package struct IssuedCredential: Sendable {
    package let id: String
    package let bytes: [UInt8]
    /// What verification says of it at the start of its validity.
    package let checked: CheckedCredential
    /// Whether verifiers with the other reading of RDFC-1.0 may fail on it.
    package let readingsMayDiffer: Bool
}

extension JSON {
    fileprivate func appending(_ name: String, _ value: JSON) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + [(name, value)])
    }
}

/// Random identifiers (RFC 9562, version 4).
enum RandomUUID {
    static func urn(_ random: [UInt8]) -> String {
        var octets = Array(random.prefix(16))
        octets += repeatElement(0, count: 16 - octets.count)
        octets[6] = octets[6] & 0x0F | 0x40
        octets[8] = octets[8] & 0x3F | 0x80
        let digits = octets.map { octet in
            let text = String(octet, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
