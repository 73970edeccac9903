import JSONText

extension Evaluator {
    /// The number of the slot of a table for the name (or string) at a place, or -1.
    @inline(__always)
    func slot(_ table: NameTable, _ place: Int) -> Int {
        guard table.mask >= 0 else { return -1 }
        if tape.isEscaped(place) { return slot(escaped: place, table) }
        return unsafe program.slot(table, tape.content(place))
    }

    @inline(never)
    private func slot(escaped place: Int, _ table: NameTable) -> Int {
        unsafe value(place).unescapedBytes.withUnsafeBufferPointer {
            unsafe program.slot(table, $0)
        }
    }

    mutating func hasCount(_ step: Instruction, _ node: Int32, _ place: Int) -> Bool {
        let count = tape.count(place)
        let limit = Int(step.a)
        switch step.operation {
        case .maxItems where count > limit:
            note(.tooManyItems(limit: limit), .maxItems, node, place)
        case .minItems where count < limit:
            note(.tooFewItems(limit: limit), .minItems, node, place)
        case .maxProperties where count > limit:
            note(.tooManyProperties(limit: limit), .maxProperties, node, place)
        case .minProperties where count < limit:
            note(.tooFewProperties(limit: limit), .minProperties, node, place)
        default: return true
        }
        return false
    }

    /// Every member goes to the schemas of its name, to those of the patterns that it matches,
    /// and only then to that of the other members.
    mutating func membersHold(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let rule = program.rules[Int(step.a)]
        let count = tape.count(place)
        if !isCollecting, count < Int(rule.required) { return false }
        var fits = true
        var required = 0
        var key = place + 1
        for index in 0..<count {
            try spend()
            var isKnown = false
            let found = slot(rule.names, key)
            if found >= 0 {
                let slot = program.slots[found]
                if slot.isRequired { required += 1 }
                if slot.node >= 0 {
                    isKnown = true
                    if try !member(key, slot.node, .properties, node) { fits = false }
                }
            }
            for pair in rule.firstPattern..<rule.endPattern {
                let pair = program.patternPairs[Int(pair)]
                guard try matches(Int(pair.pattern), key) else { continue }
                isKnown = true
                if try !member(key, pair.node, .patternProperties, node) { fits = false }
            }
            if !isKnown, rule.additional >= 0 {
                isKnown = true
                if try !member(key, rule.additional, .additionalProperties, node) { fits = false }
            }
            if !fits, !isCollecting { return false }
            if isKnown, frame >= 0 { marks[frame + index] = true }
            key = tape.next(key + 1)
        }
        guard required < Int(rule.required) else { return fits }
        if isCollecting { noteMissing(rule.names, node, place) }
        return false
    }

    /// Applies a schema to the value of a member.
    @inline(__always)
    mutating func member(
        _ key: Int, _ number: Int32, _ keyword: SchemaKeyword, _ node: Int32
    ) throws(SchemaLimitError) -> Bool {
        if isCollecting, program.nodes[Int(number)].form == .never {
            let name = value(key).text ?? ""
            note(.memberNotAllowed(name), keyword, node, key + 1)
            return false
        }
        return try accepts(number, key + 1, -1)
    }

    private mutating func noteMissing(_ table: NameTable, _ node: Int32, _ place: Int) {
        let entries = program.names.entries(table).sorted { $0.slot.offset < $1.slot.offset }
        for entry in entries where entry.slot.isRequired && value(place)[entry.name] == nil {
            note(.missing(Text(entry.name)), .required, node, place)
        }
    }

    mutating func namesHold(_ step: Instruction, _ place: Int) throws(SchemaLimitError) -> Bool {
        var fits = true
        var key = place + 1
        let was = isAtName
        for _ in 0..<tape.count(place) {
            try spend()
            isAtName = true
            if try !accepts(step.a, key, -1) { fits = false }
            isAtName = was
            if !fits, !isCollecting { return false }
            key = tape.next(key + 1)
        }
        return fits
    }

    // MARK: - Members that ask for others

    /// How many of the names of a table the object has.
    private mutating func present(
        _ table: NameTable, _ place: Int
    ) throws(SchemaLimitError) -> Int {
        var found = 0
        var key = place + 1
        try spend(tape.count(place))
        for _ in 0..<tape.count(place) {
            if slot(table, key) >= 0 { found += 1 }
            key = tape.next(key + 1)
        }
        return found
    }

    mutating func hasDependents(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) -> Bool {
        let trigger = program.tables[Int(step.a)]
        let wanted = program.tables[Int(step.b)]
        guard try present(trigger, place) > 0 else { return true }
        if try present(wanted, place) == Int(wanted.count) { return true }
        if isCollecting {
            let present = program.names.entries(trigger).first?.name ?? ""
            for entry in program.names.entries(wanted) where value(place)[entry.name] == nil {
                note(
                    .missingBeside(Text(entry.name), present: Text(present)), step.keyword,
                    node, place)
            }
        }
        return false
    }

    mutating func dependentHolds(
        _ step: Instruction, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        guard try present(program.tables[Int(step.a)], place) > 0 else { return true }
        return try accepts(step.b, place, frame)
    }

    mutating func unevaluatedMembersHold(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let child = program.children[Int(step.a)]
        var fits = true
        var key = place + 1
        for index in 0..<tape.count(place) {
            try spend()
            if !marks[frame + index] {
                if try !member(key, child, .unevaluatedProperties, node) { fits = false }
                if !fits, !isCollecting { return false }
                marks[frame + index] = true
            }
            key = tape.next(key + 1)
        }
        return fits
    }
}
