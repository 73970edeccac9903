import Crypto
import JSONText
import RDF
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The W3C suite for RDFC-1.0` {
    @Test func `has all its tests`() {
        #expect(CanonicalizationTest.all(.evaluation).count == 64)
        #expect(CanonicalizationTest.all(.issuedIdentifiers).count == 21)
        #expect(CanonicalizationTest.all(.negative).count == 1)
    }

    @Test(arguments: CanonicalizationTest.all(.evaluation), RelatedReading.allCases)
    func `gives the canonical form`(test: CanonicalizationTest, reading: RelatedReading) throws {
        let canonical = try canonicalize(test.dataset(), hash: test.hash, related: reading)
        let expected = try test.expected()
        #expect(canonical.nquads == expected)
        #expect(canonical.nquadsLines.flatMap { $0 } == expected)
        switch test.hash {
        case .sha256: #expect(canonical.digest() == Array(SHA256.hash(data: expected)))
        case .sha384: #expect(canonical.digest() == Array(SHA384.hash(data: expected)))
        }
    }

    @Test(arguments: CanonicalizationTest.all(.issuedIdentifiers), RelatedReading.allCases)
    func `issues the identifiers`(test: CanonicalizationTest, reading: RelatedReading) throws {
        let canonical = try canonicalize(test.dataset(), hash: test.hash, related: reading)
        let expected = try JSONDocument(parsing: test.expected()).root
        #expect(canonical.issued.count == expected.count)
        for (label, name) in canonical.issued {
            #expect(expected[label]?.string == name)
        }
    }

    @Test(arguments: CanonicalizationTest.all(.negative))
    func `gives up on a poison graph`(test: CanonicalizationTest) throws {
        let dataset = try test.dataset()
        #expect(throws: CanonicalizationError.self) { try canonicalize(dataset) }
    }
}
