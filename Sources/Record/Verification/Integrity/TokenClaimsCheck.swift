import Credentials
import JOSE
import JSONText

/// Do the registered claims of a JWT say what its credential says (JWT-16 to JWT-20)?
struct TokenClaimsCheck {
    let token: CompactToken

    var answers: [Check] {
        guard let jwt = try? VCJWT(reading: token.compact) else { return [] }
        return jwt.mismatches.filter { $0.problem != .wrongContext }.map(answer)
    }

    private func answer(to mismatch: ClaimMismatch) -> Check {
        let text = "In the JWT, \(mismatch). The issuer must make them agree."
        return Check(code(mismatch), text, at: mismatch.pointer)
    }

    /// The final VC-JOSE-COSE asks for no claims at all (AMB-11): its tokens are known by `typ`.
    private var isFinalForm: Bool {
        token.header["typ"]?.string.map { $0.lowercased().isSame(as: "vc+jwt") } ?? false
    }

    private func code(_ mismatch: ClaimMismatch) -> Code {
        if mismatch.isWarning { return .shapeTokenClaimTolerated }
        if mismatch.problem == .claimMissing {
            return isFinalForm ? .shapeTokenClaimTolerated : .shapeTokenClaimMissing
        }
        switch mismatch.claim {
        case "iss": return .controllerTokenIssuer
        case "nbf", "exp": return .periodTokenDiffers
        default: return .shapeTokenClaim
        }
    }
}
