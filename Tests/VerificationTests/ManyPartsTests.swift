import Credentials
import DIDs
import JSONText
import Synchronization
import Testing

@testable import Verification

/// A source that takes its time and counts what it is asked for.
private final class SlowSource: DocumentSource {
    let asked = Mutex<[Text: Int]>([:])
    private let document: (url: String, bytes: [UInt8])

    init(_ document: (url: String, bytes: [UInt8])) { self.document = document }

    func document(at url: Text) async -> DocumentAnswer {
        asked.withLock { $0[url, default: 0] += 1 }
        try? await Task.sleep(for: .milliseconds(20))
        guard url == Text(document.url) else { return .unavailable(reason: "not at hand") }
        return .found(document.bytes, mediaType: nil)
    }
}

@Suite struct `Parts that are looked at together` {
    @Test func `are told in their order, and ask for each document once`() async throws {
        let courses = (1...40).map {
            Fixture.course(extra: ", \"id\": \"urn:uuid:\($0)\"")
        }
        let record = try await Fixture.issued(
            Fixture.record(contents: courses), with: [Fixture.webKey()])
        let source = SlowSource(try Fixture.controllerDocument())
        let checked = await Verifier(source: source, clock: { Fixture.now }).verify(record)
        #expect(checked.verdict.aggregate == .verified)
        #expect(checked.verdict.contents.map(\.id) == (1...40).map { "urn:uuid:\($0)" })
        #expect(source.asked.withLock { $0 } == [Text(Fixture.controllerURL): 1])
    }
}
