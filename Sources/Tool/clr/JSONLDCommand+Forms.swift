import ArgumentParser
import JSONLD
import JSONText
import RDF
import Verification

extension JSONLDCommand {
    /// How compaction writes.
    struct CompactionSettings: ParsableArguments {
        @Flag(
            name: .customLong("compact-arrays"), inversion: .prefixedNo,
            help: "Write arrays of one element as that element.")
        var compactsArrays = true

        @Flag(
            name: .customLong("compact-to-relative"), inversion: .prefixedNo,
            help: "Write IRIs relative to the base.")
        var compactsToRelative = true

        func configure(_ options: inout JSONLDProcessor.Options) {
            options.compactsArrays = compactsArrays
            options.compactsToRelative = compactsToRelative
        }
    }

    struct Compact: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the compacted form of a document.")

        @OptionGroup var settings: Settings
        @OptionGroup var compaction: CompactionSettings

        @Option(help: "The file with the context, or with a document of which it is the @context.")
        var context: String

        func run() async throws {
            let context = try Files.document(context).root
            try await settings.run {
                compaction.configure(&$0)
            } _: { processor, value in
                let compacted = try processor.compacted(value, context: context)
                Console.answer(compacted.serialized(pretty: true))
            }
        }
    }

    struct Flatten: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the flattened form of a document.")

        @OptionGroup var settings: Settings
        @OptionGroup var compaction: CompactionSettings

        @Option(help: "The file with the context that the result is compacted with.")
        var context: String?

        func run() async throws {
            let context = try context.map { try Files.document($0).root }
            try await settings.run {
                compaction.configure(&$0)
            } _: { processor, value in
                let flattened = try processor.flattened(value, context: context)
                Console.answer(flattened.serialized(pretty: true))
            }
        }
    }
}

// MARK: - Framing

extension JSONLDCommand {
    enum Embed: String, ExpressibleByArgument, CaseIterable {
        case always, once, never

        /// With or without the `@` of the keyword.
        init?(argument: String) {
            self.init(rawValue: argument.hasPrefix("@") ? String(argument.dropFirst()) : argument)
        }

        var value: FramingDefaults.Embed {
            switch self {
            case .always: .always
            case .once: .once
            case .never: .never
            }
        }
    }

    struct Frame: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a document laid out as a frame says.")

        @OptionGroup var settings: Settings
        @OptionGroup var compaction: CompactionSettings

        @Option(name: .customLong("frame"), help: "The file with the frame.")
        var frameFile: String

        @Option(help: "Which mentions of a node are written out: always, once or never.")
        var embed = Embed.once

        @Flag(help: "Write only properties that the frame names.")
        var explicit = false

        @Flag(help: "Match nodes that have all properties of the frame, and not only one.")
        var requireAll = false

        @Flag(help: "Leave out properties of the frame that a node does not have.")
        var omitDefault = false

        @Option(help: "Whether a single node is written without @graph: true or false.")
        var omitGraph: Bool?

        func run() async throws {
            let frame = try Files.document(frameFile).root
            try await settings.run { options in
                compaction.configure(&options)
                options.framing.embed = embed.value
                options.framing.isExplicit = explicit
                options.framing.requiresAll = requireAll
                options.framing.omitsDefault = omitDefault
                options.framing.omitsGraph = omitGraph
            } _: { processor, value in
                let framed = try processor.framed(value, frame: frame)
                Console.answer(framed.serialized(pretty: true))
            }
        }
    }
}

// MARK: - From RDF

extension JSONLDCommand {
    struct FromRDF: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "from-rdf", abstract: "Writes N-Quads as expanded JSON-LD.")

        @Argument(help: "The file with N-Quads; - or nothing is standard input.")
        var file = "-"

        @Flag(help: "Write numbers and booleans as those of JSON.")
        var useNativeTypes = false

        @Flag(name: .customLong("use-rdf-type"), help: "Keep rdf:type as a property.")
        var useRDFType = false

        @Option(help: "How the direction of texts is kept: i18n-datatype or compound-literal.")
        var rdfDirection: Direction?

        @Option(help: "json-ld-1.1 or json-ld-1.0.")
        var processingMode = Mode.v1_1

        @Flag(help: "Write graphs and nodes in the order of their names.")
        var ordered = false

        @OptionGroup var answer: AnswerOptions

        func run() throws {
            var options = JSONLDProcessor.Options()
            options.usesNativeTypes = useNativeTypes
            options.usesRDFType = useRDFType
            options.processingMode = processingMode == .v1_0 ? .v1_0 : .v1_1
            options.ordered = ordered
            switch rdfDirection {
            case .i18nDatatype: options.rdfDirection = .i18nDatatype
            case .compoundLiteral: options.rdfDirection = .compoundLiteral
            case nil: break
            }
            do {
                let dataset = try Dataset(nquads: Files.read(file, maximumBytes: 256 << 20))
                let made = try JSONLDProcessor(options: options).fromRDF(dataset)
                Console.answer(made.serialized(pretty: true))
            } catch let error as NQuadsError {
                let place = "line \(error.line), column \(error.column)"
                throw Stop(.no, "invalid N-Quads: \(error.reason) at \(place)")
            } catch let error as JSONLDError {
                throw Stop(error.code == .limitExceeded ? .cannotTell : .no, "\(error)")
            }
        }
    }
}
