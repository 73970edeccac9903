import DIDs
import Foundation
import JSONText
import TestSupport
import Testing

@testable import Verification

/// The corpus is made here; to write it anew, run these tests with `CLR_WRITE_DOCS=1`
/// (`make corpus`).
@Suite struct `The corpus` {
    /// A record as it stands in the folder, and the answer to it.
    struct Judged: Sendable {
        let place: CorpusFolder
        let verdict: Verdict
    }

    private static let isWriting = ProcessInfo.processInfo.environment["CLR_WRITE_DOCS"] == "1"
    private static let generated = ["records", "documents", "trust"]

    private static let made = Task { try await make() }
    private static let judged = Task { try await judge() }

    private static func make() async throws -> [CorpusFolder] {
        let chapters = Corpus.chapters
        return try await withThrowingTaskGroup(of: (Int, [CorpusFolder]).self) { group in
            for (index, chapter) in chapters.enumerated() {
                group.addTask {
                    let records = try await chapter.records()
                    return (index, records.map { CorpusFolder(chapter: chapter.name, record: $0) })
                }
            }
            var all: [(Int, [CorpusFolder])] = []
            for try await part in group { all.append(part) }
            let places = all.sorted { $0.0 < $1.0 }.flatMap(\.1)
            if isWriting { try write(places) }
            return places
        }
    }

    /// What is kept is what differs in its signatures alone.
    private static func write(_ places: [CorpusFolder]) throws {
        let files = places.flatMap(\.files)
        for path in CorpusFolder.all(below: generated).subtracting(files.map(\.path)) {
            try FileManager.default.removeItem(at: CorpusFolder.url.appendingPathComponent(path))
        }
        for (path, bytes) in files {
            let old = CorpusFolder.bytes(path).map(CorpusFolder.comparable)
            if old != CorpusFolder.comparable(bytes) { try CorpusFolder.write(bytes, to: path) }
        }
    }

    /// The files of the folder are judged, not what was made a moment ago.
    private static func judge() async throws -> [Judged] {
        let places = try await made.value
        return try await withThrowingTaskGroup(of: (Int, Judged).self) { group in
            for (index, place) in places.enumerated() {
                group.addTask {
                    let reader = place.record.reader
                    let verifier = Verifier(
                        policy: try reader.policy(), catalog: CatalogSource(reader.documents),
                        clock: { reader.now })
                    let bytes = try #require(CorpusFolder.bytes(place.file), "\(place.file)")
                    let verdict = await verifier.verify(bytes).verdict
                    return (index, Judged(place: place, verdict: verdict))
                }
            }
            var all: [(Int, Judged)] = []
            for try await part in group { all.append(part) }
            return all.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    // MARK: - What is made

    @Test func `is what its generator makes, and nothing else`() async throws {
        let files = try await Self.made.value.flatMap(\.files)
        let paths = files.map(\.path)
        #expect(Set(paths).count == paths.count, "Two records have one name.")
        for (path, bytes) in files {
            let old = CorpusFolder.bytes(path).map(CorpusFolder.comparable)
            #expect(old == CorpusFolder.comparable(bytes), "\(path)")
        }
        #expect(CorpusFolder.all(below: Self.generated).subtracting(paths) == [])
    }

    @Test func `has an index that says what must be answered`() async throws {
        let entries = try await Self.judged.value.map { $0.place.entry($0.verdict) }
        let index = JSON.object([("records", .array(entries))]).serialized(pretty: true) + [0x0A]
        if Self.isWriting { try CorpusFolder.write(index, to: "corpus.json") }
        let old = try JSONDocument(parsing: #require(CorpusFolder.bytes("corpus.json"))).root
        for (place, entry) in zip(try await Self.made.value, entries) {
            let there = old["records"]?.elements.first { value in
                value["name"]?.string?.isSame(as: place.name) == true
            }
            let here = try JSONDocument(parsing: entry.serialized()).root.canonicalized()
            #expect(try there?.canonicalized() == here, "\(place.file)")
        }
        #expect(CorpusFolder.bytes("corpus.json") == index)
    }

    @Test func `is small, and has good records and bad ones`() async throws {
        let judged = try await Self.judged.value
        #expect(judged.count >= 150)
        #expect(judged.filter { $0.verdict.verdict == .verified }.count >= 60)
        #expect(judged.filter { $0.verdict.verdict == .failed }.count >= 60)
        let files = try await Self.made.value.flatMap(\.files)
        #expect(files.reduce(0) { $0 + $1.bytes.count } < 3 << 20)
    }

    // MARK: - What is answered

    @Test func `is answered as its author says`() async throws {
        for judged in try await Self.judged.value {
            let record = judged.place.record
            let all = judged.verdict.tree.flatMap(\.checks)
            #expect(
                judged.verdict.verdict == record.verdict,
                "\(record.name): \(judged.verdict.verdict), \(judged.verdict.problems)")
            for code in record.shows {
                #expect(
                    all.contains { $0.code == code },
                    "\(record.name) shows \(all.map(\.code)), not \(code)")
            }
            let unsaid = all.filter { [.failed, .undetermined].contains($0.outcome) }
                .filter { !record.shows.contains($0.code) }
            #expect(
                unsaid.isEmpty,
                "\(record.name): \(unsaid.map { "\($0.code) \($0.message)" })")
        }
    }

    @Test func `reaches every code, save those that no file can bring`() async throws {
        let shown = Set(try await Self.judged.value.flatMap(\.place.record.shows))
        let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("codes-without-a-record.txt")
        let excused = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.compactMap {
                $0.split(separator: " ").first.map(String.init)
            }
        let missing = Code.allCases.map(\.rawValue).filter { !shown.contains($0) }
        #expect(missing == Code.allCases.map(\.rawValue).filter { excused.contains($0) })
        #expect(Set(excused).subtracting(missing) == [], "These have a record.")
    }
}
