import Credentials
import Issuance
import JSONText
import Testing
import TestSupport

@testable import Verification

@Suite struct `A record as a whole` {
    private static let contexts =
        ", \"@context\": [\"https://www.w3.org/ns/credentials/v2\", "
        + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"], "
        + "\"validFrom\": \"2026-01-01T00:00:00Z\", "
        + "\"issuer\": {\"id\": \"https://other.example/\", \"type\": [\"Profile\"]}"

    private func codes(of record: String) async throws -> [String] {
        let verdict = await Fixture.verify(try await Fixture.issued(record))
        #expect(verdict.verdict == .verified)
        return verdict.codes + verdict.contents.flatMap(\.codes)
    }

    private func association(_ source: Int, _ type: String, _ target: Int) -> String {
        let id = "urn:uuid:00000000-0000-4000-8000-00000000000"
        return "{\"type\": \"Association\", \"associationType\": \"\(type)\", "
            + "\"sourceId\": \"\(id)\(source)\", \"targetId\": \"\(id)\(target)\"}"
    }

    private func record(associations: [String]) -> String {
        let list = "\"association\": [\(associations.joined(separator: ","))], "
        return Fixture.record(contents: [Fixture.course()])
            .replacing("\"verifiableCredential\"", with: list + "\"verifiableCredential\"")
    }

    @Test func `names achievements that it has`() async throws {
        let codes = try await codes(of: record(associations: [association(1, "precedes", 2)]))
        #expect(codes.contains("associations.unresolved"))
    }

    @Test func `does not go round in a circle`() async throws {
        let circle = [association(1, "isPartOf", 2), association(1, "isParentOf", 2)]
        #expect(try await codes(of: record(associations: circle)).contains("associations.cycle"))
        let line = [association(1, "isPartOf", 2), association(3, "isParentOf", 2)]
        #expect(try await !codes(of: record(associations: line)).contains("associations.cycle"))
    }

    @Test func `speaks of one learner`() async throws {
        let other = Fixture.course().replacing("did:example:ada", with: "did:example:bob")
        let codes = try await codes(of: Fixture.record(contents: [other]))
        #expect(codes.contains("contents.another-subject"))
    }

    @Test func `ties results only to parts that are signed`() async throws {
        let parts = [1, 2].map {
            Fixture.course(extra: Self.contexts + ", \"id\": \"urn:uuid:\($0)\"")
        }
        #expect(
            try await codes(of: Fixture.record(contents: parts)).contains("contents.not-pinned"))
        let signed = [Fixture.course(), Fixture.course()]
        #expect(
            try await !codes(of: Fixture.record(contents: signed)).contains("contents.not-pinned"))
    }

    @Test func `carries endorsements of what it holds`() async throws {
        func endorsement(of id: String) -> String {
            "\"endorsement\": [{\"type\": [\"VerifiableCredential\", \"EndorsementCredential\"], "
                + "\"name\": \"E\", \"id\": \"urn:uuid:e\", \"credentialSubject\": {\"id\": \"\(id)\", "
                + "\"type\": [\"EndorsementSubject\"]}\(Self.contexts)}]"
        }
        let mine = try await codes(
            of: Fixture.course(extra: ", \(endorsement(of: "did:example:ada"))"))
        #expect(!mine.contains("contents.endorses-something-else"))
        #expect(mine.contains("proof.vouched-by-record"))
        let other = try await codes(of: Fixture.course(extra: ", \(endorsement(of: "urn:x:y"))"))
        #expect(other.contains("contents.endorses-something-else"))
    }

    @Test(.enabled(if: Standards.present))
    func `of 1EdTech is verified with its issuer's document, and not without`() async throws {
        let bytes = try Standards.bytes("samples/clr20/validator/simple.json")
        let without = await Fixture.verify(bytes)
        #expect(without.verdict == .undetermined)
        #expect(without.problems == ["controller.document-unavailable"])
        let id = "https://example.edu/issuers/565049"
        let key = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"
        let document = """
            {"id": "\(id)", "verificationMethod": [{"id": "\(id)#\(key)", "type": "Multikey",
            "controller": "\(id)", "publicKeyMultibase": "\(key)"}],
            "assertionMethod": ["\(id)#\(key)"]}
            """
        let with = await Fixture.verify(bytes, documents: [(id, Array(document.utf8))])
        #expect(with.verdict == .verified)
        #expect(with.aggregate == .undetermined)
        #expect(with.contents.map(\.verdict) == [.undetermined])
    }
}
