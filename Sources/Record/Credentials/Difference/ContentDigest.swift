import JSONText

/// Digests that are the same for values that say the same. They help to find pairs quickly; what
/// is paired is compared all the same, so that a chance match hides nothing.
enum ContentDigest {
    static func of(_ value: JSONValue) -> Int {
        var hasher = Hasher()
        hasher.combine(value.kind)
        switch value.kind {
        case .string:
            let text = value.string ?? ""
            if let instant = instant(text) {
                hasher.combine(instant)
            } else {
                hasher.combine(Text(text))
            }
        case .number: hasher.combine(value.double)
        case .bool: hasher.combine(value.bool)
        case .null: break
        case .object, .array: hasher.combine(value.bytes)
        }
        return hasher.finalize()
    }

    static func sequence(_ digests: [Int]) -> Int {
        var hasher = Hasher()
        hasher.combine(digests)
        return hasher.finalize()
    }

    static func set(_ digests: [Int]) -> Int { sequence(digests.sorted()) }

    static func member(_ name: Text, _ digests: [Int], isOrdered: Bool) -> Int {
        var hasher = Hasher()
        hasher.combine(name)
        hasher.combine(isOrdered ? digests : digests.sorted())
        return hasher.finalize()
    }

    /// Whether two values that hold no others say the same.
    static func isSame(_ first: JSONValue, _ second: JSONValue) -> Bool {
        guard first.kind == second.kind else { return false }
        if first.bytes.elementsEqual(second.bytes) { return true }
        switch first.kind {
        case .string:
            let texts = (first.string ?? "", second.string ?? "")
            if texts.0.isSame(as: texts.1) { return true }
            guard let instant = instant(texts.0) else { return false }
            return instant == Self.instant(texts.1)
        case .number:
            if let first = first.integer, let second = second.integer { return first == second }
            guard let first = first.double, let second = second.double else { return false }
            return first.isFinite && first == second
        case .null, .bool, .object, .array: return false
        }
    }

    private static func instant(_ text: String) -> Timestamp? {
        guard (20...48).contains(text.utf8.count) else { return nil }
        return Timestamp(text)
    }
}
