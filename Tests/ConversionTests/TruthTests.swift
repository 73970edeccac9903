import Credentials
import JSONText
import TestSupport
import Testing

@testable import Conversion

/// Of every real record, in every form that it goes to: what the report says is so.
@Suite struct `A report on a real record` {
    private static let targets: [ConversionTarget] = [
        .europass, .resume, .transcript, .table, .text,
    ]

    private static let samples =
        Accounts.samples.map { "clr20/\($0).json" } + [
            "clr20/validator/simple.jwt", "ob30/validator/complete.json",
            "ob30/validator/simple-jwt.png", "ob30/validator/simple-json.svg",
            "ob30/badge-engine/openbadge-3-complete.json", "ob30/spec-examples/fullOpenBadge.json",
            "ob30/learncard/obv3__1edtech-full.json", "ob30/learncard/obv3__with-endorsement.json",
            "ob30/edubadges-nl/theed_microcredential_embedded_ho.json",
            "ob30/mynextid/open-badge-mc-example.json",
            "ob30/dc-bootcamp/embedded__signedCredential.json",
            "ob30/dcc/v1/bothSignatureTypes/didKey/legacy-noStatus-noExpiry.json",
            "ob30/dcc/v2/ed25519/didKey/legacy-noStatus-noExpiry-lcwExperience.json",
        ]

    /// What becomes a CLR 2.0 or a badge of 3.0 first, in the same call.
    private static let olderSamples =
        [
            "CLRdemo1", "CLRdemo13", "CLRdemo3", "CLRdemo4", "james-clr-transcript",
            "nd-clr-transcript", "transcript-clr-example", "signedVC-ClrSet", "vc-wrapped-clr",
            "vc-3451d19e-0c04-4001-af2c-36a7098bce4a",
        ].map { "clr10/randa/\($0).json" } + [
            "extended-transcript/my-first-transcript.json",
            "ob30/dc-bootcamp/ELM__01_separated__AA-Annex1-MC-unsigned-PROD.json",
            "ob30/dc-bootcamp/ELM__02_merged__MC.json",
            "ob30/dc-bootcamp/ELM__02_merged__MC_raw.json",
        ]

    /// What was made, as far as a report names places in it.
    private struct Made {
        let scalar: (String) -> String?
        let exists: (String) -> Bool
        let texts: Set<String>
    }

    private func made(_ converted: Converted, _ target: ConversionTarget) throws -> Made {
        switch target {
        case .table:
            let rows = try CSVReader.rows(converted.bytes)
            let cells = rows.dropFirst().joined()
            return Made(
                scalar: { CSVReader.cell(rows, $0) },
                exists: { CSVReader.cell(rows, $0) != nil },
                texts: Set(cells).union(cells.flatMap { $0.components(";") }))
        case .text:
            let lines = String(decoding: converted.bytes, as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let value = { (place: String) -> String? in
                guard let number = Int(place.dropFirst("line=".count)),
                    lines.indices.contains(number)
                else { return nil }
                let line = lines[number]
                return line.range(of: ": ").map { String(line[$0.upperBound...]) }
            }
            return Made(
                scalar: value, exists: { value($0) != nil },
                texts: Set(lines.indices.compactMap { value("line=\($0)") }))
        case .transcript:
            let root = try XMLElement(reading: converted.bytes)
            return Made(
                scalar: Accounts.scalar(root), exists: { Accounts.element(root, $0) != nil },
                texts: Set(Self.texts(root)))
        case _:
            let root = try JSONDocument(parsing: converted.bytes).root
            return Made(
                scalar: Accounts.scalar(root), exists: Accounts.exists(root),
                texts: Set(Self.leaves(root).map(\.text)))
        }
    }

    private static func texts(_ element: XMLElement) -> [String] {
        element.children.isEmpty ? [element.text] : element.children.flatMap(texts)
    }

    /// All scalars with their places; what stands in an envelope has its places too.
    private static func leaves(
        _ value: JSONValue, _ place: String = ""
    ) -> [(place: String, text: String)] {
        let own = (value.string ?? value.numberText).map { [(place, $0)] } ?? []
        var inside =
            LossReport.children(of: value) + Accounts.said(value).flatMap(LossReport.children(of:))
        if place.contains("/verifiableCredential/"), let text = value.string,
            let token = try? CompactToken(reading: Array(text.utf8))
        {
            inside += LossReport.children(of: token.credential)
        }
        return own + inside.flatMap { leaves($0.value, place + $0.token) }
    }

    @Test(.enabled(if: Standards.present), arguments: samples)
    func `is true, entry by entry`(path: String) throws {
        let input = try ConversionInput(reading: Standards.bytes("samples/\(path)"))
        try check(input.value)
    }

    @Test(.enabled(if: Standards.present), arguments: olderSamples)
    func `is true of the whole way, where that has two steps`(path: String) throws {
        try check(JSONDocument(parsing: Standards.bytes("samples/\(path)")).root)
    }

    private func check(_ source: JSONValue) throws {
        let leaves = Self.leaves(source)
        let counts = Dictionary(leaves.map { ($0.text, 1) }, uniquingKeysWith: +)
        // The same address again.
        let mailboxes = Set(
            leaves.filter { $0.text.hasPrefix("mailto:") }.map { String($0.text.dropFirst(7)) })
        let kind = try #require(ConversionSource(.json(source)))
        for target in Self.targets where kind.own != target {
            let converted = try ConversionRoute.route(.json(source), to: target)(
                .json(source), newID: Accounts.identifiers())
            let report = converted.report
            let made = try made(converted, target)
            #expect(Accounts.unaccounted(source, "", report) == [], "\(target)")
            // What is carried stands there as it stood; what is changed stands there.
            let untrue = Accounts.untrue(
                report, from: Accounts.scalar(source), to: made.scalar, exists: made.exists)
            #expect(untrue == [], "\(target)")
            #expect(Accounts.lostHolders(report) == [], "\(target)")
            // What is lost stands nowhere: long texts that the record says once.
            let found = leaves.filter { leaf in
                leaf.text.utf8.count > 7 && !leaf.place.contains("/@context")
                    && !leaf.place.contains("/type") && !leaf.place.hasSuffix("Type")
                    && !mailboxes.contains(leaf.text) && counts[leaf.text] == 1
                    && report.fate(of: leaf.place)?.name == "lost" && made.texts.contains(leaf.text)
            }
            #expect(found.map(\.place) == [], "\(target)")
            // Of the text nothing is lost at all, but what the first step leaves behind.
            guard target == .text, kind.firstStep == nil else { continue }
            let lost = leaves.filter {
                report.fate(of: $0.place)?.name == "lost" && !$0.text.isEmpty
            }
            #expect(lost.map(\.place) == [])
        }
    }
}

extension String {
    fileprivate func components(_ separator: Character) -> [String] {
        split(separator: separator).map { part in
            String(part.drop { $0 == " " })
        }
    }
}
