import JSONText
import Trust
import Verification

/// A verdict for people at a terminal.
struct VerdictText {
    private let verdict: Verdict

    init(_ verdict: Verdict) {
        self.verdict = verdict
    }

    var lines: [String] {
        var lines = [sentence(verdict), ""]
        lines += facts(verdict)
        lines += checks(verdict, indent: "")
        if !verdict.contents.isEmpty {
            lines += ["", contentsLine]
            for part in verdict.contents { lines += contents(part, indent: "  ") }
        }
        return lines
    }

    private func sentence(_ verdict: Verdict) -> String {
        switch verdict.verdict {
        case .verified where isPresentation(verdict):
            "Verified. It was presented by \(issuer(verdict)) and has not been changed; what it "
                + "holds is judged below."
        case .verified:
            "Verified. It was issued by \(issuer(verdict)), has not been changed and is in force."
        case .failed:
            "Not verified: \(reasons(verdict, .failed))"
        case .undetermined:
            "Could not be verified: \(reasons(verdict, .undetermined))"
        }
    }

    private func isPresentation(_ verdict: Verdict) -> Bool {
        verdict.kind.isSame(as: "VerifiablePresentation")
    }

    private func issuer(_ verdict: Verdict) -> String {
        let place = verdict.issuer?.domain.map(ShownDomain.text) ?? verdict.issuer?.id
        if let vouched = vouched(verdict) {
            let claim = verdict.issuer?.name.map { "; calls itself \($0)" } ?? ""
            return "\(place ?? ""), \(vouched)\(claim)"
        }
        guard let name = verdict.issuer?.name else { return place ?? "" }
        return place.map { "\(name) (\($0))" } ?? name
    }

    /// What those who vouch for the issuer call it; it stands before its own claim.
    private func vouched(_ verdict: Verdict) -> String? {
        let check = verdict.checks.first { $0.name == .trust && $0.outcome == .passed }
        guard let voucher = check?.vouchers.first(where: { !$0.isTest }) else { return nil }
        return voucher.name.map { "\($0) in \(voucher.by)" } ?? "vouched for by \(voucher.by)"
    }

    private func reasons(_ verdict: Verdict, _ outcome: Check.Outcome) -> String {
        verdict.checks.filter { $0.outcome == outcome }.map(\.message).joined(separator: " ")
    }

    private func facts(_ verdict: Verdict) -> [String] {
        let rows: [(String, String?)] = [
            ("standard", "\(verdict.standard), \(verdict.kind)"), ("name", verdict.name),
            ("id", verdict.id), (isPresentation(verdict) ? "holder" : "issuer", issuer(verdict)),
            ("subject", verdict.subject?.id),
            ("checked at", verdict.checkedAt.description),
        ]
        return rows.compactMap { name, value in
            guard let value, !value.isEmpty else { return nil }
            return Self.padded(name, 14) + value
        } + [""]
    }

    private func checks(_ verdict: Verdict, indent: String) -> [String] {
        verdict.checks.map { check in
            let mark = Self.padded(Self.mark(check.outcome), 14)
            let place = check.at.map { $0.tokens.isEmpty ? "" : " (at \($0))" } ?? ""
            return "\(indent)\(mark)\(Self.padded(check.name.rawValue, 14))"
                + "\(check.message)\(place) [\(check.code)]"
        }
    }

    private var contentsLine: String {
        switch verdict.aggregate {
        case .verified: "All \(verdict.contents.count) credentials inside are verified:"
        case .problems: "Inside, there are problems:"
        case .undetermined: "Inside, not everything could be verified:"
        }
    }

    /// One line where all is well, and the checks that say otherwise.
    private func contents(_ part: Verdict, indent: String) -> [String] {
        let name = part.name ?? part.id ?? part.kind
        let place = part.at?.description ?? ""
        var lines = ["\(indent)\(Self.padded(part.verdict.rawValue, 14))\(name) (\(place))"]
        for check in part.checks where [.failed, .undetermined, .warning].contains(check.outcome) {
            lines.append("\(indent)    \(check.name.rawValue): \(check.message) [\(check.code)]")
        }
        for inner in part.contents { lines += contents(inner, indent: indent + "  ") }
        return lines
    }

    private static func mark(_ outcome: Check.Outcome) -> String {
        switch outcome {
        case .passed: "passed"
        case .failed: "FAILED"
        case .undetermined: "could not tell"
        case .skipped: "skipped"
        case .warning: "warning"
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width + 1 - text.count))
    }
}
