/// Labels `b0`, `b1` … for blank nodes that no document named.
///
/// Nobody looks for them, so their texts stand in no table: a record has as many of them as of all
/// other texts.
struct FreshBlankNodes: Sendable {
    /// The next label to be tried, and its number.
    private var label = Array("b0".utf8)
    private var number = 0
    /// Numbers that were passed over, because the document had the label before.
    private var skipped: Set<Int> = []
    /// The document's labels that had been taken, and what stands for each.
    private var replacements: [Symbol: Symbol] = [:]

    var isEmpty: Bool { number == 0 }

    /// Passes over every label that the table knows, so that none of before is met again.
    mutating func next(in texts: inout TextTable) -> Symbol {
        if texts.holdsNumberedLabels {
            while unsafe label.withUnsafeBufferPointer({ unsafe texts.holds($0) }) {
                skipped.insert(number)
                countUp()
            }
        }
        defer { countUp() }
        return unsafe label.withUnsafeBufferPointer { unsafe texts.append($0) }
    }

    private mutating func countUp() {
        number += 1
        var place = label.count - 1
        while place > 0, label[place] == UInt8(ascii: "9") {
            label[place] = UInt8(ascii: "0")
            place -= 1
        }
        if place == 0 {
            label.insert(UInt8(ascii: "1"), at: 1)
        } else {
            label[place] += 1
        }
    }

    mutating func label(for wanted: Symbol, in texts: inout TextTable) -> Symbol {
        if let replacement = replacements[wanted] { return replacement }
        guard let number = unsafe texts.withBytes(of: wanted, { unsafe Self.number(of: $0) }),
            number < self.number, !skipped.contains(number)
        else { return wanted }
        let replacement = next(in: &texts)
        replacements[wanted] = replacement
        return replacement
    }

    /// Whether a label could be one of these.
    static func isNumbered(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe number(of: label) != nil
    }

    /// The number in a label of this kind, or nil.
    private static func number(of label: UnsafeBufferPointer<UInt8>) -> Int? {
        guard label.count > 1, label.count < 12, unsafe label[0] == UInt8(ascii: "b"),
            unsafe label.count == 2 || label[1] != UInt8(ascii: "0")
        else { return nil }
        var number = 0
        for place in 1..<label.count {
            let digit = unsafe label[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }
}
