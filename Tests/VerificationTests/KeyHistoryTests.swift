import Credentials
import DIDs
import DataIntegrity
import Issuance
import JSONLD
import JSONText
import KeyMaterial
import Testing

@testable import Verification

/// The course of these tests was signed on 2026-03-01 at noon, and is looked at in June.
@Suite struct `A key with a history` {
    private static let later = Timestamp("2026-06-01T00:00:00Z") ?? Fixture.now

    private func document(_ ending: String) throws -> (url: String, bytes: [UInt8]) {
        let (url, bytes) = try Fixture.controllerDocument()
        return (url, Fixture.replacing("\"type\":", "\(ending), \"type\":", in: bytes))
    }

    private func verdict(_ bytes: [UInt8], _ ending: String) async throws -> Verdict {
        await Fixture.verify(bytes, documents: [try document(ending)], now: Self.later)
    }

    @Test(arguments: ["revoked", "expires"])
    func `holds for what was signed before its end`(member: String) async throws {
        let bytes = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
        for end in ["2026-03-01T12:00:01Z", "2026-04-01T00:00:00Z", "2030-01-01T00:00:00Z"] {
            let verdict = try await verdict(bytes, "\"\(member)\": \"\(end)\"")
            #expect(verdict.problems == [], "\(end)")
            #expect(verdict.verdict == .verified)
        }
    }

    @Test(arguments: ["revoked", "expires"])
    func `does not hold for what was signed at its end or after`(member: String) async throws {
        let bytes = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
        for end in ["2026-03-01T12:00:00Z", "2026-03-01T13:00:00+02:00", "2020-01-01T00:00:00Z"] {
            let verdict = try await verdict(bytes, "\"\(member)\": \"\(end)\"")
            #expect(verdict.problems == ["controller.key-retired"], "\(end)")
            #expect(verdict.outcome(.proof) == .passed)
            #expect(verdict.verdict == .failed)
        }
    }

    @Test func `ends with the earlier of the two`() async throws {
        let bytes = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
        let both = "\"expires\": \"2030-01-01T00:00:00Z\", \"revoked\": \"2026-02-01T00:00:00Z\""
        #expect(try await verdict(bytes, both).problems == ["controller.key-retired"])
    }

    @Test func `counts as of now where the proof does not say when it was made`() async throws {
        let signed = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
        let whole = try JSONDocument(parsing: signed).root
        let unsigned = try JSONDocument(
            parsing: JSON.object(
                whole.members.filter { !$0.hasName("proof") }
                    .map { ($0.name, JSON.verbatim($0.value)) }
            ).serialized()
        ).root
        let key = try Fixture.webKey()
        let secured = SecuredDocument(
            unsigned,
            processor: JSONLDProcessor(contexts: ContextShelf(), options: .credential))
        let options = ProofOptions(
            verificationMethod: Text(key.verificationMethod), created: nil)
        let proof = try EdDSARDFC2022().createProof(options, of: secured, with: key.signer)
        let bytes = proof.attached(to: unsigned).serialized()
        let past = try await verdict(bytes, "\"revoked\": \"2026-05-01T00:00:00Z\"")
        #expect(past.problems == ["controller.key-retired"])
        let coming = try await verdict(bytes, "\"revoked\": \"2026-07-01T00:00:00Z\"")
        #expect(coming.problems == [])
    }

    @Test func `whose end cannot be read is not used`() async throws {
        let bytes = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey()])
        let verdict = try await verdict(bytes, "\"revoked\": \"last week\"")
        #expect(verdict.verdict == .failed)
        #expect(verdict.problems.contains("controller.document-unusable"))
    }

    /// A document as `clr did create web` makes it, from one key to the next.
    @Test func `goes over from one key to the next`() async throws {
        let before = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey(1)])
        let id = Text(Fixture.controllerURL)
        var first = try ControllerDocumentDraft(id: id)
        try first.add(Fixture.key(1).publicKey)
        let earlier = try JSONDocument(parsing: first.document().serialized()).root
        var second = try ControllerDocumentDraft(id: id, earlier: earlier)
        try second.add(Fixture.key(2).publicKey)
        try second.end(
            Fixture.key(1).publicKey.multibase, .revoked, at: "2026-03-01T12:00:01Z")
        let document = try second.document().serialized()
        let after = try await Fixture.issued(Fixture.course(), with: [Fixture.webKey(2)])
        for bytes in [before, after] {
            let verdict = await Fixture.verify(
                bytes, documents: [(Fixture.controllerURL, document)], now: Self.later)
            #expect(verdict.problems == [])
        }
        var tooLate = try ControllerDocumentDraft(id: id, earlier: earlier)
        try tooLate.end(
            Fixture.key(1).publicKey.multibase, .revoked, at: "2026-03-01T11:00:00Z")
        let verdict = await Fixture.verify(
            before,
            documents: [(Fixture.controllerURL, try tooLate.document().serialized())],
            now: Self.later)
        #expect(verdict.problems == ["controller.key-retired"])
    }
}
