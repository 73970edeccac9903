import ArgumentParser
import Credentials
import Issuance
import JSONText
import Verification

extension StatusCommand {
    enum Purpose: String, ExpressibleByArgument, CaseIterable {
        case revocation, suspension, refresh, message
    }

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes and signs a new list.",
            discussion: """
                Every entry has one bit, or more with --bits; then each value needs its meaning: \
                --message once for each, from 0 on.
                """)

        @Option(help: "Where the list will be published.")
        var url: String

        @Option(help: "The key file of the list's issuer.")
        var key: String

        @Option(help: "The issuer, if it is not the key itself (did:key).")
        var issuer: String?

        @Option(help: "The name of the key in the issuer's document; default ISSUER#MULTIBASE.")
        var verificationMethod: String?

        @Option(help: "revocation, suspension, refresh or message.")
        var purpose = Purpose.revocation

        @Option(help: "How many entries; at least 131072, which is the default.")
        var size: Int = Limits.shortestStatusListBits

        @Option(help: "Bits of each entry, 1 to 8.")
        var bits = 1

        @Option(help: "What a value means: the first for 0, the next for 1, and so on.")
        var message: [String] = []

        @Option(help: "A URL with more about the status. May be given more than once.")
        var reference: [String] = []

        @Option(help: ArgumentHelp("How long a copy may be kept.", valueName: "seconds"))
        var ttl: Int?

        @Option(
            help: ArgumentHelp("From when on the list is not to be used.", valueName: "RFC 3339"))
        var validUntil: String?

        @Option(name: [.short, .long], help: "The file for the list.")
        var output: String

        @Option(help: ArgumentHelp("The time of issue.", valueName: "RFC 3339"))
        var now: String?

        @OptionGroup var documents: DocumentOptions

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() async throws {
            try refuseMistakes()
            let lock = try StatusRecord.lock(output)
            defer { withExtendedLifetime(lock) {} }
            for path in [output, StatusRecord.path(output)] where Files.exists(path) {
                throw Stop(.usage, "\(path) is there already; a list is never begun anew")
            }
            let request = StatusListRequest(
                url: url, purpose: purpose.rawValue, size: size, entryBits: bits,
                ttl: ttl.map { $0 * 1_000 }, validUntil: try StatusCommand.end(validUntil))
            let issuance = try StatusCommand.issuance(
                StatusIssuer.key(key, issuer: issuer, name: verificationMethod), documents, now)
            let issued: IssuedCredential
            do { issued = try await issuance.issue(request) } catch {
                throw Stop(.no, "\(error)")
            }
            let record = StatusRecord(
                url: url, purpose: purpose.rawValue, bits: bits, messages: message,
                references: reference, entries: size)
            try record.write(to: StatusRecord.path(output))
            try Files.write(issued.bytes + [0x0A], to: output)
            tell()
        }

        private func tell() {
            Console.say("Publish \(output) at \(url).")
            guard json else { return }
            let answer: JSON = [
                "list": .string(url), "purpose": .string(purpose.rawValue),
                "entries": .integer(size), "bits": .integer(bits), "file": .string(output),
            ]
            Console.answer(answer.serialized(pretty: true))
        }

        private func refuseMistakes() throws {
            func usage(_ text: String) -> Stop { Stop(.usage, text) }
            guard output != "-" else { throw usage("a list needs a file of its own: -o LIST") }
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw usage("--url is the https URL where the list will be published")
            }
            guard (1...StatusListFault.mostEntryBits).contains(bits) else {
                throw usage("\(StatusListFault.entryBits(bits))")
            }
            guard size >= Limits.shortestStatusListBits else {
                throw usage(
                    "a list has at least \(Limits.shortestStatusListBits) entries, so that nobody "
                        + "can tell whose status is asked for")
            }
            guard size <= Limits.inflatedStatusListBytes * 8 / bits else {
                throw usage(
                    "a list of \(bits) bits an entry has at most "
                        + "\(Limits.inflatedStatusListBytes * 8 / bits) entries, the most that is "
                        + "read")
            }
            guard message.isEmpty ? bits == 1 : message.count == 1 << bits else {
                throw usage(
                    "\(bits) bit\(bits == 1 ? "" : "s") make \(1 << bits) values, and each needs "
                        + "its --message")
            }
            guard ttl.map({ $0 >= 0 && $0 < 1 << 40 }) ?? true else {
                throw usage("--ttl is a number of seconds")
            }
        }
    }

    static func issuance(
        _ key: IssuingKey, _ documents: DocumentOptions, _ now: String?
    ) throws -> Issuance {
        let catalog = try documents.documents()
        return Issuance(
            keys: [key], source: CatalogSource(catalog), contexts: try documents.shelf(catalog),
            clock: try Clock.reading(now), randomness: Randomness.octets)
    }

    static func end(_ text: String?) throws -> Timestamp? {
        guard let text else { return nil }
        guard let end = Timestamp(text) else {
            throw Stop(
                .usage, "--valid-until needs a time like 2027-01-01T00:00:00Z, not \"\(text)\"")
        }
        return end
    }
}
