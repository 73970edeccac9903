import JSONText
import Trust

/// What stands beside the credential while its page is made: verdicts by place, lines of the
/// source, and the anchors of what has been placed already.
struct RecordReading {
    let outer: VerdictView
    let source: SourceText
    let decoded: [Text: JSONValue]
    let recordIssuer: Issuer
    /// What the head of the page says of the issuer; rows leave it out.
    let recordIssuerFacts: [Fact]
    /// Whether the page is of a presentation, in which nothing is issued by who presents it.
    let isPresentation: Bool
    /// Statements that stand in an achievement and not in the record, with its identifier.
    private(set) var associations: [(source: String?, value: JSONValue)] = []
    private let verdicts: [Text: VerdictView]
    private let checksAnchors: [Text: String]
    private(set) var entries: [Entry] = []
    private var entryByAchievement: [Text: Int] = [:]
    private var entryByPlace: [Text: Int] = [:]

    init(_ input: RecordPageInput, source: SourceText) {
        outer = input.verdict
        self.source = source
        decoded = input.decoded
        recordIssuer = Issuer(of: input.credential, verdict: input.verdict)
        isPresentation = input.isPresentation
        recordIssuerFacts =
            ["issuer", "publisher", "holder"].lazy.compactMap { name in
                input.credential?[name].map {
                    ProfileReading.facts(ObjectReading($0, at: "/\(name)"))
                }
            }.first ?? []
        var verdicts: [Text: VerdictView] = [:]
        var anchors: [Text: String] = [:]
        for (number, placed) in PlacedVerdict.all(in: input.verdict).enumerated() {
            verdicts[Text(placed.at)] = placed.verdict
            anchors[Text(placed.at)] = PlacedVerdict.anchor(number)
        }
        self.verdicts = verdicts
        checksAnchors = anchors
    }

    func verdict(at pointer: String) -> VerdictView? { verdicts[Text(pointer)] }

    func checksAnchor(at pointer: String) -> String? { checksAnchors[Text(pointer)] }

    var nextAnchor: String { "entry-\(entries.count + 1)" }

    mutating func add(_ entry: Entry, achievement: String?) {
        if let achievement, entryByAchievement[Text(achievement)] == nil {
            entryByAchievement[Text(achievement)] = entries.count
        }
        entryByPlace[Text(entry.at)] = entries.count
        entries.append(entry)
    }

    /// Notes what an achievement of an older generation says of others.
    mutating func note(associationsOf achievement: JSONValue) {
        guard let stated = achievement["associations"] else { return }
        let source = achievement["id"]?.string
        for value in stated.oneOrMore where value.isObject { associations.append((source, value)) }
    }

    /// The row of an achievement, by the identifier that associations name.
    func entry(ofAchievement id: String) -> Entry? {
        entryByAchievement[Text(id)].map { entries[$0] }
    }

    func entry(at pointer: String) -> Entry? {
        entryByPlace[Text(pointer)].map { entries[$0] }
    }

    /// The embedded credentials of a subject or presentation: objects, and decoded tokens.
    func embedded(in value: JSONValue?, at pointer: String) -> [Embedded] {
        guard let value else { return [] }
        let isList = value.isArray
        return value.oneOrMore.enumerated().compactMap { index, element in
            let at = isList ? "\(pointer)/\(index)" : pointer
            if let token = decoded[Text(at)] {
                return Embedded(value: token, at: at, base: at + token.pointer.description)
            }
            return element.isObject ? Embedded(value: element, at: at, base: at) : nil
        }
    }
}

/// A credential inside another.
struct Embedded {
    let value: JSONValue
    /// Where it stands from the top of the record; its verdict has the same place.
    let at: String
    /// What the places of its own members begin with: of a token, the place in its payload too.
    let base: String
}

/// A verdict of the tree with its place from the top of the record.
struct PlacedVerdict {
    let at: String
    let verdict: VerdictView
    let depth: Int

    static func anchor(_ number: Int) -> String { "checks-\(number + 1)" }

    /// All embedded ones in the order of the tree, whether their places are given from the top
    /// of the record or from the credential around them.
    static func all(in outer: VerdictView) -> [PlacedVerdict] {
        var found: [PlacedVerdict] = []
        append(outer.contents, under: "", depth: 0, to: &found)
        return found
    }

    private static func append(
        _ contents: [VerdictView], under parent: String, depth: Int,
        to found: inout [PlacedVerdict]
    ) {
        for verdict in contents {
            let own = verdict.at ?? ""
            let isFromTop = !parent.isEmpty && own.utf8.starts(with: (parent + "/").utf8)
            let at = isFromTop ? own : parent + own
            found.append(PlacedVerdict(at: at, verdict: verdict, depth: depth))
            append(verdict.contents, under: at, depth: depth + 1, to: &found)
        }
    }
}

/// Who issued: by verified domain first, by own claim second.
///
/// The domain is only kept where the issuer's own signature was verified: what an identifier
/// leads to says nothing before that.
struct Issuer: Equatable {
    let id: String?
    let name: String?
    let domain: String?
    /// Whether the issuer's own signature holds.
    let isConfirmed: Bool
    /// What somebody who vouches for it calls it.
    let registered: String?

    private init(
        id: String?, name: String?, domain: String?, isConfirmed: Bool, registered: String?
    ) {
        self.id = id
        self.name = name
        self.domain = domain
        self.isConfirmed = isConfirmed
        self.registered = registered
    }

    init(of credential: JSONValue?, verdict: VerdictView?) {
        let issuer = ["issuer", "publisher", "holder"].lazy.compactMap { credential?[$0] }.first
        id = verdict?.issuer.id ?? issuer?.string ?? issuer?["id"]?.string
        name =
            verdict?.issuer.name
            ?? issuer?["name"].flatMap { value in
                value.string ?? Phrase(chosenFrom: value)?.text
            }
        isConfirmed = verdict?.isSignedByIssuer == true
        domain = isConfirmed ? verdict?.issuer.domain.map(ShownDomain.text) : nil
        registered = isConfirmed ? verdict?.voucher?.name : nil
    }

    /// The name as written, or what else there is.
    var plainWords: String { name ?? domain ?? id ?? "an issuer without a name" }

    /// The identifier as it fits in a sentence: of a long one the ends, which the facts have whole.
    var shortID: String? {
        guard let id else { return nil }
        let scalars = Array(id.unicodeScalars)
        guard scalars.count > 40 else { return QuotedText.inSentence(id) }
        let ends = [scalars.prefix(22), scalars.suffix(6)].map {
            String(String.UnicodeScalarView($0))
        }
        return QuotedText.inSentence(ends.joined(separator: "…"))
    }

    var isNamed: Bool { name != nil || domain != nil || id != nil }

    /// A short name for sentences and rows.
    var words: String { QuotedText.inSentence(plainWords) }

    /// "Northgate University (northgate.example)"; by the name of whoever vouches for it, where
    /// somebody does.
    var fullWords: String {
        if let registered, let domain {
            return "\(QuotedText.inSentence(registered)) (\(QuotedText.inSentence(domain)))"
        }
        guard name != nil, let domain else { return words }
        return "\(words) (\(QuotedText.inSentence(domain)))"
    }

    /// The same party under a name that fits in a sentence.
    func called(_ name: String) -> Issuer {
        Issuer(id: id, name: name, domain: domain, isConfirmed: isConfirmed, registered: nil)
    }

    func isSame(as other: Issuer) -> Bool {
        if let id, let otherID = other.id { return id.isSame(as: otherID) }
        if let name, let otherName = other.name { return name.isSame(as: otherName) }
        return false
    }
}
