import JSONText
import Yams

/// The way through a parsed text: what it says as JSON, and the line of each value.
struct YAMLWalk {
    private(set) var places: [String: (line: Int, column: Int)] = [:]

    mutating func json(
        of node: Node, at pointer: JSONPointer = JSONPointer(), depth: Int = 0
    ) throws(YAMLError) -> JSON {
        let place = (line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        places[pointer.description] = place
        guard depth <= YAMLLimits.depth else {
            throw YAMLError(.tooDeep(limit: YAMLLimits.depth), place)
        }
        switch node {
        case .scalar(let scalar):
            try refuseTag(scalar.tag, but: .str, place)
            return scalar.style == .plain && scalar.tag.description.isEmpty
                ? YAMLScalar.json(plain: scalar.string) : .string(scalar.string)
        case .sequence(let sequence):
            try refuseTag(sequence.tag, but: .seq, place)
            var values: [JSON] = []
            for (index, value) in sequence.enumerated() {
                values.append(try json(of: value, at: pointer.appending(index), depth: depth + 1))
            }
            return .array(values)
        case .mapping(let mapping):
            try refuseTag(mapping.tag, but: .map, place)
            return .object(try members(of: mapping, at: pointer, depth: depth))
        case .alias(let alias): throw YAMLError(.reference(alias.anchor.rawValue), place)
        }
    }

    private mutating func members(
        of mapping: Node.Mapping, at pointer: JSONPointer, depth: Int
    ) throws(YAMLError) -> [(name: String, value: JSON)] {
        var names: Set<Text> = []
        var members: [(name: String, value: JSON)] = []
        for (key, value) in mapping {
            let place = (line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
            guard case .scalar(let name) = key else { throw YAMLError(.keyIsNotText, place) }
            try refuseTag(name.tag, but: .str, place)
            guard names.insert(Text(name.string)).inserted else {
                throw YAMLError(.duplicateKey(name.string), place)
            }
            let inside = pointer.appending(name.string)
            members.append((name.string, try json(of: value, at: inside, depth: depth + 1)))
            places[inside.description] = place
        }
        return members
    }

    /// The parser gives names of members the tag of texts itself.
    private func refuseTag(
        _ tag: Tag, but usual: Tag.Name, _ place: (line: Int, column: Int)
    ) throws(YAMLError) {
        let name = tag.description
        guard name.isEmpty || [usual.rawValue, Tag.Name.nonSpecific.rawValue].contains(name) else {
            throw YAMLError(.tag(name), place)
        }
    }
}

extension YAMLError {
    init(_ reason: Reason, _ place: (line: Int, column: Int)) {
        self.init(reason: reason, line: place.line, column: place.column)
    }
}
