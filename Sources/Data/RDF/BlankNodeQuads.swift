/// Which quads mention which blank node (the blank node to quads map of RDFC-1.0 section 4.3), in
/// two flat arrays.
struct BlankNodeQuads {
    let quads: [NumberedQuad]
    /// Each of them stands in a quad.
    let blankCount: Int
    private var starts: [Int32] = []
    private var mentions: [Int32] = []

    init(_ forms: TermForms) {
        quads = forms.quads
        blankCount = forms.blanks.count
        if blankCount > 0 { collect(forms.mentions) }
    }

    @inline(__always)
    func quads(mentioning blank: Int) -> ArraySlice<Int32> {
        mentions[Int(starts[blank])..<Int(starts[blank &+ 1])]
    }

    private mutating func collect(_ counts: [Int32]) {
        starts = [Int32](repeating: 0, count: blankCount + 1)
        for blank in 0..<blankCount { starts[blank &+ 1] = starts[blank] &+ counts[blank] }
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
}
