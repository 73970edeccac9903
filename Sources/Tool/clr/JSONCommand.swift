import ArgumentParser
import JSONText

struct JSONCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "json", abstract: "Works on JSON texts.", subcommands: [Canonicalize.self])

    struct Canonicalize: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the canonical form of a JSON text (RFC 8785).")

        @Argument(help: "The file; - or nothing is standard input.")
        var file = "-"

        @OptionGroup var answer: AnswerOptions

        func run() throws {
            let document = try Files.document(file)
            do {
                Console.answer(try document.root.canonicalized(), endingLine: false)
            } catch {
                throw Stop(.no, "\(error)")
            }
        }
    }
}
