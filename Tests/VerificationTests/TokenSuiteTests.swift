import Credentials
import JSONText
import TestSupport
import Testing

@testable import Verification

/// The signed inputs of the W3C suite for VC-JOSE-COSE. Its issuer is made of the keys that stand
/// beside them. (ES512 is not an algorithm that is checked here.)
@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The inputs of VC-JOSE-COSE` {
    private static let folder = "suites/vc-jose-cose/tests/input"
    private static let issuer = "https://example.issuer/vc-jose-cose"

    private func documents() throws -> [(url: String, bytes: [UInt8])] {
        let methods = try ["vm-p256", "vm-p384", "vm-ed25519"].map { name -> JSON in
            let value = try JSONDocument(
                parsing: Standards.bytes("\(Self.folder)/\(name).json")
            ).root
            return .object(
                value.members.filter { !$0.hasName("secretKeyJwk") }
                    .map { ($0.name, .verbatim($0.value)) })
        }
        let ids = try methods.map { method -> JSON in
            let root = try JSONDocument(parsing: method.serialized()).root
            return .string(root["id"]?.string ?? "")
        }
        let document = JSON.object([
            ("id", .string(Self.issuer)), ("verificationMethod", .array(methods)),
            ("assertionMethod", .array(ids)), ("authentication", .array(ids)),
        ])
        let context = try Standards.bytes("contexts/w3c/credentials-examples-v2.jsonld")
        return [
            (Self.issuer, document.serialized()),
            ("https://www.w3.org/ns/credentials/examples/v2", context),
        ]
    }

    private func verify(_ name: String) async throws -> Verdict {
        await Fixture.verify(
            try Standards.bytes("\(Self.folder)/\(name).txt"), documents: try documents(),
            now: Timestamp(seconds: 1_734_311_060))
    }

    @Test(arguments: [
        "credential-jose-minimal", "credential-issuer-match-signed", "credential-sdjwt-selective",
    ])
    func `verify`(name: String) async throws {
        let verdict = try await verify(name)
        #expect(verdict.outcome(.proof) == .passed)
        #expect(verdict.outcome(.controller) == .passed)
        #expect(verdict.problems == [])
    }

    @Test(arguments: [
        ("credential-jose-bad-signature", "proof.signature-invalid"),
        ("credential-sdjwt-bad-signature", "proof.signature-invalid"),
        ("credential-jose-bad-media-type", "purpose.wrong"),
        ("credential-sdjwt-bad-media-type", "purpose.wrong"),
        ("credential-jose-vc-vp-claims", "purpose.wrong"),
        ("presentation-jose-bad-media-type", "purpose.wrong"),
        ("presentation-sdjwt-bad-media-type", "purpose.wrong"),
        ("presentation-sdjwt-bad-credential", "purpose.wrong"),
    ])
    func `are refused where they are wrong`(name: String, code: String) async throws {
        let verdict = try await verify(name)
        #expect(verdict.verdict == .failed)
        #expect(verdict.problems.contains(code), "\(verdict.problems)")
    }

    @Test func `with ES512 are undetermined`() async throws {
        for name in ["credential-jose-unknown-extensions", "credential-sdjwt-nested"] {
            let verdict = try await verify(name)
            #expect(verdict.problems.contains("proof.none-supported"))
            #expect(verdict.verdict != .verified)
        }
    }

    @Test func `present credentials in three forms`() async throws {
        let verdict = try await verify("presentation-jose-multiple")
        #expect(verdict.problems == [])
        #expect(
            verdict.contents.map(\.problems) == [[], [], ["readable.envelope-unsupported"]])
        let selective = try await verify("presentation-sdjwt-selective")
        #expect(selective.problems == [])
        #expect(selective.contents.map(\.problems) == [[]])
        let bad = try await verify("presentation-jose-bad-credential")
        #expect(bad.contents.map(\.problems) == [["readable.envelope-invalid"]])
    }
}
