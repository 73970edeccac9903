import Credentials
import JSONText

/// What a thing of an older generation leads to: its badge class and its issuer's own profile.
///
/// Every step leads from one class to the next, so that no reference leads in a circle.
struct LegacyLinks {
    /// The badge class or achievement, written in place or had from its URL.
    private(set) var achieved: JSONValue?
    /// The URL by which the issuer is known.
    private(set) var issuerURL: String?
    /// What the document itself says of the issuer; nobody else has said so.
    private(set) var claimed: LegacyParty?
    /// What stands at the issuer's URL; nil where it could not be had.
    private(set) var published: LegacyParty?
    private(set) var unavailable = "no address is given"
    private(set) var checks: [Check] = []

    init(_ record: LegacyRecord, _ examination: Examination) async {
        let documents = LegacyDocuments(examination)
        achieved = record.achieved
        var value = record.issuerValue
        if let url = record.badgeURL {
            let answer = await documents.linked(url, "badge class", ["BadgeClass"])
            checks += answer.checks(at: record.place.appending("badge"))
            achieved = answer.object
            value = answer.object?["issuer"]
        }
        guard let value else { return }
        let party = LegacyParty(value)
        claimed = party.json.isObject ? party : nil
        issuerURL = party.address
        await publish(record, documents)
    }

    private mutating func publish(_ record: LegacyRecord, _ documents: LegacyDocuments) async {
        guard let issuerURL, record.generation.isVerifiable else { return }
        let answer = await documents.linked(issuerURL, "issuer's profile", ["Issuer", "Profile"])
        switch answer {
        case .found(let object, _): published = LegacyParty(object)
        case .unavailable(_, let reason), .gone(_, let reason): unavailable = reason
        case .wrong(_, let why): unavailable = why
        }
        if !answer.isAbsent || claimed == nil {
            checks += answer.checks(at: record.place)
        }
    }

    /// The issuer's name: as published, or as claimed.
    var name: String? { published?.name ?? claimed?.name }
}

/// Documents that badges and records of older generations name by URL.
struct LegacyDocuments {
    private let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    enum Answer: Sendable {
        case found(JSONValue, note: Check?)
        case unavailable(url: String, reason: String)
        /// Its host says that it is gone for good.
        case gone(url: String, reason: String)
        case wrong(url: String, why: String)

        var object: JSONValue? {
            if case .found(let object, _) = self { object } else { nil }
        }

        /// Whether there is nothing at the URL, or nothing to be had.
        var isAbsent: Bool {
            switch self {
            case .unavailable, .gone: true
            case .found, .wrong: false
            }
        }

        func checks(at place: JSONPointer) -> [Check] {
            switch self {
            case .found(_, let note): [note].compactMap { $0 }
            case .unavailable(let url, let reason), .gone(let url, let reason):
                [
                    Check(
                        .shapeLinkedUnavailable,
                        "What stands at \(url) belongs to this and could not be had: \(reason). "
                            + "Give it with --documents, or let it be fetched with --online.",
                        at: place)
                ]
            case .wrong(let url, let why):
                [
                    Check(
                        .shapeLinkedWrong,
                        "What stands at \(url) is not what it must be: \(why). The issuer must "
                            + "correct it.", at: place)
                ]
            }
        }
    }

    /// The object at a URL, whatever it is.
    func object(at url: String) async -> Answer {
        guard LegacyURL(url) != nil else {
            return .unavailable(url: url, reason: "it is no http or https address")
        }
        return await examination.shelf.object(at: url)
    }

    /// The object at a URL, where it has one of the classes and says that it is the one.
    func linked(_ url: String, _ what: String, _ classes: [String]) async -> Answer {
        let answer = await object(at: url)
        guard case .found(let object, _) = answer else { return answer }
        let types = (object["type"]?.oneOrMore ?? []).compactMap(\.string)
        let isOfClass =
            types.isEmpty
            || types.contains { type in
                classes.contains { $0.isSame(as: type) }
            }
        guard isOfClass else {
            return .wrong(url: url, why: "it is no \(what), but \(types.joined(separator: ", "))")
        }
        guard let id = object["id"]?.string, !id.isSame(as: url) else { return answer }
        guard let here = LegacyURL(url), let there = LegacyURL(id), here.isSameHost(as: there)
        else {
            return .wrong(url: url, why: "it says that it is \(id), which stands elsewhere")
        }
        return .found(
            object,
            note: Check(
                .shapeLinkedMoved,
                "The \(what) at \(url) says that its address is \(id).", at: nil))
    }
}

/// An http or https address, taken apart as far as rules of scope need it.
struct LegacyURL {
    let text: String
    let isSecure: Bool
    /// Host and port, in lower case.
    let host: String

    init?(_ text: String) {
        let schemes: [(String, Bool)] = [("https://", true), ("http://", false)]
        guard let (scheme, isSecure) = schemes.first(where: { text.utf8.starts(with: $0.0.utf8) })
        else { return nil }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix { !"/?#\\".utf8.contains($0) }
        let isHost = host.allSatisfy { byte in
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || ".-:[]".utf8.contains(byte)
        }
        guard !host.isEmpty, isHost else { return nil }
        self.text = text
        self.isSecure = isSecure
        self.host = String(decoding: host, as: UTF8.self).lowercased()
    }

    func isSameHost(as other: LegacyURL) -> Bool { host.isSame(as: other.host) }
}
