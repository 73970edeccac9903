import ArgumentParser
import Conversion
import Foundation
import JSONText

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Makes a record of another standard, and says what became of each value.",
        discussion: """
            Reads a CLR 1.0 record (Final or Candidate Final) and writes it as CLR 2.0. What is \
            written is a draft without proof: clr issue signs it. Everything has a new id, and the \
            original is named as evidence; no proof of the original covers what is written.
            """)

    enum Target: String, CaseIterable, ExpressibleByArgument {
        case learnerRecord2 = "clr2"
    }

    @Argument(help: "The record; - is standard input.")
    var file: String

    @Option(help: "The standard to write: clr2.")
    var to: Target

    @Option(name: [.short, .long], help: "Where the draft is written; - is standard output.")
    var output = "-"

    @Option(help: "Where the report on each value of the source is written, in JSON.")
    var report: String?

    @Flag(help: "Answer with the draft and the report in one JSON object.")
    var json = false

    func run() throws {
        let document = try Files.document(file)
        let conversion: Conversion
        do {
            conversion = try Conversion(
                learnerRecord1: document.root, newID: Self.freshIdentifier)
        } catch {
            throw Stop(.no, "\(file): \(error)")
        }
        let account = conversion.report
        if let report {
            try Files.write(account.json.serialized(pretty: true) + [0x0A], to: report)
        }
        if json, output == "-" {
            let answer: JSON = ["record": conversion.record, "report": account.json]
            Console.answer(answer.serialized(pretty: true))
        } else {
            try Files.write(conversion.record.serialized(pretty: true) + [0x0A], to: output)
            if json { Console.answer(account.json.serialized(pretty: true)) }
        }
        tell(account)
    }

    private func tell(_ account: LossReport) {
        for entry in account.entries {
            if case .lost(let why) = entry.fate { Console.say("lost \(entry.source): \(why)") }
        }
        let counts = ["carried", "changed", "lost"].map { "\(account.count(of: $0)) \($0)" }
        Console.say("\(counts.joined(separator: ", ")), \(account.additions.count) added.")
    }

    private static func freshIdentifier() -> String { "urn:uuid:\(UUID().uuidString.lowercased())" }
}
