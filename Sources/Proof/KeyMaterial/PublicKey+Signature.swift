import Crypto
import CryptoExtras

extension PublicKey {
    /// Whether the holder of this key signed the message so.
    ///
    /// False, and never an error, for an algorithm of another type of key, a signature of another
    /// length, and an ECDSA signature with a zero in it (CVE-2022-21449). ECDSA signatures are
    /// r and s (RFC 7518 section 3.4).
    public func isValid(
        signature: [UInt8], for message: [UInt8], algorithm: SignatureAlgorithm
    ) -> Bool {
        guard algorithm.keyType == type else { return false }
        switch form {
        case .ed25519(let key):
            return signature.count == 64 && key.isValidSignature(signature, for: message)
        case .p256(let key):
            guard Self.areNonZeroHalves(signature, size: 32),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: message))
        case .p384(let key):
            guard Self.areNonZeroHalves(signature, size: 48),
                let signature = try? P384.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: SHA384.hash(data: message))
        case .rsa(let key, let numbers):
            guard signature.count == numbers.modulus.count else { return false }
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature),
                for: SHA256.hash(data: message),
                padding: algorithm == .PS256 ? .PSS : .insecurePKCS1v1_5)
        }
    }

    private static func areNonZeroHalves(_ signature: [UInt8], size: Int) -> Bool {
        signature.count == size * 2
            && signature.prefix(size).contains { $0 != 0 }
            && signature.suffix(size).contains { $0 != 0 }
    }
}
