import Credentials
import JSONText

/// Is the JWT of the kind that carries this (JWT-04), and made for this reader?
struct TokenPurposeCheck {
    let token: CompactToken
    let credential: Credential
    let expectation: Expectation

    private var isPresentation: Bool { credential.kind == .presentation }

    var answers: [Check] {
        if let fault = kindFault ?? formFault { return [fault] }
        let faults = claimFaults
        return faults.isEmpty
            ? [Check(.purposeFits, "The JWT is of a kind that carries credentials.")] : faults
    }

    /// No token is taken for another kind than its own: a holder's key binding, a status list
    /// token or an access token is no credential.
    private var kindFault: Check? {
        switch token.type {
        case .plain: return nil
        case .credential:
            guard isPresentation else { return nil }
            return Check(
                .purposeWrong,
                "The JWT says that it is a credential (\"typ\"), and carries a presentation.")
        case .presentation:
            guard !isPresentation else { return nil }
            return Check(
                .purposeWrong,
                "The JWT says that it is a presentation (\"typ\"), and carries none.")
        case .other(let kind):
            return Check(
                .purposeWrong,
                "The JWT is of the kind \"\(kind)\", which does not carry credentials.")
        }
    }

    /// The final VC-JOSE-COSE (section 3.1.1) has no `vc` and `vp`; the older form has one of
    /// them. Whoever reads the other would see something else.
    private var formFault: Check? {
        let names = ["vc", "vp"].filter { token.payload[$0] != nil }
        let most = token.type == .plain ? 1 : 0
        let isReadable = names.isEmpty || token.wrapper != nil
        guard names.count > most || !isReadable else { return nil }
        return Check(
            .purposeWrong,
            "The JWT has the claims \(names.joined(separator: ", ")) beside what it carries, so "
                + "that programs may read different things in it.")
    }

    private var claimFaults: [Check] {
        guard token.selective == nil || isPresentation else { return [] }
        var faults: [Check] = []
        if let domain = expectation.domain, !claim("aud", has: domain) {
            faults.append(
                Check(
                    .purposeDomain, "The JWT was not made for \"\(domain)\" (\"aud\").",
                    at: JSONPointer(["aud"])))
        }
        if let challenge = expectation.challenge, !claim("nonce", has: challenge) {
            faults.append(
                Check(
                    .purposeChallenge, "The JWT does not answer the challenge (\"nonce\").",
                    at: JSONPointer(["nonce"])))
        }
        return faults
    }

    private func claim(_ name: String, has value: String) -> Bool {
        (token.payload[name]?.oneOrMore ?? []).contains { $0.string?.isSame(as: value) == true }
    }
}
