import Issuance
import JSONText
import KeyMaterial
import Testing

@testable import Verification

@Suite struct `Bad input` {
    private static let deep = String(repeating: "[", count: 100_000)

    @Test(arguments: [
        ("", "readable.empty"), ("   \n", "readable.empty"), ("hello", "readable.not-json"),
        ("<!DOCTYPE html><p>404</p>", "readable.markup"),
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "readable.image-without-credential"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>", "readable.image-broken"),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>", "readable.image-unsafe"),
        ("GIF89a", "readable.image-of-another-kind"),
        ("{\"a\": 1, \"a\": 2}", "readable.not-json"), ("{\"a\": ", "readable.not-json"),
        ("[]", "readable.not-an-object"), ("12", "readable.not-an-object"),
        (deep, "readable.not-json"), ("eyJhbGciOiJub25lIn0.x", "readable.malformed-jwt"),
        ("{}", "type.missing"), ("{\"type\": \"Assertion\"}", "type.not-a-credential"),
    ])
    func `is an answer, and never verified`(text: String, code: String) async {
        let verdict = await Fixture.verify(Array(text.utf8))
        #expect(verdict.verdict != .verified)
        #expect(verdict.codes.contains(code))
        #expect(verdict.checks.allSatisfy { !$0.message.isEmpty })
    }

    @Test func `of a PNG that was cut off is broken, and where is said`() async {
        let verdict = await Fixture.verify([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0])
        #expect(verdict.codes == ["readable.image-broken"])
        #expect(verdict.checks.first?.message.contains("octet 8") == true)
    }

    @Test func `of credentials a hundred levels deep names the limit`() async {
        let open =
            "{\"type\": [\"VerifiableCredential\"], \"credentialSubject\": "
            + "{\"verifiableCredential\": ["
        let text = String(repeating: open, count: 100) + String(repeating: "]}}", count: 100)
        let verdict = await Fixture.verify(Array(text.utf8))
        #expect(verdict.problems == ["readable.embedded-too-deep"])
    }

    @Test func `of an unsigned credential fails its proof only`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let value = try JSONDocument(parsing: bytes).root
        let unsigned = JSON.object(
            value.members.filter { !$0.hasName("proof") }
                .map { ($0.name, .verbatim($0.value)) })
        #expect(await Fixture.verify(unsigned.serialized()).problems == ["proof.missing"])
    }

    @Test func `of an all-zero signature fails`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let value = try JSONDocument(parsing: bytes).root
        let signature = try #require(value["proof"]?["proofValue"]?.string)
        let zero = "z" + String(repeating: "1", count: 64)
        let verdict = await Fixture.verify(Fixture.replacing(signature, zero, in: bytes))
        #expect(verdict.problems == ["proof.signature-invalid"])
    }

    @Test func `of reordered contexts fails`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let first = "\"https://www.w3.org/ns/credentials/v2\""
        let second = "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\""
        let swapped = Fixture.replacing("\(first),\(second)", "\(second),\(first)", in: bytes)
        #expect(swapped != bytes)
        let verdict = await Fixture.verify(swapped)
        #expect(verdict.verdict == .failed)
        #expect(verdict.outcome(.context) == .failed)
    }

    @Test func `of a redefined protected term fails`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let last = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""
        let changed = Fixture.replacing(
            last, last + ",{\"name\": \"https://evil.example/x\"}", in: bytes)
        let verdict = await Fixture.verify(changed)
        #expect(verdict.problems.contains("context.protected-term-redefined"))
    }

    @Test func `of an unknown context is undetermined, and names it`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let last = "\"https://purl.imsglobal.org/spec/ob/v3p0/extensions.json\""
        let url = "https://unknown.example/context.json"
        let changed = Fixture.replacing(last, last + ",\"\(url)\"", in: bytes)
        let verdict = await Fixture.verify(changed)
        #expect(verdict.verdict == .undetermined)
        #expect(verdict.problems.contains("context.unavailable"))
        let check = verdict.checks.first { $0.name == .context }
        #expect(check?.message.contains(url) == true)
        let context = (url: url, bytes: Array("{\"@context\": {}}".utf8))
        let known = await Fixture.verify(changed, documents: [context])
        #expect(known.problems == [])
    }

    @Test func `of a context that poses as a known one changes nothing`() async throws {
        let bytes = try await Fixture.issued(Fixture.course())
        let posing = (
            url: "https://www.w3.org/ns/credentials/v2", bytes: Array("{\"@context\": {}}".utf8)
        )
        #expect(await Fixture.verify(bytes, documents: [posing]).problems == [])
    }
}
