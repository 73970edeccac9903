import JSONText
import KeyMaterial
import RDF

/// What the type of a key decides in a proof: the algorithm, the hash and the length of the
/// signature.
struct SignatureForm: Sendable {
    let algorithm: SignatureAlgorithm
    let hash: HashAlgorithm
    let octets: Int

    static let ed25519 = SignatureForm(algorithm: .EdDSA, hash: .sha256, octets: 64)
    static let p256 = SignatureForm(algorithm: .ES256, hash: .sha256, octets: 64)
    static let p384 = SignatureForm(algorithm: .ES384, hash: .sha384, octets: 96)

    /// The form for a key of an ECDSA suite (Data Integrity ECDSA Cryptosuites 1.0 section 3).
    static func ecdsa(_ type: KeyType) throws(ProofError) -> SignatureForm {
        switch type {
        case .p256: .p256
        case .p384: .p384
        case .ed25519, .rsa: throw .wrongKeyType(expected: [.p256, .p384], found: type)
        }
    }

    func require(_ type: KeyType) throws(ProofError) {
        guard type == algorithm.keyType else {
            throw .wrongKeyType(expected: [algorithm.keyType], found: type)
        }
    }

    /// Signs what a construction has made of the proof and the document.
    func signature(of data: [UInt8], with signer: any Signer) throws(ProofError) -> [UInt8] {
        do {
            return try signer.signature(of: data)
        } catch {
            throw .key(error)
        }
    }
}
