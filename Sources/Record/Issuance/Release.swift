import Credentials
import JSONText
import Verification

/// What verification says of a credential that stands inside another.
public struct JudgedPart: Sendable, CustomStringConvertible {
    /// In the draft, or behind what it has where it was given beside it.
    public let place: JSONPointer
    /// Those that keep it from being verified.
    public let checks: [Check]

    /// The checks as sentences, with their codes.
    public var reasons: String {
        checks.map { check in
            let at = check.at.map { $0 == place || $0.tokens.isEmpty ? "" : ", at \($0)" } ?? ""
            return "\(check.message) [\(check.code)\(at)]"
        }.joined(separator: " ")
    }

    public var description: String {
        let isFailed = checks.contains { $0.outcome == .failed }
        return "What stands at \(place) "
            + (isFailed ? "is not verified: " : "could not be verified here: ") + reasons
    }
}

/// What keeps a credential from being given out, although a reader might let it pass.
struct Release {
    let verdict: Verdict
    /// The drafts that stood in the draft, at whatever depth: where each stands now, and where it
    /// stood.
    private let drafts: [JSONPointer: JSONPointer]
    /// Whether the drafts have not been signed, so that it says nothing that they are not.
    private let isPreview: Bool

    /// - Parameter draft: what it was made of.
    init(verdict: Verdict, draft: JSONValue, isPreview: Bool = false) {
        self.verdict = verdict
        self.isPreview = isPreview
        var drafts: [JSONPointer: JSONPointer] = [:]
        Self.gather(from: Credential(draft), at: JSONPointer(), into: &drafts)
        self.drafts = drafts
    }

    private static func gather(
        from outer: Credential, at made: JSONPointer, into drafts: inout [JSONPointer: JSONPointer]
    ) {
        guard outer.json.isObject else { return }
        for part in outer.contained() where isDraft(part.value) {
            var way = Array(part.pointer.tokens.dropFirst(outer.place.tokens.count))
            // One in place of a list has become a list.
            if way == ["credentialSubject", "verifiableCredential"] || way == ["endorsement"] {
                way.append("0")
            }
            let place = JSONPointer(made.tokens + way)
            drafts[place] = part.pointer
            gather(from: Credential(part.value, at: part.pointer), at: place, into: &drafts)
        }
    }

    /// What has no proof that could fail.
    private static func isDraft(_ value: JSONValue) -> Bool {
        let isEnvelope = value["id"]?.string?.utf8.starts(with: "data:".utf8) == true
        return value.isObject && value["proof"] == nil && !isEnvelope
    }

    /// Of the credential itself.
    static func faults(_ verdict: Verdict) -> [Check] {
        let faults = verdict.checks.filter { $0.outcome == .failed || isNobodys($0, verdict) }
        return withoutRepeats(faults)
    }

    /// The schema repeats what the model has said of the same place.
    static func withoutRepeats(_ checks: [Check]) -> [Check] {
        let mistyped = Set(checks.filter { $0.name == .shape }.map(\.at))
        return checks.filter { $0.name != .schema || !mistyped.contains($0.at) }
    }

    /// A badge may be for whoever holds it; a learner record is somebody's (MCHK-01, section 9.4).
    static func isNobodys(_ check: Check, _ verdict: Verdict) -> Bool {
        check.tellsOfNobody
            && verdict.kind.isSame(as: CredentialKind.clrCredential.rawValue)
    }

    // MARK: - Contents

    /// Drafts that were signed or filled in with the whole, and have something wrong.
    var ownFailing: [JudgedPart] { parts(.failed) { !isSigned($0) && !isOnlyOutOfTime($1) } }

    /// What others signed and does not verify, and drafts that are out of their time: whoever signs
    /// around it vouches for it.
    var failing: [JudgedPart] { parts(.failed) { isSigned($0) || isOnlyOutOfTime($1) } }

    /// What others signed and nobody could verify here.
    var undetermined: [JudgedPart] { parts(.undetermined) { place, _ in isSigned(place) } }

    /// Whether nothing is wrong but that it has ended, or not begun.
    private func isOnlyOutOfTime(_ checks: [Check]) -> Bool {
        checks.allSatisfy { $0.name == .period && !$0.tellsOfDate }
    }

    private func parts(
        _ answer: Verdict.Answer, where isMeant: (JSONPointer, [Check]) -> Bool
    ) -> [JudgedPart] {
        let outcome: Check.Outcome = answer == .failed ? .failed : .undetermined
        return Self.all(verdict.contents).compactMap { part in
            guard part.verdict == answer, let place = part.at else { return nil }
            let isUnsigned = isPreview && !isSigned(place)
            let checks = part.checks.filter { check in
                check.outcome == outcome && !(isUnsigned && Self.ofSignatures.contains(check.name))
            }
            guard !checks.isEmpty, isMeant(place, checks) else { return nil }
            return JudgedPart(
                place: drafts[place] ?? place, checks: Self.withoutRepeats(checks))
        }
    }

    /// What somebody signed before, and what stands inside of that. It stood in the draft as it
    /// is, was given beside it, or stands inside a token.
    ///
    /// - Parameter place: of the credential that was made.
    func isSigned(_ place: JSONPointer) -> Bool { drafts[place] == nil }

    private static let ofSignatures: Set<CheckName> = [.proof, .controller, .purpose]

    private static func all(_ parts: [Verdict]) -> [Verdict] {
        parts.flatMap { [$0] + all($0.contents) }
    }

    /// Refuses what must not leave, all of it at once.
    func requireSoundness(allowingFailingContents isAllowed: Bool) throws(IssuanceError) {
        var errors: [IssuanceError] = []
        let (faults, own) = (Self.faults(verdict), ownFailing)
        if !faults.isEmpty { errors.append(.refused(faults)) }
        if !own.isEmpty { errors.append(.partsRefused(own)) }
        let others = isAllowed ? [] : failing
        if !others.isEmpty { errors.append(.contentsRefused(others)) }
        if let error = IssuanceError(all: errors) { throw error }
    }
}
