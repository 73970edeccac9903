import JSONText

/// Documents that a badge names by a link, by their addresses. Nothing is looked up.
package struct LinkedDocuments: Sendable {
    private var documents: [Text: JSONValue] = [:]

    package init() {}

    /// - Parameter address: where it was; nil where its own identifier says it.
    package mutating func add(_ document: JSONValue, address: String? = nil) {
        for name in [address, document["id"]?.string].compactMap({ $0 }) {
            documents[Text(name)] = document
        }
    }

    /// The badge with the documents in place of the links to them.
    package func embedded(in root: JSONValue) -> JSONDocument? {
        guard !documents.isEmpty, root.isObject else { return nil }
        var budget = Limits.jsonBytes
        let whole = embed(in: root, depth: 0, &budget)
        return try? JSONDocument(parsing: whole.serialized())
    }

    private func embed(in value: JSONValue, depth: Int, _ budget: inout Int) -> JSON {
        guard depth < 6 else { return .verbatim(value) }
        if value.isArray {
            var elements: [JSON] = []
            for element in value.elements { elements.append(resolve(element, depth, &budget)) }
            return .array(elements)
        }
        guard value.isObject else { return .verbatim(value) }
        var members: [(name: String, value: JSON)] = []
        for member in value.members {
            let leads = ["badge", "issuer", "endorsement"].contains { member.hasName($0) }
            if leads {
                members.append((member.name, resolve(member.value, depth, &budget)))
            } else {
                members.append((member.name, .verbatim(member.value)))
            }
        }
        return .object(members)
    }

    private func resolve(_ value: JSONValue, _ depth: Int, _ budget: inout Int) -> JSON {
        guard let address = value.string else { return embed(in: value, depth: depth + 1, &budget) }
        guard let found = documents[Text(address)], found.bytes.count <= budget else {
            return .verbatim(value)
        }
        budget -= found.bytes.count
        return embed(in: found, depth: depth + 1, &budget)
    }
}
