import RDF
import Testing

@testable import JSONLD

@Suite struct `What is known of term definitions` {
    /// As contexts number them one after the other, and as somebody would who wants them to collide.
    @Test(arguments: [1, 64, 128, 4_096, 1 << 32, 1 << 56] as [UInt64])
    func `is known of each, however many there are`(step: UInt64) {
        var texts = TextTable()
        var known = KnownSymbols()
        let definitions = (1...2_000).map { $0 &* step &+ 1 }
        for definition in definitions {
            _ = known[definition]
            known.remember(texts.intern("\(definition)"), for: definition)
        }
        for definition in definitions {
            #expect(known[definition].map { texts.string($0) } == "\(definition)")
        }
    }
}
