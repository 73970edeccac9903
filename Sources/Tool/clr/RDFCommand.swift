import ArgumentParser
import JSONText
import RDF

struct RDFCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rdf", abstract: "Works on RDF datasets.", subcommands: [Canonicalize.self])

    enum Hash: String, ExpressibleByArgument, CaseIterable {
        case sha256, sha384
    }

    enum Related: String, ExpressibleByArgument, CaseIterable {
        case list, set
    }

    struct Canonicalize: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the canonical form of a dataset (RDFC-1.0).",
            discussion: "Reads N-Quads and writes canonical N-Quads.")

        @Argument(help: "The file with N-Quads; - or nothing is standard input.")
        var file = "-"

        @Option(help: "The hash function: sha256 or sha384.")
        var hash = Hash.sha256

        @Flag(help: "Write the issued identifiers as one JSON object instead.")
        var map = false

        @Option(
            help: """
                How blank nodes that are related twice are kept: as a list (the text of RDFC-1.0) \
                or as a set (what some implementations do).
                """)
        var related = Related.list

        @Option(help: "How many steps of telling blank nodes apart are allowed.")
        var effort: Int?

        @OptionGroup var answer: AnswerOptions

        func run() throws {
            let canonical: CanonicalDataset
            do {
                let dataset = try Dataset(nquads: Files.read(file, maximumBytes: 256 << 20))
                canonical = try canonicalize(
                    dataset, hash: hash == .sha256 ? .sha256 : .sha384,
                    related: related == .list ? .list : .set, effort: allowance)
            } catch let error as NQuadsError {
                let place = "line \(error.line), column \(error.column)"
                throw Stop(.no, "invalid N-Quads: \(error.reason) at \(place)")
            } catch let error as CanonicalizationError {
                throw Self.stop(error)
            }
            let form = map ? Self.identifiers(of: canonical) : canonical.nquads
            Console.answer(form, endingLine: map)
        }

        private var allowance: Effort {
            effort.map { Effort(base: $0, perBlankNode: 0) } ?? .standard
        }

        private static func stop(_ error: CanonicalizationError) -> Stop {
            switch error {
            case .effortExhausted(let steps):
                Stop(
                    .cannotTell,
                    "the blank nodes could not be told apart within \(steps) steps: such data is "
                        + "made to waste time, or --effort is too small")
            case .tooLong(let limit):
                Stop(.cannotTell, "the canonical form is longer than \(limit) octets")
            case .blankPredicate:
                Stop(.no, "a blank node stands as predicate, which RDF does not allow")
            }
        }

        private static func identifiers(of canonical: CanonicalDataset) -> [UInt8] {
            JSON.object(
                canonical.issued.map { (name: $0.label, value: .string($0.canonical)) }
            ).serialized()
        }
    }
}
