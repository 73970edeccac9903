import JSONText

/// Values of one kind that were lost for one reason, in one place or in many.
package struct Loss: Sendable {
    /// What losing it means, the worst first.
    package enum Weight: Int, Sendable, Comparable {
        /// Something that the record says.
        case content
        case identifier
        /// It holds of the original alone, as a proof does, or only says of which class a part is.
        case original
        case nothing

        package static func < (left: Weight, right: Weight) -> Bool {
            left.rawValue < right.rawValue
        }

        fileprivate var name: String {
            switch self {
            case .content: "content"
            case .identifier: "identifier"
            case .original: "original"
            case .nothing: "nothing"
            }
        }
    }

    package let weight: Weight
    /// The place, with a star for each number in it.
    package let pattern: String
    /// The first place of them.
    package let first: String
    package let why: String
    /// In how many places.
    package fileprivate(set) var count: Int
    /// How many values, with all inside them.
    package fileprivate(set) var values: Int

    var json: JSON {
        [
            "weight": .string(weight.name), "at": .string(pattern), "first": .string(first),
            "places": .integer(count), "values": .integer(values), "why": .string(why),
        ]
    }
}

extension LossReport {
    /// What was lost, the worst first: each value with all inside it that was lost for the same
    /// reason, and values of one kind together.
    package var losses: [Loss] {
        var reasons: [Text: String] = [:]
        for entry in entries {
            if case .lost(let why) = entry.fate { reasons[Text(entry.source)] = why }
        }
        var made: [Loss] = []
        var known: [Text: Int] = [:]
        var kinds: [Text: Int] = [:]
        for entry in entries {
            guard case .lost(let why) = entry.fate else { continue }
            // Up to the outermost place that was lost for the same reason, or to one already seen.
            var top = entry.source
            var passed: [Text] = []
            while kinds[Text(top)] == nil, let parent = Self.parent(of: top),
                reasons[Text(parent)]?.isSame(as: why) == true
            {
                passed.append(Text(top))
                top = parent
            }
            let index: Int
            if let kind = kinds[Text(top)] {
                index = kind
            } else {
                let pattern = Self.pattern(of: top)
                let key = Text("\(pattern)\u{0}\(why)")
                index = known[key] ?? made.count
                known[key] = index
                kinds[Text(top)] = index
                if index == made.count {
                    made.append(
                        Loss(
                            weight: Self.weight(of: top, why), pattern: pattern, first: top,
                            why: why, count: 0, values: 0))
                }
                made[index].count += 1
            }
            for place in passed { kinds[place] = index }
            made[index].values += 1
        }
        return made.enumerated()
            .sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
            .map(\.element)
    }

    /// Whether something is lost that the source says.
    package var losesContent: Bool { losses.contains { $0.weight <= .identifier } }

    private static func pattern(of place: String) -> String {
        place.split(separator: "/", omittingEmptySubsequences: false).map { step in
            if !step.isEmpty, step.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return "*" }
            guard step.utf8.last == UInt8(ascii: "]"),
                let bracket = step.utf8.lastIndex(of: UInt8(ascii: "["))
            else { return String(step) }
            return String(step[..<bracket])
        }.joined(separator: "/")
    }

    private static func weight(of place: String, _ why: String) -> Loss.Weight {
        if why.isSame(as: saysNothing) { return .nothing }
        let names = place.split(separator: "/").map(String.init)
        if names.contains(where: { name in service.contains { name.isSame(as: $0) } }) {
            return .original
        }
        let own = names.last { name in !name.utf8.allSatisfy { $0 &- 0x30 < 10 } } ?? ""
        switch own {
        case "type", "@type", "entityType": return .original
        case "id", "@id": return .identifier
        case _: return .content
        }
    }

    private static let service = [
        "@context", "proof", "credentialStatus", "credentialSchema", "refreshService", "termsOfUse",
        "verification", "verify", "publicKey", "revocationList", "revoked",
    ]
}
