import ArgumentParser
import Credentials
import DataIntegrity
import Issuance
import JSONText
import KeyMaterial
import Verification

struct PresentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "present",
        abstract: "Makes a presentation of credentials, signed by their holder.",
        discussion: """
            The reader gives a challenge and a domain; the presentation names them, so that nobody \
            can present it again elsewhere.

            A credential with selective disclosures (SD-JWT) can be presented by itself: with \
            --reveal, it shows only what stands at these places, and the holder's key binds it to \
            the domain and the challenge. --reveal "" shows everything.
            """)

    /// `vc-jwt`, or the name of a suite.
    struct Form: ExpressibleByArgument {
        let form: PresentationRequest.Form

        init?(argument: String) {
            if argument.isSame(as: "vc-jwt") {
                form = .token
            } else if let suite = SigningSuite(rawValue: argument) {
                form = .embedded(suite)
            } else {
                return nil
            }
        }

        static var allValueStrings: [String] {
            SigningSuite.allCases.map(\.rawValue) + ["vc-jwt"]
        }
    }

    @Argument(help: "The credentials: JSON, JWT or SD-JWT; - is standard input.")
    var credentials: [String]

    @Option(help: "The holder's key file.")
    var key: String

    @Option(help: "What the reader asked to be named, so that it is new.")
    var challenge: String?

    @Option(help: "For whom it is made: the reader's domain or URL.")
    var domain: String?

    @Option(
        help: "A suite of Data Integrity (default by the key), or vc-jwt for a token (vp+jwt).")
    var proof: Form?

    @Option(help: "The holder's identifier; default did:key of the key.")
    var holder: String?

    @Option(help: "The name of the key in the holder's document; default HOLDER#MULTIBASE.")
    var verificationMethod: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Of one SD-JWT: what is shown, as JSON Pointers.", valueName: "pointer"))
    var reveal: [String] = []

    @Option(name: [.short, .long], help: "Where it is written; - is standard output.")
    var output = "-"

    @Option(help: ArgumentHelp("The time of the presentation.", valueName: "RFC 3339"))
    var now: String?

    @OptionGroup var documents: DocumentOptions

    @Flag(help: "Answer in JSON (what is written always is).")
    var json = false

    func run() async throws {
        let signer = try signer()
        let clock = try Clock.reading(now)
        do {
            if !reveal.isEmpty {
                return try Made.give(
                    try selective(signer, clock()) + [0x0A], as: "presentation", to: output,
                    json: json)
            }
            let catalog = try documents.documents()
            let issuance = Issuance(
                keys: [presenter(signer)], source: CatalogSource(catalog),
                contexts: try documents.shelf(catalog), clock: clock,
                randomness: Randomness.octets)
            let made = try await issuance.present(
                PresentationRequest(
                    credentials: try credentials.map { try Files.read($0) }, challenge: challenge,
                    domain: domain, form: proof?.form ?? .embedded(nil)))
            try Made.give(
                made.bytes + [0x0A], as: "presentation", to: output, json: json,
                [("id", .string(made.id))])
            report(made)
        } catch let error as IssuanceError {
            throw Stop(.no, "\(error)")
        }
    }

    private func selective(_ signer: PrivateKey, _ now: Timestamp) throws -> [UInt8] {
        guard let file = credentials.first, credentials.count == 1,
            let token = SelectiveToken(reading: try Files.read(file))
        else { throw Stop(.usage, "--reveal needs one SD-JWT") }
        guard let domain, let challenge else {
            throw Stop(
                .usage,
                "a key binding names a reader and a challenge: give --domain and --challenge")
        }
        return try token.revealing(try Pointers.reading(reveal))
            .bound(to: domain, nonce: challenge, at: now, with: signer)
    }

    private func signer() throws -> PrivateKey {
        do {
            return try PrivateKey(
                file: Files.read(key, maximumBytes: 1 << 16, tooLarge: .usage))
        } catch let error as KeyError {
            throw Stop(.usage, at: key, "\(error)")
        }
    }

    private func presenter(_ signer: PrivateKey) -> IssuingKey {
        guard let holder else { return IssuingKey(selfContained: signer) }
        return IssuingKey(
            signer: signer, issuer: holder,
            verificationMethod: verificationMethod ?? "\(holder)#\(signer.publicKey.multibase)")
    }

    private func report(_ made: IssuedCredential) {
        if output != "-" { Console.say("Made the presentation \(made.id): \(output).") }
        for content in made.checked.verdict.contents where content.verdict != .verified {
            let reason = content.checks.first { check in
                check.outcome == .failed || check.outcome == .undetermined
            }
            Console.say(
                "What stands at \(content.at?.description ?? "") is \(content.verdict.rawValue): "
                    + (reason?.message ?? ""))
        }
    }
}
