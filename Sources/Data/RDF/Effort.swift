/// How much work a canonicalization may take before it is given up.
///
/// A step is one call of hash-n-degree-quads, one related blank node that it meets, one place in
/// an order of a group that it tries, or one name that it sets aside for another order; each takes
/// well under a microsecond. A dataset in which
/// every blank node is told apart by its own quads takes none. Honest records take two or three for
/// each blank node, so the allowance grows with their number; a poison graph needs more than any,
/// and ends at the same place however long it is.
public struct Effort: Sendable, Hashable {
    public var base: Int
    public var perBlankNode: Int
    /// The most that the two come to.
    public var most: Int
    /// What the canonical form may measure. A context can give a long IRI to a short name, so
    /// this bounds what the length of a document does not.
    public var bytes: Int

    public init(
        base: Int, perBlankNode: Int = 0, most: Int = .max, bytes: Int = 256 << 20
    ) {
        self.base = base
        self.perBlankNode = perBlankNode
        self.most = most
        self.bytes = bytes
    }

    public static let standard = Effort(base: 250_000, perBlankNode: 8, most: 750_000)

    func steps(blankNodes: Int) -> Int {
        let (scaled, overflow) = perBlankNode.multipliedReportingOverflow(by: blankNodes)
        let (sum, carry) = base.addingReportingOverflow(scaled)
        return overflow || carry ? most : min(sum, most)
    }
}
