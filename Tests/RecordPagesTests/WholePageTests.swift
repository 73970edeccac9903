import Credentials
import Foundation
import JSONText
import RecordPages
import TestSupport
import Testing
import Verification

@Suite(.enabled(if: Standards.present))
struct `Every value of a real file is in its page` {
    @Test func `whatever standard it is of, and without script`() async throws {
        let now = try #require(Timestamp("2026-06-30T00:00:00Z"))
        let renderer = try PageRenderer()
        var counts = (files: 0, values: 0)
        for file in try samples() {
            let bytes = try Standards.bytes(file)
            let texts = FileText.all(of: bytes)
            guard !texts.isEmpty else { continue }
            let checked = await Verifier(clock: { now }).verify(bytes)
            let html = renderer.html(
                StandalonePage(
                    page: RecordPage(RecordPageInput(checked)), original: bytes, fileName: "a.json",
                    mediaType: "application/json"))
            let shown = Self.preformatted(Array(html.utf8))
            for text in texts {
                var values: [[UInt8]] = []
                text.root.forEachLeaf { _, value in values.append(Array(value.bytes)) }
                counts.values += values.count
                #expect(
                    shown.contains { Self.has(values, $0) },
                    "\(file) \(text.token) \(text.part.rawValue)")
            }
            counts.files += 1
        }
        #expect(counts.files > 150)
        #expect(counts.values > 20_000)
    }

    private func samples() throws -> [String] {
        let root = try Standards.url("samples")
        let walk = FileManager.default.enumerator(atPath: root.path)
        return (walk?.allObjects ?? []).compactMap { $0 as? String }.filter { name in
            [".json", ".jwt", ".png", ".svg", ".1clr"].contains { name.hasSuffix($0) }
        }.sorted().map { "samples/" + $0 }
    }

    /// All values, each behind the one before it.
    private static func has(_ values: [[UInt8]], _ text: [UInt8]) -> Bool {
        var rest = text[...]
        for value in values {
            guard let found = range(of: value, in: rest) else { return false }
            rest = rest[found...]
        }
        return true
    }

    /// Where the value ends.
    private static func range(of value: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
        guard let first = value.first else { return nil }
        var place = text.startIndex
        while place + value.count <= text.endIndex {
            if text[place] == first, text[place..<(place + value.count)].elementsEqual(value) {
                return place + value.count
            }
            place += 1
        }
        return nil
    }

    /// What stands in the `pre` elements of a page, as a reader sees it.
    private static func preformatted(_ html: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: html, as: UTF8.self)
        return text.components(separatedBy: "<pre ").dropFirst().compactMap { part in
            let start = part.range(of: ">")?.upperBound ?? part.startIndex
            let end = part.range(of: "</pre>")?.lowerBound ?? part.endIndex
            var out: [UInt8] = []
            var isTag = false
            for byte in part[start..<end].utf8 {
                if byte == UInt8(ascii: "<") { isTag = true }
                if !isTag { out.append(byte) }
                if byte == UInt8(ascii: ">") { isTag = false }
            }
            var plain = String(decoding: out, as: UTF8.self)
            for (entity, character) in [
                ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
            ] { plain = plain.replacingOccurrences(of: entity, with: character) }
            return Array(plain.utf8)
        }
    }
}

@Suite struct `What tokens say` {
    private func token(_ claims: String) -> String {
        [#"{"alg":"EdDSA","kid":"a-key"}"#, claims].map { text in
            Data(text.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
                .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        }.joined(separator: ".") + ".AAAA"
    }

    private func html(_ text: String) async throws -> String {
        let now = try #require(Timestamp("2026-06-30T00:00:00Z"))
        let checked = await Verifier(clock: { now }).verify(Array(text.utf8))
        return try PageRenderer().html(RecordPage(RecordPageInput(checked)))
    }

    @Test func `is read in the page, header and claims, also of a token inside a token`()
        async throws
    {
        let inner = token(#"{"type":["VerifiableCredential"],"deep":"found-it"}"#)
        let outer = token(
            #"{"type":["VerifiableCredential"],"credentialSubject":{"verifiableCredential":["#
                + "\"\(inner)\"]}}")
        let html = try await html(outer)
        #expect(html.contains("The token: header"))
        #expect(
            html.contains(
                "The token at claims /credentialSubject/verifiableCredential/0: claims"))
        #expect(html.contains("found-it"))
        #expect(html.contains("a-key"))
    }

    @Test func `does not hide the envelope around one`() async throws {
        let inner = token(#"{"type":["VerifiableCredential"]}"#)
        let html = try await html(
            """
            {"@context": "https://www.w3.org/ns/credentials/v2", "note": "on-the-envelope",
            "type": "EnvelopedVerifiableCredential", "id": "data:application/vc+jwt,\(inner)"}
            """)
        #expect(html.contains("The envelope"))
        #expect(html.contains("on-the-envelope"))
    }
}
