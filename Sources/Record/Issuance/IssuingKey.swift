import DIDs
import JSONText
import KeyMaterial
import Multiformat

/// A key with the name under which its issuer publishes it.
public struct IssuingKey: Sendable {
    public let signer: any Signer
    /// The issuer: a DID, or an https URL.
    public let issuer: String
    /// The identifier of the key in the issuer's document.
    public let verificationMethod: String
    /// The issuer's profile, for drafts that name no issuer.
    public let profile: JSON?

    public init(
        signer: any Signer, issuer: String, verificationMethod: String, profile: JSON? = nil
    ) {
        self.signer = signer
        self.issuer = issuer
        self.verificationMethod = verificationMethod
        self.profile = profile
    }

    /// A key that is its own issuer (did:key).
    public init(selfContained signer: any Signer, profile: JSON? = nil) {
        let multibase = signer.publicKey.multibase
        self.init(
            signer: signer, issuer: "did:key:\(multibase)",
            verificationMethod: "did:key:\(multibase)#\(multibase)", profile: profile)
    }
}
