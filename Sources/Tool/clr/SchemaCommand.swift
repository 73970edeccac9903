import ArgumentParser
import JSONSchema
import JSONText

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Works with JSON Schema.", subcommands: [Validate.self])

    struct Validate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells whether a JSON text fits a JSON Schema, and where it does not.",
            discussion: """
                Drafts 4, 7, 2019-09 and 2020-12. Schemas that the schema refers to come from \
                --documents. Exit status: 0 it fits, 1 it does not, 2 could not tell.
                """)

        @Argument(help: "The JSON text; - or nothing is standard input.")
        var file = "-"

        @Option(help: "The file with the schema.")
        var schema: String

        @Option(help: "The dialect where the schema has no $schema; default 2020-12.")
        var dialect: String?

        @Flag(help: "Let \"format\" be asserted.")
        var assertFormat = false

        @OptionGroup var documents: DocumentOptions

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            let problems = try problems()
            Console.answer(json ? Self.json(problems) : Self.text(problems))
            if !problems.isEmpty { throw ExitCode(Stop.Status.no.rawValue) }
        }

        private func problems() throws -> [SchemaProblem] {
            let schemaDocument = try Files.document(schema)
            let instance = try Files.document(file)
            do {
                let compiled = try Schema(
                    compiling: schemaDocument.root, dialect: try namedDialect(),
                    assertsFormat: assertFormat,
                    loader: CatalogSchemas(try documents.documents()))
                return try compiled.validate(instance.root)
            } catch let error as SchemaError {
                throw Stop(.cannotTell, "\(schema): \(error)")
            } catch let error as SchemaLimitError {
                throw Stop(.cannotTell, "\(error)")
            }
        }

        private func namedDialect() throws -> SchemaDialect {
            guard let dialect else { return .draft2020_12 }
            guard let known = SchemaDialect(name: Text(dialect)) else {
                let names = SchemaDialect.allCases.map(\.name.string).joined(separator: ", ")
                throw Stop(.usage, "the dialect must be one of \(names), not \"\(dialect)\"")
            }
            return known
        }

        private static func json(_ problems: [SchemaProblem]) -> [UInt8] {
            let told = problems.map { problem -> JSON in
                [
                    "message": .string(problem.description),
                    "keyword": problem.keyword.map { .string($0.rawValue) } ?? .null,
                    "at": .string(problem.instance.description),
                    "schema": .string(problem.schema.description),
                    "location": .string(problem.location.string),
                ]
            }
            let answer: JSON = ["valid": .bool(problems.isEmpty), "problems": .array(told)]
            return answer.serialized(pretty: true)
        }

        private static func text(_ problems: [SchemaProblem]) -> [UInt8] {
            guard !problems.isEmpty else { return Array("It fits the schema.".utf8) }
            let lines = problems.map { problem in
                let place = problem.instance.description
                return "\(place.isEmpty ? "the whole" : place): \(problem.description)"
                    + " (\(problem.location))"
            }
            return Array(lines.joined(separator: "\n").utf8)
        }
    }
}

/// Schemas of a catalog.
struct CatalogSchemas: SchemaLoader {
    private let documents: [Text: JSONDocument]

    init(_ catalog: [(url: String, bytes: [UInt8])]) {
        var documents: [Text: JSONDocument] = [:]
        for (url, bytes) in catalog where documents[Text(url)] == nil {
            documents[Text(url)] = try? JSONDocument(parsing: bytes)
        }
        self.documents = documents
    }

    func document(at url: Text) -> JSONDocument? { documents[url] }
}
