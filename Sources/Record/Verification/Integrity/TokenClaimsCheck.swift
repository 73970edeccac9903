import Credentials
import JOSE
import JSONText

/// Do the registered claims of a JWT say what its credential says (JWT-16 to JWT-20)?
struct TokenClaimsCheck {
    let token: CompactToken
    let credential: Credential

    var answers: [Check] {
        guard credential.kind != .presentation else { return [holderFault].compactMap { $0 } }
        guard let jws = try? CompactJWS(reading: token.compact),
            let jwt = try? VCJWT(jws, payload: token.payload.document)
        else { return [] }
        let claims = jwt.mismatches.filter(isTold).map(answer)
        return claims + [headerNote(jws.header)].compactMap { $0 }
    }

    /// The form is the matter of `context`. A claim that an SD-JWT lacks would have given away
    /// what the holder may keep back.
    private func isTold(_ mismatch: ClaimMismatch) -> Bool {
        guard mismatch.problem != .wrongContext else { return false }
        return token.selective == nil
            || (mismatch.problem != .claimMissing && mismatch.problem != .memberMissing)
    }

    private func answer(to mismatch: ClaimMismatch) -> Check {
        let text = "In the JWT, \(mismatch). The issuer must make them agree."
        return Check(code(mismatch), text, at: mismatch.pointer)
    }

    /// The final VC-JOSE-COSE asks for no claims at all (AMB-11): its tokens are known by `typ`.
    private var isFinalForm: Bool { token.type == .credential }

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

    /// The issuer of a presentation's token is its holder.
    private var holderFault: Check? {
        guard let holder = credential.holderID, let issuer = token.payload["iss"],
            issuer.string?.isSame(as: holder) != true
        else { return nil }
        return Check(
            .controllerTokenIssuer,
            "The claim \"iss\" of the JWT (\(issuer.string ?? "no text")) is not the holder "
                + "(\(holder)) of the presentation.", at: JSONPointer(["iss"]))
    }

    /// JWT-01 and JWT-21: members that Open Badges does not allow in the header, such as `x5c`,
    /// decide nothing here.
    private func headerNote(_ header: JOSEHeader) -> Check? {
        let more = header.additionalMembers.filter { $0 != "cty" || !isFinalForm }
        guard !more.isEmpty else { return nil }
        return Check(
            .shapeTokenClaimTolerated,
            "The JWT's header has members that are passed over: "
                + more.map(\.string).joined(separator: ", ") + ".")
    }
}
