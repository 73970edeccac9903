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
            A draft is the credential in JSON without its proof, or the short form that people \
            write (docs/drafts.md). What is missing of contexts, id \
            and dates is filled in; whatever would not be covered by the signature is refused. \
            Drafts inside the draft are signed first. The credential is verified before it is \
            given out.

            --dry-run signs nothing and needs no key: it shows the record as its learner will see \
            it, and everything that is wrong with the draft.

            A draft without an issuer is issued in the name of the key itself (did:key).

            --proof vc-jwt makes a signed token (JWT) of it, around an embedded proof where one is \
            asked for as well; --proof sd-jwt a token of which the holder can keep parts back.


            Without --proof, an Ed25519 key makes eddsa-rdfc-2022, a P-256 or P-384 key \
            ecdsa-rdfc-2019. Given several times, the credential gets each of these proofs, each \
            made by the first --key that can make it.

            With a folder for -o, each form is written into it: credential.json with the embedded \
            proofs, credential.jwt as the token. -o may also be given once for each form.
            """)

    @Argument(help: "The draft; - is standard input.")
    var draft: String

    @Option(
        help: """
            The key file that clr key generate made. May be given several times, for an issuer \
            that is named in the draft and publishes all of them.
            """)
    var key: [String] = []

    @Option(help: "A folder of templates that the draft names. May be given several times.")
    var templates: [String] = []

    @Flag(help: "Sign nothing: show what would be issued, and everything that is wrong.")
    var dryRun = false

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

    @Option(
        help: ArgumentHelp(
            """
            A status list that clr status made: the credential gets a place on it that no other \
            has, also where several are issued at the same time.
            """, valueName: "file"))
    var statusFile: String?

    @Flag(help: "Issue it although a credential inside is forged, expired or revoked.")
    var allowFailingContents = false

    @Option(
        name: [.short, .long],
        help: """
            Where the credential is written; - is standard output. With --dry-run: an HTML page of \
            the record.
            """)
    var output: [String] = []

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
        guard statusFile == nil || statusList == nil else {
            throw Stop(.usage, "--status-file finds the place by itself; leave --status-list out")
        }
        let token = try token.request(proof)
        let draft = try DraftFile(draft, templates: templates, statusFile: statusFile)
        if dryRun { return try await show(draft, token) }
        guard !key.isEmpty else { throw Stop(.usage, "--key is missing (or --dry-run)") }
        guard let looked = draft.sound else {
            throw Stop(.no, "nothing was signed:", details: draft.complaints)
        }
        let targets = try targets(token)
        let moment = try Clock.reading(now)()
        let issuance = try issuance(try issuingKeys(for: looked)) { moment }
        let mandatory = try mandatoryPointers()
        // Before places are taken that nobody would use.
        let entry = looked.root["credentialStatus"]
        if let entry, statusFile != nil, !draft.places.usesNamed {
            throw Stop(.no, "\(IssuanceError.statusTwice(entry.pointer))")
        }
        let taken = try draft.taken()
        guard let document = taken.sound else {
            throw Stop(.no, "nothing was signed:", details: taken.complaints)
        }
        var request = IssuanceRequest(
            draft: document, layout: compact ? .compact : .indented, proofs: forms)
        // All forms of one credential have one identifier.
        request.id = Issuance.newID(Randomness.octets)
        request.mandatory = mandatory
        request.allowsFailingContents = allowFailingContents
        if let statusList, let statusIndex {
            request.statusSlot = StatusSlot(list: statusList, index: statusIndex)
        }
        if let statusFile, entry == nil {
            request.statusSlot = try StatusRecord.handOut(statusFile)
        }
        do {
            var made: [(target: String, issued: IssuedCredential)] = []
            for (target, token) in targets {
                let issued =
                    if let token { try await issuance.issue(request, as: token) } else {
                        try await issuance.issue(request)
                    }
                made.append((target, issued))
            }
            let issued = made.first?.issued
            try give(
                made,
                FailingContents(
                    issued?.failingContents ?? [], undetermined: issued?.undeterminedContents ?? []
                ))
        } catch let error as IssuanceError {
            throw IssuanceFaults(error).stop
        }
    }

    private func give(
        _ made: [(target: String, issued: IssuedCredential)], _ failing: FailingContents
    ) throws {
        let more: [(name: String, value: JSON)] =
            [("id", .string(made.first?.issued.id ?? ""))] + failing.members
        for (target, issued) in made {
            try Made.give(
                issued.bytes + [0x0A], as: "credential", to: target,
                json: json && made.count == 1, more)
            report(issued, target)
        }
        if json, made.count > 1 {
            let files = made.map { JSON.string($0.target) }
            Made.answer([("files", .array(files))] + more)
        }
        Console.say(failing.warnings)
    }

    private func issuance(
        _ keys: [IssuingKey], _ clock: @escaping @Sendable () -> Timestamp
    ) throws -> Issuance {
        let catalog = try documents.documents()
        return Issuance(
            keys: keys, source: try documents.source(catalog),
            contexts: try documents.shelf(catalog), clock: clock, randomness: Randomness.octets)
    }

    /// Where each form goes: the token, where one is asked for, and the JSON.
    private func targets(_ token: TokenRequest?) throws -> [(String, TokenRequest?)] {
        let isFolder = output.count == 1 && Files.isFolder(output[0])
        guard isFolder || output.count > 1 else { return [(output.first ?? "-", token)] }
        guard isFolder else {
            guard let token else {
                throw Stop(.usage, "several -o go with --proof vc-jwt: one is for the token (.jwt)")
            }
            return output.map { ($0, $0.hasSuffix(".jwt") ? token : nil) }
        }
        let folder = output[0]
        var targets: [(String, TokenRequest?)] = []
        if token == nil || !forms.isEmpty { targets.append(("\(folder)/credential.json", nil)) }
        if let token { targets.append(("\(folder)/credential.jwt", token)) }
        return targets
    }

    private var forms: [ProofForm] { proof.compactMap(\.form) }

    private func mandatoryPointers() throws -> [JSONPointer] {
        guard mandatory.isEmpty || forms.contains(.ecdsaSD2023) else {
            throw Stop(.usage, "--mandatory goes with --proof ecdsa-sd-2023")
        }
        return try Pointers.reading(mandatory)
    }

    /// The keys under the name of the draft's issuer; without one the key speaks for itself.
    private func issuingKeys(for document: JSONDocument) throws -> [IssuingKey] {
        let signers = try key.map { path in
            do {
                return try PrivateKey(
                    file: Files.read(path, maximumBytes: 1 << 16, tooLarge: .usage))
            } catch let error as KeyError {
                throw Stop(.usage, at: path, "\(error)")
            }
        }
        let types = signers.map(\.publicKey.type)
        if let other = forms.first(where: { form in !types.contains { form.fits($0) } }) {
            let fault = IssuanceError.proofNotForKey(other, types.first ?? .ed25519)
            throw Stop(.usage, at: key.first, "\(fault)")
        }
        guard let issuer = Credential(document.root).issuerID,
            !issuer.utf8.starts(with: "did:key:".utf8)
        else {
            guard signers.count == 1 else {
                throw Stop(
                    .usage,
                    "several keys need an issuer that publishes all of them: name it in the draft "
                        + "(did:web:… or https://…)")
            }
            return signers.map { IssuingKey(selfContained: $0) }
        }
        guard verificationMethod == nil || signers.count == 1 else {
            throw Stop(.usage, "--verification-method goes with one key")
        }
        return signers.map { signer in
            IssuingKey(
                signer: signer, issuer: issuer,
                verificationMethod: verificationMethod
                    ?? "\(issuer)#\(signer.publicKey.multibase)")
        }
    }

    private func report(_ issued: IssuedCredential, _ target: String) {
        if target != "-" { Console.say("Issued \(issued.id) to \(target).") }
        // Several proofs ask for the same.
        var told: Set<Text> = []
        for check in issued.checked.verdict.checks
        where check.outcome == .undetermined && told.insert(Text(check.message)).inserted {
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
