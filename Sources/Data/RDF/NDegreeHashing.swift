/// Hash N-Degree Quads (RDFC-1.0 section 4.8).
///
/// The calls stand on a stack of this type's own, so that a long chain of blank nodes cannot use
/// up the thread's. All that the text gives to a call and takes back from it (the issuer, the data
/// to hash, the paths) grows and shrinks at the ends of a few buffers.
struct NDegreeHashing: ~Copyable {
    let graph: BlankNodeQuads
    let reading: RelatedReading
    let algorithm: HashAlgorithm
    /// By blank node: the number of its first-degree hash.
    let classes: [Int32]
    var related: RelatedHashing
    var canonical: CanonicalIssuer
    var issuer: TemporaryIssuer
    /// Whether a node was related twice by one hash, so that the readings may differ.
    var metRepeat = false

    private(set) var steps = 0
    private let allowedSteps: Int

    var frames: [NDegreeFrame] = []
    /// The related nodes of each frame, in order of hash and node; a group is permuted in place.
    var entries: [RelatedEntry] = []
    /// Of each frame: data to hash, chosen path, path.
    var text = ByteBuffer(capacity: 4096)
    /// Of each frame: what the chosen issuer had issued beyond the group's start, if set aside.
    var chosen: [Int32] = []

    init(
        _ graph: BlankNodeQuads, classes: [Int32], related: consuming RelatedHashing,
        reading: RelatedReading, algorithm: HashAlgorithm, canonical: CanonicalIssuer,
        allowedSteps: Int
    ) {
        self.graph = graph
        self.classes = classes
        self.related = related
        self.reading = reading
        self.algorithm = algorithm
        self.canonical = canonical
        self.allowedSteps = allowedSteps
        issuer = TemporaryIssuer(blankCount: graph.blankCount)
    }

    /// The hash of a node with an issuer that has issued for it alone; what it has issued
    /// afterwards is in ``issuer``.
    mutating func hash(of blank: Int) throws(CanonicalizationError) -> Digest {
        issuer.goBack(to: 0)
        _ = issuer.issue(for: blank)
        try call(blank)
        while true {
            guard try openNextGroup() else {
                let digest = endCall()
                if frames.isEmpty { return digest }
                returnToOrder(digest)
                try continueOrder()
                continue
            }
            try tryOrder()
        }
    }

    mutating func spend(_ count: Int) throws(CanonicalizationError) {
        steps &+= count
        if steps > allowedSteps { throw .effortExhausted(steps: allowedSteps) }
    }

    /// Steps 1 to 4 of a call.
    mutating func call(_ blank: Int) throws(CanonicalizationError) {
        let start = entries.count
        try collectRelated(of: blank)
        let frame = NDegreeFrame(
            entries: start, endOfEntries: entries.count, group: start, endOfGroup: start,
            data: text.count)
        frames.append(frame)
    }

    /// Step 6 of a call.
    private mutating func endCall() -> Digest {
        let frame = frames.removeLast()
        entries.removeSubrange(frame.entries...)
        let digest = unsafe algorithm.digest(of: text.bytes(frame.data..<text.count))
        text.truncate(to: frame.data)
        return digest
    }

    // MARK: Step 3

    private mutating func collectRelated(of blank: Int) throws(CanonicalizationError) {
        let start = entries.count
        let node = TermCode(blank: blank)
        for index in graph.quads(mentioning: blank) {
            let quad = graph.quads[Int(index)]
            collect(quad.subject, at: .subject, of: quad, unless: node)
            collect(quad.object, at: .object, of: quad, unless: node)
            collect(quad.graph, at: .graph, of: quad, unless: node)
        }
        try spend(1 + entries.count - start)
        sortEntries(from: start)
        dropRepeats(from: start)
    }

    @inline(__always)
    private mutating func collect(
        _ code: TermCode, at position: RelatedHashing.Position, of quad: NumberedQuad,
        unless node: TermCode
    ) {
        guard code.isBlank, code != node else { return }
        let number = related.number(
            at: position, predicate: quad.predicate, identifier: identifier(of: code.number))
        entries.append(
            RelatedEntry(
                order: related.digest(number).words.0, hash: Int32(truncatingIfNeeded: number),
                node: Int32(truncatingIfNeeded: code.number)))
    }

    private func identifier(of blank: Int) -> RelatedHashing.Identifier {
        if let number = canonical.number(of: blank) { return .canonical(number) }
        if let number = issuer.number(of: blank) { return .temporary(number) }
        return .firstDegree(Int(classes[blank]))
    }

    private mutating func sortEntries(from start: Int) {
        guard entries.count - start <= 24 else {
            let sorted = entries[start...].sorted { comesFirst($0, $1) }
            entries.replaceSubrange(start..., with: sorted)
            return
        }
        var end = start &+ 1
        while end < entries.count {
            let entry = entries[end]
            var place = end
            while place > start, comesFirst(entry, entries[place &- 1]) {
                entries[place] = entries[place &- 1]
                place &-= 1
            }
            entries[place] = entry
            end &+= 1
        }
    }

    private func comesFirst(_ a: RelatedEntry, _ b: RelatedEntry) -> Bool {
        if a.hash == b.hash { return a.node < b.node }
        if a.order != b.order { return a.order < b.order }
        return related.digest(Int(a.hash)) < related.digest(Int(b.hash))
    }

    private mutating func dropRepeats(from start: Int) {
        var end = start
        for index in start..<entries.count {
            let isRepeat =
                end > start && entries[end &- 1].hash == entries[index].hash
                && entries[end &- 1].node == entries[index].node
            if isRepeat { metRepeat = true }
            if isRepeat, reading == .set { continue }
            entries[end] = entries[index]
            end &+= 1
        }
        entries.removeSubrange(end...)
    }
}

/// A related blank node and its hash.
struct RelatedEntry {
    /// The first eight bytes of the hash.
    let order: UInt64
    let hash: Int32
    let node: Int32
}

/// A call of hash-n-degree-quads that has not ended. Places are in the buffers of
/// ``NDegreeHashing``.
struct NDegreeFrame {
    let entries: Int
    let endOfEntries: Int
    var group: Int
    var endOfGroup: Int
    /// Where its data to hash starts in the text …
    let data: Int
    /// … where its chosen path does (step 5.2) …
    var chosenPath = 0
    /// … and the path of the order that is being tried.
    var path = 0
    /// Where the issuer stood before the group.
    var mark = 0
    /// Where its part of `chosen` starts.
    var chosen = 0
    var hasChosen = false
    /// Whether the issuer itself holds what the chosen one has issued.
    var isChosenInPlace = false
    /// How many bytes of the path are known not to sort after the chosen path's …
    var compared = 0
    /// … and whether they sort before them.
    var isBetter = false
    /// What of the issuer's list is the recursion list of the order, from the next one on.
    var nextInRecursion = 0
    var endOfRecursion = 0
}
