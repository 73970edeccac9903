import JSONText

/// Which of the values of a member in one version are which in the other.
struct Pairing {
    private(set) var pairs: [(before: Int, after: Int)] = []
    private(set) var removed: [Int] = []
    private(set) var added: [Int] = []

    /// Looks for the same content first, then for the same identifier, and so on; of several that
    /// are known by the same, the first goes with the first.
    init(_ before: [Item], _ after: [Item]) {
        var left = Array(before.indices)
        var right = Array(after.indices)
        for round in Item.rounds {
            guard !left.isEmpty, !right.isEmpty else { break }
            var waiting: [Item.Key: [Int]] = [:]
            for index in right.reversed() {
                if let key = after[index][round] { waiting[key, default: []].append(index) }
            }
            var taken: Set<Int> = []
            left.removeAll { index in
                guard let key = before[index][round],
                    let match = waiting[key]?.popLast()
                else { return false }
                pairs.append((index, match))
                taken.insert(match)
                return true
            }
            right.removeAll { taken.contains($0) }
        }
        removed = left
        added = right
    }

    /// What a value can be known by.
    struct Item {
        enum Key: Hashable {
            case digest(Int)
            case text(Text)
            case nameless
        }
        enum Round { case sameContent, sameID, sameRole, order }

        static let rounds: [Round] = [.sameContent, .sameID, .sameRole, .order]

        let digest: Int
        let id: Text?
        /// What tells it from its neighbours where it has no identifier, or has a fresh one in
        /// each version.
        let role: Text?
        /// Whether it may be paired by nothing but its place among the others.
        let isNameless: Bool

        subscript(round: Round) -> Key? {
            switch round {
            case .sameContent: .digest(digest)
            case .sameID: id.map { .text($0) }
            case .sameRole: role.map { .text($0) }
            case .order: isNameless ? .nameless : nil
            }
        }
    }
}
