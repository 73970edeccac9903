/// How much work hash-n-degree-quads may do before the canonicalization is given up.
///
/// A step is one call of hash-n-degree-quads, one related blank node that it meets, or one order
/// of a group that it tries; each takes well under a microsecond. A dataset in which every blank
/// node is told apart by its own quads takes none. Honest records take a few for each blank node,
/// so the allowance grows with their number; a poison graph needs more than any allowance.
public struct Effort: Sendable, Hashable {
    public var base: Int
    public var perBlankNode: Int

    public init(base: Int, perBlankNode: Int = 0) {
        self.base = base
        self.perBlankNode = perBlankNode
    }

    public static let standard = Effort(base: 100_000, perBlankNode: 64)

    func steps(blankNodes: Int) -> Int {
        let (scaled, overflow) = perBlankNode.multipliedReportingOverflow(by: blankNodes)
        let (sum, carry) = base.addingReportingOverflow(scaled)
        return overflow || carry ? .max : sum
    }
}
