import ArgumentParser
import Issuance
import JSONText
import Verification

struct DeriveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "derive",
        abstract: "Shows a part of a credential that was signed for selective disclosure.",
        discussion: """
            The credential has an ecdsa-sd-2023 base proof, as clr issue --proof ecdsa-sd-2023 \
            makes it. The derived credential shows what the issuer made mandatory and what the \
            pointers choose, each with all that is in it, and verifies by itself; where it would not, \
            because something required is missing, nothing is written. No key is \
            needed. Of an SD-JWT, it shows what stands at the pointers, without a key binding: clr \
            present makes one.

            A pointer is a JSON Pointer, such as /credentialSubject/verifiableCredential/0.
            """)

    @Argument(help: "The holder's credential; - is standard input.")
    var file: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("What to show. May be given more than once.", valueName: "pointer"))
    var reveal: [String] = []

    @Option(
        name: [.short, .long],
        help: "Where the derived credential is written; - is standard output.")
    var output = "-"

    @Option(help: ArgumentHelp("The time of the check.", valueName: "RFC 3339"))
    var now: String?

    @Flag(help: "Write the credential without line breaks.")
    var compact = false

    @OptionGroup var documents: DocumentOptions

    @Flag(help: "Answer in JSON (what is written always is).")
    var json = false

    func run() async throws {
        let pointers = try Pointers.reading(reveal)
        let bytes = try Files.read(file)
        if let token = SelectiveToken(reading: bytes) { return try show(token, pointers) }
        let document = try Files.document(bytes, named: file)
        let catalog = try documents.documents()
        let disclosure = Disclosure(
            source: CatalogSource(catalog), contexts: try documents.shelf(catalog),
            clock: try Clock.reading(now))
        let derived: DerivedCredential
        do throws(DerivationError) {
            derived = try await disclosure.derive(
                from: document, revealing: pointers, layout: compact ? .compact : .indented)
        } catch {
            throw Stop(.no, at: file, "nothing can be derived: \(error)")
        }
        try Made.give(derived.bytes + [0x0A], as: "credential", to: output, json: json)
        report(derived)
    }

    private func show(_ token: SelectiveToken, _ pointers: [JSONPointer]) throws {
        let shown: SelectiveToken
        do throws(IssuanceError) {
            shown = try token.revealing(pointers)
        } catch {
            throw Stop(.no, at: file, "nothing can be derived: \(error)")
        }
        try Made.give(shown.bytes + [0x0A], as: "credential", to: output, json: json)
    }

    private func report(_ derived: DerivedCredential) {
        if output != "-" { Console.say("Derived to \(output).") }
        for check in derived.checked.verdict.checks where check.outcome == .failed {
            let place = check.at.map { " (at \($0))" } ?? ""
            Console.say("Readers will find fault: \(check.message)\(place) [\(check.code)]")
        }
        if derived.proofsLeftBehind > 0 {
            Console.say(
                "\(derived.proofsLeftBehind) other proof(s) cover the whole credential and were "
                    + "left out.")
        }
        if derived.readingsMayDiffer {
            Console.say("Some verifiers may read this credential differently.")
        }
    }
}

/// JSON Pointers on the command line.
enum Pointers {
    static func reading(_ texts: [String]) throws -> [JSONPointer] {
        try texts.map { text in
            guard let pointer = JSONPointer(text) else {
                throw Stop(
                    .usage,
                    "\"\(text)\" is not a JSON Pointer: it begins with /, as in /credentialSubject")
            }
            return pointer
        }
    }
}
