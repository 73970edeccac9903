import JSONText

extension Catalog {
    /// What a reference names.
    struct Target {
        var place: Place
        /// Where the fragment is a name and no pointer: that name.
        var anchor: Text?
        var resource: Int
    }

    /// Resolves a reference that stands in a resource (sections 8.2 and 9.2).
    mutating func resolve(
        _ reference: Text, from origin: Int, at place: Place
    ) throws(SchemaError) -> Target {
        let parts = URIReference(reference.string)
        var resource = origin
        if !parts.withoutFragment.isEmpty {
            let base = URIReference(resources[origin].uri.string)
            let uri = Text(parts.resolved(against: base).withoutFragment)
            guard let found = try self.resource(uri) else {
                throw .unavailable(url: uri, at: pointer(place))
            }
            resource = found
        }
        guard let fragment = parts.decodedFragment,
            let target = try target(fragment, in: resource)
        else { throw .unresolved(reference: reference, at: pointer(place)) }
        return target
    }

    /// What a fragment names in a resource, or nil.
    private mutating func target(
        _ fragment: String, in resource: Int
    ) throws(SchemaError) -> Target? {
        let root = resources[resource].root
        if fragment.isEmpty { return Target(place: root, resource: resource) }
        if fragment.utf8.first == UInt8(ascii: "/") {
            guard let pointer = JSONPointer(fragment) else { return nil }
            return try follow(pointer, from: root, resource)
        }
        let name = Text(fragment)
        guard let index = resources[resource].anchors[name] else { return nil }
        let target = Place(document: root.document, index: index)
        return Target(place: target, anchor: name, resource: resource)
    }

    /// Walks down a pointer; an identifier on the way changes the resource.
    private mutating func follow(
        _ pointer: JSONPointer, from root: Place, _ resource: Int
    ) throws(SchemaError) -> Target? {
        var place = root
        var resource = resource
        for token in pointer.tokens {
            guard let next = value(place)[JSONPointer([token])] else { return nil }
            place.index = next.index
            resource = owner(of: place) ?? resource
        }
        let found = value(place)
        guard found.isObject || found.kind == .bool else { return nil }
        return Target(place: place, resource: try claim(place, within: resource))
    }
}
