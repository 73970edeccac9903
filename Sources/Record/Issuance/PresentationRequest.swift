import Credentials
import DataIntegrity
import JSONText

/// Credentials that a holder hands to a reader, in one piece that the holder signs.
public struct PresentationRequest: Sendable {
    /// Signed credentials: JSON, JWT or SD-JWT.
    public var credentials: [[UInt8]]
    /// What the reader asked the holder to name, so that nobody can present it again.
    public var challenge: String?
    public var domain: String?
    public var id: String?
    public var form: Form

    public init(
        credentials: [[UInt8]], challenge: String? = nil, domain: String? = nil, id: String? = nil,
        form: Form = .embedded(nil)
    ) {
        self.credentials = credentials
        self.challenge = challenge
        self.domain = domain
        self.id = id
        self.form = form
    }

    public enum Form: Sendable, Hashable {
        /// A proof of Data Integrity, for the purpose of authentication, by this suite or the one
        /// that is usual for the key.
        case embedded(SigningSuite?)
        /// A JWT of the type `vp+jwt`.
        case token
    }
}
