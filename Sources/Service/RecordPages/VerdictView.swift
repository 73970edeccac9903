import JSONText

/// The verdict as the pages read it: the same tree that the command line and the API give.
package struct VerdictView: Sendable, Equatable {
    package enum Answer: String, Sendable, CaseIterable {
        case verified, failed, undetermined
    }

    /// Who is named, by the verifier's knowledge (`domain`) and by own claim (`name`).
    package struct Party: Sendable, Equatable {
        package var id: String?
        package var name: String?
        package var domain: String?

        package init(id: String? = nil, name: String? = nil, domain: String? = nil) {
            self.id = id
            self.name = name
            self.domain = domain
        }
    }

    package var answer: Answer
    package var kind: String?
    package var standard: String?
    package var id: String?
    package var name: String?
    package var issuer: Party
    package var subjectID: String?
    package var checkedAt: String?
    /// Where the credential stands, from the top of the outer one or of the one around it.
    package var at: String?
    package var checks: [CheckView]
    package var contents: [VerdictView]

    package init(
        answer: Answer, kind: String? = nil, standard: String? = nil, id: String? = nil,
        name: String? = nil, issuer: Party = Party(), subjectID: String? = nil,
        checkedAt: String? = nil, at: String? = nil, checks: [CheckView] = [],
        contents: [VerdictView] = []
    ) {
        self.answer = answer
        self.kind = kind
        self.standard = standard
        self.id = id
        self.name = name
        self.issuer = issuer
        self.subjectID = subjectID
        self.checkedAt = checkedAt
        self.at = at
        self.checks = checks
        self.contents = contents
    }
}

/// One question that was put to the credential, with what came of it.
package struct CheckView: Sendable, Equatable {
    package enum Outcome: String, Sendable, CaseIterable {
        case passed, failed, undetermined, skipped, warning
    }

    package var name: String
    package var question: String
    package var outcome: Outcome
    package var code: String?
    package var message: String?
    package var at: String?
    package var spec: String?
    /// Who vouches for the issuer, where that was asked.
    package var vouchers: [Voucher] = []

    package struct Voucher: Sendable, Equatable {
        package var by: String
        package var name: String?
        package var since: String?
        package var isTest: Bool
    }

    package init(
        name: String, question: String, outcome: Outcome, code: String? = nil,
        message: String? = nil, at: String? = nil, spec: String? = nil
    ) {
        self.name = name
        self.question = question
        self.outcome = outcome
        self.code = code
        self.message = message
        self.at = at
        self.spec = spec
    }
}

extension VerdictView {
    /// Reads the JSON form. What is missing or unknown counts as undetermined, never as good.
    package init(reading value: JSONValue) {
        self.init(
            answer: value["verdict"]?.string.flatMap(Answer.init(rawValue:)) ?? .undetermined,
            kind: value["kind"]?.string, standard: value["standard"]?.string,
            id: value["id"]?.string, name: value["name"]?.string,
            issuer: Party(
                id: value["issuer"]?["id"]?.string, name: value["issuer"]?["name"]?.string,
                domain: value["issuer"]?["domain"]?.string),
            subjectID: value["subject"]?["id"]?.string, checkedAt: value["checkedAt"]?.string,
            at: value["at"]?.string,
            checks: value["checks"]?.oneOrMore.map(CheckView.init(reading:)) ?? [],
            contents: value["contents"]?.oneOrMore.map(VerdictView.init(reading:)) ?? [])
    }
}

extension CheckView {
    package init(reading value: JSONValue) {
        self.init(
            name: value["name"]?.string ?? "", question: value["question"]?.string ?? "",
            outcome: value["outcome"]?.string.flatMap(Outcome.init(rawValue:)) ?? .undetermined,
            code: value["code"]?.string, message: value["message"]?.string,
            at: value["at"]?.string, spec: value["spec"]?.string)
        vouchers =
            value["vouchers"]?.oneOrMore.map { voucher in
                Voucher(
                    by: voucher["by"]?.string ?? "", name: voucher["name"]?.string,
                    since: voucher["since"]?.string, isTest: voucher["test"]?.bool ?? false)
            } ?? []
    }
}

extension VerdictView {
    /// An embedded credential without a signature of its own stands and falls with the record.
    var isVouchedByRecord: Bool {
        checks.contains { $0.code?.isSame(as: "proof.vouched-by-record") == true }
    }

    /// Whether the issuer's own signature holds, whatever else is wrong (withdrawn, expired).
    var isSignedByIssuer: Bool {
        if isVouchedByRecord { return false }
        if answer == .verified { return true }
        let about: Set<Text> = ["wellFormed", "intact", "whoSigned"]
        let told = checks.filter { about.contains(Text($0.question)) }
        let doubts = told.contains { $0.outcome == .failed || $0.outcome == .undetermined }
        let isPassed = { (name: String) in
            checks.contains { $0.name.isSame(as: name) && $0.outcome == .passed }
        }
        return !doubts && isPassed("proof") && isPassed("controller")
    }

    /// What may be shown for an embedded credential inside a record with this answer.
    func answer(inside outer: Answer) -> Answer {
        isVouchedByRecord && answer == .verified ? outer : answer
    }

    /// The first who vouches for the issuer; test registries vouch for nobody.
    var voucher: CheckView.Voucher? {
        let check = checks.first { $0.name.isSame(as: "trust") && $0.outcome == .passed }
        return check?.vouchers.first { !$0.isTest }
    }

    /// Who vouches for the issuer, since when, and under what name.
    func vouched(isPresentation: Bool) -> String? {
        guard let voucher else { return nil }
        let party = isPresentation ? "holder" : "issuer"
        let name = voucher.name.map { " as \(QuotedText.inSentence($0))" } ?? ""
        let since = voucher.since.map { ", since \(Moment.day($0).words)" } ?? ""
        return "\(QuotedText.inSentence(voucher.by)) vouches for the \(party)\(name)\(since)"
    }

    var isEndorsement: Bool { kind?.isSame(as: "EndorsementCredential") == true }
}
