import DIDs
import JSONText

/// The documents of one verification: each is asked for once, and only so many in all.
actor Lookups: DocumentSource {
    private let source: any DocumentSource
    private var answers: [Text: DocumentAnswer] = [:]

    init(source: any DocumentSource) {
        self.source = source
    }

    func document(at url: Text) async -> DocumentAnswer { await document(at: url, as: .any) }

    func document(at url: Text, as kind: DocumentKind) async -> DocumentAnswer {
        if let known = answers[url] { return known }
        guard answers.count < Limits.lookups else {
            return .unavailable(reason: "more than \(Limits.lookups) documents were asked for")
        }
        let answer = await source.document(at: url, as: kind)
        answers[url] = answer
        return answer
    }
}
