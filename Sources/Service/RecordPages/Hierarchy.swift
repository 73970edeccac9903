import JSONText

/// How achievements belong together, as a tree and as a list of the issuer's statements.
package struct Hierarchy: Sendable, Equatable {
    package var roots: [Branch]
    package var statements: [Statement]

    /// One achievement under another. An achievement with several parents stands under each.
    package struct Branch: Sendable, Equatable {
        package var node: Node
        package var isRepeated = false
        package var branches: [Branch] = []
    }

    package struct Node: Sendable, Equatable {
        package var name: Phrase
        package var anchor: String?
        /// "earned", or "described, not earned here", or "not in this record".
        package var standing: String
        package var isEarned: Bool
    }

    package struct Statement: Sendable, Equatable {
        package var source: Node
        package var relation: String
        package var target: Node
        package var sourceLine: Int?
        package var more: [DataLine]
    }
}

extension Hierarchy {
    /// Nil where the record makes no statements.
    init?(_ credential: JSONValue?, reading: RecordReading) {
        let subjects = credential?["credentialSubject"]?.oneOrMore ?? []
        let own = subjects.flatMap { $0["association"]?.oneOrMore ?? [] }
            .filter(\.isObject).map { (source: String?.none, value: $0) }
        let associations = own + reading.associations
        guard !associations.isEmpty else { return nil }
        var graph = AssociationGraph()
        statements = associations.map { stated, value in
            var association = ObjectReading(value, at: "")
            association.isShownElsewhere("type")
            let relation = association.text("associationType") ?? "isRelatedTo"
            let source = association.text("sourceId") ?? stated
            let target = association.text("targetId") ?? association.text("entityId")
            graph.add(relation, from: source, to: target)
            return Statement(
                source: Self.node(source, reading), relation: Words.association(relation),
                target: Self.node(target, reading), sourceLine: reading.source.line(of: value),
                more: association.rest())
        }
        roots = graph.trees { Self.node($0.string, reading) }
    }

    private static func node(_ id: String?, _ reading: RecordReading) -> Node {
        guard let entry = id.flatMap({ reading.entry(ofAchievement: $0) }) else {
            let name = Phrase(id ?? "an achievement without an id")
            return Node(
                name: name, anchor: nil, standing: "not in this record", isEarned: false)
        }
        let isEarned = entry.category != .described
        return Node(
            name: entry.name, anchor: entry.anchor,
            standing: isEarned ? "" : "described, not earned here", isEarned: isEarned)
    }
}

/// Parents and children; cycles are cut where an achievement would stand under itself.
private struct AssociationGraph {
    /// More rows than this are left to the list of statements.
    private static let maximumBranches = 2_000

    private var order: [Text] = []
    private var children: [Text: [Text]] = [:]
    private var hasParent: Set<Text> = []

    mutating func add(_ relation: String, from source: String?, to target: String?) {
        guard let source, let target else { return }
        let (from, to) = (Text(source), Text(target))
        switch Text(relation) {
        case "isParentOf": add(to, under: from)
        case "isChildOf", "isPartOf": add(from, under: to)
        default: break
        }
    }

    private mutating func add(_ child: Text, under parent: Text) {
        for node in [parent, child] where children[node] == nil {
            order.append(node)
            children[node] = []
        }
        guard children[parent]?.contains(child) == false else { return }
        children[parent]?.append(child)
        hasParent.insert(child)
    }

    /// Trees from every achievement without a parent; of a pure cycle, from its first one.
    func trees(node: (Text) -> Hierarchy.Node) -> [Hierarchy.Branch] {
        var seen: Set<Text> = []
        var budget = Self.maximumBranches
        var roots: [Hierarchy.Branch] = []
        for root in order.filter({ !hasParent.contains($0) }) + order where !seen.contains(root) {
            roots.append(branch(root, under: [], seen: &seen, budget: &budget, node: node))
        }
        return roots
    }

    private func branch(
        _ id: Text, under ancestors: Set<Text>, seen: inout Set<Text>, budget: inout Int,
        node: (Text) -> Hierarchy.Node
    ) -> Hierarchy.Branch {
        var branch = Hierarchy.Branch(node: node(id))
        budget -= 1
        branch.isRepeated = !seen.insert(id).inserted
        guard !branch.isRepeated, !ancestors.contains(id), ancestors.count < 32, budget > 0 else {
            return branch
        }
        let path = ancestors.union([id])
        for child in children[id] ?? [] {
            branch.branches.append(
                self.branch(child, under: path, seen: &seen, budget: &budget, node: node))
        }
        return branch
    }
}
