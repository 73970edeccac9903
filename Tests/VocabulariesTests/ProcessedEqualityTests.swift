import JSONText
import TestSupport
import Testing

@testable import JSONLD
@testable import Vocabularies

/// Both documents are put through context processing, and what comes out is compared: each term
/// with its mapping, container, coercion, prefix and protected flags, and so down through every
/// scoped context.
@Suite struct `Processed contexts` {
    @Test(.enabled(if: Standards.present), arguments: KnownContexts.urls)
    func `are those of the official documents`(url: String) throws {
        let known = try definitions(of: try #require(KnownContexts.json(for: url)))
        var official: Set<String> = []
        for path in try OfficialContexts.paths(of: url) {
            official.formUnion(try definitions(of: Standards.bytes(path)))
        }
        #expect(known.subtracting(official).sorted() == [])
        #expect(official.subtracting(known).sorted() == [])
        #expect(!known.isEmpty)
    }

    private func definitions(of bytes: [UInt8]) throws -> Set<String> {
        let document = try JSONDocument(parsing: bytes)
        let context = try #require(document.root["@context"])
        let processor = ContextProcessor(
            loader: NoContexts(), mode: .v1_1, base: nil, cache: ContextCache(), octets: nil)
        let start = ActiveContext()
        let active = try processor.process(context, onto: start, .init())
        var lines: Set<String> = []
        try collect(active, over: start, "", processor, &lines)
        return lines
    }

    /// A line for each term that a context adds or changes, and those of its scoped context.
    private func collect(
        _ active: ActiveContext, over outer: ActiveContext, _ path: String,
        _ processor: ContextProcessor, _ lines: inout Set<String>
    ) throws {
        lines.insert(
            "\(path) vocab \(String(describing: active.vocab))"
                + " language \(String(describing: active.language))")
        for (term, definition) in active.terms {
            let place = "\(path)/\(term)"
            if let before = outer.terms[term], describe(before) == describe(definition),
                before.scopedContext === definition.scopedContext
            {
                continue
            }
            lines.insert("\(place) \(describe(definition))")
            guard let scoped = definition.scopedContext else { continue }
            let inner = try processor.process(
                scoped, onto: active, overridesProtected: true, propagates: true)
            try collect(inner, over: active, place, processor, &lines)
        }
    }

    private func describe(_ definition: TermDefinition) -> String {
        "\(String(describing: definition.iri)) prefix \(definition.isPrefix)"
            + " protected \(definition.isProtected) reverse \(definition.isReverse)"
            + " container \(definition.container.rawValue) coercion \(definition.coercion)"
            + " language \(definition.language) direction \(definition.direction)"
            + " index \(String(describing: definition.index))"
            + " nest \(String(describing: definition.nest))"
    }
}
