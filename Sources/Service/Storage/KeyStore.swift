import JSONText

/// A private key as it may lie on a disk: encrypted, opaque to the store.
package struct WrappedKey: Hashable, Sendable {
    package var id: Text
    package var bytes: [UInt8]

    package init(id: Text, bytes: [UInt8]) {
        self.id = id
        self.bytes = bytes
    }
}

/// The wrapped private keys of one tenant.
package protocol KeyStore: Sendable {
    func key(_ id: Text) async throws(StorageError) -> WrappedKey?
    func keyIDs() async throws(StorageError) -> [Text]
}
