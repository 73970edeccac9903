import DIDs
import JSONText

/// The documents of one verification: each is asked for once, however many parts want it at the
/// same time, and only so many in all.
actor Lookups: DocumentSource {
    private let source: any DocumentSource
    private var answers: [Text: Task<DocumentAnswer, Never>] = [:]

    init(source: any DocumentSource) {
        self.source = source
    }

    /// Whether somebody has put the document at hand: what this project knows gives way to it.
    nonisolated func has(_ url: Text) -> Bool {
        (source as? any DocumentShelf)?.has(url) == true
    }

    func document(at url: Text) async -> DocumentAnswer { await document(at: url, as: .any) }

    func document(at url: Text, as kind: DocumentKind) async -> DocumentAnswer {
        if let known = answers[url] { return await known.value }
        guard answers.count < Limits.lookups else {
            return .unavailable(reason: "more than \(Limits.lookups) documents were asked for")
        }
        let answer = Task { [source] in await source.document(at: url, as: kind) }
        answers[url] = answer
        return await answer.value
    }
}
