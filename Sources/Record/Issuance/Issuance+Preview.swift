import Credentials
import DIDs
import JSONText
import Verification

/// A draft as its readers will see it, before anything is signed.
package struct IssuancePreview: Sendable {
    package let checked: CheckedCredential
    /// What the draft itself has wrong, in the order of its text, in the words of the refusal.
    package let refusals: [IssuanceError]
    /// How many more there are.
    package let omitted: Int
    /// What would keep it from being issued beside that, or what readers would stumble over.
    package let problems: [Check]
    /// What others signed and does not verify.
    package let failingContents: [JudgedPart]
    /// What others signed and could not be verified here.
    package let undeterminedContents: [JudgedPart]

    package var isSound: Bool { problems.isEmpty && refusals.isEmpty }

    /// All that keeps it from being issued.
    package var refusal: IssuanceError? {
        let failed = problems.filter { $0.outcome == .failed }
        let more: [IssuanceError] = failed.isEmpty ? [] : [.refused(failed)]
        return IssuanceError(all: refusals + more, omitted: omitted)
    }
}

extension Issuance {
    /// Fills in what the draft leaves open and puts the questions to it that need no signature.
    ///
    /// - Parameter token: where it is to be one.
    package func preview(
        _ request: IssuanceRequest, as token: TokenRequest? = nil
    ) async -> IssuancePreview {
        let faults = DraftFaults()
        let root = request.draft.root
        var bytes = Array(request.draft.bytes)
        do throws(IssuanceError) {
            var bare = request
            bare.faults = faults
            let (json, key) = try await completed(bare, at: root, defaultKey: keys.first)
            bytes = json.serialized(pretty: true)
            try await look(at: json, key, bare, token)
        } catch {
            faults.add(error)
        }
        let read = (try? JSONDocument(parsing: bytes)).map { Credential($0.root) }
        let moment = moment(read?.validFrom)
        let verifier = Verifier(source: source, contexts: contexts, clock: { moment })
        let checked = await verifier.verify(bytes)
        let release = Release(verdict: checked.verdict, draft: root, isPreview: true)
        let all = Self.problems(checked.verdict, release)
        let refusals = Self.inWords(of: all, faults.inOrder(of: root), faults.values)
        let told = Told(refusals, meant: faults.meant)
        let problems = all.filter { !told.covers($0) }
        let places = Set(problems.filter { $0.outcome == .failed }.map(\.at))
        return IssuancePreview(
            checked: checked, refusals: refusals, omitted: faults.omitted, problems: problems,
            failingContents: release.failing.filter { !places.contains($0.place) },
            undeterminedContents: release.undetermined)
    }

    /// Of a value that can mean nothing where it stands, the model often knows what should.
    private static func inWords(
        of checks: [Check], _ refusals: [IssuanceError], _ values: Set<JSONPointer>
    ) -> [IssuanceError] {
        var words: [JSONPointer: String] = [:]
        for check in checks where check.name == .shape && check.outcome == .failed {
            if let place = check.at, words[place] == nil { words[place] = check.message }
        }
        return refusals.map { refusal in
            guard case .notSignable(_, let place?) = refusal, values.contains(place),
                let message = words[place]
            else { return refusal }
            return .notSignable(message, place)
        }
    }

    /// What has no meaning under its contexts, and what else signing would end at.
    private func look(
        at json: JSON, _ key: IssuingKey, _ request: IssuanceRequest, _ token: TokenRequest?
    ) async throws(IssuanceError) {
        let isText = token.map { !$0.embedsProof } ?? false
        // A token covers its text, whatever that means. What stands inside is signed by itself.
        if !isText {
            let root = request.draft.root
            request.faults?.add(await refusals(of: json, draft: root, at: JSONPointer()))
        }
        guard request.faults?.isEmpty == true else { return }
        if let token {
            let document = try Self.document(json)
            _ = try TokenClaims(credential: Credential(document.root), request: token).members()
        }
        guard !isText else { return }
        let acts = try acts(request, key)
        _ = try await withContexts { () async throws(IssuanceError) -> Signed in
            try signed(json, by: acts, mandatory: request.mandatory)
        }
    }

    private static let seen: Set<CheckName> = [
        .readable, .type, .context, .terms, .shape, .schema, .associations, .results, .dates,
        .contents, .credits, .identities, .languages, .evidence, .names, .period,
    ]

    /// Where what is odd is most often an error of the draft.
    private static let told: Set<CheckName> = [
        .associations, .results, .dates, .credits, .identities, .languages, .evidence, .names,
    ]

    /// Of the whole and of the drafts in it. What others signed is judged as such, and so is what
    /// has ended or not begun.
    private static func problems(_ verdict: Verdict, _ release: Release) -> [Check] {
        let own = verdict.checks.filter { check in
            guard seen.contains(check.name) else { return false }
            if check.name == .period, verdict.at != nil { return check.tellsOfDate }
            if Release.isNobodys(check, verdict) || check.outcome == .failed { return true }
            return check.outcome == .warning && told.contains(check.name)
        }
        let parts = verdict.contents.filter { part in
            part.at.map { !release.isSigned($0) } ?? true
        }
        return Release.withoutRepeats(own) + parts.flatMap { problems($0, release) }
    }
}

/// What was said of a draft, and is not said again by the checks of the credential made of it.
private struct Told {
    private let places: Set<JSONPointer>
    /// Where what is missing stands under another name.
    private let meant: Set<JSONPointer>
    private let hasFaultOfTerms: Bool
    private let hasFaultOfWhole: Bool

    init(_ refusals: [IssuanceError], meant: Set<JSONPointer>) {
        self.meant = meant
        let places = refusals.compactMap(\.place)
        // What is wrong with one of several types is wrong with all.
        let types = places.filter { $0.tokens.dropLast().last == "type" }
        self.places = Set(places + types.map { JSONPointer($0.tokens.dropLast()) })
        hasFaultOfTerms = refusals.contains { error in
            if case .notSignable = error { return true }
            return false
        }
        hasFaultOfWhole = refusals.contains { error in
            if case .notAnObject = error { return true }
            return false
        }
    }

    /// Whether something was said of the place, or of what holds it.
    private func isBelow(_ place: JSONPointer) -> Bool {
        var tokens = place.tokens[...]
        while !tokens.isEmpty {
            if places.contains(JSONPointer(Array(tokens))) { return true }
            tokens = tokens.dropLast()
        }
        return false
    }

    func covers(_ check: Check) -> Bool {
        if check.name == .readable { return hasFaultOfWhole }
        // What the contexts do not define is told by the refusals, each with its place.
        if check.name == .terms, hasFaultOfTerms || check.outcome != .failed { return true }
        guard let place = check.at else { return false }
        return isBelow(place) || meant.contains(place)
            || check.tellsOfEmptyCriteria && meant.contains(place.appending("narrative"))
    }
}
