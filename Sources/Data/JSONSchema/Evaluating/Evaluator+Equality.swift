import JSONText

extension Evaluator {
    /// Equality of section 4.2.2: numbers by value, members in any order.
    mutating func equal(
        _ left: JSONValue, _ right: JSONValue
    ) throws(SchemaLimitError) -> Bool {
        try spend()
        guard left.kind == right.kind else { return false }
        switch left.kind {
        case .null: return true
        case .bool: return left.bool == right.bool
        case .number:
            try unsafe spend((left.content.count + right.content.count) / 16)
            return unsafe Decimal(left.content) == Decimal(right.content)
        case .string: return try sameText(left, right)
        case .array:
            guard left.count == right.count else { return false }
            for (one, other) in zip(left.elements, right.elements)
            where try !equal(one, other) { return false }
            return true
        case .object:
            guard left.count == right.count else { return false }
            return try sameMembers(left, right)
        }
    }

    private mutating func sameText(
        _ left: JSONValue, _ right: JSONValue
    ) throws(SchemaLimitError) -> Bool {
        try unsafe spend(left.content.count / 64)
        if left.isEscaped || right.isEscaped {
            return left.unescapedBytes == right.unescapedBytes
        }
        return unsafe left.content.elementsEqual(right.content)
    }

    /// Looks first where the same member stands in the other text.
    private mutating func sameMembers(
        _ left: JSONValue, _ right: JSONValue
    ) throws(SchemaLimitError) -> Bool {
        for (member, beside) in zip(left.members, right.members) {
            var other: JSONValue?
            if try sameText(member.key, beside.key) {
                other = beside.value
            } else {
                try spend(right.count)
                other = right[member.name]
            }
            guard let other, try equal(member.value, other) else { return false }
        }
        return true
    }

    mutating func hasUniqueItems(
        _ step: Instruction, _ node: Int32, _ place: Int
    ) throws(SchemaLimitError) -> Bool {
        guard tape.count(place) > 1 else { return true }
        try spend(value(place).next - place)
        var seen: [Int: [(index: Int, value: JSONValue)]] = [:]
        for (index, element) in value(place).elements.enumerated() {
            var hasher = Hasher()
            Self.hash(element, into: &hasher)
            let hash = hasher.finalize()
            for known in seen[hash] ?? [] where try equal(known.value, element) {
                note(.repeatedItem(first: known.index, second: index), .uniqueItems, node, place)
                return false
            }
            seen[hash, default: []].append((index, element))
        }
        return true
    }

    /// Equal values have equal hashes: members add up, whatever their order.
    private static func hash(_ value: JSONValue, into hasher: inout Hasher) {
        hasher.combine(value.kind)
        switch value.kind {
        case .null: break
        case .bool: hasher.combine(value.bool)
        case .number: unsafe hasher.combine(Decimal(value.content))
        case .string: hash(text: value, into: &hasher)
        case .array:
            for element in value.elements { hash(element, into: &hasher) }
        case .object:
            var sum = 0
            for member in value.members {
                var inner = Hasher()
                hash(text: member.key, into: &inner)
                hash(member.value, into: &inner)
                sum &+= inner.finalize()
            }
            hasher.combine(sum)
        }
    }

    private static func hash(text: JSONValue, into hasher: inout Hasher) {
        if text.isEscaped {
            unsafe text.unescapedBytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        } else {
            unsafe hasher.combine(bytes: UnsafeRawBufferPointer(text.content))
        }
    }
}
