import JSONText

extension Evaluator {
    func value(_ place: Int) -> JSONValue { JSONValue(document: document, index: place) }

    func hasLexicalFraction(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe text.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    }

    mutating func hasType(_ step: Instruction, _ node: Int32, _ place: Int) -> Bool {
        let kind = tape.kind(place)
        let wanted = UInt8(truncatingIfNeeded: step.a)
        var fits = wanted & (1 << kind.rawValue) != 0
        if fits, kind == .number, wanted & Kinds.integer != 0 {
            let text = unsafe tape.content(place)
            if unsafe hasLexicalFraction(text) {
                // Draft 4 goes by the way the number is written (section 3.5).
                fits = unsafe step.operation == .type && Decimal(text).isInteger
            }
        }
        if !fits {
            note(
                .type(expected: SchemaType.all(in: wanted), found: SchemaType(kind)), .type,
                node, place)
        }
        return fits
    }

    /// Calls the body with the octets of a string, escapes undone.
    @inline(__always)
    func withText<Result>(
        _ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard tape.isEscaped(place) else { return unsafe body(tape.content(place)) }
        return unsafe value(place).unescapedBytes.withUnsafeBufferPointer(body)
    }

    mutating func isAmongStrings(_ step: Instruction, _ node: Int32, _ place: Int) -> Bool {
        if tape.kind(place) == .string, slot(program.tables[Int(step.a)], place) >= 0 {
            return true
        }
        if isCollecting {
            let entries = program.names.entries(program.tables[Int(step.a)])
            let names = entries.sorted { $0.slot.offset < $1.slot.offset }.map { Text($0.name) }
            noteValues(names, step, node, place)
        }
        return false
    }

    mutating func isAmongValues(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) -> Bool {
        let range = Int(step.a)..<Int(step.a) + Int(step.b)
        for index in range where try equal(value(place), program.values[index]) { return true }
        if isCollecting {
            let texts = program.values[range].prefix(SchemaLimits.causes).map {
                Text(String(decoding: $0.bytes, as: UTF8.self))
            }
            noteValues(texts, step, node, place)
        }
        return false
    }

    private mutating func noteValues(
        _ texts: [Text], _ step: Instruction, _ node: Int32, _ place: Int
    ) {
        if step.keyword == .const, let only = texts.first {
            note(.notEqual(only), .const, node, place)
        } else {
            note(.notAmong(texts), step.keyword, node, place)
        }
    }

    // MARK: - Numbers

    mutating func isWithinBound(_ step: Instruction, _ node: Int32, _ place: Int) -> Bool {
        let number = unsafe Decimal(tape.content(place))
        let limit = program.limits[Int(step.a)]
        switch step.operation {
        case .maximum where limit < number:
            note(
                .aboveMaximum(Text(limit.description), isExclusive: false), step.keyword, node,
                place)
        case .exclusiveMaximum where !(number < limit):
            note(
                .aboveMaximum(Text(limit.description), isExclusive: true), step.keyword, node, place
            )
        case .minimum where number < limit:
            note(
                .belowMinimum(Text(limit.description), isExclusive: false), step.keyword, node,
                place)
        case .exclusiveMinimum where !(limit < number):
            note(
                .belowMinimum(Text(limit.description), isExclusive: true), step.keyword, node, place
            )
        default: return true
        }
        return false
    }

    mutating func isMultiple(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) -> Bool {
        let text = unsafe tape.content(place)
        let divisor = program.limits[Int(step.a)]
        // Long division takes as many steps as the product of the lengths.
        try spend(1 + text.count / 16 + text.count &* divisor.digits.count)
        if unsafe Decimal(text).isMultiple(of: divisor) { return true }
        note(.notMultiple(of: Text(divisor.description)), step.keyword, node, place)
        return false
    }

    // MARK: - Strings

    mutating func hasLength(_ step: Instruction, _ node: Int32, _ place: Int) -> Bool {
        let limit = Int(step.a)
        let isLongest = step.operation == .maxLength
        let octets = unsafe tape.content(place).count
        if isLongest, octets <= limit { return true }
        // No character takes more than twelve octets (two escapes).
        if !isLongest, octets >= limit * 12 { return true }
        let length = unsafe withText(place) { text in
            unsafe text.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        }
        if isLongest ? length <= limit : length >= limit { return true }
        note(
            isLongest ? .tooLong(limit: limit) : .tooShort(limit: limit), step.keyword, node,
            place)
        return false
    }

    mutating func matchesPattern(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) -> Bool {
        if try matches(Int(step.a), place) { return true }
        let pattern = program.patterns[Int(step.a)].text
        note(.patternMismatch(pattern), .pattern, node, place)
        return false
    }

    mutating func matches(_ number: Int, _ place: Int) throws(SchemaLimitError) -> Bool {
        let pattern = program.patterns[number]
        var left = steps
        let answer = unsafe withText(place) { unsafe pattern.matches($0, effort: &left) }
        steps = left
        guard let answer else { throw .patternTooCostly(pattern.text) }
        return answer
    }

    mutating func isInFormat(_ step: Instruction, _ node: Int32, _ place: Int) -> Bool {
        let format = program.formats[Int(step.a)]
        if unsafe withText(place, { unsafe format.accepts(Array($0)) }) { return true }
        note(.notInFormat(format), .format, node, place)
        return false
    }
}
