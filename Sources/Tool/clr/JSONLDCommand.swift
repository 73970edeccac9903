import ArgumentParser
import JSONLD
import JSONText
import RDF
import Verification
import Vocabularies

struct JSONLDCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jsonld", abstract: "The algorithms of the JSON-LD 1.1 API.",
        subcommands: [
            Expand.self, Compact.self, Flatten.self, Frame.self, ToRDF.self, FromRDF.self,
        ])

    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case v1_0 = "json-ld-1.0"
        case v1_1 = "json-ld-1.1"
    }

    enum Direction: String, ExpressibleByArgument, CaseIterable {
        case i18nDatatype = "i18n-datatype"
        case compoundLiteral = "compound-literal"
    }

    /// What both commands take.
    struct Settings: ParsableArguments {
        @Argument(help: "The JSON-LD document; - or nothing is standard input.")
        var file = "-"

        @Option(help: "The IRI against which relative references are resolved.")
        var base: String?

        @Option(help: "A file with a context that is in force before the document's own.")
        var expandContext: String?

        @Option(help: "json-ld-1.1 or json-ld-1.0.")
        var processingMode = Mode.v1_1

        @Flag(help: "Read members in the order of their names.")
        var ordered = false

        @Flag(help: "Make whatever RDF would silently leave out an error.")
        var safe = false

        @OptionGroup var documents: DocumentOptions

        @OptionGroup var answer: AnswerOptions

        func run(
            _ configure: (inout JSONLDProcessor.Options) -> Void = { _ in },
            _ body: (JSONLDProcessor, JSONValue) throws -> Void
        ) throws {
            var options = JSONLDProcessor.Options()
            options.base = base.map { Text($0) }
            options.expandContext = try expandContext.map { try Files.document($0).root }
            options.processingMode = processingMode == .v1_0 ? .v1_0 : .v1_1
            options.ordered = ordered
            options.isSafe = safe
            configure(&options)
            let contexts = try CatalogContexts(documents, known: KnownContextLoader.process)
            let processor = JSONLDProcessor(contexts: contexts, options: options)
            let document = try Files.document(file)
            do {
                try body(processor, document.root)
            } catch let error as JSONLDError {
                throw Stop(error.code == .limitExceeded ? .cannotTell : .no, "\(error)")
            }
        }
    }

    struct Expand: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the expanded form of a document.")

        @OptionGroup var settings: Settings

        func run() throws {
            try settings.run { processor, value in
                Console.answer(try processor.expanded(value).serialized(pretty: true))
            }
        }
    }

    struct ToRDF: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "to-rdf", abstract: "Writes the RDF of a document as N-Quads.")

        @OptionGroup var settings: Settings

        @Option(help: "How the direction of texts is kept: i18n-datatype or compound-literal.")
        var rdfDirection: Direction?

        @Flag(
            name: .customLong("produce-generalized-rdf"),
            help: "Keep properties that are blank nodes.")
        var producesGeneralizedRDF = false

        func run() throws {
            try settings.run { options in
                options.producesGeneralizedRDF = producesGeneralizedRDF
                switch rdfDirection {
                case .i18nDatatype: options.rdfDirection = .i18nDatatype
                case .compoundLiteral: options.rdfDirection = .compoundLiteral
                case nil: break
                }
            } _: { processor, value in
                Console.answer(try processor.toRDF(value).serialized(), endingLine: false)
            }
        }
    }
}
