import Credentials
import Foundation
import JSONText
import RecordPages
import TestSupport
import Testing
import Verification

@Suite struct `Every value of a file is in its page` {
    @Test(.enabled(if: Standards.present))
    func `of a real one, whatever standard it is of, and without script`() async throws {
        var counts = (files: 0, values: 0)
        for file in try samples() {
            let values = try await look(at: try Standards.bytes(file), named: file)
            counts = (counts.files + (values == nil ? 0 : 1), counts.values + (values ?? 0))
        }
        #expect(counts.files > 150)
        #expect(counts.values > 20_000)
    }

    /// The corpus has what samples lack: presentations, each form of token and envelope, baked
    /// pictures of both kinds, and members that no standard knows.
    @Test func `of the corpus: a presentation, a token, a picture, an unknown member`() async throws
    {
        var seen: [String: Int] = [:]
        for file in try corpus() {
            let bytes = try [UInt8](Data(contentsOf: file))
            let name = file.pathComponents.suffix(2).joined(separator: "/")
            guard try await look(at: bytes, named: name) != nil else { continue }
            let folder = file.deletingLastPathComponent().lastPathComponent
            seen[folder, default: 0] += 1
            seen[file.pathExtension, default: 0] += 1
        }
        for (kind, atLeast) in [
            "presentations": 7, "tokens": 15, "pictures": 7, "older-generations": 20,
            "contexts-and-terms": 10, "json": 150, "jwt": 20, "sd-jwt": 3, "png": 3, "svg": 4,
        ] { #expect(seen[kind, default: 0] >= atLeast, "\(kind): \(seen[kind, default: 0])") }
    }

    /// How many values were looked for; nil where the file holds no text that can be read.
    private func look(at bytes: [UInt8], named name: String) async throws -> Int? {
        let now = try #require(Timestamp("2026-06-30T00:00:00Z"))
        let texts = FileText.all(of: bytes)
        guard !texts.isEmpty else { return nil }
        let checked = await Verifier(clock: { now }).verify(bytes)
        let html = try PageRenderer().html(
            StandalonePage(
                page: RecordPage(RecordPageInput(checked)), original: bytes, fileName: "a.json",
                mediaType: "application/json"))
        let shown = Self.preformatted(Array(html.utf8))
        var count = 0
        for text in texts {
            var values: [[UInt8]] = []
            text.root.forEachLeaf { _, value in values.append(Array(value.bytes)) }
            count += values.count
            #expect(
                shown.contains { Self.has(values, $0) },
                "\(name) \(text.token) \(text.part.rawValue)")
        }
        return count
    }

    private func corpus() throws -> [URL] {
        let root = Standards.packageRoot.appendingPathComponent("Corpus/records")
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return (walk?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { !$0.hasDirectoryPath && $0.pathExtension != "txt" }
            .sorted { $0.path < $1.path }
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
