import JSONText

extension Evaluator {
    /// Yes or no, without noting anything.
    mutating func quietly(
        _ number: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let was = isCollecting
        isCollecting = false
        let fits = try accepts(number, place, frame)
        isCollecting = was
        return fits
    }

    /// An alternative: what it has looked at counts only where it fits.
    private mutating func branch(
        _ number: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        guard frame >= 0 else { return try quietly(number, place, -1) }
        let own = try openFrame(place)
        let fits = try quietly(number, place, own)
        closeFrame(own, place, into: frame, isKept: fits)
        return fits
    }

    mutating func allHold(
        _ step: Instruction, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        var fits = true
        for child in step.a..<step.a + step.b {
            if try !accepts(program.children[Int(child)], place, frame) { fits = false }
            if !fits, !isCollecting { return false }
        }
        return fits
    }

    mutating func anyHolds(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        var fits = false
        for child in step.a..<step.a + step.b {
            if try branch(program.children[Int(child)], place, frame) {
                fits = true
                // Where it is asked what has been looked at, all that fit have a say.
                if frame < 0 { return true }
            }
        }
        if !fits, isCollecting { try noteNoAlternative(step, node, place) }
        return fits
    }

    mutating func oneHolds(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        var fitting: Int32 = -1
        var others: [Int] = []
        for child in 0..<step.b {
            guard try branch(program.children[Int(step.a + child)], place, frame) else {
                continue
            }
            if fitting < 0 {
                fitting = child
            } else {
                guard isCollecting else { return false }
                others.append(Int(child))
            }
        }
        if fitting >= 0, others.isEmpty { return true }
        if isCollecting {
            if fitting < 0 {
                try noteNoAlternative(step, node, place)
            } else {
                note(.severalAlternatives([Int(fitting)] + others), step.keyword, node, place)
            }
        }
        return false
    }

    /// Notes that none fits, with the problems of the alternative that comes nearest: the one in
    /// which the instance is at least of the right kind, and least is wrong.
    private mutating func noteNoAlternative(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) {
        let outer = findings
        var nearest: [Finding] = []
        var limit: SchemaLimitError?
        var bestRank = (Int.max, Int.max)
        for child in step.a..<step.a + step.b where limit == nil {
            findings = []
            isCollecting = true
            do throws(SchemaLimitError) {
                _ = try accepts(program.children[Int(child)], place, -1)
            } catch {
                limit = error
            }
            let isOtherKind = findings.contains { $0.place == place && $0.isOfOtherKind }
            let rank = (isOtherKind ? 1 : 0, findings.count)
            if rank < bestRank, limit == nil {
                bestRank = rank
                nearest = Array(findings.prefix(SchemaLimits.causes))
            }
        }
        findings = outer
        isCollecting = true
        note(.noAlternative, step.keyword, node, place, causes: nearest)
        if let limit { throw limit }
    }

    mutating func notHolds(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) -> Bool {
        guard try quietly(program.children[Int(step.a)], place, -1) else { return true }
        note(.fitsForbidden, .not, node, place)
        return false
    }

    mutating func conditionHolds(
        _ step: Instruction, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let first = Int(step.a)
        let isMet = try branch(program.children[first], place, frame)
        let next = program.children[first + (isMet ? 1 : 2)]
        return next < 0 ? true : try accepts(next, place, frame)
    }
}

extension Finding {
    fileprivate var isOfOtherKind: Bool {
        switch keyword {
        case .type, .const, .enum, nil: true
        default: false
        }
    }
}
