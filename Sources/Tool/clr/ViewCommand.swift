import ArgumentParser
import Baking
import Credentials
import Foundation
import JSONText
import RecordPages
import Verification

struct ViewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Makes a page of a credential or record, with the verdict on it.",
        discussion: """
            The page is one file that needs no server and loads nothing: it opens from disk, says \
            what was checked and when, and gives the file back as it was received. A PDF has the \
            file attached. Exit status 0 says that the page was made; whether the record is real \
            stands on it (and see verify).
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case html, text, pdf }

    @Argument(help: "The file; - is standard input.")
    var file: String

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("Where the page is written.", valueName: "file"))
    var output = "-"

    @Option(help: "What is made: html, text or pdf.")
    var format = Format.html

    @OptionGroup var documents: DocumentOptions

    @Option(help: ArgumentHelp("The time of the check.", valueName: "RFC 3339"))
    var now: String?

    @Option(
        help: ArgumentHelp(
            "The trust policy: whom you believe, and who may award what.", valueName: "file"))
    var trust: String?

    @Flag(help: "Say in JSON what was made, instead of the page; needs --output.")
    var json = false

    func validate() throws {
        guard !json || output != "-" else {
            throw ValidationError("--json needs --output: standard output is for the answer then")
        }
        guard format != .pdf || output != "-" || isatty(STDOUT_FILENO) == 0 else {
            throw ValidationError("a PDF is not for a terminal: say where it goes, with --output")
        }
    }

    func run() async throws {
        let bytes = try Files.read(file)
        let catalog = try documents.documents()
        var policy = VerificationPolicy()
        policy.trust = try TrustFile.policy(trust)
        policy.isOnline = documents.network.online
        let verifier = Verifier(
            policy: policy, source: try documents.source(catalog),
            contexts: try documents.shelf(catalog), clock: try Clock.reading(now))
        let checked = await verifier.verify(bytes)
        let page = RecordPage(RecordPageInput(checked))
        let made =
            switch format {
            case .html: try html(page, of: bytes)
            case .text: Array(page.text.utf8)
            case .pdf: try pdf(page, of: bytes)
            }
        try Files.write(made, to: output)
        guard json else { return }
        Console.answer(
            JSON.object([
                ("file", .string(output)), ("format", .string(format.rawValue)),
                ("octets", .integer(made.count)),
                ("verdict", checked.verdict.json),
            ]).serialized(pretty: true))
    }

    private func html(_ page: RecordPage, of bytes: [UInt8]) throws -> [UInt8] {
        let (name, mediaType) = identity(of: bytes)
        let whole = StandalonePage(
            page: page, original: bytes, fileName: name, mediaType: mediaType)
        return Array(try PageRenderer().html(whole).utf8)
    }

    private func pdf(_ page: RecordPage, of bytes: [UInt8]) throws -> [UInt8] {
        let (name, mediaType) = identity(of: bytes)
        return try Paper.pdf(of: page, original: bytes, fileName: name, mediaType: mediaType)
    }

    /// Under which name and as what the page gives the file back.
    private func identity(of bytes: [UInt8]) -> (name: String, mediaType: String) {
        let kind = Self.kind(of: bytes)
        let name = file == "-" ? "record" : URL(fileURLWithPath: file).lastPathComponent
        let hasExtension = name.utf8.dropFirst().contains(UInt8(ascii: "."))
        return (hasExtension ? name : "\(name).\(kind.suffix)", kind.media)
    }

    private static func kind(of bytes: [UInt8]) -> (media: String, suffix: String) {
        switch ImageFormat(of: bytes) {
        case .png?: return ("image/png", "png")
        case .svg?: return ("image/svg+xml", "svg")
        case .some, nil:
            let first = bytes.first { $0 > 0x20 }
            return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
                ? ("application/json", "json") : ("text/plain", "jwt")
        }
    }
}
