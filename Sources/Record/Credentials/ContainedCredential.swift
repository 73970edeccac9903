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
}

extension Credential {
    /// The credentials and endorsements directly inside this one, in the order of the text; what
    /// stands inside those is theirs to name.
    package func contained() -> [ContainedCredential] {
        var walk = ContentWalk()
        walk.visit(json, at: place)
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

    mutating func visit(_ value: JSONValue, at pointer: JSONPointer) {
        switch value.kind {
        case .object:
            for member in value.members {
                visit(member, at: pointer)
            }
        case .array:
            for (index, element) in value.elements.enumerated() {
                visit(element, at: pointer.appending(index))
            }
        case .null, .bool, .number, .string: break
        }
    }

    private mutating func visit(_ member: JSONValue.Member, at pointer: JSONPointer) {
        if member.hasName("proof") || member.hasName("@context") { return }
        guard member.value.isObject || member.value.isArray || member.value.isString else { return }
        let place = pointer.appending(member.name)
        if member.hasName("verifiableCredential") {
            collect(member.value, .content, at: place)
        } else if member.hasName("endorsement") || member.hasName("endorsementJwt") {
            collect(member.value, .endorsement, at: place)
        } else {
            visit(member.value, at: place)
        }
    }

    private mutating func collect(
        _ value: JSONValue, _ role: ContainedCredential.Role, at pointer: JSONPointer
    ) {
        guard value.isArray else {
            append(value, role, at: pointer)
            return
        }
        for (index, element) in value.elements.enumerated() {
            append(element, role, at: pointer.appending(index))
        }
    }

    private mutating func append(
        _ value: JSONValue, _ role: ContainedCredential.Role, at pointer: JSONPointer
    ) {
        guard value.isObject || value.isString else { return }
        found.append(ContainedCredential(role: role, value: value, pointer: pointer))
    }
}
