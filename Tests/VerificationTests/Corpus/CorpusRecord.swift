import Credentials
import Trust

@testable import Verification

/// One record of the public corpus (`Corpus/` at the root of the project): what a reader is
/// given, and what the answer must be.
struct CorpusRecord: Sendable {
    /// Its file's name without the ending.
    let name: String
    /// A sentence for people: what this record shows.
    let sentence: String
    let verdict: Verdict.Answer
    /// The codes that it is here for. Whatever fails or stays open in it, or in anything inside
    /// it, must be among them.
    let shows: [String]
    let bytes: [UInt8]
    let reader: Reader

    init(
        _ name: String, _ sentence: String, _ verdict: Verdict.Answer, _ shows: [String],
        _ bytes: [UInt8], for reader: Reader = Reader()
    ) {
        self.name = name
        self.sentence = sentence
        self.verdict = verdict
        self.shows = shows
        self.bytes = bytes
        self.reader = reader
    }

    init(
        _ name: String, _ sentence: String, _ verdict: Verdict.Answer, _ shows: [String],
        _ text: String, for reader: Reader = Reader()
    ) {
        self.init(name, sentence, verdict, shows, Array(text.utf8), for: reader)
    }

    /// Who asks, when, and what else is at hand.
    struct Reader: Sendable {
        var now = Fixture.now
        /// What stands at URLs: key documents, lists, contexts, newer versions.
        var documents: [(url: String, bytes: [UInt8])] = []
        var recipient: String?
        var recipientType: String?
        var domain: String?
        var challenge: String?
        /// Whether documents are looked for in the network, too. Nothing of the corpus is there.
        var isOnline = false
        /// A trust policy; the files that it names stand beside it.
        var trust: String?
        var trustFiles: [(name: String, text: String)] = []

        func policy() throws -> VerificationPolicy {
            var policy = VerificationPolicy()
            policy.recipient = recipient.map { value in
                recipientType.map { .identifier(value, type: $0) } ?? .id(value)
            }
            policy.expectedDomain = domain
            policy.expectedChallenge = challenge
            policy.isOnline = isOnline
            policy.trust = try trust.map { text in
                try TrustPolicy(reading: Array(text.utf8)) { name in
                    trustFiles.first { $0.name == name }.map { Array($0.text.utf8) }
                }
            }
            return policy
        }
    }

    /// The ending of the file, by what stands in it.
    var ending: String {
        if bytes.starts(with: [0x89, 0x50]) { return "png" }
        guard let text = String(validating: bytes, as: UTF8.self) else { return "bin" }
        if text.contains("<svg") { return "svg" }
        if text.hasPrefix("{") || text.hasPrefix("[") { return "json" }
        guard text.hasPrefix("eyJ") else { return "txt" }
        return text.contains("~") ? "sd-jwt" : "jwt"
    }
}

/// The records of one kind, in one folder.
struct CorpusChapter: Sendable {
    let name: String
    let records: @Sendable () async throws -> [CorpusRecord]
}
