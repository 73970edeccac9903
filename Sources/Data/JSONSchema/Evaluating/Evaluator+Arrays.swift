import JSONText

extension Evaluator {
    /// The first items each have a schema of their own, the others share one.
    mutating func elementsHold(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let prefix = Int(step.b)
        let last = step.c == 0 ? prefix : Int.max
        var fits = true
        var element = place + 1
        for index in 0..<min(tape.count(place), last) {
            try spend()
            let child = program.children[Int(step.a) + min(index, prefix)]
            let keyword =
                index >= prefix
                ? step.keyword : program.nodes[Int(node)].containsMarks ? .prefixItems : .items
            if try !item(element, index, child, keyword, node) { fits = false }
            if !fits, !isCollecting { return false }
            if frame >= 0 { marks[frame + index] = true }
            element = tape.next(element)
        }
        return fits
    }

    @inline(__always)
    private mutating func item(
        _ place: Int, _ index: Int, _ number: Int32, _ keyword: SchemaKeyword, _ node: Int32
    ) throws(SchemaLimitError) -> Bool {
        if isCollecting, program.nodes[Int(number)].form == .never {
            note(.itemNotAllowed(index), keyword, node, place)
            return false
        }
        return try accepts(number, place, -1)
    }

    mutating func containsHolds(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let child = program.children[Int(step.a)]
        let (least, most) = (Int(step.b), step.c < 0 ? Int.max : Int(step.c))
        let isMarking = frame >= 0 && program.nodes[Int(node)].containsMarks
        var found = 0
        var element = place + 1
        for index in 0..<tape.count(place) {
            try spend()
            if try quietly(child, element, -1) {
                found += 1
                if isMarking { marks[frame + index] = true }
                if !isMarking, found >= least, most == .max { return true }
                if found > most { break }
            }
            element = tape.next(element)
        }
        if found < least {
            note(
                .containsTooFew(found: found, least: least),
                least > 1 ? .minContains : .contains, node, place)
        } else if found > most {
            note(.containsTooMany(found: found, most: most), .maxContains, node, place)
        }
        return found >= least && found <= most
    }

    mutating func unevaluatedItemsHold(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let child = program.children[Int(step.a)]
        var fits = true
        var element = place + 1
        for index in 0..<tape.count(place) {
            try spend()
            if !marks[frame + index] {
                if try !item(element, index, child, .unevaluatedItems, node) { fits = false }
                if !fits, !isCollecting { return false }
                marks[frame + index] = true
            }
            element = tape.next(element)
        }
        return fits
    }
}
