import Credentials
import JSONText

/// The documents that the parts of an older record name, each read once, however many name it.
actor LegacyShelf {
    private let lookups: Lookups
    private let allowance: WorkAllowance
    private var objects: [Text: Task<Held, Never>] = [:]
    private var revocations: [Text: RevocationIndex] = [:]
    private var told: Set<Text> = []

    private struct Held: Sendable {
        let answer: LegacyDocuments.Answer
        let octets: Int
    }

    init(lookups: Lookups, allowance: WorkAllowance) {
        self.lookups = lookups
        self.allowance = allowance
    }

    /// The object at a URL. A part that has it goes through it: that is counted for the whole.
    func object(at url: String) async -> LegacyDocuments.Answer {
        let held = await held(url)
        guard allowance.take(held.octets, of: .linkedOctets) else {
            return .unavailable(url: url, reason: "too much was gone through already")
        }
        return held.answer
    }

    /// Whether whoever asks is the first to tell of the endorsements of what stands at a URL.
    func tells(of url: String) -> Bool { told.insert(Text(url)).inserted }

    /// What a list of revoked assertions has, put in order once.
    func revocations(at url: String) async -> RevocationIndex.Reading {
        if let known = revocations[Text(url)] { return .index(known) }
        switch await held(url).answer {
        case .unavailable(_, let reason), .gone(_, let reason): return .unavailable(reason)
        case .wrong(_, let why): return .malformed(why)
        case .found(let list, _):
            guard let index = RevocationIndex(list) else {
                return .malformed("it has no \"revokedAssertions\" and is no RevocationList")
            }
            revocations[Text(url)] = index
            return .index(index)
        }
    }

    private func held(_ url: String) async -> Held {
        if let known = objects[Text(url)] { return await known.value }
        let task = Task { [lookups] in await Self.read(url, from: lookups) }
        objects[Text(url)] = task
        return await task.value
    }

    private static func read(_ url: String, from lookups: Lookups) async -> Held {
        switch await lookups.document(at: Text(url), as: .any) {
        case .unavailable(let reason):
            return Held(answer: .unavailable(url: url, reason: reason), octets: 0)
        case .gone(let reason): return Held(answer: .gone(url: url, reason: reason), octets: 0)
        case .found(let bytes, mediaType: _):
            guard let root = try? JSONDocument(parsing: bytes).root, root.isObject else {
                return Held(
                    answer: .wrong(url: url, why: "it is no JSON object"), octets: bytes.count)
            }
            return Held(answer: .found(root, note: nil), octets: bytes.count)
        }
    }
}

/// The list of what an issuer has taken back, by identifier (CLR1-M-21, OB-V-05).
struct RevocationIndex: Sendable {
    enum Reading: Sendable {
        case index(RevocationIndex)
        case unavailable(String)
        case malformed(String)
    }

    /// Each entry with the reason that it gives, if it gives one.
    private let entries: [Text: String?]
    /// Whose list it says that it is.
    let issuer: String?

    /// Nil where it is no such list.
    init?(_ list: JSONValue) {
        let isNamed = (list["type"]?.oneOrMore ?? []).contains {
            $0.string?.isSame(as: "RevocationList") == true
        }
        guard isNamed || list["revokedAssertions"] != nil else { return nil }
        var entries: [Text: String?] = [:]
        for entry in list["revokedAssertions"]?.oneOrMore ?? [] {
            let reason = entry.isObject ? entry["revocationReason"]?.string : nil
            let names = entry.isObject ? [entry["id"]?.text, entry["uid"]?.text] : [entry.text]
            for name in names.compactMap({ $0 }) { entries[name] = .some(reason) }
        }
        self.entries = entries
        issuer = list["issuer"].flatMap { LegacyParty($0).address }
    }

    /// Whether one of the names is listed, and why; nil where none is.
    func entry(for names: [Text]) -> (name: Text, reason: String?)? {
        for name in names {
            if let reason = entries[name] { return (name, reason) }
        }
        return nil
    }
}
