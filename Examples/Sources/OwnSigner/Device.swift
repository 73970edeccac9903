import DataIntegrity

/// Stands for the device: it signs what it is given, and its key never leaves it. In a program
/// this is the driver of a hardware module, or the client of a key service.
final class Device: Sendable {
    private let key: PrivateKey

    init() throws {
        key = try PrivateKey.generate(.ed25519)
    }

    /// The 32 octets of the public key, as such devices give them.
    var publicKey: [UInt8] { key.publicKey.octets }

    struct Locked: Error {}

    func sign(_ message: [UInt8], pin: String) throws -> [UInt8] {
        guard pin == "0000" else { throw Locked() }
        return try key.signature(of: message)
    }
}
