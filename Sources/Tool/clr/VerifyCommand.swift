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
        let checked = try await checked(by: verifier, source)
        if json {
            Console.answer(checked.verdict.json.serialized(pretty: true))
        } else {
            Console.answer(VerdictText(checked.verdict).lines)
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

    /// The verdict on whatever was named: that something is too large, or not at hand, is one too.
    private func checked(
        by verifier: Verifier, _ source: any DocumentSource
    ) async throws -> CheckedCredential {
        let isURL = file.hasPrefix("https://") || file.hasPrefix("http://")
        guard isURL else {
            return await verifier.verify(
                try Files.start(of: file, maximumBytes: Limits.jsonBytes))
        }
        switch await source.forOneVerification().document(at: Text(file), as: .credential) {
        case .found(let bytes, mediaType: _): return await verifier.verify(bytes)
        case .unavailable(let reason), .gone(let reason):
            return verifier.notAtHand(
                documents.network.online
                    ? "\(file) could not be had: \(reason)."
                    : "\(file) is in no catalog: name it in one with --documents, or let it be "
                        + "fetched with --online.")
        }
    }
}

/// The time of a check.
enum Clock {
    static func reading(_ text: String?) throws -> @Sendable () -> Timestamp {
        guard let text else {
            return { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
        }
        guard let now = Self.instant(text) else {
            throw Stop(.usage, "--now needs a time like 2026-06-03T12:00:00Z, not \"\(text)\"")
        }
        return { now }
    }

    /// As RFC 3339 has it, which allows more than credentials do: small letters, and the second that
    /// is put in at the end of a day.
    private static func instant(_ text: String) -> Timestamp? {
        var octets = text.utf8.map {
            $0 == UInt8(ascii: "t") || $0 == UInt8(ascii: "z") ? $0 - 0x20 : $0
        }
        guard octets.count > 19, octets[17..<19].elementsEqual("60".utf8) else {
            return Timestamp(String(decoding: octets, as: UTF8.self))
        }
        octets.replaceSubrange(17..<19, with: "59".utf8)
        guard let before = Timestamp(String(decoding: octets, as: UTF8.self)),
            before.seconds % 86_400 == 86_399
        else { return nil }
        return before.adding(seconds: 1)
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
