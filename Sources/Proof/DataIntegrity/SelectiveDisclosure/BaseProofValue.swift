import JSONText
import KeyMaterial
import Multiformat

/// The `proofValue` that an issuer gives to the holder (SD-08).
struct BaseProofValue: Sendable {
    static let header: [UInt8] = [0xD9, 0x5D, 0x00]

    let baseSignature: [UInt8]
    let publicKey: PublicKey
    let hmacKey: [UInt8]
    /// One for each statement that is not mandatory, in their order.
    let signatures: [[UInt8]]
    let mandatory: [JSONPointer]

    var text: String {
        var cbor = CBORWriter(after: Self.header)
        cbor.append(arrayOf: 5)
        cbor.append(octets: baseSignature)
        cbor.append(octets: publicKey.multikey)
        cbor.append(octets: hmacKey)
        cbor.append(arrayOf: signatures.count)
        for signature in signatures { cbor.append(octets: signature) }
        cbor.append(arrayOf: mandatory.count)
        for pointer in mandatory { cbor.append(text: pointer.description) }
        return Multibase.base64url.encode(cbor.bytes)
    }
}

extension BaseProofValue {
    /// Reads what follows the header.
    init(reading octets: [UInt8]) throws(DisclosureError) {
        let pointers: [String]
        let key: [UInt8]
        do throws(CBORError) {
            var cbor = CBORReader(octets, from: Self.header.count)
            try cbor.array(of: 5)
            baseSignature = try cbor.octets()
            key = try cbor.octets()
            hmacKey = try cbor.octets()
            signatures = try cbor.items { reader throws(CBORError) in try reader.octets() }
            pointers = try cbor.items { reader throws(CBORError) in try reader.text() }
            try cbor.end()
        } catch {
            throw .cbor(error)
        }
        publicKey = try ProofValueParts.key(key)
        try ProofValueParts.require(baseSignature, "the base signature", count: 64)
        try ProofValueParts.require(hmacKey, "the HMAC key", count: 32)
        for one in signatures { try ProofValueParts.require(one, "a signature", count: 64) }
        mandatory = try PointerTree.pointers(pointers)
    }
}

/// What both kinds of `proofValue` have.
enum ProofValueParts {
    /// The octets of a Multikey: 0x80 0x24 and a compressed point (SD-06).
    static func key(_ octets: [UInt8]) throws(DisclosureError) -> PublicKey {
        try require(octets, "the public key", count: 35)
        guard let key = try? PublicKey(multikey: octets), key.type == .p256 else {
            throw .proofKey
        }
        return key
    }

    static func require(
        _ octets: [UInt8], _ name: String, count: Int
    ) throws(DisclosureError) {
        guard octets.count == count else {
            throw .octetCount(of: name, expected: count, found: octets.count)
        }
    }
}
