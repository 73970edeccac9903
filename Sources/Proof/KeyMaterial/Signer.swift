/// Whoever can sign with one key: a ``PrivateKey`` of this process, or a device or service that
/// never gives its key away. This is the seam for keys held elsewhere: whatever signs here takes
/// a `Signer`, and asks it for nothing but its public key and signatures.
///
/// A signer for a hardware module or a key service keeps the public key at hand, which it has read
/// once, and sends each message (or its digest) to the key:
///
///     struct ModuleSigner: Signer {
///         let publicKey: PublicKey
///         let algorithm = SignatureAlgorithm.ES256
///         let module: Module
///
///         func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
///             do { return try module.sign(SHA256.hash(data: message)) } catch {
///                 throw .signingFailed("\(error)")
///             }
///         }
///     }
///
/// What it answers is checked: nothing leaves Issuance that does not verify with `publicKey`.
public protocol Signer: Sendable {
    /// The public part, known without asking the key for each signature.
    var publicKey: PublicKey { get }
    /// One of the algorithms of the key's type.
    var algorithm: SignatureAlgorithm { get }

    /// The signature over these octets (hashing them is the signer's part, as the algorithm has
    /// it): ECDSA as r and s (many modules give DER instead), RSA as long as the modulus,
    /// PSS with a salt as long as the digest. May be called from several threads at once.
    func signature(of message: [UInt8]) throws(KeyError) -> [UInt8]
}
