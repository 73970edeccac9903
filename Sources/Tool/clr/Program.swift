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
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            exit(withError: error)
        }
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let stop as Stop {
            stop.leave()
        } catch let code as ExitCode {
            exit(withError: code)
        } catch let error where exitCode(for: error) != .failure {
            exit(withError: error)
        } catch {
            Stop(.fault, "an error that should not happen: \(error)").leave()
        }
    }
}
