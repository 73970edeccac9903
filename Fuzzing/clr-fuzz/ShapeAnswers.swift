import Foundation
import JSONSchema
import JSONText
import Verification
import Vocabularies

/// What the model and a published JSON Schema say of a document; each schema is compiled once.
final class ShapeAnswers {
    private var schemas: [String: Schema] = [:]

    /// `{"document": JSON, "standard": "clr-2.0", "class": "ClrCredential", "schema": PATH}`
    func answer(_ question: JSONValue) -> JSON {
        guard let document = question["document"], let name = question["class"]?.text,
            let standard = question["standard"]?.string,
            let dataModel = ShapeModel.DataModel(rawValue: standard),
            let path = question["schema"]?.string
        else { return .object([("error", "document, standard, class and schema are asked for")]) }
        let judgement = ModelJudgement(document, as: DocumentClass(dataModel, name))
        let isAccepted: Bool
        do {
            isAccepted = try schema(at: path).validate(document).isEmpty
        } catch {
            return .object([("error", .string("\(error)"))])
        }
        let told = judgement.problems.prefix(20).map { problem in
            JSON.string(
                "\(problem.pointer) \(problem.message) [\(problem.departure?.rawValue ?? "-")]")
        }
        let departures = judgement.departures.map(\.rawValue).sorted().map { JSON.string($0) }
        return .object([
            ("valid", .bool(judgement.isValid)),
            ("accepted", .bool(judgement.isAcceptedBySchema)), ("schema", .bool(isAccepted)),
            ("departures", .array(departures)), ("problems", .array(told)),
        ])
    }

    private func schema(at path: String) throws -> Schema {
        if let known = schemas[path] { return known }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let compiled = try Schema(compiling: try JSONDocument(parsing: bytes).root)
        schemas[path] = compiled
        return compiled
    }
}
