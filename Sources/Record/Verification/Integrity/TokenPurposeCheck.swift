import Credentials
import JSONText

/// Is the JWT of the kind that carries credentials (JWT-04), and made for this reader?
struct TokenPurposeCheck {
    let token: CompactToken
    let policy: VerificationPolicy

    private static let kinds = [
        "JWT", "vc+jwt", "vc+ld+jwt", "vp+jwt", "vp+ld+jwt", "vc+ld+json+jwt",
        "application/vc+jwt", "application/vp+jwt",
    ]

    var answer: Check {
        if let kind = token.header["typ"]?.string,
            !Self.kinds.contains(where: { $0.lowercased().isSame(as: kind.lowercased()) })
        {
            return Check(
                .purposeWrong,
                "The JWT is of the kind \"\(kind)\", which does not carry credentials.")
        }
        guard token.wrapper == .presentation || token.credential["holder"] != nil else {
            return fits
        }
        if let domain = policy.expectedDomain, !claim("aud", has: domain) {
            return Check(.purposeDomain, "The presentation was not made for \"\(domain)\".")
        }
        if let challenge = policy.expectedChallenge, !claim("nonce", has: challenge) {
            return Check(.purposeChallenge, "The presentation does not answer the challenge.")
        }
        return fits
    }

    private var fits: Check {
        Check(.purposeFits, "The JWT is of a kind that carries credentials.")
    }

    private func claim(_ name: String, has value: String) -> Bool {
        (token.payload[name]?.oneOrMore ?? []).contains { $0.string?.isSame(as: value) == true }
    }
}
