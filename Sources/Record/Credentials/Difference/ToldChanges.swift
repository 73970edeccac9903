import JSONText

/// Collects changes in groups by the things around them, as far as the limits go.
struct ToldChanges {
    /// A thing on the way; it is named once something of it is told.
    struct Around {
        let kind: RecordDifference.Thing.Kind
        let before: Int?
        let after: Int?
        let beforeDepth: Int
        let afterDepth: Int
        fileprivate var content: Int?
        fileprivate var envelope: Int?

        init(
            kind: RecordDifference.Thing.Kind, before: Int?, after: Int?, beforeDepth: Int,
            afterDepth: Int
        ) {
            self.kind = kind
            self.before = before
            self.after = after
            self.beforeDepth = beforeDepth
            self.afterDepth = afterDepth
        }
    }

    struct Found {
        let kind: RecordDifference.Change.Kind
        let members: [Text]
        let isEnvelope: Bool
        /// Where the walk is in each, and the value, where that one has it.
        let before: (path: [Text], value: JSON?)
        let after: (path: [Text], value: JSON?)
    }

    private typealias Group = (thing: RecordDifference.Thing, changes: [RecordDifference.Change])

    private let earlier: ComparedRecord
    private let later: ComparedRecord
    private var content: [Group] = []
    private var envelope: [Group] = []
    private var contentCount = 0
    private var envelopeCount = 0
    private var toldCount = 0
    private var places = 0

    init(_ earlier: ComparedRecord, _ later: ComparedRecord) {
        self.earlier = earlier
        self.later = later
    }

    var difference: RecordDifference {
        let groups = [content, envelope].map { groups in
            groups.map { RecordDifference.Group(thing: $0.thing, changes: $0.changes) }
        }
        return RecordDifference(
            content: groups[0], envelope: groups[1], contentCount: contentCount,
            envelopeCount: envelopeCount)
    }

    mutating func tell(_ found: Found, of around: inout Around) {
        if found.isEnvelope { envelopeCount += 1 } else { contentCount += 1 }
        guard toldCount < Limits.toldChanges, places < Limits.toldPlaces else { return }
        // The thing's own places are the beginning of these.
        places +=
            2 * (Self.octets(found.before.path) + Self.octets(found.after.path))
            + Self.octets(found.members)
        guard places <= Limits.toldPlaces else { return }
        toldCount += 1
        let change = RecordDifference.Change(
            kind: found.kind, member: found.members.map(\.string).joined(separator: "."),
            before: Self.side(found.before), after: Self.side(found.after))
        add(change, found, &around)
    }

    private static func side(_ half: (path: [Text], value: JSON?)) -> RecordDifference.Side? {
        half.value.map { RecordDifference.Side(place: JSONPointer(half.path), value: $0) }
    }

    private static func octets(_ path: [Text]) -> Int {
        path.reduce(0) { $0 + $1.string.utf8.count + 1 }
    }

    private mutating func add(
        _ change: RecordDifference.Change, _ found: Found, _ around: inout Around
    ) {
        if found.isEnvelope {
            if let group = around.envelope {
                envelope[group].changes.append(change)
            } else {
                around.envelope = envelope.count
                envelope.append((thing(around, found), [change]))
            }
        } else if let group = around.content {
            content[group].changes.append(change)
        } else {
            around.content = content.count
            content.append((thing(around, found), [change]))
        }
    }

    private func thing(_ around: Around, _ found: Found) -> RecordDifference.Thing {
        let before = around.before.flatMap { earlier.object($0)?.json }
        let after = around.after.flatMap { later.object($0)?.json }
        let json = after ?? before
        return RecordDifference.Thing(
            kind: around.kind, name: json.flatMap { name(of: $0, around.kind) },
            id: around.kind == .learner ? nil : json?["id"]?.string,
            before: around.before.map { _ in place(found.before.path, around.beforeDepth) },
            after: around.after.map { _ in place(found.after.path, around.afterDepth) })
    }

    private func place(_ path: [Text], _ depth: Int) -> JSONPointer {
        JSONPointer(Array(path.prefix(depth)))
    }

    private func name(of json: JSONValue, _ kind: RecordDifference.Thing.Kind) -> String? {
        switch kind {
        case .learner: return Learner(json).name
        case .result:
            guard let id = json["resultDescription"]?.text else { return nil }
            return later.descriptions[id] ?? earlier.descriptions[id]
        case .credential, .endorsement:
            let credential = Credential(json, at: JSONPointer())
            return credential.name ?? credential.subject?.achievement?.name
                ?? credential.one("achievement", as: Achievement.self)?.name
        case .alignment: return Alignment(json).targetName
        case .association: return Association(json).associationType
        case .record, .achievement, .resultDescription, .organization, .evidence:
            return Achievement(json).name
        }
    }

    /// What a learner is called, by a record or by itself.
    private struct Learner: Lens {
        let json: JSONValue
        init(_ json: JSONValue) { self.json = json }

        var name: String? {
            let subject = Credential(json, at: JSONPointer()).subject?.json ?? json
            return subject["name"]?.string ?? subject["id"]?.string
        }
    }
}
