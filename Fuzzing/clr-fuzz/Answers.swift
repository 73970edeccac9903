import Foundation
import JSONLD
import JSONText
import RDF

/// The answers of this project to a comparison with another implementation: a line of JSON is
/// asked, and a line of JSON is answered.
enum Answers {
    /// What can be asked, by name: one line each.
    static func named(_ name: String) -> ((JSONValue) -> JSON)? {
        switch name {
        case "canonical": canonical
        case "expanded": expanded
        case "shape": ShapeAnswers().answer
        default: nil
        }
    }

    static func run(_ answer: (JSONValue) -> JSON) {
        while let line = readLine() {
            let said: JSON
            do throws(JSONError) {
                said = answer(try JSONDocument(parsing: Array(line.utf8)).root)
            } catch {
                said = .object([("error", .string("\(error)"))])
            }
            FileHandle.standardOutput.write(Data(said.serialized() + [0x0A]))
        }
    }

    /// `{"nquads": TEXT, "reading": "list"}`, or "set".
    private static func canonical(_ question: JSONValue) -> JSON {
        let reading: RelatedReading = question["reading"]?.text == "set" ? .set : .list
        do {
            let dataset = try Dataset(nquads: Array((question["nquads"]?.string ?? "").utf8))
            let canonical = try canonicalize(dataset, related: reading).nquads
            return .object([("canonical", .string(String(decoding: canonical, as: UTF8.self)))])
        } catch {
            return .object([("error", .string("\(error)"))])
        }
    }

    private static let contexts = ContextCollection()

    /// `{"document": JSON-LD, "base": IRI, "contexts": {IRI: context document}}`; contexts stay at
    /// hand for what is asked after.
    private static func expanded(_ question: JSONValue) -> JSON {
        guard let document = question["document"] else {
            return .object([("error", "there is no document")])
        }
        var options = JSONLDProcessor.Options()
        options.base = question["base"]?.text
        options.ordered = true
        if let members = question["contexts"]?.members {
            for member in members {
                try? contexts.add(Array(member.value.bytes), at: member.name)
            }
        }
        do throws(JSONLDError) {
            let processor = JSONLDProcessor(contexts: contexts, options: options)
            return .object([("expanded", try processor.expanded(document))])
        } catch {
            return .object([
                ("error", .string(error.code.rawValue)), ("sentence", .string("\(error)")),
            ])
        }
    }
}
