/// Whoever can sign with one key: a ``PrivateKey`` of this process, or a device or service that
/// never gives its key away.
public protocol Signer: Sendable {
    var publicKey: PublicKey { get }
    var algorithm: SignatureAlgorithm { get }

    /// The signature over these octets (hashing them is the signer's part, as the algorithm has
    /// it); ECDSA as r and s.
    func signature(of message: [UInt8]) throws(KeyError) -> [UInt8]
}
