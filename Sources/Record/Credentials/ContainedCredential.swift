import JSONText

/// A credential, endorsement or presentation part that stands inside another.
package struct ContainedCredential: Sendable {
    package enum Role: Sendable {
        /// `verifiableCredential` of a CLR's subject or of a presentation.
        case content
        /// `endorsement` or `endorsementJwt`, anywhere.
        case endorsement
    }

    package let role: Role
    /// The object, or the string that is a compact JWS.
    package let value: JSONValue
    /// Where it stands in the JSON text of the credential that holds it.
    package let pointer: JSONPointer

    package init(role: Role, value: JSONValue, pointer: JSONPointer) {
        self.role = role
        self.value = value
        self.pointer = pointer
    }
}

extension Credential {
    /// The credentials and endorsements directly inside this one, in the order of the text; what
    /// stands inside those is theirs to name.
    package func contained() -> [ContainedCredential] {
        var walk = ContentWalk(at: place)
        walk.visit(json)
        return walk.found
    }

    /// How many credentials stand inside this one on all levels, and how deep the deepest is.
    /// Counting stops where either passes its limit.
    package func embedding() -> (count: Int, depth: Int) {
        var count = 0
        var depth = 0
        var level = contained()
        while !level.isEmpty, depth <= Limits.embeddingDepth, count <= Limits.embeddedCredentials {
            depth += 1
            count += level.count
            level = level.flatMap { item in
                item.value.isObject ? Credential(item.value, at: item.pointer).contained() : []
            }
        }
        return (count, depth)
    }
}

/// Looks through one credential for the members that hold credentials.
private struct ContentWalk {
    var found: [ContainedCredential] = []
    /// Where the walk is: kept as it goes, because most places are never asked for.
    private var path: [Text]

    init(at place: JSONPointer) {
        path = place.tokens
    }

    mutating func visit(_ value: JSONValue) {
        switch value.kind {
        case .object:
            for member in value.members { visit(member) }
        case .array:
            for (index, element) in value.elements.enumerated()
            where element.isObject || element.isArray {
                path.append(Text(String(index)))
                visit(element)
                path.removeLast()
            }
        case .null, .bool, .number, .string: break
        }
    }

    private mutating func visit(_ member: JSONValue.Member) {
        if member.hasName("proof") || member.hasName("@context") { return }
        guard member.value.isObject || member.value.isArray || member.value.isString else { return }
        path.append(Text(member.name))
        defer { path.removeLast() }
        if member.hasName("verifiableCredential") {
            collect(member.value, .content)
        } else if member.hasName("endorsement") || member.hasName("endorsementJwt") {
            collect(member.value, .endorsement)
        } else {
            visit(member.value)
        }
    }

    private mutating func collect(_ value: JSONValue, _ role: ContainedCredential.Role) {
        let place = JSONPointer(path)
        guard value.isArray else {
            append(value, role, at: place)
            return
        }
        for (index, element) in value.elements.enumerated() {
            append(element, role, at: place.appending(index))
        }
    }

    private mutating func append(
        _ value: JSONValue, _ role: ContainedCredential.Role,
        at pointer: @autoclosure () -> JSONPointer
    ) {
        guard value.isObject || value.isString else { return }
        found.append(ContainedCredential(role: role, value: value, pointer: pointer()))
    }
}
