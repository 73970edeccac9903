import Credentials
import DIDs
import JSONLD
import JSONText
import Trust

/// One run over a credential and all that it contains: the documents looked up, the keys and the
/// lists are had once and shared.
struct Examination: Sendable {
    let policy: VerificationPolicy
    let now: Timestamp
    let lookups: Lookups
    let keys: KeyResolver
    let contexts: ContextShelf
    let statusLists = StatusLists()
    let shelf: LegacyShelf
    /// What everything in it may take together.
    let allowance = WorkAllowance()
    let trust: TrustInquiry?
    private let embedded = EmbeddedCount()

    init(
        policy: VerificationPolicy, now: Timestamp, source: any DocumentSource,
        contexts: ContextShelf
    ) {
        let lookups = Lookups(source: source)
        self.policy = policy
        self.now = now
        self.lookups = lookups
        keys = KeyResolver(source: lookups)
        shelf = LegacyShelf(lookups: lookups, allowance: allowance)
        self.contexts = contexts
        trust = policy.trust.map { TrustInquiry(policy: $0, source: lookups, now: now) }
    }

    /// Why the credential is looked at.
    enum Role: Sendable {
        case outer
        case inside(Holder, ContainedCredential)
        case statusList
        /// What a refresh service gave in place of a credential.
        case refreshed

        /// Whether only the credential itself is judged, and not what it leads to.
        var isAuxiliary: Bool {
            switch self {
            case .statusList, .refreshed: true
            case .outer, .inside: false
            }
        }

        /// Whether it stands in a credential of which parts are shown.
        var isShownInPart: Bool { holder?.isShownInPart == true }

        /// The credential that holds this one.
        var holder: Holder? {
            if case .inside(let holder, _) = self { holder } else { nil }
        }
    }

    /// What the proof must answer to: asked of whatever was handed over, not of what is in it.
    func expectation(of role: Role) -> Expectation {
        guard case .outer = role else { return Expectation() }
        return Expectation(domain: policy.expectedDomain, challenge: policy.expectedChallenge)
    }

    /// What a credential inside has to know of the one that holds it.
    struct Holder: Sendable {
        let credential: Credential
        let answer: Verdict.Answer
        /// Whether a signature further out is made over RDF.
        let isSignedAsRDF: Bool
        /// Whether something may have been kept back from it, and so from its parts.
        let isShownInPart: Bool
        let parts: Parts
        let sound: SoundParts
        /// How many credentials stand around what is in it.
        let depth: Int
    }

    /// The verdict on a credential that could be read.
    func verdict(
        on document: CredentialDocument, as role: Role, at place: JSONPointer? = nil
    ) async -> Verdict {
        let credential = document.credential
        if case .outer = role, let record = credential.legacy {
            return await LegacyExamination(document, record, self).verdict(at: place)
        }
        let wrapped = role.isAuxiliary ? nil : WrappedRecord(credential)
        if let fault = wrapped.flatMap({ embeddingFault(of: $0.parts) }) {
            return verdict(on: credential, checks: [fault], contents: [], at: place)
        }
        // What stands in a token is not seen before the token is read.
        if role.holder == nil || document.token != nil,
            let fault = embeddingFault(credential, depth: role.holder?.depth ?? 0)
        {
            return verdict(on: credential, checks: [fault], contents: [], at: place)
        }
        let isShownInPart =
            role.isShownInPart || RecordSense.isSelective(credential, document.token)
        let integrity: IntegrityAnswers
        let form: FormAnswers
        if role.holder == nil {
            // What a whole record says takes about as long as its signature; neither needs the other.
            async let signed = IntegrityExamination(document, role, self).answers()
            form = FormAnswers(
                document, role, isShownInPart: isShownInPart, now: now, policy: policy)
            integrity = await signed
        } else {
            integrity = await IntegrityExamination(document, role, self).answers()
            form = FormAnswers(
                document, role, isShownInPart: isShownInPart, now: now, policy: policy)
        }
        var checks = [Self.readable(document, role), TypeCheck(credential: credential).answer]
        checks += ImageCheck(document: document).answers
        checks += integrity.contexts + integrity.terms
        checks += form.shape
        checks += await SchemaCheck(
            credential: credential, lookups: lookups, mayLookUp: integrity.isIntact,
            isShownInPart: isShownInPart, look: form.look
        ).answers()
        checks += integrity.signatures
        checks +=
            PeriodCheck(
                credential: credential, token: document.token, now: now,
                leewaySeconds: policy.leewaySeconds
            ).answers
        checks += await status(credential, role, integrity)
        if let wrapped {
            checks += wrapped.answers(
                isSignedAsRDF: integrity.isSignedAsRDF, isInside: role.holder != nil)
        }
        checks +=
            await RefreshCheck(
                document: document, role: role, isIntact: integrity.isIntact, examination: self
            ).answers()
        if case .outer = role, let recipient = policy.recipient {
            checks.append(RecipientCheck(credential: credential, recipient: recipient).answer)
        }
        checks +=
            await TrustChecks(
                credential: credential, role: role, signatures: integrity, examination: self
            ).answers()
        checks += form.senseChecks
        if case .inside(let holder, let part) = role {
            checks += ContentsCheck(credential: credential, holder: holder, part: part).answers
        }
        checks.sort { CheckName.order($0.name) < CheckName.order($1.name) }
        var contents = await contents(
            of: credential, role, checks, integrity, form, isShownInPart: isShownInPart)
        if let wrapped {
            contents += await wrapped.contents(in: Verdict.Answer(checks), self)
        }
        return verdict(on: credential, checks: checks, contents: contents, at: place)
    }

    /// A verdict where there is no credential to speak of.
    func verdict(unreadable error: ReadingError, at place: JSONPointer? = nil) -> Verdict {
        verdict(only: error.check, at: place)
    }

    func verdict(only check: Check, at place: JSONPointer? = nil) -> Verdict {
        let checks = [check]
        let answer = Verdict.Answer(checks)
        return Verdict(
            verdict: answer, aggregate: Verdict.Aggregate(answer, []), kind: "Unknown",
            standard: "unknown", id: nil, name: nil, issuer: nil, subject: nil, checkedAt: now,
            checks: checks, contents: [], at: place)
    }

    /// Nothing of what was found beside counts where the whole takes too much: which part was the
    /// last that could be looked at is chance.
    func verdict(on credential: Credential, taking work: WorkAllowance.Work) -> Verdict {
        let check = Check(
            .tooMuchWork,
            "The credential and all that stands inside take more than \(work); nothing of it was "
                + "judged.")
        return verdict(on: credential, checks: [check], contents: [], at: nil)
    }

    private func verdict(
        on credential: Credential, checks: [Check], contents: [Verdict], at place: JSONPointer?
    ) -> Verdict {
        let answer = Verdict.Answer(checks)
        return Verdict(
            verdict: answer, aggregate: Verdict.Aggregate(answer, contents),
            kind: credential.kind.rawValue, standard: credential.standard, id: credential.id,
            name: credential.name, issuer: Verdict.Party(issuerOf: credential),
            subject: Verdict.Party(subjectOf: credential), checkedAt: now, checks: checks,
            contents: contents, at: place)
    }

    private static func readable(_ document: CredentialDocument, _ role: Role) -> Check {
        if let selective = document.token?.selective {
            let shown = selective.disclosures.count
            let kept = selective.withheld.reduce(0) { $0 + $1.count }
            return Check(
                .readAsSelective,
                "Read as a signed token with selective disclosures (SD-JWT): \(shown) shown, "
                    + "\(kept) kept back or empty.")
        }
        if document.token != nil {
            return Check(.readAsToken, "Read as a signed token (JWT) that carries a credential.")
        }
        return role.holder == nil
            ? Check(.readAsJSON, "Read as a credential in JSON.")
            : Check(.readAsPart, "Read as part of the credential that holds it.")
    }

    /// What is too much of older records and badges, which stand in each other no deeper than
    /// their classes do.
    func embeddingFault(of parts: [LegacyPart]) -> Check? {
        guard embedded.adding(parts.count) > Limits.embeddedCredentials else { return nil }
        return Check(
            .tooManyEmbedded,
            "More than \(Limits.embeddedCredentials) records, assertions and endorsements stand "
                + "inside; nothing in it was checked.")
    }

    func embeddingFault(_ credential: Credential, depth around: Int) -> Check? {
        let (inside, depth) = credential.embedding()
        let count = embedded.adding(inside)
        if around + depth > Limits.embeddingDepth {
            return Check(
                .embeddedTooDeep,
                "Credentials stand inside credentials more than \(Limits.embeddingDepth) levels "
                    + "deep; nothing in it was checked.")
        }
        if count > Limits.embeddedCredentials {
            return Check(
                .tooManyEmbedded,
                "More than \(Limits.embeddedCredentials) credentials stand inside; nothing in it "
                    + "was checked.")
        }
        return nil
    }

    // MARK: - Status and contents

    /// VER-11: asked once the signature holds, so that a forger cannot send us anywhere.
    private func status(
        _ credential: Credential, _ role: Role, _ integrity: IntegrityAnswers
    ) async -> [Check] {
        if role.isAuxiliary { return [] }
        guard credential.json["credentialStatus"] != nil else {
            let text = "The credential names no status list; it cannot be revoked by one."
            return credential.kind == .presentation ? [] : [Check(.statusNone, text)]
        }
        guard integrity.isIntact else {
            return [
                Check(
                    .statusNotAsked,
                    "The status was not asked for, because the signature does not hold.")
            ]
        }
        return await StatusChecks(credential: credential, examination: self).answers()
    }

    private func contents(
        of credential: Credential, _ role: Role, _ checks: [Check],
        _ integrity: IntegrityAnswers, _ form: FormAnswers, isShownInPart: Bool
    ) async -> [Verdict] {
        if role.isAuxiliary { return [] }
        let parts = credential.contained()
        let holder = Holder(
            credential: credential, answer: Verdict.Answer(checks),
            isSignedAsRDF: integrity.isSignedAsRDF, isShownInPart: isShownInPart,
            parts: Parts(parts, of: credential, form.sense), sound: form.look.sound,
            depth: (role.holder?.depth ?? 0) + 1)
        return await verdicts(on: parts, in: holder)
    }

    /// Each part hangs on itself and its holder alone, so that several are looked at together;
    /// what they look up is had once all the same.
    private func verdicts(on parts: [ContainedCredential], in holder: Holder) async -> [Verdict] {
        let strands = min(Self.strands, parts.count)
        guard strands > 1 else {
            var verdicts: [Verdict] = []
            for part in parts where allowance.exhausted == nil {
                verdicts.append(await verdict(on: part, in: holder))
            }
            return verdicts
        }
        return await withTaskGroup(of: [(place: Int, verdict: Verdict)].self) { group in
            for strand in 0..<strands {
                group.addTask {
                    var verdicts: [(place: Int, verdict: Verdict)] = []
                    for place in stride(from: strand, to: parts.count, by: strands)
                    where self.allowance.exhausted == nil {
                        verdicts.append((place, await self.verdict(on: parts[place], in: holder)))
                    }
                    return verdicts
                }
            }
            var all: [(place: Int, verdict: Verdict)] = []
            for await verdicts in group { all += verdicts }
            return all.sorted { $0.place < $1.place }.map(\.verdict)
        }
    }

    /// More than the cores of most machines; on fewer they take turns.
    private static let strands = 8

    private func verdict(on part: ContainedCredential, in holder: Holder) async -> Verdict {
        do {
            let document = try CredentialDocument(contained: part)
            return await verdict(
                on: document, as: .inside(holder, part), at: part.pointer)
        } catch {
            return verdict(unreadable: error, at: part.pointer)
        }
    }
}

extension CheckName {
    private static let positions = Dictionary(
        uniqueKeysWithValues: CheckName.allCases.enumerated().map { ($0.element, $0.offset) })

    /// Checks are told in the order of their questions; the answers of one check as they came.
    static func order(_ name: CheckName) -> Int { positions[name] ?? 0 }
}

extension Verdict.Party {
    init?(issuerOf credential: Credential) {
        let isPresentation = credential.kind == .presentation
        let id = isPresentation ? credential.holderID : credential.issuerID
        let profile: Profile? = isPresentation ? credential.one("holder") : credential.issuer
        guard id != nil || profile?.name != nil else { return nil }
        self.init(id: id, name: profile?.name, domain: id.flatMap(Self.domain))
    }

    init?(subjectOf credential: Credential) {
        guard let id = credential.subject?.id else { return nil }
        self.init(id: id, name: nil, domain: nil)
    }

    /// The host of an https identifier or of a did:web, as it is registered.
    static func domain(_ id: String) -> String? {
        guard let url = try? KeyResolver.url(of: RegisteredSpelling.of(Text(id))) else {
            return nil
        }
        let parts = url.string.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2, !parts[2].isEmpty else { return nil }
        return isHost(parts[2]) ? String(parts[2]) : nil
    }

    /// Whether it is a name or address with perhaps a port, and nothing that could pass for one
    /// (`https://university.example@elsewhere.example`).
    private static func isHost(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { byte in
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || ".-:[]".utf8.contains(byte)
        }
    }
}
