import ArgumentParser
import Foundation
import Issuance
import JSONText

/// Drafts as files: in the long form or in the short one, with what they refer to beside them.
struct DraftFile {
    /// The draft in the long form; nil where it is none.
    let document: JSONDocument?
    let problems: [DraftProblem]
    let omitted: Int

    init(_ path: String, templates: [String]) throws {
        let bytes = try Files.read(path)
        let (written, line) = try Self.reading(bytes, path)
        guard ShortDraft.isShort(written.root) else {
            document = written
            problems = []
            omitted = 0
            return
        }
        let folder = URL(fileURLWithPath: path == "-" ? "." : path).deletingLastPathComponent()
        let materials = DraftMaterials(
            templates: try Self.shelf(templates),
            read: { name, most in Self.octets(name, in: folder, most) })
        let draft = ShortDraft(
            reading: written.root, materials: materials, randomness: Randomness.octets)
        document = draft.credential
        problems = draft.problems.map { problem in
            var problem = problem
            if problem.file == nil, let line { problem.line = line(problem.place) }
            return problem
        }
        omitted = draft.omitted
    }

    /// All of it, one line each.
    var complaint: String {
        let more = omitted > 0 ? "\n…and \(omitted) more." : ""
        return problems.map(\.description).joined(separator: "\n") + more
    }

    private typealias LineFinder = (JSONPointer) -> Int?

    private static func reading(
        _ bytes: [UInt8], _ path: String
    ) throws -> (JSONDocument, LineFinder?) {
        (try Files.document(bytes, named: path), nil)
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
                let document = try reading(Files.read(path), path).0
                if name.utf8.starts(with: (TemplateShelf.vocabularyName + ".").utf8) {
                    shelf.add(vocabulary: document, file: path)
                } else {
                    shelf.add(document, file: path)
                }
            }
        }
        return shelf
    }

    private static func isDraft(_ name: String) -> Bool {
        [".json", ".yaml", ".yml"].contains { name.hasSuffix($0) }
    }

    /// Names in a draft are relative to it.
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
