import Crypto
import JSONText

/// The key under which private keys are kept at rest: 32 octets from the environment, a file or
/// a key service.
package struct WrappingKey: Sendable {
    fileprivate let key: SymmetricKey

    package init(_ octets: [UInt8]) throws(KeyError) {
        guard octets.count == 32 else { throw .wrongLength(expected: 32, found: octets.count) }
        key = SymmetricKey(data: octets)
    }

    package static func generate() -> WrappingKey {
        WrappingKey(key: SymmetricKey(size: .bits256))
    }

    private init(key: SymmetricKey) { self.key = key }

    /// The 32 octets: **secret**.
    package var octets: [UInt8] { unsafe key.withUnsafeBytes { unsafe Array($0) } }
}

extension WrappingKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "wrapping key" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// A private key as it may be stored: its JWK under AES-256-GCM, bound to the key's id, so that
/// one stored key cannot be put in the place of another.
package struct WrappedKey: Hashable, Sendable {
    package let keyID: Text
    /// Nonce, ciphertext and tag.
    package let sealed: [UInt8]

    package init(keyID: Text, sealed: [UInt8]) {
        self.keyID = keyID
        self.sealed = sealed
    }

    package init(
        wrapping key: PrivateKey, keyID: Text, under wrapping: WrappingKey
    ) throws(KeyError) {
        let box = try? AES.GCM.seal(
            key.jwk().serialized(), using: wrapping.key,
            authenticating: Array(keyID.string.utf8))
        guard let combined = box?.combined else { throw .signingFailed("wrapping") }
        self.init(keyID: keyID, sealed: Array(combined))
    }

    package func unwrapped(under wrapping: WrappingKey) throws(KeyError) -> PrivateKey {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let content = try? AES.GCM.open(
                box, using: wrapping.key, authenticating: Array(keyID.string.utf8))
        else { throw .unwrappingFailed }
        return try PrivateKey(file: Array(content))
    }
}
