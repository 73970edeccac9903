/// The canonicalization algorithm (RDFC-1.0 section 4.4): a canonical name for each blank node.
struct Naming {
    private let graph: BlankNodeQuads
    private let forms: Forms
    private let algorithm: HashAlgorithm
    /// The first-degree hashes, by blank node.
    private var hashes: [Digest] = []
    /// The blank nodes in the order of their hashes.
    private var ordered: [Int32] = []
    /// Ranges of `ordered` in which all have the same hash, for more than one.
    private var groups: [Range<Int>] = []
    private(set) var issuer: CanonicalIssuer
    private(set) var readingsMayDiffer = false
    private(set) var steps = 0

    init(_ graph: BlankNodeQuads, forms: Forms, algorithm: HashAlgorithm) {
        self.graph = graph
        self.forms = forms
        self.algorithm = algorithm
        issuer = CanonicalIssuer(blankCount: graph.blankCount)
    }

    mutating func nameAll(
        reading: RelatedReading, effort: Effort
    ) throws(CanonicalizationError) {
        if graph.blankCount == 0 { return }
        hashFirstDegree()
        nameNodesWithUniqueHash()
        if !groups.isEmpty { try nameRemainingNodes(reading, effort) }
    }

    /// Step 3.
    private mutating func hashFirstDegree() {
        var hashing = FirstDegreeHashing(graph, forms: forms, algorithm: algorithm)
        hashes.reserveCapacity(graph.blankCount)
        for blank in 0..<graph.blankCount { hashes.append(hashing.hash(of: blank)) }
        ordered = HashOrder(hashes).places
    }

    /// Of the blank node that stands at a place in the order.
    @inline(__always)
    private func hash(at place: Int) -> Digest { hashes[Int(ordered[place])] }

    /// Step 4.
    private mutating func nameNodesWithUniqueHash() {
        var start = 0
        while start < ordered.count {
            var end = start + 1
            while end < ordered.count, hash(at: end) == hash(at: start) { end += 1 }
            if end == start + 1 {
                issuer.issue(for: Int(ordered[start]))
            } else {
                groups.append(start..<end)
            }
            start = end
        }
    }

    /// Step 5.
    private mutating func nameRemainingNodes(
        _ reading: RelatedReading, _ effort: Effort
    ) throws(CanonicalizationError) {
        var hashing = nDegreeHashing(reading, effort)
        for group in groups {
            var paths: [(digest: Digest, issued: [Int32])] = []
            for index in group {  // step 5.2
                let blank = Int(ordered[index])
                if hashing.canonical.number(of: blank) != nil { continue }
                paths.append((try hashing.hash(of: blank), hashing.issuer.issued))
            }
            sort(&paths)
            for path in paths {  // step 5.3
                for blank in path.issued { hashing.canonical.issue(for: Int(blank)) }
            }
        }
        issuer = hashing.canonical
        readingsMayDiffer = hashing.metRepeat
        steps = hashing.steps
    }

    private func sort(_ paths: inout [(digest: Digest, issued: [Int32])]) {
        if paths.count > 1 { paths = HashOrder(paths.map(\.digest)).places.map { paths[Int($0)] } }
    }

    private func nDegreeHashing(_ reading: RelatedReading, _ effort: Effort) -> NDegreeHashing {
        var classes = [Int32](repeating: 0, count: graph.blankCount)
        var digests: [Digest] = []
        for blank in ordered {
            let digest = hashes[Int(blank)]
            if digests.last != digest { digests.append(digest) }
            classes[Int(blank)] = Int32(truncatingIfNeeded: digests.count - 1)
        }
        let related = RelatedHashing(forms: forms, algorithm: algorithm, firstDegree: digests)
        return NDegreeHashing(
            graph, classes: classes, related: related, reading: reading, algorithm: algorithm,
            canonical: issuer, allowedSteps: effort.steps(blankNodes: ordered.count))
    }
}
