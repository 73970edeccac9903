import ArgumentParser
import Foundation
import Issuance
import JSONText
import YAMLText

/// Drafts as files: in the long form or in the short one, with what they refer to beside them.
struct DraftFile {
    /// The draft in the long form; nil where it is none.
    let document: JSONDocument?
    let problems: [DraftProblem]
    let omitted: Int
    let places: StatusPlaces
    private let source: Source

    private struct Source {
        let bytes: [UInt8]
        let path: String
        let templates: [String]
        let statusFile: String?
    }

    /// - Parameter statusFile: of the list that the draft may name by its URL.
    init(_ path: String, templates: [String], statusFile: String?) throws {
        let bytes = try Files.read(path)
        try self.init(
            Source(bytes: bytes, path: path, templates: templates, statusFile: statusFile))
    }

    private init(_ source: Source) throws {
        let (bytes, path) = (source.bytes, source.path)
        self.source = source
        let folder =
            path == "-"
            ? URL(fileURLWithPath: ".", isDirectory: true)
            : URL(fileURLWithPath: path).deletingLastPathComponent()
        let places = StatusPlaces(folder: folder, named: source.statusFile)
        self.places = places
        let (written, line) = try Self.reading(bytes, path)
        guard ShortDraft.isShort(written.root) else {
            let problem = ShortDraft.formProblem(written.root, line: line)
            document = problem == nil ? written : nil
            problems = problem.map { [$0] } ?? []
            omitted = 0
            return
        }
        let materials = DraftMaterials(
            templates: try Self.shelf(source.templates),
            read: { name, template, most in
                let beside = template.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
                return Self.octets(name, in: beside ?? folder, most)
            }, place: { places.place($0) })
        let draft = ShortDraft(
            reading: written.root, materials: materials, line: line,
            randomness: Randomness.octets)
        document = draft.credential
        problems = draft.problems
        omitted = draft.omitted
    }

    /// The draft with the places that it has on status lists, which are nobody else's from now on.
    /// Where another took one of them meanwhile, others are chosen.
    func taken() throws -> DraftFile {
        var draft = self
        while !(try draft.places.take()) { draft = try DraftFile(draft.source) }
        return draft
    }

    /// What can be signed.
    var sound: JSONDocument? { problems.isEmpty ? document : nil }

    /// All of it, one line each.
    var complaints: [String] {
        problems.map(\.description) + (omitted > 0 ? ["…and \(omitted) more."] : [])
    }

    typealias LineFinder = @Sendable (JSONPointer) -> Int?

    /// A draft in the short form, as it is written; nil where it is something else.
    static func written(
        _ bytes: [UInt8], _ path: String
    ) throws -> (document: JSONDocument, line: LineFinder?)? {
        let first = bytes.first { $0 > 0x20 }
        if first == UInt8(ascii: "{") {
            guard let document = try? JSONDocument(parsing: bytes),
                ShortDraft.isShort(document.root)
            else { return nil }
            return (document, nil)
        }
        let isNamed = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        guard isNamed || bytes.starts(with: "draft:".utf8) else { return nil }
        return try reading(bytes, path)
    }

    private static func reading(
        _ bytes: [UInt8], _ path: String
    ) throws -> (JSONDocument, LineFinder?) {
        let first = bytes.first { $0 > 0x20 }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        // A flow mapping of YAML begins as JSON does; what is JSON is read as that.
        let isNamed = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        guard isNamed || !isJSON else { return (try Files.document(bytes, named: path), nil) }
        do {
            let text = try YAMLDocument(reading: bytes)
            let document = try Files.document(text.json, named: path)
            return (document, { text.line(at: $0.description) })
        } catch let error as YAMLError {
            throw Stop(.no, at: path, "\(error)")
        }
    }

    private static func shelf(_ folders: [String]) throws -> TemplateShelf {
        var shelf = TemplateShelf()
        for folder in folders {
            let url = URL(fileURLWithPath: folder)
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
                throw Stop(.usage, "\(folder) is no folder of templates")
            }
            for name in names.sorted() where isDraft(name) {
                let path = url.appendingPathComponent(name).path
                let (document, line) = try reading(Files.read(path), path)
                if name.utf8.starts(with: (TemplateShelf.vocabularyName + ".").utf8) {
                    shelf.add(vocabulary: document, file: path, line: line)
                } else {
                    shelf.add(document, file: path, line: line)
                }
            }
        }
        return shelf
    }

    private static func isDraft(_ name: String) -> Bool {
        [".json", ".yaml", ".yml"].contains { name.hasSuffix($0) }
    }

    /// Names are relative to the file that says them.
    private static func octets(
        _ name: String, in folder: URL, _ most: Int
    ) -> DraftMaterials.FileAnswer {
        let path = URL(fileURLWithPath: name, relativeTo: folder).path
        do {
            return .octets(try Files.read(path, maximumBytes: most))
        } catch let stop as Stop {
            return .fault(stop.message)
        } catch {
            return .fault("it cannot be read")
        }
    }
}
