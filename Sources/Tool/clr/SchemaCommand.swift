import ArgumentParser
import DIDs
import JSONSchema
import JSONText
import Synchronization

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Works with JSON Schema.",
        subcommands: [Validate.self, Show.self])

    struct Validate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells whether a JSON text fits a JSON Schema, and where it does not.",
            discussion: """
                Drafts 4, 7, 2019-09 and 2020-12. Schemas that the schema refers to come from \
                --documents, or with --online from where they stand. Exit status: 0 it fits, 1 it does not, 2 could not tell.
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

        func run() async throws {
            let problems = try await problems()
            if json {
                Console.answer(Self.json(problems))
            } else {
                Console.answer(Self.lines(problems))
            }
            if !problems.isEmpty { throw ExitCode(Stop.Status.no.rawValue) }
        }

        /// Compiles the schema, again each time that a schema which it lacked could be had.
        private func problems() async throws -> [SchemaProblem] {
            let schemaDocument = try Files.document(schema, fault: .usage)
            let instance = try Files.document(file)
            let catalog = try documents.documents()
            let loader = CatalogSchemas(catalog)
            var supply = Supply(try documents.source(catalog), .schema)
            while true {
                do {
                    let compiled = try Schema(
                        compiling: schemaDocument.root, dialect: try namedDialect(),
                        assertsFormat: assertFormat, loader: loader)
                    return try compiled.validate(instance.root)
                } catch let error as SchemaError {
                    try await obtain(error, from: &supply, for: loader)
                } catch let error as SchemaLimitError {
                    throw Stop(.cannotTell, "\(error)")
                }
            }
        }

        /// Gives what the work ended for want of, or ends it.
        private func obtain(
            _ error: SchemaError, from supply: inout Supply, for loader: CatalogSchemas
        ) async throws {
            try loader.refuseFault(at: error.lackedURL)
            var reason = ""
            if documents.network.online, let url = error.lackedURL {
                switch await supply.document(at: url) {
                case .found(let bytes, mediaType: _)?:
                    if let document = try? JSONDocument(parsing: bytes) {
                        return loader.add(document, at: url)
                    }
                    reason = " (what stands there is no JSON)"
                case .unavailable(let why)?, .gone(let why)?: reason = " (\(why))"
                case nil: break
                }
            }
            throw Stop(.cannotTell, at: schema, "\(error)\(reason)")
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

        private static func lines(_ problems: [SchemaProblem]) -> [String] {
            guard !problems.isEmpty else { return ["It fits the schema."] }
            return problems.map { problem in
                let place = problem.instance.description
                return "\(place.isEmpty ? "the whole" : place): \(problem.description)"
                    + " (\(problem.location))"
            }
        }
    }
}

/// Schemas of a catalog, and those that were fetched meanwhile.
final class CatalogSchemas: SchemaLoader {
    private let documents: Mutex<[Text: JSONDocument]>
    private let faults: [Text: String]

    init(_ catalog: [(url: String, bytes: [UInt8])]) {
        var documents: [Text: JSONDocument] = [:]
        var faults: [Text: String] = [:]
        for (url, bytes) in catalog where documents[Text(url)] == nil {
            do {
                documents[Text(url)] = try JSONDocument(parsing: bytes)
            } catch {
                faults[Text(url)] = "\(error)"
            }
        }
        self.faults = faults
        self.documents = Mutex(documents)
    }

    func document(at url: Text) -> JSONDocument? { documents.withLock { $0[url] } }

    /// Ends the work where the catalog has the document, and it cannot be read.
    func refuseFault(at url: Text?) throws {
        guard let url, let fault = faults[url] else { return }
        throw Stop(.usage, at: url.string, "what the catalog has for it is not JSON: \(fault)")
    }

    func add(_ document: JSONDocument, at url: Text) {
        documents.withLock { $0[url] = document }
    }
}

extension SchemaError {
    /// The URL of a schema, or of a dialect's own schema, that was not at hand.
    fileprivate var lackedURL: Text? {
        switch self {
        case .unavailable(let url, _): url
        case .unknownDialect(let name): name
        case .notASchema, .malformed, .unknownVocabulary, .unresolved, .badPattern,
            .tooManySubschemas, .tooManyDocuments, .metaSchemasTooDeep:
            nil
        }
    }
}
