import Credentials
import JSONText

/// A record and all that it holds, looked at together: the questions whether the record makes sense
/// are put to this.
///
/// It opens tokens and envelopes, so that what stands in them is not taken for missing. Nothing
/// here has been verified: a part that was tampered with says so in its own verdict.
struct RecordSense: Sendable {
    let credential: Credential
    /// The credentials inside on all levels, and the endorsements on the first, in the order of
    /// the text.
    let parts: [Part]
    /// Parts that could not be read: what seems to be missing may stand there.
    let unreadable: Int
    /// Whether a holder may have kept something back, as selective disclosures allow.
    let isSelective: Bool

    struct Part: Sendable {
        let credential: Credential
        let role: ContainedCredential.Role
        /// Where it, or the token around it, stands in the record's text.
        let place: JSONPointer
        /// Where that begins in the octets of the record's text.
        let offset: Int
        let isInToken: Bool
        /// 1 for what stands in the record itself.
        let level: Int

        var isContent: Bool { role == .content }

        /// The place of something in it, as far as the record's own text has it.
        func place(of value: JSONValue) -> JSONPointer { isInToken ? place : value.pointer }
    }

    init(of credential: Credential, token: CompactToken? = nil) {
        var opening = Opening()
        opening.open(credential, level: 1, inside: nil)
        self.credential = credential
        parts = opening.parts
        unreadable = opening.unreadable
        isSelective = Self.isSelective(credential, token)
    }

    static func isSelective(_ credential: Credential, _ token: CompactToken?) -> Bool {
        if let selective = token?.selective { return !selective.withheld.isEmpty }
        return credential.proofs.contains { proof in
            proof["proofValue"]?.string?.utf8.starts(with: derivedProof.utf8) == true
        }
    }

    /// How every derived proof of `ecdsa-sd-2023` begins: its header, in base64url.
    private static let derivedProof = "u2V0B"

    var contents: some Sequence<Part> { parts.lazy.filter(\.isContent) }

    /// Whether what is not here is missing: the issuer calls the record complete, and nothing of
    /// it is kept back or unreadable.
    var isWhole: Bool {
        !isSelective && unreadable == 0 && credential.json["partial"]?.bool != true
    }

    /// Every achievement that the record defines or asserts, with its place.
    var achievements: [(achievement: Achievement, part: Part?)] {
        let own = credential.subjects.flatMap(\.achievements).map { ($0, Part?.none) }
        let held = contents.flatMap { part in
            part.credential.subjects.flatMap(\.achievements).map { ($0, Part?.some(part)) }
        }
        return own + held
    }

    func place(of value: JSONValue, in part: Part?) -> JSONPointer {
        part?.place(of: value) ?? value.pointer
    }
}

private struct Opening {
    var parts: [RecordSense.Part] = []
    var unreadable = 0

    mutating func open(_ credential: Credential, level: Int, inside outer: RecordSense.Part?) {
        guard level <= Limits.embeddingDepth else { return }
        for item in credential.contained() where outer == nil || item.role == .content {
            guard parts.count < Limits.embeddedCredentials else { return }
            let document: CredentialDocument
            do { document = try CredentialDocument(contained: item) } catch {
                unreadable += 1
                continue
            }
            let isHidden = outer?.isInToken == true
            let part = RecordSense.Part(
                credential: document.credential, role: item.role,
                place: isHidden ? outer?.place ?? item.pointer : item.pointer,
                offset: isHidden ? outer?.offset ?? 0 : item.value.range.lowerBound,
                isInToken: isHidden || document.token != nil, level: level)
            parts.append(part)
            if item.role == .content { open(document.credential, level: level + 1, inside: part) }
        }
    }
}
