/// Which quads mention which blank node (the blank node to quads map of RDFC-1.0 section 4.3), in
/// two flat arrays. Blank nodes are numbered from zero within the quads that were chosen.
struct BlankNodeQuads {
    /// The chosen quads, with this numbering.
    private(set) var quads: [NumberedQuad] = []
    /// The number in the dataset of the first blank node.
    private(set) var firstBlank = 0
    /// Numbers of no quad may lie between; those have no mentions.
    private(set) var blankCount = 0
    private var starts: [Int32] = []
    private var mentions: [Int32] = []

    init(_ chosen: some Sequence<Int>, of all: [NumberedQuad]) {
        quads.reserveCapacity(chosen.underestimatedCount)
        var lowest = Int.max
        var highest = -1
        for index in chosen {
            let quad = all[index]
            quad.forEachBlank { blank in
                lowest = Swift.min(lowest, blank)
                highest = Swift.max(highest, blank)
            }
            quads.append(quad)
        }
        guard highest >= 0 else { return }
        firstBlank = lowest
        blankCount = highest - lowest + 1
        for index in quads.indices { quads[index].renumberBlanks(from: lowest) }
        collectMentions()
    }

    @inline(__always)
    func quads(mentioning blank: Int) -> ArraySlice<Int32> {
        mentions[Int(starts[blank])..<Int(starts[blank &+ 1])]
    }

    @inline(__always)
    func isMentioned(_ blank: Int) -> Bool { starts[blank] < starts[blank &+ 1] }

    private mutating func collectMentions() {
        starts = [Int32](repeating: 0, count: blankCount + 1)
        for quad in quads { quad.forEachBlank { starts[$0 &+ 1] &+= 1 } }
        for blank in 0..<blankCount { starts[blank &+ 1] &+= starts[blank] }
        mentions = [Int32](repeating: 0, count: Int(starts[blankCount]))
        var next = starts
        for (index, quad) in quads.enumerated() {
            quad.forEachBlank { blank in
                mentions[Int(next[blank])] = Int32(truncatingIfNeeded: index)
                next[blank] &+= 1
            }
        }
    }
}

extension NumberedQuad {
    /// Each blank node once, wherever it stands.
    @inline(__always)
    func forEachBlank(_ body: (Int) -> Void) {
        if subject.isBlank { body(subject.number) }
        if object.isBlank, object != subject { body(object.number) }
        if graph.isBlank, graph != subject, graph != object { body(graph.number) }
    }

    @inline(__always)
    fileprivate mutating func renumberBlanks(from first: Int) {
        if subject.isBlank { subject = TermCode(blank: subject.number &- first) }
        if object.isBlank { object = TermCode(blank: object.number &- first) }
        if graph.isBlank { graph = TermCode(blank: graph.number &- first) }
    }
}
