import Credentials
import DIDs
import JSONText
import Verification

/// A draft as its readers will see it, before anything is signed.
package struct IssuancePreview: Sendable {
    package let checked: CheckedCredential
    /// What would keep it from being issued, or what readers would stumble over.
    package let problems: [Check]
    /// What the draft itself has wrong, in the words of the refusal.
    package let refusal: IssuanceError?

    package var isSound: Bool { problems.isEmpty && refusal == nil }
}

extension Issuance {
    /// Fills in what the draft leaves open and puts the questions to it that need no signature.
    package func preview(_ request: IssuanceRequest) async -> IssuancePreview {
        var refusal: IssuanceError?
        var bytes = Array(request.draft.bytes)
        do throws(IssuanceError) {
            let (json, key) = try await unsigned(request, at: request.draft.root, keys.first)
            bytes = json.serialized(pretty: true)
            // What has no meaning under its contexts, or none in RDF, shows itself in signing.
            let acts = try acts(request, key)
            _ = try await withContexts { () async throws(IssuanceError) -> Signed in
                try signed(json, by: acts, mandatory: [])
            }
        } catch {
            refusal = error
        }
        let moment = clock()
        let verifier = Verifier(source: source, contexts: contexts, clock: { moment })
        let checked = await verifier.verify(bytes)
        return IssuancePreview(
            checked: checked, problems: Self.problems(checked.verdict), refusal: refusal)
    }

    private func unsigned(
        _ request: IssuanceRequest, at value: JSONValue, _ defaultKey: IssuingKey?
    ) async throws(IssuanceError) -> (json: JSON, key: IssuingKey) {
        var bare = request
        bare.isPreview = true
        return try await completed(bare, at: value, defaultKey: defaultKey)
    }

    private static let seen: Set<CheckName> = [
        .readable, .type, .context, .terms, .shape, .schema, .associations, .results, .dates,
        .contents, .credits, .identities, .languages, .evidence, .names, .period,
    ]

    /// Where what is odd is most often an error of the draft.
    private static let told: Set<CheckName> = [
        .associations, .results, .dates, .credits, .identities, .languages, .evidence, .names,
    ]

    private static func problems(_ verdict: Verdict) -> [Check] {
        let mistyped = Set(
            verdict.checks.filter { $0.name == .shape && $0.outcome == .failed }.map(\.at))
        let own = verdict.checks.filter { check in
            guard seen.contains(check.name) else { return false }
            if Release.isNobodys(check, verdict) { return true }
            if check.name == .period { return check.tellsOfDate }
            if check.outcome == .failed {
                // The schema repeats what the model has said of the same place.
                return check.name != .schema || !mistyped.contains(check.at)
            }
            // What no context says would not be signed.
            if check.outcome == .undetermined { return [.context, .terms].contains(check.name) }
            return check.outcome == .warning
                && told.contains(check.name)
        }
        return own + verdict.contents.flatMap { problems($0) }
    }
}
