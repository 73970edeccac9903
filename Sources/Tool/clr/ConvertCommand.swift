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
            Tells from its content what FILE is: a CLR 1.0 record (Final or Candidate Final), by \
            itself, in a set or in a credential; an Extended Transcript or a Record of Performance; \
            an Open Badge 2.0; a CLR 2.0 or an Open Badge 3.0 of VCDM 1.1 or 2.0 (in JSON, as a \
            token, in a picture); a European Digital Credential (ELM 3); a PESC College Transcript \
            in XML. Several Open Badges 3.0 become one CLR 2.0 and keep their proofs. Records are \
            written as drafts without proof, with a new id: no proof of the original covers them. \
            clr issue signs a draft. Every way from and to: docs/formats.md.
            """)

    @Argument(help: "The record; - is standard input. Several badges for one CLR 2.0.")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "What is made: \(ConversionTarget.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "format"))
    var to: ConversionTarget

    @OptionGroup var gathering: GatheringOptions

    @Option(name: [.short, .long], help: "Where it is written; - is standard output.")
    var output = "-"

    @Option(
        help: """
            Where the report on each value of the source is written: in JSON, or, where the name \
            ends in .txt, in words.
            """)
    var report: String?

    @Flag(help: "Answer with what was made and the report in one JSON object.")
    var json = false

    @Flag(
        help: """
            Refuse, with exit status 1 and nothing written but the report, where something that \
            the record says would be lost. Without it, losses are told and the answer is yes.
            """)
    var lossless = false

    /// Kinds of losses that are told one by one on standard error.
    private static let toldLosses = 20

    func run() throws {
        let (made, excerpts) = try converted()
        let account = made.report
        if let report {
            let isText = report.utf8.suffix(4).elementsEqual(".txt".utf8)
            let bytes = isText ? Array(account.text.utf8) : account.json.serialized(pretty: true)
            try Files.write(bytes + (isText ? [] : [0x0A]), to: report)
        }
        if lossless, account.losesContent {
            throw Stop(
                .no, at: files.map(Files.name).joined(separator: ", "),
                "--to \(to.rawValue) loses what the record says, so nothing was written",
                details: summary(account, excerpts))
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
        Console.say(summary(account, excerpts))
    }

    private func converted() throws -> (Converted, SourceExcerpts) {
        guard !files.isEmpty else { throw Stop(.usage, "there is no file to convert") }
        if files.count == 1, let file = files.first {
            let bytes = try Files.read(file)
            if Self.isData(bytes) {
                return (try converted(xml: bytes, file), SourceExcerpts(xml: bytes))
            }
            let input = try input(bytes, file)
            return (try converted([input]), SourceExcerpts([input]))
        }
        let inputs = try files.map { try input(Files.read($0), $0) }
        return (try converted(inputs), SourceExcerpts(inputs))
    }

    /// Whether it is XML that is no picture.
    private static func isData(_ bytes: [UInt8]) -> Bool {
        XMLEncoding.isWideMarkup(bytes)
            || start(of: bytes) == UInt8(ascii: "<") && ImageFormat(of: bytes) == nil
    }

    private func converted(xml bytes: [UInt8], _ file: String) throws -> Converted {
        do {
            return try ConversionRoute.route(.xml(bytes), to: to)(
                .xml(bytes), newID: Self.freshIdentifier)
        } catch {
            throw Stop(.no, at: file, "\(error)")
        }
    }

    private func converted(_ inputs: [ConversionInput]) throws -> Converted {
        do {
            return try Converted(
                inputs, to: to, as: gathering.gathering, linked: gathering.documents(),
                part: gathering.part, newID: Self.freshIdentifier)
        } catch let error as ConversionError {
            throw Stop(
                .no, at: files.map(Files.name).joined(separator: ", "), "\(error)")
        }
    }

    /// JSON as it stands; of a token or a picture the credential inside.
    private func input(_ bytes: [UInt8], _ file: String) throws -> ConversionInput {
        let start = Self.start(of: bytes)
        if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") {
            return ConversionInput(try Files.document(bytes, named: file).root)
        }
        do {
            return try ConversionInput(reading: bytes)
        } catch {
            throw Stop(.no, at: file, error.sentence)
        }
    }

    /// The first octet that is no white space, behind a byte-order mark.
    private static func start(of bytes: [UInt8]) -> UInt8? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0).first { $0 > 0x20 }
    }

    private func summary(_ account: LossReport, _ excerpts: SourceExcerpts) -> [String] {
        account.summary(telling: Self.toldLosses) { excerpts[$0] }
    }

    private static func freshIdentifier() -> String { "urn:uuid:\(UUID().uuidString.lowercased())" }
}

extension ConversionTarget: ExpressibleByArgument {}
