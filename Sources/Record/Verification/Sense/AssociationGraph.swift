import Credentials
import JSONText

/// The associations of a record as arrows between numbered achievements.
struct AssociationGraph {
    /// The kinds in whose direction nothing may come back to itself (CLR2-M-45).
    enum Order: CaseIterable {
        case hierarchy, sequence, replacement

        var words: String {
            switch self {
            case .hierarchy: "it cannot be part of itself"
            case .sequence: "it cannot come before itself"
            case .replacement: "it cannot be replaced by itself"
            }
        }
    }

    private(set) var names: [Text] = []
    private var numbers: [Text: Int] = [:]
    /// For each order, where the arrows of an achievement lead, with the association that says so.
    private(set) var arrows: [Order: [Int: [(to: Int, association: Association)]]] = [:]

    init(_ associations: [Association]) {
        for association in associations {
            guard let type = association.associationType, let source = association.sourceID,
                let target = association.targetID, let sense = Self.sense(of: type)
            else { continue }
            let (from, to) = (number(of: Text(source)), number(of: Text(target)))
            let arrow = sense.isBackwards ? (to, from) : (from, to)
            arrows[sense.order, default: [:]][arrow.0, default: []].append((arrow.1, association))
        }
    }

    private static func sense(of type: String) -> (order: Order, isBackwards: Bool)? {
        switch Text(type) {
        case "isChildOf", "isPartOf": (.hierarchy, false)
        case "isParentOf": (.hierarchy, true)
        case "precedes": (.sequence, false)
        case "replacedBy": (.replacement, false)
        default: nil
        }
    }

    private mutating func number(of name: Text) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }

    /// The parts of each achievement, each part once.
    var parts: [(whole: Text, parts: [Text])] {
        var parts: [Int: [Int]] = [:]
        var seen: Set<[Int]> = []
        for (part, wholes) in (arrows[.hierarchy] ?? [:]).sorted(by: { $0.key < $1.key }) {
            for whole in wholes where seen.insert([part, whole.to]).inserted {
                parts[whole.to, default: []].append(part)
            }
        }
        return parts.sorted { $0.key < $1.key }.map { whole, parts in
            (names[whole], parts.map { names[$0] })
        }
    }

    /// Part and whole of each association of hierarchy, as one step.
    var steps: Set<[Text]> {
        var steps: Set<[Text]> = []
        for (part, wholes) in arrows[.hierarchy] ?? [:] {
            for whole in wholes { steps.insert([names[part], names[whole.to]]) }
        }
        return steps
    }

    /// One circle of an order, in the direction of its arrows, with an association on it.
    func circle(in order: Order) -> (names: [Text], association: Association)? {
        let arrows = arrows[order] ?? [:]
        let left = leftInCircles(arrows)
        guard var place = left.min() else { return nil }
        var steps: [Int] = []
        var positions: [Int: Int] = [:]
        while positions[place] == nil {
            positions[place] = steps.count
            steps.append(place)
            guard let next = arrows[place]?.first(where: { left.contains($0.to) }) else {
                return nil
            }
            place = next.to
        }
        let circle = steps[(positions[place] ?? 0)...]
        guard let first = circle.first,
            let arrow = arrows[first]?.first(where: { left.contains($0.to) })
        else { return nil }
        return (circle.map { names[$0] }, arrow.association)
    }

    /// Takes away, again and again, what no arrow leads away from; what stays is in a circle, or
    /// leads into one.
    private func leftInCircles(
        _ arrows: [Int: [(to: Int, association: Association)]]
    ) -> Set<Int> {
        var waiting = arrows.mapValues(\.count)
        var back: [Int: [Int]] = [:]
        for (from, all) in arrows {
            for arrow in all { back[arrow.to, default: []].append(from) }
        }
        var free = back.keys.filter { arrows[$0] == nil }
        while let place = free.popLast() {
            for from in back[place] ?? [] {
                let left = (waiting[from] ?? 0) - 1
                waiting[from] = left
                if left == 0 { free.append(from) }
            }
        }
        return Set(waiting.filter { $0.value > 0 }.keys)
    }
}
