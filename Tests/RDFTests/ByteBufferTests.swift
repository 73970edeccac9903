import Testing

@testable import RDF

@Suite struct `Octets put together` {
    @Test(arguments: [0, 1, 64, 65, 1_000, 4_096])
    func `are an array, whatever room was asked for`(count: Int) {
        let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        for capacity in [0, 1, 63, 64, 65, count, count + 1, 5_000] {
            let written = ByteBuffer.array(capacity: capacity) { buffer in
                for octet in octets { buffer.append(octet) }
            }
            #expect(written == octets, "room for \(capacity)")
        }
    }

    @Test func `are the canonical lines one after the other, however long their labels`() throws {
        // Whatever may be a blank node is one, so that all that grows are labels.
        let quads = (0..<1_200).map { "_:a\($0) <p:\($0)> _:b\($0) _:g\($0) .\n" }.joined()
        let canonical = try canonicalize(Dataset(nquads: Array(quads.utf8)))
        #expect(canonical.issued.count == 3_600)
        #expect(canonical.nquads == canonical.nquadsLines.flatMap { $0 })
        #expect(canonical.nquads.count > canonical.length)
    }
}
