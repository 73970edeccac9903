import JSONText

/// Walks through two versions of a record side by side.
struct Comparison {
    private typealias Slot = ComparedRecord.Slot

    private let earlier: ComparedRecord
    private let later: ComparedRecord
    private var told: ToldChanges
    /// Where the walk is in each, and by which members since the last thing.
    private var before: [Text] = []
    private var after: [Text] = []
    private var members: [Text] = []
    /// The things around it, the innermost last.
    private var things: [ToldChanges.Around] = []
    /// Above zero where changes are only counted.
    private var silence = 0
    private var counted = 0

    init(_ earlier: ComparedRecord, _ later: ComparedRecord) {
        self.earlier = earlier
        self.later = later
        told = ToldChanges(earlier, later)
    }

    var difference: RecordDifference { told.difference }

    mutating func compareWhole() {
        let (first, second) = (earlier.root, later.root)
        enter(.record, first, second) { $0.compare(first, second) }
    }

    private mutating func compare(_ first: Int, _ second: Int) {
        switch (earlier[first].content, later[second].content) {
        case (.value(let first), .value(let second)):
            if !ContentDigest.isSame(first, second) { changed(first, second) }
        case (.octets(let left), .octets(let right)):
            if left != right { tell(.changed, earlier[first].shown, later[second].shown) }
        case (.list(let left), .list(let right)):
            compareInOrder(left, right, earlier[first].shown, later[second].shown)
        case (.object(let left), .object(let right)): compare(left.slots, right.slots)
        case (.value(let value), .object(let object)) where Self.names(value, object):
            compare([], object.slots.filter { $0.name != "id" })
        case (.object(let object), .value(let value)) where Self.names(value, object):
            compare(object.slots.filter { $0.name != "id" }, [])
        case (.value, _), (.octets, _), (.list, _), (.object, _):
            tell(.changed, earlier[first].shown, later[second].shown)
        }
    }

    private mutating func changed(_ first: JSONValue, _ second: JSONValue) {
        tell(.changed, .verbatim(first), .verbatim(second))
    }

    /// Whether the text is the identifier of the object: one stands for the other.
    private static func names(_ value: JSONValue, _ object: ComparedRecord.Object) -> Bool {
        guard let text = value.string, let id = object.json["id"]?.string else { return false }
        return text.isSame(as: id)
    }

    // MARK: - Members

    private mutating func compare(_ left: [Slot], _ right: [Slot]) {
        guard members.last == "credentialSubject", let thing = things.last,
            thing.kind != .endorsement
        else { return compareNamed(left, right) }
        // The subject is the learner: what it is called, and not what was achieved.
        let own = (left.filter(Self.isOfLearner), right.filter(Self.isOfLearner))
        enter(.learner, thing.before, thing.after) { $0.compareNamed(own.0, own.1) }
        compareNamed(left.filter { !Self.isOfLearner($0) }, right.filter { !Self.isOfLearner($0) })
    }

    private static func isOfLearner(_ slot: Slot) -> Bool { learner.contains(slot.name) }

    private static let learner: Set<Text> = [
        "id", "identifier", "name", "givenName", "familyName", "email",
    ]

    private mutating func compareNamed(_ left: [Slot], _ right: [Slot]) {
        var others: [Text: Int] = [:]
        for (place, slot) in right.enumerated() where others[slot.name] == nil {
            others[slot.name] = place
        }
        for slot in left {
            compare(slot, others.removeValue(forKey: slot.name).map { right[$0] })
        }
        for (place, slot) in right.enumerated() where others[slot.name] == place {
            compare(nil, slot)
        }
    }

    private mutating func compare(_ left: Slot?, _ right: Slot?) {
        guard let name = (left ?? right)?.name else { return }
        members.append(name)
        let depths = (before.count, after.count)
        if let left { before += left.path }
        if let right { after += right.path }
        if let left, let right {
            if left.isEnvelope, right.isEnvelope {
                compareEnvelope(left, right)
            } else {
                compareItems(left, right)
            }
        } else {
            tellWhole(left, right)
        }
        before.removeLast(before.count - depths.0)
        after.removeLast(after.count - depths.1)
        members.removeLast()
    }

    /// Told as one change, however much of it is another.
    private mutating func compareEnvelope(_ left: Slot, _ right: Slot) {
        let found = counted
        silence += 1
        compareItems(left, right)
        silence -= 1
        guard counted > found else { return }
        counted = found
        tell(.changed, left.shown, right.shown, isEnvelope: true)
    }

    /// A member that only one version has.
    private mutating func tellWhole(_ left: Slot?, _ right: Slot?) {
        let slot = left ?? right
        let kind = RecordDifference.Thing.Kind(member: slot?.name ?? "")
        guard kind == nil || slot?.isEnvelope == true else {
            for (index, item) in (left?.items ?? []).enumerated() {
                one(index, of: left, item, nil)
            }
            for (index, item) in (right?.items ?? []).enumerated() {
                one(index, of: right, nil, item)
            }
            return
        }
        tell(
            left == nil ? .added : .removed, left?.shown, right?.shown,
            isEnvelope: slot?.isEnvelope == true)
    }

    // MARK: - Values

    private mutating func compareItems(_ left: Slot, _ right: Slot) {
        let isPlain =
            RecordDifference.Thing.Kind(member: left.name) == nil
            || earlier.object(left.items[0]) == nil && later.object(right.items[0]) == nil
        if ComparedRecord.isOrdered(left.name) {
            compareInOrder(left.items, right.items, left.shown, right.shown)
        } else if left.items.count == 1, right.items.count == 1, isPlain {
            pair((0, 0), left, right)
        } else {
            let pairing = Pairing(
                left.items.map { earlier.item($0, named: left.name) },
                right.items.map { later.item($0, named: right.name) })
            for match in pairing.pairs { pair(match, left, right) }
            for index in pairing.removed { one(index, of: left, left.items[index], nil) }
            for index in pairing.added { one(index, of: right, nil, right.items[index]) }
        }
    }

    private mutating func compareInOrder(
        _ left: [Int], _ right: [Int], _ shown: JSON, _ other: JSON
    ) {
        let found = counted
        silence += 1
        if left.count == right.count {
            for (first, second) in zip(left, right) { compare(first, second) }
        } else {
            counted += 1
        }
        silence -= 1
        guard counted > found else { return }
        counted = found
        tell(.changed, shown, other)
    }

    private mutating func pair(_ match: (before: Int, after: Int), _ left: Slot, _ right: Slot) {
        let (first, second) = (left.items[match.before], right.items[match.after])
        if left.isArray { before.append(Text(String(match.before))) }
        if right.isArray { after.append(Text(String(match.after))) }
        let isThing = earlier.object(first) != nil || later.object(second) != nil
        if isThing, let kind = RecordDifference.Thing.Kind(member: left.name) {
            enter(kind, first, second) { $0.compare(first, second) }
        } else {
            compare(first, second)
        }
        if left.isArray { before.removeLast() }
        if right.isArray { after.removeLast() }
    }

    /// A value that only one version has.
    private mutating func one(_ index: Int, of slot: Slot?, _ first: Int?, _ second: Int?) {
        guard let slot else { return }
        let step = slot.isArray ? [Text(String(index))] : []
        let shown = (first.map { earlier[$0].shown }, second.map { later[$0].shown })
        if first != nil { before += step } else { after += step }
        let isObject =
            first.map { earlier.object($0) != nil } ?? second.map { later.object($0) != nil }
        if isObject == true, let kind = RecordDifference.Thing.Kind(member: slot.name) {
            enter(kind, first, second) {
                $0.tell(first == nil ? .added : .removed, shown.0, shown.1)
            }
        } else {
            tell(first == nil ? .added : .removed, shown.0, shown.1)
        }
        if first != nil { before.removeLast(step.count) } else { after.removeLast(step.count) }
    }

    // MARK: - Telling

    private mutating func enter(
        _ kind: RecordDifference.Thing.Kind, _ first: Int?, _ second: Int?,
        _ body: (inout Comparison) -> Void
    ) {
        let kept = members
        members = []
        things.append(
            ToldChanges.Around(
                kind: kind, before: first, after: second, beforeDepth: before.count,
                afterDepth: after.count))
        body(&self)
        things.removeLast()
        members = kept
    }

    private mutating func tell(
        _ kind: RecordDifference.Change.Kind, _ first: JSON?, _ second: JSON?,
        isEnvelope: Bool = false
    ) {
        counted += 1
        guard silence == 0, let last = things.indices.last else { return }
        told.tell(
            ToldChanges.Found(
                kind: kind, members: members, isEnvelope: isEnvelope, before: (before, first),
                after: (after, second)),
            of: &things[last])
    }
}

extension ComparedRecord {
    fileprivate func item(_ index: Int, named name: Text) -> Pairing.Item {
        let node = nodes[index]
        guard case .object(let object) = node.content else {
            // An identifier alone may stand for the thing.
            var id: Text?
            if case .value(let value) = node.content { id = value.text }
            return Pairing.Item(digest: node.digest, id: id, role: nil, isNameless: false)
        }
        let id = object.json["id"]?.text
        let role = role(of: object, named: name, hasID: id != nil)
        return Pairing.Item(
            digest: node.digest, id: id, role: role, isNameless: id == nil && role == nil)
    }

    private func role(of object: Object, named name: Text, hasID: Bool) -> Text? {
        let json = object.json
        switch name {
        case "verifiableCredential", "assertions":
            let achievement = Credential(json, at: JSONPointer()).subject?.achievement?.id
            return (achievement ?? json["achievement"]?["id"]?.string).map { Text($0) }
        case "endorsement", "endorsementJwt", "endorsements":
            return Credential(json, at: JSONPointer()).issuerID.map { Text($0) }
        default:
            return hasID ? nil : Self.roles[name].flatMap { json[$0]?.text }
        }
    }
}

extension ComparedRecord {
    /// Members that tell things without an identifier from each other.
    private static let roles: [Text: String] = [
        "result": "resultDescription", "results": "resultDescription",
        "alignment": "targetUrl", "alignments": "targetUrl", "identifier": "identityType",
        "otherIdentifier": "identifierType",
    ]
}

extension RecordDifference.Thing.Kind {
    /// What the values of a member are to a person; nil where they only belong to something else.
    init?(member: Text) {
        guard let kind = Self.members[member] else { return nil }
        self = kind
    }

    private static let members: [Text: Self] = [
        "verifiableCredential": .credential, "assertions": .credential,
        "endorsement": .endorsement, "endorsementJwt": .endorsement, "endorsements": .endorsement,
        "achievement": .achievement, "achievements": .achievement, "badge": .achievement,
        "result": .result, "results": .result,
        "resultDescription": .resultDescription, "resultDescriptions": .resultDescription,
        "issuer": .organization, "publisher": .organization, "creator": .organization,
        "source": .organization, "parentOrg": .organization,
        "association": .association, "associations": .association,
        "evidence": .evidence, "alignment": .alignment, "alignments": .alignment,
        "learner": .learner, "recipient": .learner,
    ]
}
