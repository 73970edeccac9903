import JSONText

/// A claim of the token that the credential inside does not bear out.
package struct ClaimMismatch: Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        case claimMissing
        case claimMalformed
        case memberMissing
        case memberMalformed
        case differs
        /// The generation of the first context does not go with the form of the token (JWT-15).
        case wrongContext
    }

    /// JWT-15 to JWT-20.
    package let requirement: String
    /// The registered claim; `vc` for JWT-15.
    package let claim: String
    package let problem: Problem
    /// What the claim and the credential's member say, for a message.
    package let claimText: String?
    package let memberText: String?
    /// The claim in the payload.
    package let pointer: JSONPointer
    /// A real-world token may have this (JWT-21); everything else makes it invalid.
    package let isWarning: Bool
}

extension ClaimMismatch: CustomStringConvertible {
    package var description: String {
        let said = claimText.map { " (\($0))" } ?? ""
        let meant = memberText.map { " (\($0))" } ?? ""
        return switch problem {
        case .claimMissing: "the token has no claim \"\(claim)\""
        case .claimMalformed: "the claim \"\(claim)\"\(said) is not what it must be"
        case .memberMissing: "the claim \"\(claim)\"\(said) has no counterpart in the credential"
        case .memberMalformed:
            "the counterpart of the claim \"\(claim)\" in the credential\(meant) is not what it"
                + " must be"
        case .differs: "the claim \"\(claim)\"\(said) differs from the credential\(meant)"
        case .wrongContext:
            "the form of the token does not go with the credential's first context\(meant)"
        }
    }
}
