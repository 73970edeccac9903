import Credentials

/// A credential with the answers to every question put to it. Only ``Verifier`` makes one (no
/// initialiser leaves this room): to hold one is to know that it was asked.
public struct CheckedCredential: Sendable {
    /// The octets that were checked, as they came.
    public let bytes: [UInt8]
    /// What was read out of them; nil where they could not be read.
    package let document: CredentialDocument?
    public let verdict: Verdict

    init(bytes: [UInt8], document: CredentialDocument?, verdict: Verdict) {
        self.bytes = bytes
        self.document = document
        self.verdict = verdict
    }
}
