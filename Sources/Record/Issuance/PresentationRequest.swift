import Credentials
import JSONText

/// Credentials that a holder hands to a reader, in one piece that the holder signs.
package struct PresentationRequest: Sendable {
    /// Signed credentials: JSON, JWT or SD-JWT.
    package var credentials: [[UInt8]]
    /// What the reader asked the holder to name, so that nobody can present it again.
    package var challenge: String?
    package var domain: String?
    package var id: String?
    package var form: Form

    package init(
        credentials: [[UInt8]], challenge: String? = nil, domain: String? = nil, id: String? = nil,
        form: Form = .embedded
    ) {
        self.credentials = credentials
        self.challenge = challenge
        self.domain = domain
        self.id = id
        self.form = form
    }

    package enum Form: Sendable {
        /// A proof of Data Integrity, for the purpose of authentication.
        case embedded
        /// A JWT of the type `vp+jwt`.
        case token
    }
}
