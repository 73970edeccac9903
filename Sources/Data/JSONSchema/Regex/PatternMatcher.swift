/// Tries a pattern on a text: first straight on, then, where that takes long, with a note of
/// each choice that has been tried at each place, so that none is tried twice. Lives inside of the
/// call that lends it the text.
@safe struct PatternMatcher {
    private let instructions: [PatternInstruction]
    private let sets: [ScalarSet]
    private let slots: Int
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var spent = 0
    private var limit = 0
    private var choices: [Choice] = []
    private var captures: [Int]
    /// Rows of bits, one row for each instruction, one bit for each place; empty at first.
    private var tried: [UInt64] = []
    private let stride: Int

    private struct Choice {
        /// An instruction to go on from, or below zero a capture to be put back.
        var instruction: Int
        var place: Int
    }

    private enum Stop: Error { case effort }

    init(_ pattern: Pattern, _ text: UnsafeBufferPointer<UInt8>) {
        instructions = pattern.instructions
        sets = pattern.sets
        slots = pattern.captures * 2
        unsafe self.text = unsafe text
        captures = [Int](repeating: -1, count: pattern.captures * 2)
        stride = text.count / 64 + 1
    }

    /// Whether the pattern fits; nil where the effort does not suffice.
    mutating func search(effort: Int) -> Bool? {
        if slots > 0 {
            limit = effort
            return attempt()
        }
        limit = unsafe min(effort, 64 + 8 * (text.count + instructions.count))
        if let answer = attempt() { return answer }
        let words = stride * instructions.count
        guard words <= SchemaLimits.patternStates / 64, spent + words / 16 < effort else {
            return nil
        }
        spent += words / 16
        limit = effort
        tried = [UInt64](repeating: 0, count: words)
        return attempt()
    }

    private mutating func attempt() -> Bool? {
        do throws(Stop) {
            let isAnchored = instructions.first?.operation == .start
            var start = 0
            while true {
                if try run(from: 0, at: start) { return true }
                if unsafe isAnchored || start >= text.count { return false }
                start += 1
                while unsafe start < text.count, unsafe text[start] & 0xC0 == 0x80 { start += 1 }
            }
        } catch {
            return nil
        }
    }

    // MARK: - Running

    private mutating func run(from first: Int, at start: Int) throws(Stop) -> Bool {
        let bottom = choices.count
        var at = first
        var place = start
        while true {
            spent += 1
            if spent > limit { throw .effort }
            let instruction = instructions[at]
            if instruction.operation == .accept {
                choices.removeLast(choices.count - bottom)
                return true
            }
            if try step(instruction, &at, &place) { continue }
            guard let (next, from) = nextChoice(above: bottom) else { return false }
            at = next
            place = from
        }
    }

    private mutating func nextChoice(above bottom: Int) -> (Int, Int)? {
        while choices.count > bottom, let choice = choices.popLast() {
            if choice.instruction >= 0 { return (choice.instruction, choice.place) }
            captures[-1 - choice.instruction] = choice.place
        }
        return nil
    }

    /// Goes on by one instruction; false where it does not fit here.
    @inline(__always)
    private mutating func step(
        _ instruction: PatternInstruction, _ at: inout Int, _ place: inout Int
    ) throws(Stop) -> Bool {
        switch instruction.operation {
        case .scalar, .any, .set:
            guard let scalar = read(instruction.isBackward, &place),
                fits(scalar, instruction)
            else { return false }
        case .split:
            guard tried.isEmpty || isNew(at, place) else { return false }
            choices.append(Choice(instruction: Int(instruction.b), place: place))
            at = Int(instruction.a)
            return true
        case .jump:
            at = Int(instruction.a)
            return true
        case .start: if place != 0 { return false }
        case .end: if unsafe place != text.count { return false }
        case .boundary: if !isBoundary(place) { return false }
        case .notBoundary: if isBoundary(place) { return false }
        case .look:
            let found = try run(from: at + 1, at: place)
            if found, !tried.isEmpty { forget(at + 1..<Int(instruction.a)) }
            guard found != instruction.isNegated else { return false }
            at = Int(instruction.a)
            return true
        case .save:
            let slot = Int(instruction.a)
            choices.append(Choice(instruction: -1 - slot, place: captures[slot]))
            captures[slot] = place
        case .backreference:
            guard repeats(Int(instruction.a), instruction.isBackward, &place) else {
                return false
            }
        case .accept: return false
        }
        at += 1
        return true
    }

    @inline(__always)
    private func fits(_ scalar: UInt32, _ instruction: PatternInstruction) -> Bool {
        switch instruction.operation {
        case .scalar: scalar == UInt32(bitPattern: instruction.a)
        case .set: sets[Int(instruction.a)].contains(scalar)
        // Everything but the line terminators.
        default: scalar != 0x0A && scalar != 0x0D && scalar != 0x2028 && scalar != 0x2029
        }
    }

    private mutating func isNew(_ instruction: Int, _ place: Int) -> Bool {
        let word = instruction * stride + place >> 6
        let bit: UInt64 = 1 << UInt64(place & 63)
        guard tried[word] & bit == 0 else { return false }
        tried[word] |= bit
        return true
    }

    /// What led to a fit inside a lookaround may do so again.
    private mutating func forget(_ instructions: Range<Int>) {
        for word in instructions.lowerBound * stride..<instructions.upperBound * stride {
            tried[word] = 0
        }
        spent += instructions.count * stride / 16
    }

    // MARK: - The text

    /// The character after the place, or before it; nil at the end.
    @inline(__always)
    private func read(_ isBackward: Bool, _ place: inout Int) -> UInt32? {
        if isBackward {
            guard place > 0 else { return nil }
            place -= 1
            while place > 0, unsafe text[place] & 0xC0 == 0x80 { place -= 1 }
            var copy = place
            return decode(&copy)
        }
        guard unsafe place < text.count else { return nil }
        let byte = unsafe text[place]
        if byte < 0x80 {
            place += 1
            return UInt32(byte)
        }
        return decode(&place)
    }

    private func decode(_ place: inout Int) -> UInt32 {
        let lead = unsafe UInt32(text[place])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
        for offset in 1..<max(length, 1) where unsafe place + offset < text.count {
            value = unsafe value << 6 | UInt32(text[place + offset] & 0x3F)
        }
        place = unsafe min(place + length, text.count)
        return value
    }

    private func isBoundary(_ place: Int) -> Bool {
        isWordCharacter(place - 1) != isWordCharacter(place)
    }

    private func isWordCharacter(_ place: Int) -> Bool {
        guard place >= 0, unsafe place < text.count else { return false }
        return unsafe ScalarSet.wordCharacters.contains(UInt32(text[place]))
    }

    private mutating func repeats(_ group: Int, _ isBackward: Bool, _ place: inout Int) -> Bool {
        let (start, end) = (captures[group * 2], captures[group * 2 + 1])
        guard start >= 0, end >= start else { return true }
        let count = end - start
        spent += count / 16
        let from = isBackward ? place - count : place
        guard from >= 0, unsafe from + count <= text.count else { return false }
        for offset in 0..<count where unsafe text[from + offset] != text[start + offset] {
            return false
        }
        place = isBackward ? from : from + count
        return true
    }
}
