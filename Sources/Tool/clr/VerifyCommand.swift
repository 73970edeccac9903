import ArgumentParser
import Credentials
import DIDs
import Foundation
import JSONLD
import JSONText
import Verification

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Puts every question to a credential or record, and to all that it contains.",
        discussion: """
            Is it well formed, has it been changed, who signed it, is it in force? The answer is \
            verified (exit status 0), not verified (1), or could not be verified (2), because \
            something was not at hand: the answer names it, and --documents can give it, or \
            --online fetch it.
            """)

    @Argument(
        help: "A file, or a URL for the catalogs or --online; - or nothing is standard input.")
    var file = "-"

    @OptionGroup var documents: DocumentOptions

    @Option(help: ArgumentHelp("The time of the check.", valueName: "RFC 3339"))
    var now: String?

    @Flag(help: "Let the exit status follow what the record contains, too.")
    var requireContents = false

    @Option(
        help: ArgumentHelp(
            "Whose it should be: the subject's id, or a kind of identifier and its value "
                + "(emailAddress:ada@university.example). Plain and hashed ones are compared.",
            valueName: "ID or TYPE:VALUE"))
    var recipient: String?

    @Option(
        help: ArgumentHelp(
            "The kind of identifier, where --recipient is its value alone.", valueName: "type"))
    var recipientType: String?

    @Option(help: "The domain that the proof must name.")
    var domain: String?

    @Option(help: "The challenge that the proof must name.")
    var challenge: String?

    @Option(
        help: ArgumentHelp(
            "The trust policy: whom you believe, and who may award what.", valueName: "file"))
    var trust: String?

    @Flag(help: "Answer with the verdict in JSON.")
    var json = false

    func run() async throws {
        let catalog = try documents.documents()
        let policy = try policy()
        let clock = try Clock.reading(now)
        let source = try documents.source(catalog)
        let verifier = Verifier(
            policy: policy, source: source, contexts: try documents.shelf(catalog), clock: clock)
        let checked = await verifier.verify(try await input(source))
        if json {
            Console.answer(checked.verdict.json.serialized(pretty: true))
        } else {
            Console.answer(VerdictText(checked.verdict).text)
        }
        switch checked.answer(under: policy) {
        case .verified: return
        case .failed: throw ExitCode(Stop.Status.no.rawValue)
        case .undetermined: throw ExitCode(Stop.Status.cannotTell.rawValue)
        }
    }

    private func policy() throws -> VerificationPolicy {
        var policy = VerificationPolicy()
        policy.trust = try TrustFile.policy(trust)
        policy.requiresContents = requireContents
        policy.isOnline = documents.network.online
        policy.expectedDomain = domain
        policy.expectedChallenge = challenge
        policy.recipient = try expected()
        return policy
    }

    private func expected() throws -> VerificationPolicy.Recipient? {
        guard let recipient else { return nil }
        let isPair = recipient.utf8.contains(UInt8(ascii: ":")) && recipient.utf8.last != 0x3A
        guard !recipient.isEmpty, recipientType != nil || isPair else {
            throw Stop(
                .usage,
                "--recipient is the id of a subject (did:example:ada) or TYPE:VALUE, like "
                    + "emailAddress:ada@university.example; for a value alone name its kind with "
                    + "--recipient-type")
        }
        return recipientType.map { .identifier(recipient, type: $0) } ?? .init(written: recipient)
    }

    private func input(_ source: any DocumentSource) async throws -> [UInt8] {
        let isURL = file.hasPrefix("https://") || file.hasPrefix("http://")
        guard isURL else { return try Files.read(file) }
        switch await source.forOneVerification().document(at: Text(file), as: .credential) {
        case .found(let bytes, mediaType: _): return bytes
        case .unavailable(let reason):
            guard !documents.network.online else {
                throw Stop(.cannotTell, "\(file) could not be had: \(reason)")
            }
            throw Stop(
                .cannotTell,
                "\(file) is in no catalog: name it in one with --documents, or let it be fetched "
                    + "with --online")
        }
    }
}

/// The time of a check.
enum Clock {
    static func reading(_ text: String?) throws -> @Sendable () -> Timestamp {
        guard let text else {
            return { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
        }
        guard let now = Timestamp(text) else {
            throw Stop(.usage, "--now needs a time like 2026-06-03T12:00:00Z, not \"\(text)\"")
        }
        return { now }
    }
}

extension DocumentOptions {
    /// The contexts that verification has: its own, or with --override-known the catalog's.
    func shelf(_ documents: [(url: String, bytes: [UInt8])]) throws -> ContextShelf {
        guard overrideKnown else { return ContextShelf() }
        let contexts = documents.compactMap { url, bytes -> RemoteContext? in
            guard let document = try? JSONDocument(parsing: bytes),
                document.root["@context"] != nil
            else { return nil }
            return RemoteContext(url: Text(url), document: document)
        }
        return ContextShelf(overriding: contexts)
    }
}
