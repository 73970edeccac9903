import Credentials
import JSONText

/// One record or badge of a generation before verifiable credentials, with all that stands inside.
///
/// Its classes stand in each other in one order alone (list, record, assertion, endorsement), so
/// that nothing leads deeper than four levels.
struct LegacyExamination {
    private let document: CredentialDocument
    private let record: LegacyRecord
    private let examination: Examination
    private let around: Surroundings?

    /// What a part has to know of the record that holds it.
    struct Surroundings: Sendable {
        let answer: Verdict.Answer
        let role: LegacyPart.Role
        let learner: LegacyParty?
        /// What an endorsement here may speak of.
        let identifiers: Set<Text>
    }

    init(
        _ document: CredentialDocument, _ record: LegacyRecord, _ examination: Examination,
        in around: Surroundings? = nil
    ) {
        self.document = document
        self.record = record
        self.examination = examination
        self.around = around
    }

    func verdict(at place: JSONPointer?) async -> Verdict {
        let parts = record.parts
        if let fault = examination.embeddingFault(of: parts) {
            return verdict([fault], [], nil, at: place)
        }
        let links = await LegacyLinks(record, examination)
        let proof = await proof(links)
        let integrity = IntegrityAnswers(signatures: proof)
        var checks = readable + [type]
        checks += ImageCheck(document: document).answers
        checks += LegacyShape(record: record).answers + links.checks
        checks += proof
        if !record.kind.isCollection {
            checks +=
                LegacyPeriod(
                    record: record, token: document.token, now: examination.now,
                    leewaySeconds: examination.policy.leewaySeconds
                ).answers
            checks += await status(links, integrity)
            checks +=
                await TrustChecks(
                    credential: document.credential,
                    role: .outer, signatures: integrity, examination: examination,
                    legacyIssuer: links.published ?? LegacyParty(record.json)
                ).answers()
            checks += LegacyRecipient(record: record).answers(
                around: around, expected: around == nil ? examination.policy.recipient : nil)
        }
        checks += endorsed
        var linked = await links.endorsements(around: record, examination.shelf)
        if let fault = examination.embeddingFault(of: linked.flatMap(\.parts)) {
            checks.append(fault)
            linked = []
        }
        let answer = Verdict.Answer(checks)
        var contents = await Self.verdicts(
            on: parts, in: surroundings(answer, parts), examination)
        for endorsed in linked {
            contents += await Self.verdicts(
                on: endorsed.parts,
                in: { part in
                    Surroundings(
                        answer: answer, role: part.role, learner: nil,
                        identifiers: endorsed.identifiers)
                }, examination)
        }
        if record.kind.isCollection { checks += [ofParts(contents)] }
        checks.sort { CheckName.order($0.name) < CheckName.order($1.name) }
        return verdict(checks, contents, links, at: place)
    }

    // MARK: - Its own checks

    private var readable: [Check] {
        if document.token != nil {
            return [
                Check(
                    .readAsToken, "Read as a signed token (JWS) that carries \(Noun.phrase(what)).")
            ]
        }
        return around == nil
            ? [Check(.readAsJSON, "Read as \(Noun.phrase(what)) in JSON.")]
            : [Check(.readAsPart, "Read as part of the record that holds it.")]
    }

    private var what: String { "\(record.standard) \(record.kind.rawValue)" }

    private var type: Check {
        let allowed: [LegacyKind]
        switch around?.role {
        case nil: allowed = LegacyKind.allCases
        case .record: allowed = [.clr]
        case .assertion: allowed = [.assertion]
        case .endorsement: allowed = [.endorsement]
        }
        guard allowed.contains(record.kind) else {
            return Check(
                .typeLegacyElsewhere,
                "\(record.kind.rawValue) stands where only "
                    + "\(allowed.map(\.rawValue).joined(separator: " or ")) may.", at: record.place)
        }
        return Check(
            .typeLegacy,
            "Its class is \(record.kind.rawValue) of \(record.standard), a generation before "
                + "verifiable credentials; its own rules are applied.", at: record.place)
    }

    private func proof(_ links: LegacyLinks) async -> [Check] {
        guard !record.kind.isCollection || document.token != nil else { return [] }
        return await LegacyProof(
            document: document, record: record, links: links, examination: examination,
            holder: around?.answer
        ).answers()
    }

    private func status(_ links: LegacyLinks, _ integrity: IntegrityAnswers) async -> [Check] {
        await LegacyStatus(
            record: record, links: links, isSigned: document.token != nil,
            isIntact: integrity.hasOwnProof, examination: examination
        ).answers()
    }

    /// A list of records says nothing itself: it is as good as what is in it.
    private func ofParts(_ contents: [Verdict]) -> Check {
        if !contents.isEmpty, contents.allSatisfy({ $0.verdict == .verified }) {
            return Check(
                .proofOfParts,
                "This is a list, which says nothing itself; each of the \(contents.count) in it "
                    + "is verified.")
        }
        return Check(
            .proofNotVerifiable,
            contents.isEmpty
                ? "This is a list with nothing in it, so there is nothing to verify."
                : "This is a list, which says nothing itself, and not all in it are verified: look "
                    + "at each.", at: record.place)
    }

    /// CLR1-M-09: of the thing that carries it, not of another.
    private var endorsed: [Check] {
        guard let around, around.role == .endorsement, record.kind == .endorsement else {
            return []
        }
        let target = record.json["claim"].flatMap { $0.isString ? $0.text : $0["id"]?.text }
        guard target.map(around.identifiers.contains) != true else { return [] }
        return [
            Check(
                .contentsEndorsementTarget,
                "This endorses \(target?.string ?? "nothing that is named"), which does not carry "
                    + "it.", at: record.place.appending("claim"))
        ]
    }

    private func verdict(
        _ checks: [Check], _ contents: [Verdict], _ links: LegacyLinks?, at place: JSONPointer?
    ) -> Verdict {
        let answer = Verdict.Answer(checks)
        return Verdict(
            verdict: answer, aggregate: Verdict.Aggregate(answer, contents),
            kind: record.kind.rawValue, standard: record.standard, id: record.id,
            name: record.name, issuer: links.flatMap(Self.issuer), subject: subject,
            checkedAt: examination.now, checks: checks, contents: contents, at: place)
    }

    private static func issuer(_ links: LegacyLinks) -> Verdict.Party? {
        guard links.issuerURL != nil || links.name != nil else { return nil }
        return Verdict.Party(
            id: links.issuerURL, name: links.name,
            domain: links.issuerURL.flatMap(Verdict.Party.domain))
    }

    private var subject: Verdict.Party? {
        if let learner = record.learner {
            guard learner.address != nil || learner.name != nil else { return nil }
            return Verdict.Party(id: learner.address, name: learner.name, domain: nil)
        }
        guard let recipient = record.recipient, let identity = recipient.identity else {
            return nil
        }
        return Verdict.Party(id: identity, name: nil, domain: nil)
    }

    // MARK: - What stands inside

    private func surroundings(_ answer: Verdict.Answer, _ parts: [LegacyPart])
        -> (LegacyPart) -> Surroundings
    {
        let learner = record.kind == .clr ? record.learner : nil
        let identifiers =
            parts.contains { $0.role == .endorsement } ? Self.identifiers(in: record.json) : []
        return { part in
            Surroundings(
                answer: answer, role: part.role, learner: learner, identifiers: identifiers)
        }
    }

    /// Of what carries endorsements: the endorsements' own are no targets.
    static func identifiers(in value: JSONValue) -> Set<Text> {
        var found: Set<Text> = []
        var pending = [value]
        while let next = pending.popLast() {
            if let id = next["id"]?.text { found.insert(id) }
            for member in next.members
            where !["endorsements", "signedEndorsements", "endorsement", "assertions"]
                .contains(where: { member.hasName($0) })
            {
                pending += member.value.oneOrMore.filter(\.isObject)
            }
        }
        return found
    }

    static func verdicts(
        on parts: [LegacyPart], in around: (LegacyPart) -> Surroundings,
        _ examination: Examination
    ) async -> [Verdict] {
        var verdicts: [Verdict] = []
        for part in parts where examination.allowance.exhausted == nil {
            verdicts.append(await verdict(on: part, in: around(part), examination))
        }
        return verdicts
    }

    private static func verdict(
        on part: LegacyPart, in around: Surroundings, _ examination: Examination
    ) async -> Verdict {
        if part.role == .endorsement, let url = part.value.string, LegacyURL(url) != nil {
            return await verdict(onEndorsementAt: url, part, around, examination)
        }
        do {
            let document = try CredentialDocument(contained: part)
            guard let record = document.credential.legacy else {
                return other(
                    Check(
                        .typeLegacyElsewhere,
                        "What stands here is no record, badge or endorsement of its generation.",
                        at: part.pointer), part, examination)
            }
            return await LegacyExamination(document, record, examination, in: around)
                .verdict(at: part.pointer)
        } catch {
            return examination.verdict(unreadable: error, at: part.pointer)
        }
    }

    /// An endorsement that is named by its URL: what stands there is the original.
    private static func verdict(
        onEndorsementAt url: String, _ part: LegacyPart, _ around: Surroundings,
        _ examination: Examination
    ) async -> Verdict {
        let answer = await LegacyDocuments(examination).linked(url, "endorsement", ["Endorsement"])
        if case .gone(let url, _) = answer {
            return other(LegacyStatus.gone(url, at: part.pointer), part, examination)
        }
        guard let object = answer.object else {
            let check = answer.checks(at: part.pointer).first
            return other(
                check ?? Check(.shapeLinkedUnavailable, "Not had: \(url)."), part, examination)
        }
        let document = CredentialDocument(embedded: object, at: part.pointer)
        guard let record = document.credential.legacy else {
            return other(
                Check(
                    .shapeLinkedWrong, "What stands at \(url) is no endorsement.",
                    at: part.pointer), part, examination)
        }
        return await LegacyExamination(document, record, examination, in: around)
            .verdict(at: part.pointer)
    }

    private static func other(
        _ check: Check, _ part: LegacyPart, _ examination: Examination
    ) -> Verdict {
        let answer = Verdict.Answer([check])
        return Verdict(
            verdict: answer, aggregate: Verdict.Aggregate(answer, []), kind: "Unknown",
            standard: "unknown", id: nil, name: nil, issuer: nil, subject: nil,
            checkedAt: examination.now, checks: [check], contents: [], at: part.pointer)
    }
}

extension IntegrityAnswers {
    /// Whether a signature or the hosted original was looked at and holds: not only vouched for.
    fileprivate var hasOwnProof: Bool {
        isIntact && signatures.contains { $0.name == .proof && $0.outcome == .passed }
    }
}
