import ArgumentParser
import Baking
import Conversion
import Credentials
import Foundation
import JSONText
import Verification

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Makes a record of another standard, and says what became of each value.",
        discussion: """
            Tells from its content what FILE is: a CLR 1.0 record (Final or Candidate Final), a \
            CLR 2.0 or Open Badge 3.0 (in JSON, as a token, in a picture), a European Digital \
            Credential (ELM 3), a PESC College Transcript in XML. CLR 2.0, ELM 3 and LER-RS are \
            written as drafts without proof, with a new id: no proof of the original covers them. \
            clr issue signs a draft of CLR 2.0. Every way from and to: docs/formats.md.
            """)

    @Argument(help: "The record; - is standard input.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "What is made: \(ConversionTarget.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "format"))
    var to: ConversionTarget

    @Option(name: [.short, .long], help: "Where it is written; - is standard output.")
    var output = "-"

    @Option(help: "Where the report on each value of the source is written, in JSON.")
    var report: String?

    @Flag(help: "Answer with what was made and the report in one JSON object.")
    var json = false

    /// Lost values that are told one by one on standard error.
    private static let toldLosses = 50

    func run() throws {
        let document = try document()
        let made: Converted
        do {
            made = try ConversionRoute.route(document, to: to)(
                document, newID: Self.freshIdentifier)
        } catch {
            throw Stop(.no, "\(file): \(error)")
        }
        let account = made.report
        if let report {
            try Files.write(account.json.serialized(pretty: true) + [0x0A], to: report)
        }
        if json, output == "-" {
            let record: JSON =
                switch made.body {
                case .json(let value): value
                case .bytes(let bytes): .string(String(decoding: bytes, as: UTF8.self))
                }
            let answer: JSON = ["record": record, "report": account.json]
            Console.answer(answer.serialized(pretty: true))
        } else {
            try Files.write(made.bytes, to: output)
            if json { Console.answer(account.json.serialized(pretty: true)) }
        }
        tell(account)
    }

    /// JSON or XML as it stands; of a token or a picture the credential inside.
    private func document() throws -> ConversionDocument {
        let bytes = try Files.read(file)
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0).first { $0 > 0x20 }
        if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") {
            return .json(try Files.document(bytes, named: file).root)
        }
        if start == UInt8(ascii: "<"), ImageFormat(of: bytes) == nil { return .xml(bytes) }
        do {
            return .json(try CredentialDocument(reading: bytes).credential.json)
        } catch {
            throw Stop(.no, "\(file): \(error.sentence)")
        }
    }

    private func tell(_ account: LossReport) {
        var told = 0
        for entry in account.entries {
            guard case .lost(let why) = entry.fate else { continue }
            told += 1
            if told <= Self.toldLosses { Console.say("lost \(entry.source): \(why)") }
        }
        if told > Self.toldLosses {
            Console.say("and \(told - Self.toldLosses) more: --report writes all of them")
        }
        let counts = ["carried", "changed", "lost"].map { "\(account.count(of: $0)) \($0)" }
        Console.say("\(counts.joined(separator: ", ")), \(account.additions.count) added.")
    }

    private static func freshIdentifier() -> String { "urn:uuid:\(UUID().uuidString.lowercased())" }
}

extension ConversionTarget: ExpressibleByArgument {}
