import Credentials
import DIDs
import Foundation
import JSONLD
import JSONText
import RDF
import Verification
import Vocabularies

/// Changes signed credentials at every place, and looks at what is still called verified:
///
///     clr-fuzz tamper DOCUMENTS.json FILE…
///
/// `DOCUMENTS.json` lists what is at hand beside them, as `[{"url": …, "file": …}]` with files
/// beside it; each of the files that verifies is changed in all of the ways of ``Change``.
struct Tampering {
    private let verifier: Verifier
    private let file: String
    private let document: JSONDocument

    /// Late enough for all samples and before any of them expires.
    private static let now = Timestamp("2026-06-30T00:00:00Z") ?? Timestamp(seconds: 0)

    enum Change: String, CaseIterable {
        case undefinedMember = "undefined members"
        case value = "changed values"
        case context = "exchanged contexts"
    }

    struct Mutant {
        let change: Change
        let place: JSONPointer
        let range: Range<Int>
        let replacement: String
    }

    /// Gives the problems that were found.
    static func run(_ list: String, _ files: [String]) async throws -> Int {
        let catalog = try documents(list)
        var problems = 0
        var samples = 0
        var counts: [Change: Int] = [:]
        var same = 0
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            let verifier = Verifier(catalog: catalog, clock: { now })
            guard let document = try? JSONDocument(parsing: bytes), document.root.isObject,
                await verifier.verify(bytes).verdict.aggregate == .verified
            else { continue }
            samples += 1
            let tampering = Tampering(verifier: verifier, file: file, document: document)
            let mutants = tampering.mutants()
            let found = await tampering.judge(mutants)
            problems += found.problems
            same += found.same
            for mutant in mutants { counts[mutant.change, default: 0] += 1 }
        }
        let words = Change.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
        print(
            "\(samples) of \(files.count) files verify; \(words.joined(separator: ", ")); "
                + "\(same) say what was signed; \(problems) are verified that must not be")
        guard samples > 0, counts.count == Change.allCases.count else {
            print("nothing was changed")
            return 1
        }
        return problems
    }

    private static func documents(_ list: String) throws -> CatalogSource {
        let url = URL(fileURLWithPath: list)
        let entries = try JSONDocument(parsing: [UInt8](Data(contentsOf: url))).root.elements
        return CatalogSource(
            try entries.compactMap { entry in
                guard let name = entry["url"]?.string, let file = entry["file"]?.string else {
                    return nil
                }
                let place = url.deletingLastPathComponent().appendingPathComponent(file)
                return (name, [UInt8](try Data(contentsOf: place)))
            })
    }

    // MARK: - What is changed

    private func mutants() -> [Mutant] {
        var all: [Mutant] = []
        collect(document.root, into: &all)
        return all
    }

    private func collect(_ value: JSONValue, into all: inout [Mutant]) {
        func add(_ change: Change, _ range: Range<Int>, _ replacement: String) {
            all.append(
                Mutant(
                    change: change, place: value.pointer, range: range, replacement: replacement))
        }
        let range = value.range
        switch value.kind {
        case .object:
            let inside = range.lowerBound + 1
            let comma = value.count > 0 ? "," : ""
            add(.undefinedMember, inside..<inside, "\"unheardOf\":\"x\"" + comma)
            for member in value.members {
                if member.hasName("@context") { collect(contexts: member.value, into: &all) }
                collect(member.value, into: &all)
            }
        case .array: for element in value.elements { collect(element, into: &all) }
        case .string:
            let end = range.upperBound - 1
            add(.value, end..<end, "x")
            add(.value, range, "\"\"")
        case .number:
            let isSeven = value.double == 7
            add(.value, range, isSeven ? "8" : "7")
        case .bool: add(.value, range, value.bool == true ? "false" : "true")
        case .null: add(.value, range, "\"x\"")
        }
    }

    /// Another context in the place of each, and none at all.
    private func collect(contexts value: JSONValue, into all: inout [Mutant]) {
        let others = [
            "\"https://example.org/unheard-of\"", "{\"@vocab\":\"urn:v:\"}",
            "{\"name\":\"urn:other:name\"}", "null",
        ]
        let known = KnownContexts.urls.sorted().map { "\"\($0)\"" }
        for context in value.oneOrMore {
            let own = String(decoding: context.bytes, as: UTF8.self)
            for other in others + known where other != own {
                all.append(
                    Mutant(
                        change: .context, place: context.pointer, range: context.range,
                        replacement: other))
            }
        }
    }

    // MARK: - What comes of it

    private func judge(_ mutants: [Mutant]) async -> (problems: Int, same: Int) {
        let said = statements(of: document.bytes)
        let strands = 4
        return await withTaskGroup(of: (problems: Int, same: Int).self) { group in
            for strand in 0..<strands {
                group.addTask {
                    var (problems, same) = (0, 0)
                    for place in stride(from: strand, to: mutants.count, by: strands) {
                        switch await judge(mutants[place], said) {
                        case true?: same += 1
                        case false?: problems += 1
                        case nil: continue
                        }
                    }
                    return (problems, same)
                }
            }
            var sum = (problems: 0, same: 0)
            for await part in group {
                sum.problems += part.problems
                sum.same += part.same
            }
            return sum
        }
    }

    /// nil where it is not verified; otherwise whether it says what was signed: a proof covers what
    /// the contexts make of the document, and one that says the same may verify.
    private func judge(_ mutant: Mutant, _ said: [UInt8]?) async -> Bool? {
        let bytes =
            document.bytes[..<mutant.range.lowerBound] + Array(mutant.replacement.utf8)
            + document.bytes[mutant.range.upperBound...]
        let changed = Array(bytes)
        guard await verifier.verify(changed).verdict.aggregate == .verified else { return nil }
        if isUnknownSuite(mutant.place) { return true }
        if isInContext(mutant), said != nil, statements(of: changed) == said { return true }
        print("\(file) \(mutant.place): verified with \(mutant.replacement)")
        return false
    }

    /// A proof by a suite that nobody knows, beside one that holds, says nothing and breaks
    /// nothing.
    private func isUnknownSuite(_ place: JSONPointer) -> Bool {
        place.tokens.count == 3 && place.tokens.first == "proof"
            && place.tokens.last == "cryptosuite"
    }

    private func isInContext(_ mutant: Mutant) -> Bool {
        mutant.change == .context || mutant.place.tokens.contains("@context")
    }

    private func statements(of bytes: [UInt8]) -> [UInt8]? {
        let processor = JSONLDProcessor(
            contexts: KnownContextLoader.process, options: .credential)
        let value = try? JSONDocument(parsing: bytes).root
        let dataset = value.flatMap { try? processor.toRDF($0, leavingOut: ["proof"]) }
        return dataset.flatMap { try? canonicalize($0).digest() }
    }
}
