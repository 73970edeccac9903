import JSONText
import KeyMaterial
import Multiformat
import Testing

@testable import DataIntegrity

@Suite struct `CBOR of proofs` {
    private func read(_ hexadecimal: String) throws(CBORError) -> UInt64 {
        var reader = CBORReader(octets(hexadecimal: hexadecimal), from: 0)
        let value = try reader.unsigned()
        try reader.end()
        return value
    }

    @Test(arguments: [
        ("00", 0), ("17", 23), ("1818", 24), ("18ff", 255), ("190100", 256), ("19ffff", 65535),
        ("1a00010000", 65536), ("1affffffff", 4_294_967_295),
        ("1b0000000100000000", 4_294_967_296),
    ])
    func `writes and reads the shortest heads`(text: String, number: UInt64) throws {
        #expect(try read(text) == number)
        var writer = CBORWriter(after: [])
        writer.append(unsigned: number)
        #expect(hexadecimal(writer.bytes) == text)
    }

    @Test(arguments: [
        ("", CBORError.truncated), ("18", .truncated), ("1901", .truncated),
        ("1817", .notShortest(offset: 0)), ("1900ff", .notShortest(offset: 0)),
        ("1a0000ffff", .notShortest(offset: 0)), ("1b00000000ffffffff", .notShortest(offset: 0)),
        ("1c", .openLength(offset: 0)), ("1f", .openLength(offset: 0)),
        ("20", .unexpected(offset: 0, expected: .unsigned)),
        ("c100", .unexpected(offset: 0, expected: .unsigned)), ("0000", .trailing(offset: 1)),
    ])
    func `refuses every other form`(text: String, error: CBORError) {
        #expect(throws: error) { try read(text) }
    }

    @Test func `believes no length that the octets do not have`() {
        for text in ["5bffffffffffffffff00", "5a7fffffff00", "420a"] {
            var reader = CBORReader(octets(hexadecimal: text), from: 0)
            #expect(throws: CBORError.truncated) { try reader.octets() }
        }
        for text in ["9bffffffffffffffff", "9a7fffffff00", "8200"] {
            var reader = CBORReader(octets(hexadecimal: text), from: 0)
            #expect(throws: CBORError.truncated) { try reader.array() }
        }
        var map = CBORReader(octets(hexadecimal: "a20000"), from: 0)
        #expect(throws: CBORError.truncated) { try map.map() }
        var text = CBORReader(octets(hexadecimal: "61ff"), from: 0)
        #expect(throws: CBORError.notUTF8(offset: 0)) { try text.text() }
        var open = CBORReader(octets(hexadecimal: "5f4100ff"), from: 0)
        #expect(throws: CBORError.openLength(offset: 0)) { try open.octets() }
    }
}

@Suite struct `A proof value of selective disclosure` {
    private static let signature = [UInt8](repeating: 1, count: 64)
    private static let label = [UInt8](repeating: 2, count: 32)

    private static func key() throws -> PublicKey {
        try PrivateKey(type: .p256, secret: [UInt8](repeating: 5, count: 32)).publicKey
    }

    private func read(_ octets: [UInt8]) throws -> DisclosureProofValue {
        try read(Multibase.base64url.encode(octets))
    }

    private func read(_ text: String) throws -> DisclosureProofValue {
        let proof = try DataIntegrityProof(
            reading: JSON.object([
                ("type", "DataIntegrityProof"), ("cryptosuite", "ecdsa-sd-2023"),
                ("proofValue", .string(text)),
            ]).parsed())
        return try DisclosureProofValue(of: proof)
    }

    private func error(_ octets: [UInt8]) -> DisclosureError? {
        do {
            _ = try read(octets)
        } catch let error as ProofError {
            if case .disclosure(let cause) = error { return cause }
        } catch {}
        return nil
    }

    private func base(
        signature: [UInt8] = signature, key: [UInt8]? = nil, hmacKey: [UInt8] = label,
        signatures: [[UInt8]] = [], pointers: [String] = [], parts: Int = 5
    ) throws -> [UInt8] {
        var cbor = CBORWriter(after: BaseProofValue.header)
        cbor.append(arrayOf: parts)
        cbor.append(octets: signature)
        cbor.append(octets: try key ?? Self.key().multikey)
        cbor.append(octets: hmacKey)
        cbor.append(arrayOf: signatures.count)
        for one in signatures { cbor.append(octets: one) }
        cbor.append(arrayOf: pointers.count)
        for one in pointers { cbor.append(text: one) }
        return cbor.bytes
    }

    private func derived(
        labels: [(UInt64, [UInt8])] = [], indexes: [UInt64] = [], signatures: [[UInt8]] = []
    ) throws -> [UInt8] {
        var cbor = CBORWriter(after: DerivedProofValue.header)
        cbor.append(arrayOf: 5)
        cbor.append(octets: Self.signature)
        cbor.append(octets: try Self.key().multikey)
        cbor.append(arrayOf: signatures.count)
        for one in signatures { cbor.append(octets: one) }
        cbor.append(mapOf: labels.count)
        for (number, label) in labels {
            cbor.append(unsigned: number)
            cbor.append(octets: label)
        }
        cbor.append(arrayOf: indexes.count)
        for one in indexes { cbor.append(unsigned: one) }
        return cbor.bytes
    }

    @Test func `is read where everything is right`() throws {
        _ = try read(base(signatures: [Self.signature], pointers: ["", "/a~1b"]))
        _ = try read(derived(labels: [(1, Self.label), (0, Self.label)], indexes: [0, 3]))
    }

    @Test func `is refused in another base, or with another header`() throws {
        let octets = try base()
        #expect(throws: ProofError.self) { try read("z" + Base58BTC.encode(octets)) }
        #expect(throws: ProofError.self) { try read("u!") }
        #expect(throws: ProofError.self) { try read("") }
        let headers: [[UInt8]] = [
            [], [0xD9], [0xD9, 0x5D], [0xD9, 0x5D, 0x02], [0xD9, 0x5C, 0x00],
        ]
        for header in headers {
            #expect(error(header + octets.dropFirst(3)) == .header)
        }
        #expect(error(BaseProofValue.header) == .cbor(.truncated))
    }

    @Test(arguments: [0, 4, 6]) func `is refused with more or fewer parts`(parts: Int) throws {
        #expect(
            error(try base(parts: parts)) == .cbor(.count(expected: 5, found: parts)))
    }

    @Test func `is refused with parts of another kind`() throws {
        for octets in [try base(), try derived()] {
            // The head of the base signature, of the array of signatures, and of the last array.
            for place in [4, octets.count - 2, octets.count - 1] {
                var other = octets
                other[place] = 0xF6
                guard case .cbor(.unexpected) = error(other) else {
                    Issue.record("\(place): \(String(describing: error(other)))")
                    continue
                }
            }
        }
    }

    @Test func `is refused with octets of another length`() throws {
        #expect(
            error(try base(signature: [1]))
                == .octetCount(of: "the base signature", expected: 64, found: 1))
        #expect(
            error(try base(hmacKey: [1]))
                == .octetCount(of: "the HMAC key", expected: 32, found: 1))
        let short = Array(try Self.key().multikey.dropLast())
        #expect(
            error(try base(key: short))
                == .octetCount(of: "the public key", expected: 35, found: 34))
        let short63 = Array(Self.signature.dropLast())
        for octets in [try base(signatures: [short63]), try derived(signatures: [short63])] {
            #expect(error(octets) == .octetCount(of: "a signature", expected: 64, found: 63))
        }
        #expect(
            error(try derived(labels: [(0, [1])]))
                == .octetCount(of: "a label", expected: 32, found: 1))
    }

    @Test func `is refused with a key of another kind`() throws {
        var key = try Self.key().multikey
        key[0] = 0x81
        #expect(error(try base(key: key)) == .proofKey)
        #expect(error(try base(key: [0x80, 0x24, 0x05] + key.dropFirst(3))) == .proofKey)
    }

    @Test func `is refused with a label twice, indexes out of order, or no pointer`() throws {
        #expect(
            error(try derived(labels: [(0, Self.label), (0, Self.label)]))
                == .cbor(.repeatedKey(0)))
        for indexes in [[1, 0], [1, 1], [UInt64.max]] as [[UInt64]] {
            #expect(error(try derived(indexes: indexes)) == .indexes)
        }
        #expect(error(try base(pointers: ["a"])) == .pointer("a"))
        #expect(error(try base(pointers: ["/~2"])) == .pointer("/~2"))
    }

    @Test func `is refused with something behind it, or cut anywhere`() throws {
        for octets in [
            try base(signatures: [Self.signature], pointers: ["/a"]),
            try derived(labels: [(0, Self.label)], indexes: [0]),
        ] {
            #expect(error(octets + [0]) == .cbor(.trailing(offset: octets.count)))
            for length in 3..<octets.count {
                #expect(error(Array(octets.prefix(length))) != nil, "\(length)")
            }
        }
    }
}
