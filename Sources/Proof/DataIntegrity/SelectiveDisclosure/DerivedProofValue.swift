import KeyMaterial
import Multiformat

/// The `proofValue` that a holder shows to a reader (SD-10).
struct DerivedProofValue: Sendable {
    static let header: [UInt8] = [0xD9, 0x5D, 0x01]

    let baseSignature: [UInt8]
    let publicKey: PublicKey
    /// One for each statement that is not mandatory, in their order.
    let signatures: [[UInt8]]
    /// From the number of a canonical blank node label to the octets of the issuer's label.
    let labels: [UInt64: [UInt8]]
    /// Which of the statements, in their order, are the mandatory ones.
    let mandatory: [Int]

    var text: String {
        var cbor = CBORWriter(after: Self.header)
        cbor.append(arrayOf: 5)
        cbor.append(octets: baseSignature)
        cbor.append(octets: publicKey.multikey)
        cbor.append(arrayOf: signatures.count)
        for signature in signatures { cbor.append(octets: signature) }
        cbor.append(mapOf: labels.count)
        for (number, label) in labels.sorted(by: { $0.key < $1.key }) {
            cbor.append(unsigned: number)
            cbor.append(octets: label)
        }
        cbor.append(arrayOf: mandatory.count)
        for index in mandatory { cbor.append(unsigned: UInt64(index)) }
        return Multibase.base64url.encode(cbor.bytes)
    }
}

extension DerivedProofValue {
    /// Reads what follows the header.
    init(reading octets: [UInt8]) throws(DisclosureError) {
        let key: [UInt8]
        let indexes: [UInt64]
        do throws(CBORError) {
            var cbor = CBORReader(octets, from: Self.header.count)
            try cbor.array(of: 5)
            baseSignature = try cbor.octets()
            key = try cbor.octets()
            signatures = try cbor.items { reader throws(CBORError) in try reader.octets() }
            labels = try Self.labels(&cbor)
            indexes = try cbor.items { reader throws(CBORError) in try reader.unsigned() }
            try cbor.end()
        } catch {
            throw .cbor(error)
        }
        publicKey = try ProofValueParts.key(key)
        try ProofValueParts.require(baseSignature, "the base signature", count: 64)
        for one in signatures { try ProofValueParts.require(one, "a signature", count: 64) }
        for label in labels.values { try ProofValueParts.require(label, "a label", count: 32) }
        guard zip(indexes, indexes.dropFirst()).allSatisfy({ $0 < $1 }),
            indexes.last.map({ $0 <= UInt64(Int32.max) }) ?? true
        else { throw .indexes }
        mandatory = indexes.map { Int($0) }
    }

    private static func labels(_ cbor: inout CBORReader) throws(CBORError) -> [UInt64: [UInt8]] {
        var labels: [UInt64: [UInt8]] = [:]
        for _ in 0..<(try cbor.map()) {
            let number = try cbor.unsigned()
            guard labels[number] == nil else { throw .repeatedKey(number) }
            labels[number] = try cbor.octets()
        }
        return labels
    }
}
