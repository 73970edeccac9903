import JSONText

/// A compiled regular expression (ECMA-262, Unicode mode), which only says whether it fits
/// somewhere in a text.
///
/// Matching takes no more steps than the product of the lengths of pattern and text, except
/// with backreferences, where only the effort that is given bounds it.
package final class Pattern: Sendable {
    package let text: Text
    let instructions: [PatternInstruction]
    let sets: [ScalarSet]
    /// 0 without backreferences.
    let captures: Int

    package init(_ text: Text) throws(PatternError) {
        var parser = PatternParser(text)
        let syntax = try parser.parse()
        var compiler = PatternCompiler(parser)
        try compiler.emit(syntax, backward: false)
        compiler.finish()
        self.text = text
        instructions = compiler.instructions
        sets = compiler.sets
        captures = parser.hasBackreferences ? parser.groups + 1 : 0
    }

    /// Whether the pattern fits anywhere in a text in UTF-8; nil where the effort did not
    /// suffice to tell. The effort is what is left afterwards.
    package func matches(_ text: UnsafeBufferPointer<UInt8>, effort: inout Int) -> Bool? {
        var matcher = unsafe PatternMatcher(self, text)
        let answer = matcher.search(effort: effort)
        effort -= matcher.spent
        return answer
    }

    package func matches(_ text: String, effort: Int = SchemaLimits.steps) -> Bool? {
        var left = effort
        var text = text
        return text.withUTF8 { unsafe matches($0, effort: &left) }
    }
}

struct PatternInstruction: Sendable {
    enum Operation: UInt8, Sendable {
        case scalar, any, set, split, jump, start, end, boundary, notBoundary, look, save
        case backreference, accept
    }

    var operation: Operation
    /// Whether the text is read towards its beginning (inside a lookbehind).
    var isBackward = false
    var isNegated = false
    var a: Int32 = 0
    var b: Int32 = 0
}

/// Writes the syntax out as instructions.
struct PatternCompiler {
    private(set) var instructions: [PatternInstruction] = []
    private(set) var sets: [ScalarSet] = []
    private let names: [Text: Int]
    private let groups: Int
    private let saves: Bool
    private var work = 0

    init(_ parser: PatternParser) {
        names = parser.names
        groups = parser.groups
        saves = parser.hasBackreferences
    }

    mutating func finish() {
        instructions.append(PatternInstruction(operation: .accept))
    }

    private mutating func add(_ instruction: PatternInstruction) {
        instructions.append(instruction)
    }

    private var here: Int32 { Int32(clamping: instructions.count) }

    mutating func emit(_ syntax: PatternSyntax, backward: Bool) throws(PatternError) {
        work += 1
        guard instructions.count < SchemaLimits.patternInstructions,
            work < SchemaLimits.patternInstructions * 4
        else { throw .tooLarge(limit: SchemaLimits.patternInstructions) }
        switch syntax {
        case .scalar(let value):
            add(.init(operation: .scalar, isBackward: backward, a: Int32(bitPattern: value)))
        case .any: add(.init(operation: .any, isBackward: backward))
        case .set(let set):
            sets.append(set)
            add(.init(operation: .set, isBackward: backward, a: Int32(sets.count - 1)))
        case .sequence(let terms):
            for term in backward ? terms.reversed() : terms {
                try emit(term, backward: backward)
            }
        case .alternatives(let all): try emit(alternatives: all, backward)
        case .repetition(let inner, let least, let most):
            try emit(inner, least, most, backward)
        case .group(let inner, let number):
            let first = Int32(number * 2)
            if saves { add(.init(operation: .save, a: backward ? first + 1 : first)) }
            try emit(inner, backward: backward)
            if saves { add(.init(operation: .save, a: backward ? first : first + 1)) }
        case .start: add(.init(operation: .start))
        case .end: add(.init(operation: .end))
        case .boundary(let isNegated):
            add(.init(operation: isNegated ? .notBoundary : .boundary))
        case .look(let inner, let isBehind, let isNegated):
            let look = instructions.count
            add(.init(operation: .look, isNegated: isNegated))
            try emit(inner, backward: isBehind)
            add(.init(operation: .accept))
            instructions[look].a = here
        case .backreference(let number):
            guard number <= groups else { throw .unknownGroup(Text(String(number))) }
            add(.init(operation: .backreference, isBackward: backward, a: Int32(number)))
        case .namedBackreference(let name):
            guard let number = names[name] else { throw .unknownGroup(name) }
            add(.init(operation: .backreference, isBackward: backward, a: Int32(number)))
        }
    }

    private mutating func emit(
        alternatives: [PatternSyntax], _ backward: Bool
    ) throws(PatternError) {
        var jumps: [Int] = []
        for (index, alternative) in alternatives.enumerated() {
            let isLast = index == alternatives.count - 1
            let split = instructions.count
            if !isLast { add(.init(operation: .split, a: here + 1)) }
            try emit(alternative, backward: backward)
            if !isLast {
                jumps.append(instructions.count)
                add(.init(operation: .jump))
                instructions[split].b = here
            }
        }
        for jump in jumps { instructions[jump].a = here }
    }

    private mutating func emit(
        _ inner: PatternSyntax, _ least: Int, _ most: Int?, _ backward: Bool
    ) throws(PatternError) {
        for _ in 0..<least { try emit(inner, backward: backward) }
        guard let most else {
            let split = instructions.count
            add(.init(operation: .split, a: here + 1))
            try emit(inner, backward: backward)
            add(.init(operation: .jump, a: Int32(clamping: split)))
            instructions[split].b = here
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(instructions.count)
            add(.init(operation: .split, a: here + 1))
            try emit(inner, backward: backward)
        }
        for split in splits { instructions[split].b = here }
    }
}
