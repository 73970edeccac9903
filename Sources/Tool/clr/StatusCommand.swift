import ArgumentParser
import Credentials
import Issuance
import JSONText
import Verification

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Makes, changes and reads status lists.",
        discussion: """
            A status list says which credentials were revoked or suspended (Bitstring Status \
            List). Each credential has an entry on it: create makes the list, entry hands out a \
            free place for a draft's "credentialStatus", set changes one and signs the list again. \
            Publish the list at its URL after every change.

            Beside LIST stands LIST.entries, which remembers the places that were handed out. Keep \
            it: without it one place could be given twice.
            """,
        subcommands: [Create.self, Entry.self, Set.self, Show.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tells what a list says, without judging it.",
            discussion: "Use clr verify to learn whether the list itself is genuine.")

        @Argument(help: "The list; - is standard input.")
        var list: String

        @Argument(help: "One entry of it.")
        var index: Int?

        @Option(help: "Bits of an entry; default as the list was made here, or 1.")
        var bits: Int?

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            let file = try StatusListFile(reading: list)
            let bits = try file.entryBits(bits)
            Console.answer(try index.map { try entry($0, file, bits) } ?? whole(file, bits))
        }

        private func entry(_ index: Int, _ file: StatusListFile, _ bits: Int) throws -> [UInt8] {
            guard let value = file.list.bits.value(at: index, entryBits: bits) else {
                let entries = file.list.bits.count(entryBits: bits)
                throw Stop(.no, "\(StatusListFault.outOfRange(index, entries: entries))")
            }
            let messages = file.record?.messages ?? []
            let message = value < messages.count ? messages[Int(value)] : nil
            guard json else {
                return Array(Visible.line("\(value)\(message.map { " (\($0))" } ?? "")").utf8)
            }
            let told = message.map { [("message", JSON.string($0))] } ?? []
            return JSON.object(
                [("index", .integer(index)), ("value", .integer(Int(value)))] + told
            ).serialized(pretty: true)
        }

        private func whole(_ file: StatusListFile, _ bits: Int) -> [UInt8] {
            let list = file.list
            let set = list.bits.entries(entryBits: bits)
            let dates = [
                ("validFrom", file.credential.validFrom),
                ("validUntil", file.credential.validUntil),
            ]
            guard json else {
                let lines =
                    [
                        ("list", list.url), ("issuer", list.issuer ?? "nobody"),
                        ("purpose", list.purposes.joined(separator: ", ")),
                        (
                            "entries",
                            "\(list.bits.count(entryBits: bits)), of \(bits) bit\(bits == 1 ? "" : "s") each"
                        ),
                        ("set", "\(set.count)"),
                    ] + dates.compactMap { name, time in time.map { (name, $0.description) } }
                    + (list.ttl.map { [("ttl", "\($0) ms")] } ?? [])
                let text = lines.map { name, value in
                    Visible.line(
                        name + String(repeating: " ", count: 12 - name.utf8.count) + value)
                }
                return Array(text.joined(separator: "\n").utf8)
            }
            let entries = set.map { index, value -> JSON in
                ["index": .integer(index), "value": .integer(Int(value))]
            }
            return JSON.object(
                [
                    ("list", .string(list.url)),
                    ("issuer", list.issuer.map { .string($0) } ?? .null),
                    ("purpose", .array(list.purposes.map { .string($0) })),
                    ("entries", .integer(list.bits.count(entryBits: bits))),
                    ("bits", .integer(bits)), ("set", .array(entries)),
                ] + dates.compactMap { name, time in time.map { (name, .string($0.description)) } }
                    + (list.ttl.map { [("ttl", .integer($0))] } ?? [])
            ).serialized(pretty: true)
        }
    }

    struct Entry: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hands out a place on a list, chosen by chance and never given again.",
            discussion: "Put what is printed into the draft as its \"credentialStatus\".")

        @Argument(help: "The list.")
        var list: String

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            let slot = try StatusRecord.handOut(list)
            guard json else { return Console.answer(slot.entry.serialized(pretty: true)) }
            let answer: JSON = ["index": .integer(slot.index), "entry": slot.entry]
            Console.answer(answer.serialized(pretty: true))
        }
    }
}
