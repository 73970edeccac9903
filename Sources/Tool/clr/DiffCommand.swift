import ArgumentParser
import Credentials
import JSONText

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what one version of a credential or record says otherwise than another.",
        discussion: """
            Compared is what is meant: the order of courses, the layout and the form (JSON, token, \
            picture) make no difference, and a new proof or date of issue is told apart from what \
            is said of the learner. Nothing is checked: use verify to learn whether either is real.

            Exit status: 0 both say the same, 1 they do not, 2 it could not be told (one of them \
            cannot be read).
            """)

    @Argument(help: "The earlier version; - is standard input.")
    var before: String

    @Argument(help: "The later version; - is standard input.")
    var after: String

    @Flag(help: "Answer in JSON.")
    var json = false

    func validate() throws {
        guard before != "-" || after != "-" else {
            throw ValidationError("only one of the two can be standard input")
        }
    }

    func run() throws {
        let earlier = try Self.document(before)
        let later = try Self.document(after)
        let difference: RecordDifference
        do throws(DifferenceError) {
            difference = try RecordDifference(from: earlier, to: later)
        } catch {
            throw Stop(.cannotTell, error.sentence)
        }
        if json {
            Console.answer(difference.json.serialized(pretty: true))
        } else {
            Console.answer(DifferenceText(difference).lines)
        }
        guard difference.saysTheSame else { throw ExitCode(Stop.Status.no.rawValue) }
    }

    /// What cannot be read is neither the same nor another.
    private static func document(_ file: String) throws -> CredentialDocument {
        do {
            return try CredentialDocument(reading: Files.read(file))
        } catch let error as ReadingError {
            throw Stop(.cannotTell, at: file, error.sentence)
        }
    }
}
