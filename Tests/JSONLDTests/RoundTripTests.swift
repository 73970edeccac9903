import JSONLD
import JSONText
import RDF
import TestSupport
import Testing

/// What one algorithm writes, another reads back as the same RDF.
@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `JSON-LD round trips` {
    private func canonical(_ dataset: Dataset) throws -> String {
        try String(decoding: canonicalize(dataset).nquads, as: UTF8.self)
    }

    private func dataset(_ json: JSON, _ processor: JSONLDProcessor) throws -> Dataset {
        try processor.toRDF(JSONDocument(parsing: json.serialized()).root)
    }

    /// Positive tests with their datasets, those with blank nodes as properties left out.
    private func datasets(
        _ manifest: String
    ) throws -> [(test: SuiteTest, processor: JSONLDProcessor, dataset: Dataset)] {
        try SuiteTest.all(manifest).filter { !$0.isNegative }.compactMap { test in
            let processor = try test.processor()
            guard !processor.options.producesGeneralizedRDF,
                let dataset = try? processor.toRDF(test.document().root)
            else { return nil }
            return (test, processor, dataset)
        }
    }

    @Test func `from-RDF keeps every quad`() throws {
        for (test, processor, dataset) in try datasets("toRdf") {
            let read = try self.dataset(processor.fromRDF(dataset), processor)
            #expect(try canonical(read) == canonical(dataset), "\(test)")
        }
    }

    @Test func `flattening keeps every quad`() throws {
        for (test, processor, dataset) in try datasets("toRdf") {
            guard test.options?["rdfDirection"] == nil else { continue }
            var processor = processor
            let flat = try processor.flattened(test.document().root, context: nil)
            processor.options.expandContext = nil
            processor.options.base = nil  // references that nothing resolved stay so
            #expect(
                try canonical(self.dataset(flat, processor)) == canonical(dataset), "\(test)")
        }
    }

    /// Where the suite itself wants what reads back otherwise: a graph with an identifier under
    /// a graph container is wrapped again, and language tags take the case of their term.
    private static let otherwise = ["#t0080", "#t0083", "#tla01"]

    @Test func `compaction keeps every quad`() throws {
        for (test, processor, dataset) in try datasets("compact")
        where !Self.otherwise.contains(test.id) {
            let context = try test.suite.document(#require(test.context)).root
            let compact = try processor.compacted(test.document().root, context: context)
            #expect(
                try canonical(self.dataset(compact, processor)) == canonical(dataset), "\(test)")
        }
    }
}
