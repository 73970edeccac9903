import ArgumentParser

/// `--json` where the answer is meant for programs anyway: every command takes it.
struct AnswerOptions: ParsableArguments {
    @Flag(help: "Answer for programs (this command always does).")
    var json = false
}
