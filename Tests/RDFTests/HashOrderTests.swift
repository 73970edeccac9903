import Testing

@testable import RDF

@Suite struct `The order of hashes` {
    private static func digests(_ first: [UInt64]) -> [Digest] {
        first.enumerated().map { place, word in
            let octets = [word, 0, 0, UInt64(place % 7)].flatMap { word in
                (0..<8).reversed().map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
            }
            return octets.withUnsafeBytes { Digest($0) }
        }
    }

    static let cases: [(String, [UInt64])] = [
        ("none", []), ("one", [5]), ("two", [.max, 0]), ("equal", [3, 3, 3, 3, 3, 3, 3, 3, 3]),
        ("spread", (0..<1_000).map { $0 &* 0x9e37_79b9_7f4a_7c15 }),
        // As somebody would make them who wants all of them in one place.
        ("alike", (0..<1_000).map { UInt64.max &- ($0 &* 7_919) % 1_009 }),
        ("in two heaps", (0..<100).map { $0 % 2 == 0 ? $0 : .max - $0 }),
    ]

    @Test(arguments: cases)
    func `is that of their octets, and of equal ones that of their places`(
        name: String, first: [UInt64]
    ) {
        let digests = Self.digests(first)
        let expected = digests.indices.sorted { one, other in
            digests[one] == digests[other] ? one < other : digests[one] < digests[other]
        }
        #expect(HashOrder(digests).places.map { Int($0) } == expected)
    }
}
