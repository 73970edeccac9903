/// The order of the canonical lines, found without writing them.
///
/// A line sorts as its terms do, one after the other: IRIs by their forms' numbers, blank nodes
/// after them and by their labels' decimal digits. So lines are put together by their subjects,
/// and only among those of one subject are predicates, objects and graphs compared.
struct CanonicalOrder {
    /// The quads' places, in the order of their lines.
    private(set) var places: [Int32]

    /// Every blank node has its name.
    init(_ quads: [NumberedQuad], names: CanonicalIssuer, forms: Forms) {
        let ranksOfNames = Self.decimalRanks(names.issued.count)
        let ranks = names.numbers.map { $0 < 0 ? 0 : ranksOfNames[Int($0)] }
        let subjects = quads.map { quad in
            let subject = quad.subject
            return unsafe subject.isBlank
                ? UInt32(truncatingIfNeeded: forms.spans.count) &+ ranks[subject.number]
                : subject.rawValue
        }
        places = unsafe Self.bySubject(subjects, limit: forms.spans.count + ranks.count)
        let comparison = LineComparison(quads: quads, ranks: ranks, forms: forms)
        var start = 0
        while start < places.count {
            let subject = subjects[Int(places[start])]
            var end = start &+ 1
            while end < places.count, subjects[Int(places[end])] == subject { end &+= 1 }
            comparison.sort(&places, start..<end)
            start = end
        }
    }

    /// The place of each number below `count` when they are sorted by their digits: 0, 1, 10,
    /// 100, 11, 2 …
    static func decimalRanks(_ count: Int) -> [UInt32] {
        var ranks = [UInt32](repeating: 0, count: count)
        var number = 1
        for rank in 1..<Swift.max(count, 1) {
            ranks[number] = UInt32(truncatingIfNeeded: rank)
            if number * 10 < count {
                number *= 10
            } else {
                while number % 10 == 9 || number + 1 >= count { number /= 10 }
                number += 1
            }
        }
        return ranks
    }

    /// A counting sort, unless there are far more terms than quads.
    private static func bySubject(_ subjects: [UInt32], limit: Int) -> [Int32] {
        guard limit < 8 * subjects.count else {
            return subjects.indices.map { Int32(truncatingIfNeeded: $0) }
                .sorted { subjects[Int($0)] < subjects[Int($1)] }
        }
        var next = [UInt32](repeating: 0, count: limit + 1)
        for subject in subjects { next[Int(subject) &+ 1] &+= 1 }
        for index in 1..<next.count { next[index] &+= next[index &- 1] }
        var places = [Int32](repeating: 0, count: subjects.count)
        for (index, subject) in subjects.enumerated() {
            places[Int(next[Int(subject)])] = Int32(truncatingIfNeeded: index)
            next[Int(subject)] &+= 1
        }
        return places
    }
}

/// Compares lines that have the same subject.
private struct LineComparison {
    let quads: [NumberedQuad]
    /// By blank node.
    let ranks: [UInt32]
    let forms: Forms

    func sort(_ places: inout [Int32], _ range: Range<Int>) {
        guard range.count > 1 else { return }
        guard range.count <= 24 else {
            return places[range].sort { comesFirst($0, $1) }
        }
        for end in (range.lowerBound + 1)..<range.upperBound {
            let line = places[end]
            var place = end
            while place > range.lowerBound, comesFirst(line, places[place &- 1]) {
                places[place] = places[place &- 1]
                place &-= 1
            }
            places[place] = line
        }
    }

    @inline(__always)
    private func comesFirst(_ one: Int32, _ other: Int32) -> Bool {
        let a = quads[Int(one)]
        let b = quads[Int(other)]
        if a.predicate != b.predicate { return a.predicate < b.predicate }
        if a.object != b.object {
            guard a.object.isBlank, b.object.isBlank else {
                return forms.objectComesFirst(a.object, b.object)
            }
            return ranks[a.object.number] < ranks[b.object.number]
        }
        guard a.graph.isBlank, b.graph.isBlank else { return a.graph < b.graph }
        return ranks[a.graph.number] < ranks[b.graph.number]
    }
}
