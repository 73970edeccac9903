import ArgumentParser
import Credentials
import DIDs
import JSONLD
import JSONText
import RDF
import Verification
import Vocabularies

struct JSONLDCommand: AsyncParsableCommand {
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

        func validate() throws {
            if let base, !Self.isAbsolute(base) {
                throw ValidationError(
                    "--base needs an absolute IRI such as https://a.example/b, not \"\(base)\"")
            }
        }

        /// A scheme before the rest, and nothing in it that no IRI may contain (RFC 3987).
        private static func isAbsolute(_ text: String) -> Bool {
            let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
            guard scheme.count < text.utf8.count, let first = scheme.first,
                Character(Unicode.Scalar(first)).isLetter
            else { return false }
            let others = Set("+-.".utf8)
            let isScheme = scheme.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                    || others.contains(byte)
            }
            let barred = Set("<>\"{}|\\^`".utf8)
            return isScheme
                && !text.utf8.contains { $0 <= 0x20 || $0 == 0x7F || barred.contains($0) }
        }

        /// Does the work, again each time that a context which it lacked could be had.
        func run(
            _ configure: (inout JSONLDProcessor.Options) -> Void = { _ in },
            _ body: (JSONLDProcessor, JSONValue) throws -> Void
        ) async throws {
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
            var supply = Supply(try documents.source([]), .context)
            while true {
                do {
                    return try body(processor, document.root)
                } catch let error as JSONLDError {
                    try await obtain(error, from: &supply, for: contexts)
                }
            }
        }

        /// Gives what the work ended for want of, or ends it.
        private func obtain(
            _ error: JSONLDError, from supply: inout Supply, for contexts: CatalogContexts
        ) async throws {
            try contexts.refuseFault(at: error.unavailableURL)
            var reason = ""
            if documents.network.online, let url = error.unavailableURL {
                switch await supply.document(at: url) {
                case .found(let bytes, mediaType: _)?:
                    if let context = try? JSONDocument(parsing: bytes) {
                        return contexts.add(context, at: url)
                    }
                    reason = " (what stands there is no JSON)"
                case .unavailable(let why)?, .gone(let why)?: reason = " (\(why))"
                case nil: break
                }
            }
            throw Stop(error.code == .limitExceeded ? .cannotTell : .no, "\(error)\(reason)")
        }
    }

    struct Expand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the expanded form of a document.")

        @OptionGroup var settings: Settings

        func run() async throws {
            try await settings.run { processor, value in
                Console.answer(try processor.expanded(value).serialized(pretty: true))
            }
        }
    }

    struct ToRDF: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "to-rdf", abstract: "Writes the RDF of a document as N-Quads.")

        @OptionGroup var settings: Settings

        @Option(help: "How the direction of texts is kept: i18n-datatype or compound-literal.")
        var rdfDirection: Direction?

        @Flag(
            name: .customLong("produce-generalized-rdf"),
            help: "Keep properties that are blank nodes.")
        var producesGeneralizedRDF = false

        func run() async throws {
            try await settings.run { options in
                options.producesGeneralizedRDF = producesGeneralizedRDF
                switch rdfDirection {
                case .i18nDatatype: options.rdfDirection = .i18nDatatype
                case .compoundLiteral: options.rdfDirection = .compoundLiteral
                case nil: break
                }
            } _: { processor, value in
                if settings.safe, rdfDirection == nil {
                    try Self.refuseDirections(try processor.expanded(value))
                }
                Console.answer(try processor.toRDF(value).serialized(), endingLine: false)
            }
        }

        /// RDF has no place for the direction of a text, unless it is said how it is kept.
        private static func refuseDirections(_ expanded: JSON) throws {
            let document = try Files.document(expanded.serialized(), named: "the expanded form")
            var found: String?
            document.root.forEachLeaf { place, _ in
                // JSON literals may have members of any name.
                guard found == nil, place.hasSuffix("/@direction"), !place.contains("/@value/")
                else { return }
                found = place
            }
            guard let found else { return }
            throw JSONLDError(
                .droppedValue,
                "the \"@direction\" (at \(found) of the expanded form) has no place in RDF: say how "
                    + "it is kept with --rdf-direction")
        }
    }
}
