import Credentials
import JSONText
import TestSupport
import Testing
import Vocabularies

@testable import JSONLD
@testable import Verification

/// What is left between the terms that honest documents make a new process write down, and the
/// limit.
@Suite struct `An honest record` {
    /// With nothing known from before; nil where the document has no expanded form.
    private func writtenTerms(_ value: JSONValue) -> Int? {
        let processor = JSONLDProcessor(
            contexts: KnownContextLoader.process, cache: ContextCache())
        var expansion = processor.makeExpansion(value)
        guard (try? expansion.top(value, leavingOut: [], context: nil)) != nil else { return nil }
        return expansion.contexts.writtenTerms
    }

    private func expectRoom(_ written: Int, _ name: String) {
        #expect(written * 5 <= Limits.contextTerms, "\(name) takes \(written)")
    }

    @Test func `of the demonstration keeps far away from the limit on terms`() async throws {
        let root = try await DemonstrationRecord.shared.whole().root
        let written = try #require(writtenTerms(root))
        #expect(written > 500)
        expectRoom(written, "the record")
    }

    @Test func `may have any context that is known`() throws {
        for url in KnownContexts.urls {
            let name = JSON.object([("@context", .string(url))]).serialized()
            let written = try #require(writtenTerms(JSONDocument(parsing: name).root), "\(url)")
            expectRoom(written, url)
        }
    }

    @Test(.enabled(if: Standards.present))
    func `among the samples keeps far away from the limit on terms`() throws {
        var count = 0
        for input in try RealInput.all() {
            guard let document = try? JSONDocument(parsing: input.bytes()), document.root.isObject,
                let written = writtenTerms(document.root)
            else { continue }
            count += 1
            expectRoom(written, input.file)
        }
        #expect(count > 20)
    }
}
