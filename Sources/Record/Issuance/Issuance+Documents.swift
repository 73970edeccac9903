import Credentials
import DIDs
import Verification

extension Issuance {
    /// - Parameters:
    ///   - keys: the first signs drafts that name no issuer; a draft that names one is signed by
    ///     that issuer's key.
    ///   - documents: where the verification before release looks documents up. What it does not
    ///     have does not stop the credential.
    ///   - clock: the time that dates left open are filled in with.
    ///   - randomness: as many random octets as are asked for; identifiers are made of them.
    public init(
        keys: [IssuingKey], documents: any DocumentSource,
        clock: @escaping @Sendable () -> Timestamp,
        randomness: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.init(
            keys: keys, source: documents, contexts: ContextShelf(), clock: clock,
            randomness: randomness)
    }
}
