import Credentials
import JSONText
import Verification

/// Drafts inside are signed first, each by its own issuer's key where that is at hand (otherwise
/// the record vouches for them); what is signed already stays verbatim.
extension Issuance {
    func contents(
        of draft: Credential, _ request: IssuanceRequest, _ key: IssuingKey
    ) async throws(IssuanceError) -> [JSON]? {
        let inside = draft.subject?.json["verifiableCredential"]
        guard inside != nil || !request.contents.isEmpty else { return nil }
        let subject = draft.place.appending("credentialSubject")
        guard draft.json["credentialSubject"]?.isObject == true else {
            throw .noPlaceForContents(subject)
        }
        let place = subject.appending("verifiableCredential")
        let isList = inside?.isArray == true
        let parts = (inside?.oneOrMore ?? []).enumerated().map { index, value in
            Part(value: value, place: isList ? place.appending(index) : place)
        }
        var contents = try await self.contents(of: parts, key, request)
        for (index, bytes) in request.contents.enumerated() {
            do throws(IssuanceError) {
                contents.append(try Self.content(bytes, index))
            } catch {
                try request.note(error)
            }
        }
        return contents
    }

    func contentsOrNote(
        of draft: Credential, _ request: IssuanceRequest, _ key: IssuingKey
    ) async throws(IssuanceError) -> [JSON]? {
        do throws(IssuanceError) {
            return try await contents(of: draft, request, key)
        } catch {
            try request.note(error)
            return nil
        }
    }

    /// Endorsements that stand in the draft, at whatever node they speak of, are signed as its
    /// contents are. Those of its contents are signed with these.
    func endorsements(
        of draft: Credential, _ request: IssuanceRequest, _ key: IssuingKey
    ) async throws(IssuanceError) -> SignedParts {
        var parts = SignedParts()
        for part in draft.contained() {
            guard case .endorsement = part.role else { continue }
            let place = Part(value: part.value, place: part.pointer)
            parts.put(try await content(place, key, request), for: part.value)
        }
        return parts
    }

    /// A draft inside another, or what is signed already.
    private struct Part: Sendable {
        let value: JSONValue
        let place: JSONPointer

        var isDraft: Bool {
            let isEnvelope = Credential(value, at: place)
                .hasType(Envelope.Content.credential.rawValue)
            return value.isObject && value["proof"] == nil && !isEnvelope
        }

        /// Whether nothing in it needs an identifier.
        var isIdentified: Bool {
            guard isDraft else { return true }
            guard value["id"]?.string != nil else { return false }
            let achievement = value["credentialSubject"]?["achievement"]
            guard achievement.map(DraftCompletion.needsID) != true else { return false }
            return Credential(value, at: place).contained().allSatisfy { inner in
                Part(value: inner.value, place: inner.pointer).isIdentified
            }
        }
    }

    private struct Outcome: Sendable {
        let place: Int
        let result: Swift.Result<JSON, IssuanceError>
    }

    /// More than the cores of most machines; on fewer they take turns.
    private static let strands = 8

    /// Each hangs on itself alone, so that several are signed together. Where identifiers are
    /// missing, they are made in the order of the text.
    private func contents(
        of parts: [Part], _ key: IssuingKey, _ request: IssuanceRequest
    ) async throws(IssuanceError) -> [JSON] {
        let strands = min(Self.strands, parts.count)
        guard strands > 1, parts.allSatisfy(\.isIdentified) else {
            var contents: [JSON] = []
            for part in parts { contents.append(try await content(part, key, request)) }
            return contents
        }
        let outcomes = await withTaskGroup(of: [Outcome].self) { group in
            for strand in 0..<strands {
                group.addTask {
                    await self.outcomes(
                        of: parts, stride(from: strand, to: parts.count, by: strands), key,
                        request)
                }
            }
            var all: [Outcome] = []
            for await outcomes in group { all += outcomes }
            return all.sorted { $0.place < $1.place }
        }
        var contents: [JSON] = []
        contents.reserveCapacity(outcomes.count)
        for outcome in outcomes { contents.append(try outcome.result.get()) }
        return contents
    }

    /// Up to the first that fails: in the order of all, none before the first failure is missing.
    private func outcomes(
        of parts: [Part], _ places: StrideTo<Int>, _ key: IssuingKey, _ request: IssuanceRequest
    ) async -> [Outcome] {
        var outcomes: [Outcome] = []
        for place in places {
            do throws(IssuanceError) {
                let json = try await content(parts[place], key, request)
                outcomes.append(Outcome(place: place, result: .success(json)))
            } catch {
                outcomes.append(Outcome(place: place, result: .failure(error)))
                break
            }
        }
        return outcomes
    }

    private func content(
        _ part: Part, _ key: IssuingKey, _ outer: IssuanceRequest
    ) async throws(IssuanceError) -> JSON {
        guard part.isDraft else { return .verbatim(part.value) }
        let issuer = Credential(part.value, at: part.place).issuerID
        let isOurs = issuer == nil || keys.contains { $0.issuer.isSame(as: issuer ?? "") }
        guard isOurs else { return JSON(laidOut: part.value) }
        var request = IssuanceRequest(draft: part.value.document, proofs: outer.proofs)
        request.faults = outer.faults
        do throws(IssuanceError) {
            return try await sign(request, at: part.value, key, place: part.place).json
        } catch {
            try request.note(error)
            return JSON(laidOut: part.value)
        }
    }

    static func content(
        _ bytes: [UInt8], _ index: Int
    ) throws(IssuanceError) -> JSON {
        let document: CredentialDocument
        do {
            document = try CredentialDocument(reading: bytes)
        } catch {
            throw .unreadableContent(index: index, error.sentence)
        }
        guard let token = document.token else { return .verbatim(document.credential.json) }
        return Envelope.json(token.text, content: .credential)
    }
}
