import ArgumentParser
import CMalloc

@main
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clr",
        abstract: "Issues, checks, shows and serves comprehensive learner records.",
        discussion: """
            A file named - is standard input or standard output. With --json, standard output \
            holds JSON and nothing else; what is meant for people goes to standard error.

            Exit status: 0 yes (verified, valid, done), 1 no, 2 could not tell (something needed \
            could not be had), 64 wrong usage, 70 a fault of this program.
            """,
        version: "0.1.0",
        subcommands: [
            VerifyCommand.self, ValidateCommand.self, InspectCommand.self, ViewCommand.self,
            DiffCommand.self,
            IssueCommand.self, DeriveCommand.self,
            PresentCommand.self, BakeCommand.self, UnbakeCommand.self, KeyCommand.self,
            DIDCommand.self, StatusCommand.self, ServeCommand.self, JSONCommand.self,
            JSONLDCommand.self, RDFCommand.self, SchemaCommand.self, ConvertCommand.self,
        ])

    static func main() async {
        clr_keep_freed_memory()
        Descriptor.prepare()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let stop as Stop {
            stop.leave(json: wantsJSON)
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            // Help and version are errors to the parser as well.
            guard !exitCode(for: error).isSuccess else { exit(withError: error) }
            guard exitCode(for: error) == .validationFailure else {
                Stop(.fault, "an error that should not happen: \(error)").leave(json: wantsJSON)
            }
            // What was written on the command line stands in the message, line breaks and all.
            let message = message(for: error)
            let whole = fullMessage(for: error).replacing(message, with: Visible.line(message))
            Stop(.usage, message).leave(json: wantsJSON, saying: Visible.lines(whole))
        }
    }

    /// Asked of the arguments themselves: they may be such that no command could be made of them.
    private static var wantsJSON: Bool {
        CommandLine.arguments.prefix { $0 != "--" }.contains("--json")
    }
}
