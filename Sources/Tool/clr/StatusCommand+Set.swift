import ArgumentParser
import Credentials
import Issuance
import JSONText
import Verification

extension StatusCommand {
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets an entry of a list, and signs the list again.",
            discussion: """
                The list must be genuine as it is, and signed in the name of the same issuer. What \
                was revoked stays revoked; a suspension is lifted by setting its entry to 0.
                """)

        @Argument(help: "The list.")
        var list: String

        @Argument(help: "The entry: the \"statusListIndex\" of the credential.")
        var index: Int

        @Argument(help: "The new value, in decimal or as 0x….")
        var value = "1"

        @Option(help: "The key file of the list's issuer.")
        var key: String

        @Option(help: "The name of the key in the issuer's document; default as the list has it.")
        var verificationMethod: String?

        @Option(help: "Bits of an entry; default as the list was made here, or 1.")
        var bits: Int?

        @Option(help: ArgumentHelp("A new end of the list.", valueName: "RFC 3339"))
        var validUntil: String?

        @Option(help: ArgumentHelp("The time of issue.", valueName: "RFC 3339"))
        var now: String?

        @OptionGroup var documents: DocumentOptions

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() async throws {
            guard list != "-" else { throw Stop(.usage, "a list is changed in its file") }
            let lock = try StatusRecord.lock(list)
            defer { withExtendedLifetime(lock) {} }
            let file = try StatusListFile(reading: list)
            let change = StatusListChange(
                list: file.bytes, values: [index: try number()],
                entryBits: try file.entryBits(bits),
                validUntil: try StatusCommand.end(validUntil))
            let issuance = try StatusCommand.issuance(
                StatusIssuer.key(key, issuer: file.credential.issuerID, name: method(file)),
                documents, now)
            let changed: ChangedStatusList
            do { changed = try await issuance.issue(change) } catch {
                throw Stop(.no, "\(error)")
            }
            if !changed.changes.isEmpty || validUntil != nil {
                try Files.write(changed.issued.bytes + [0x0A], to: list)
            }
            tell(changed, file)
        }

        private func method(_ file: StatusListFile) -> String? {
            let proof = file.credential.json["proof"]?.oneOrMore.first
            return verificationMethod ?? proof?["verificationMethod"]?.string
        }

        private func number() throws -> UInt64 {
            let isHex = value.hasPrefix("0x")
            let digits = isHex ? String(value.dropFirst(2)) : value
            guard let number = UInt64(digits, radix: isHex ? 16 : 10), !digits.hasPrefix("+") else {
                throw Stop(.usage, "the value must be a number, not \"\(value)\"")
            }
            return number
        }

        private func tell(_ changed: ChangedStatusList, _ file: StatusListFile) {
            if changed.changes.isEmpty {
                Console.say("Entry \(index) has this value already.")
            }
            for change in changed.changes {
                Console.say(
                    "Entry \(change.index) was \(change.old) and is \(change.new). Publish \(list) "
                        + "at \(file.list.url).")
            }
            guard json else { return }
            let changes = changed.changes.map { change -> JSON in
                [
                    "index": .integer(change.index), "old": .integer(Int(change.old)),
                    "new": .integer(Int(change.new)),
                ]
            }
            let answer: JSON = [
                "list": .string(file.list.url), "changed": .array(changes),
                "file": .string(list),
            ]
            Console.answer(answer.serialized(pretty: true))
        }
    }
}
