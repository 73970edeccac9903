import DIDs
import JSONText

extension VCJWT {
    /// Every claim that the credential does not bear out; empty when all agree (JWT-15 to
    /// JWT-20). Whether the times lie in the past or the future is not judged here.
    package var mismatches: [ClaimMismatch] {
        [
            contextMismatch,
            mismatch("iss", "JWT-16", issuerID),
            mismatch("sub", "JWT-17", subjectID, missingIsWarning: true),
            timeMismatch("nbf", "JWT-18", validFrom),
            mismatch("jti", "JWT-19", credential["id"]),
            expiryMismatch,
        ].compactMap(\.self)
    }

    private var isFirstGeneration: Bool { form == .credentialClaim }
    private var issuerID: JSONValue? {
        credential["issuer"].flatMap { $0.isObject ? $0["id"] : $0 }
    }
    private var validFrom: JSONValue? {
        isFirstGeneration
            ? credential["issuanceDate"] ?? credential["validFrom"] : credential["validFrom"]
    }
    private var validUntil: JSONValue? {
        isFirstGeneration
            ? credential["expirationDate"] ?? credential["validUntil"] : credential["validUntil"]
    }
    /// With several subjects no single one can be `sub`: the first that has an id is compared.
    private var subjectID: JSONValue? {
        credential["credentialSubject"]?.oneOrMore.lazy.compactMap { $0["id"] }.first
    }

    /// The generation that the first context names, against the form of the token.
    private var contextMismatch: ClaimMismatch? {
        let first = credential["@context"]?.oneOrMore.first?.text
        let expected: Text =
            isFirstGeneration
            ? "https://www.w3.org/2018/credentials/v1" : "https://www.w3.org/ns/credentials/v2"
        guard first != expected else { return nil }
        return problem(.wrongContext, "vc", "JWT-15", nil, first?.string)
    }

    private func mismatch(
        _ claim: String, _ requirement: String, _ member: JSONValue?,
        missingIsWarning: Bool = false
    ) -> ClaimMismatch? {
        guard let stated = claims[claim] else {
            // The subject may have no id at all: then there is nothing that `sub` could say.
            return problem(
                .claimMissing, claim, requirement, nil, member?.string,
                isWarning: missingIsWarning)
        }
        guard let text = stated.text else {
            return problem(.claimMalformed, claim, requirement, nil, nil)
        }
        guard let member else {
            return problem(
                .memberMissing, claim, requirement, text.string, nil,
                isWarning: isFirstGeneration)
        }
        guard member.text != text else { return nil }
        return problem(.differs, claim, requirement, text.string, member.string)
    }

    private func timeMismatch(
        _ claim: String, _ requirement: String, _ member: JSONValue?
    ) -> ClaimMismatch? {
        guard let stated = claims[claim] else {
            return problem(.claimMissing, claim, requirement, nil, member?.string)
        }
        let said = stated.numberText
        guard let time = Self.time(stated) else {
            return problem(.claimMalformed, claim, requirement, said, nil)
        }
        guard let member else {
            return problem(
                .memberMissing, claim, requirement, said, nil, isWarning: isFirstGeneration)
        }
        guard let own = member.string.flatMap({ DateTimeStamp($0) }) else {
            return problem(.memberMalformed, claim, requirement, said, member.string)
        }
        // NumericDate is often cut to whole seconds (JWT-08).
        guard own != time, DateTimeStamp(seconds: own.seconds) != time else { return nil }
        return problem(.differs, claim, requirement, said, member.string)
    }

    /// `exp` may stand for a missing `validUntil`; where both are there and differ, the reader
    /// should know, and the earlier one counts.
    private var expiryMismatch: ClaimMismatch? {
        guard claims["exp"] != nil else {
            guard let validUntil else { return nil }
            return problem(
                .claimMissing, "exp", "JWT-20", nil, validUntil.string, isWarning: true)
        }
        guard let found = timeMismatch("exp", "JWT-20", validUntil) else { return nil }
        return found.problem == .memberMissing
            ? nil
            : problem(
                found.problem, "exp", "JWT-20", found.claimText, found.memberText,
                isWarning: found.problem == .differs)
    }

    private func problem(
        _ problem: ClaimMismatch.Problem, _ claim: String, _ requirement: String,
        _ claimText: String?, _ memberText: String?, isWarning: Bool = false
    ) -> ClaimMismatch {
        ClaimMismatch(
            requirement: requirement, claim: claim, problem: problem, claimText: claimText,
            memberText: memberText, pointer: JSONPointer([Text(claim)]), isWarning: isWarning)
    }
}
