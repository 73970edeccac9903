import DataIntegrity

/// A signer whose key is in a device.
struct DeviceSigner: Signer {
    let device: Device
    let pin: String
    let publicKey: PublicKey
    let algorithm = SignatureAlgorithm.EdDSA

    init(device: Device, pin: String) throws(KeyError) {
        self.device = device
        self.pin = pin
        publicKey = try PublicKey(ed25519: device.publicKey)
    }

    func signature(of message: [UInt8]) throws(KeyError) -> [UInt8] {
        do {
            return try device.sign(message, pin: pin)
        } catch {
            throw .signingFailed("the device answers: \(error)")
        }
    }
}
