import Credentials
import JSONText
import Trust

/// Who vouches for the issuer, and may it award this? Two questions: a known issuer may award what
/// it has no right to.
///
/// Both are put only of an issuer whose own signature holds: otherwise anybody could have the
/// registries say something good of a name that they only wrote down.
struct TrustChecks {
    let credential: Credential
    let role: Examination.Role
    let signatures: IntegrityAnswers
    let examination: Examination
    /// Who issued it, where it is no credential that says so itself.
    var legacyIssuer: LegacyParty?

    func answers() async -> [Check] {
        guard let inquiry = examination.trust, let policy = examination.policy.trust else {
            return [
                Check(
                    .trustNotYet,
                    "Who vouches for the issuer has not been asked, because no trust policy is "
                        + "given: its name is what the issuer says of itself."),
                Check(
                    .entitlementNotYet, "Whether this issuer may award this has not been asked."),
            ]
        }
        guard !role.isAuxiliary, isIssuers, let id = issuerID else {
            return [
                Check(
                    .trustNotAsked,
                    "Who vouches for the issuer was not asked, because no signature of the issuer "
                        + "itself holds here."),
                Check(
                    .entitlementNotAsked,
                    "Whether the issuer may award this was not asked, because no signature of the "
                        + "issuer itself holds here."),
            ]
        }
        let issuer = Text(id)
        let standing = await inquiry.standing(of: issuer, calling: name)
        return [
            trust(standing, issuer, policy.requiresTrust),
            await entitlement(of: issuer, inquiry, policy),
        ] + lookAlike(standing, issuer)
    }

    private func lookAlike(_ standing: Standing, _ issuer: Text) -> [Check] {
        guard let namesake = standing.namesake, let profile = credential.issuer,
            let name = profile.name
        else { return [] }
        return [
            Check(
                .nameKnownElsewhere,
                "The issuer \(Quoted.short(issuer)) calls itself \"\(Quoted.short(name))\", and "
                    + "nobody vouches for it. That looks like the name of \(namesake). Compare the "
                    + "identifiers.", at: profile.json.pointer.appending("name"))
        ]
    }

    private var issuerID: String? {
        legacyIssuer == nil ? credential.issuerID : legacyIssuer?.address
    }

    private var name: String? {
        legacyIssuer == nil ? credential.issuer?.name : legacyIssuer?.name
    }

    private var isIssuers: Bool {
        credential.kind != .presentation && signatures.isIntact
            && signatures.signatures.contains {
                $0.code == Code.controllerIsIssuer.rawValue && $0.outcome == .passed
            }
    }

    private func trust(_ standing: Standing, _ issuer: Text, _ isRequired: Bool) -> Check {
        if let denial = standing.denial {
            return Check(
                .trustDenied,
                "The trust policy says not to believe \(issuer): \(denial). That outranks whoever "
                    + "vouches for it.")
        }
        let answer: Check
        let name =
            standing.isUnclear
            ? " Its identifier leads by https to no host whose name can be registered, and such "
                + "names are compared with none." : ""
        if standing.isVouchedFor {
            let words = standing.vouchers.filter { !$0.isTest }.map(\.sentence)
            answer = Check(
                .trustVouched, words.joined(separator: " ") + silence(standing, isNeeded: false))
        } else if !standing.silent.isEmpty {
            answer = Check(
                isRequired ? .trustUnavailable : .trustNotAtHand,
                "Whether anybody vouches for \(issuer) is not known." + tested(standing)
                    + silence(standing, isNeeded: true))
        } else if !standing.vouchers.isEmpty {
            answer = Check(
                isRequired ? .trustTestOnly : .trustTestKnown,
                "Only a test registry knows \(issuer), and that vouches for nobody."
                    + tested(standing))
        } else {
            answer = Check(
                isRequired ? .trustNobody : .trustNobodyKnown,
                "Nobody whom the trust policy believes vouches for \(issuer)."
                    + lapse(standing) + name
                    + (standing.namesake.map { " It has the name of another: \($0)." } ?? ""))
        }
        var check = answer
        check.vouchers = standing.vouchers
        return check
    }

    private func tested(_ standing: Standing) -> String {
        standing.vouchers.filter(\.isTest).map { " It stands in \($0.by), for tests." }.joined()
    }

    private func lapse(_ standing: Standing) -> String {
        guard !standing.lapsed.isEmpty else { return "" }
        return " Not in force at this time: " + standing.lapsed.joined(separator: ", ") + "."
    }

    private func silence(_ standing: Standing, isNeeded: Bool) -> String {
        standing.silent.prefix(Limits.toldFaults).map { registry in
            let what = registry.isInvalid ? "is not usable" : "could not be had"
            return " The registry \(registry.name) \(what) (\(registry.url)): \(registry.reason)."
        }.joined()
            + (isNeeded && standing.silent.contains { !$0.isInvalid }
                ? " Give it with --documents, or let it be fetched with --online." : "")
    }

    // MARK: - Entitlement

    private func entitlement(
        of issuer: Text, _ inquiry: TrustInquiry, _ policy: TrustPolicy
    ) async -> Check {
        guard policy.asksEntitlement else {
            return Check(
                .entitlementNotYet,
                "Whether this issuer may award this has not been asked: the trust policy has no "
                    + "rules of entitlement.")
        }
        let awards = awards
        guard !awards.isEmpty else {
            return Check(.entitlementNotAsked, "Nothing is awarded here by itself.")
        }
        var worst: Check?
        for award in awards {
            guard let standing = await inquiry.entitlement(of: issuer, to: award) else { continue }
            let check = entitlement(standing, issuer, award, policy.requiresEntitlement)
            if Self.rank(check) > worst.map(Self.rank) ?? -1 { worst = check }
        }
        return worst
            ?? Check(
                .entitlementNoRule,
                "No rule of the trust policy speaks of achievements of this kind.")
    }

    private static func rank(_ check: Check) -> Int {
        switch check.outcome {
        case .passed, .skipped: 0
        case .warning: 1
        case .undetermined: 2
        case .failed: 3
        }
    }

    private func entitlement(
        _ standing: Standing, _ issuer: Text, _ award: Award, _ isRequired: Bool
    ) -> Check {
        let what = award.type.map { "an achievement of kind \($0)" } ?? "this achievement"
        let answer: Check
        if standing.isVouchedFor {
            let words = standing.vouchers.filter { !$0.isTest }.map(\.sentence)
            answer = Check(
                .entitled, "The issuer may award \(what). " + words.joined(separator: " "))
        } else if !standing.silent.isEmpty, standing.denial == nil {
            answer = Check(
                isRequired ? .entitlementUnavailable : .entitlementNotAtHand,
                "Whether \(issuer) may award \(what) is not known."
                    + silence(standing, isNeeded: true))
        } else {
            answer = Check(
                isRequired ? .notEntitled : .entitlementNotShown,
                "No rule of the trust policy lets \(issuer) award \(what)." + tested(standing)
                    + lapse(standing))
        }
        var check = answer
        check.vouchers = standing.vouchers
        return check
    }

    /// What this credential itself awards. The achievements of a record are awarded by the
    /// credentials inside, and asked of these.
    private var awards: Set<Award> {
        guard credential.kind != .clrCredential else { return [] }
        var awards: Set<Award> = []
        for achievement in credential.subjects.flatMap(\.achievements) {
            awards.insert(
                Award(
                    type: achievement.achievementType.map { Text($0) },
                    frameworks: Set(
                        achievement.alignments.compactMap(\.targetFramework).map { Text($0) })))
        }
        return awards
    }
}

extension Voucher {
    /// "The registry X vouches for it as Y, since Z (rule)."
    var sentence: String {
        let called = name.map { " as \($0)" } ?? ""
        let from = since.map { ", since \($0)" } ?? ""
        // A policy without a name is called what it is; here that begins a sentence.
        let who = by.isSame(as: "the trust policy") ? "The trust policy" : by
        return "\(who) vouches for it\(called)\(from), under the rule \(rule)."
    }
}
