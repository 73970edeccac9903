import JSONText

/// A part of a document, chosen by pointers: values with all that is in them, and of what lies
/// around them no more than says which thing they belong to (Data Integrity ECDSA section 3.4.12,
/// selectJsonLd).
indirect enum Selection: Sendable {
    case whole(JSONValue)
    case members(of: JSONValue, [(key: JSONValue, value: Selection)])
    case elements(of: JSONValue, [Selection])

    var json: JSON {
        switch self {
        case .whole(let value): .verbatim(value)
        case .members(_, let members):
            .object(members.map { ($0.key.string ?? "", $0.value.json) })
        case .elements(_, let elements): .array(elements.map(\.json))
        }
    }
}

/// Chooses parts of a document.
///
/// It chooses in the JSON as it was written, not in a form that was expanded and compacted again:
/// so arrays, lists and graphs stay what they are. A list, a value object and a JSON literal are
/// shown whole or not at all, because RDF has no part of them. Contexts inside are kept with their
/// objects.
struct Selector {
    let root: JSONValue
    /// ``NodeTrace/wholes``
    let wholes: Set<Int>
    /// Members of the root that nobody can choose.
    let hidden: [String]

    /// Nil where the tree is empty: then not even the root's type is chosen.
    func selection(_ tree: PointerTree) throws(DisclosureError) -> Selection? {
        guard !tree.isEmpty else { return nil }
        return try select(root, tree, isWhole: false, at: JSONPointer())
    }

    private func select(
        _ value: JSONValue, _ tree: PointerTree, isWhole: Bool, at place: JSONPointer
    ) throws(DisclosureError) -> Selection {
        let isRoot = value.index == root.index
        let isWhole = isWhole || (tree.isEnd && !isRoot) || wholes.contains(value.index)
        switch value.kind {
        case .object:
            let members = try members(of: value, tree, isWhole: isWhole, at: place)
            return isWhole ? .whole(value) : .members(of: value, members)
        case .array:
            let elements = try elements(of: value, tree, isWhole: isWhole, at: place)
            return isWhole ? .whole(value) : .elements(of: value, elements)
        case .null, .bool, .number, .string:
            try requireAll(tree, found: 0, at: place) { _ in false }
            return .whole(value)
        }
    }

    private func members(
        of value: JSONValue, _ tree: PointerTree, isWhole: Bool, at place: JSONPointer
    ) throws(DisclosureError) -> [(key: JSONValue, value: Selection)] {
        let isRoot = value.index == root.index
        guard isRoot || !isWhole || !tree.children.isEmpty else { return [] }
        var members: [(key: JSONValue, value: Selection)] = []
        var found: Set<Text> = []
        for member in value.members {
            if isRoot, hidden.contains(where: { member.hasName($0) }) { continue }
            let name = Text(member.name)
            if let child = tree.children[name] {
                found.insert(name)
                let chosen = try select(
                    member.value, child,
                    isWhole: isWhole || tree.isEnd || Self.namesItsObject(member),
                    at: place.appending(name.string))
                members.append((member.key, chosen))
            } else if tree.isEnd || Self.namesItsObject(member) {
                members.append((member.key, .whole(member.value)))
            }
        }
        try requireAll(tree, found: found.count, at: place) { found.contains($0) }
        return members
    }

    private func elements(
        of value: JSONValue, _ tree: PointerTree, isWhole: Bool, at place: JSONPointer
    ) throws(DisclosureError) -> [Selection] {
        guard !tree.children.isEmpty else { return [] }
        let children = tree.elements
        var elements: [Selection] = []
        var found: Set<Text> = []
        for (index, element) in value.elements.enumerated() {
            guard let child = children[index] else { continue }
            found.insert(Text(String(index)))
            elements.append(
                try select(element, child, isWhole: isWhole, at: place.appending(index)))
        }
        try requireAll(tree, found: found.count, at: place) { found.contains($0) }
        return elements
    }

    private func requireAll(
        _ tree: PointerTree, found: Int, at place: JSONPointer, _ isFound: (Text) -> Bool
    ) throws(DisclosureError) {
        guard found < tree.children.count else { return }
        let missing = tree.children.keys.filter { !isFound($0) }.min()
        throw .notFound(place.appending(missing?.string ?? ""))
    }

    /// What an object on the way keeps: without it the parts chosen would belong to something
    /// else, or mean something else.
    private static func namesItsObject(_ member: JSONValue.Member) -> Bool {
        ["id", "type", "@context", "@id", "@type"].contains { member.hasName($0) }
    }
}
