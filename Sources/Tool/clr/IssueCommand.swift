import ArgumentParser
import Credentials
import DIDs
import Issuance
import JSONText
import KeyMaterial
import Verification

struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Makes a signed credential from a draft.",
        discussion: """
            A draft is the credential in JSON without its proof. What is missing of contexts, id \
            and dates is filled in; whatever would not be covered by the signature is refused. \
            Drafts inside the draft are signed first. The credential is verified before it is \
            given out.

            A draft without an issuer is issued in the name of the key itself (did:key).

            --proof vc-jwt makes a signed token (JWT) of it, around an embedded proof where one is \
            asked for as well; --proof sd-jwt a token of which the holder can keep parts back.


            Without --proof, an Ed25519 key makes eddsa-rdfc-2022, a P-256 or P-384 key \
            ecdsa-rdfc-2019. Given several times, the credential gets each of these proofs.
            """)

    @Argument(help: "The draft; - is standard input.")
    var draft: String

    @Option(help: "The key file that clr key generate made.")
    var key: String

    @Option(
        help: "The kind of proof: \(ProofForm.names), vc-jwt, sd-jwt. May be given several times.")
    var proof: [ProofChoice] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "With ecdsa-sd-2023: what the holder must always show, beside what the model requires.",
            valueName: "pointer"))
    var mandatory: [String] = []

    @OptionGroup var token: TokenOptions

    @Option(help: "The name of the key in the issuer's document; default ISSUER#MULTIBASE.")
    var verificationMethod: String?

    @Option(help: "The URL of the status list on which the credential gets its place.")
    var statusList: String?

    @Option(help: "The place on the status list.")
    var statusIndex: Int?

    @Option(name: [.short, .long], help: "Where the credential is written; - is standard output.")
    var output = "-"

    @Option(help: ArgumentHelp("The time of issue.", valueName: "RFC 3339"))
    var now: String?

    @Flag(help: "Write the credential without line breaks.")
    var compact = false

    @OptionGroup var documents: DocumentOptions

    @Flag(help: "Answer in JSON (what is written always is).")
    var json = false

    func run() async throws {
        guard (statusList == nil) == (statusIndex == nil) else {
            throw Stop(.usage, "--status-list and --status-index go together")
        }
        let token = try token.request(proof)
        let document = try Files.document(draft)
        let catalog = try documents.documents()
        let issuance = Issuance(
            keys: [try issuingKey(for: document)], source: try documents.source(catalog),
            contexts: try documents.shelf(catalog), clock: try Clock.reading(now),
            randomness: Randomness.octets)
        var request = IssuanceRequest(
            draft: document, layout: compact ? .compact : .indented, proofs: forms)
        if let statusList, let statusIndex {
            request.statusSlot = StatusSlot(list: statusList, index: statusIndex)
        }
        request.mandatory = try mandatoryPointers()
        do {
            let issued =
                if let token { try await issuance.issue(request, as: token) } else {
                    try await issuance.issue(request)
                }
            try Files.write(issued.bytes + [0x0A], to: output)
            report(issued)
        } catch let error as IssuanceError {
            throw Stop(.no, "\(error)")
        }
    }

    private var forms: [ProofForm] { proof.compactMap(\.form) }

    private func mandatoryPointers() throws -> [JSONPointer] {
        guard mandatory.isEmpty || forms.contains(.ecdsaSD2023) else {
            throw Stop(.usage, "--mandatory goes with --proof ecdsa-sd-2023")
        }
        return try Pointers.reading(mandatory)
    }

    /// The key under the name of the draft's issuer; without one it speaks for itself.
    private func issuingKey(for document: JSONDocument) throws -> IssuingKey {
        let signer: PrivateKey
        do {
            signer = try PrivateKey(file: Files.read(key, maximumBytes: 1 << 16))
        } catch let error as KeyError {
            throw Stop(.usage, "\(key): \(error)")
        }
        let type = signer.publicKey.type
        if let other = forms.first(where: { !$0.fits(type) }) {
            throw Stop(.usage, "\(key): \(IssuanceError.proofNotForKey(other, type))")
        }
        let own = IssuingKey(selfContained: signer)
        guard let issuer = Credential(document.root).issuerID,
            !issuer.utf8.starts(with: "did:key:".utf8)
        else { return own }
        return IssuingKey(
            signer: signer, issuer: issuer,
            verificationMethod: verificationMethod ?? "\(issuer)#\(signer.publicKey.multibase)")
    }

    private func report(_ issued: IssuedCredential) {
        if output != "-" { Console.say("Issued \(issued.id) to \(output).") }
        for check in issued.checked.verdict.checks where check.outcome == .undetermined {
            Console.say("Readers will need: \(check.message)")
        }
        if issued.readingsMayDiffer {
            Console.say(
                "Some verifiers may read this credential differently. Give each part an \"id\", "
                    + "and they will not.")
        }
    }
}

extension ProofForm: ExpressibleByArgument {
    /// All of them, for people.
    static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
