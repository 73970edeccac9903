import Credentials
import JSONText

/// Is each credential described in one place?
///
/// In RDF, what several objects say under one identifier is one description (AMB-36): a status or
/// an end of validity may be moved from a credential to another object with its identifier, and
/// the signature still fits. Readers of the JSON would not find it there.
struct DescriptionsCheck {
    let credential: Credential

    var answers: [Check] {
        var walk = DescriptionWalk()
        if credential.kind == .presentation {
            // Each credential of a presentation is a graph of its own, where nothing merges with
            // the others.
            for member in credential.json.members where !member.hasName("verifiableCredential") {
                walk.visit(member.value)
            }
        } else {
            walk.visit(credential.json)
        }
        guard let (id, place) = walk.second else { return [] }
        return [
            Check(
                .termsInvalid,
                "Two objects describe the credential \(id) and say different things. The "
                    + "signature covers both as one; the issuer must describe it in one place.",
                at: place)
        ]
    }
}

private struct DescriptionWalk {
    private var known = RepeatedIdentifiers()
    private(set) var second: (id: Text, place: JSONPointer)?

    mutating func visit(_ value: JSONValue) {
        switch value.kind {
        case .object:
            // What is in an object that says the same as another was looked at there.
            guard note(value) != .same else { return }
            for member in value.members where second == nil && !member.hasName("@context") {
                visit(member.value)
            }
        case .array:
            for element in value.elements where second == nil { visit(element) }
        case .null, .bool, .number, .string: return
        }
    }

    /// Order of members and spaces between them are no differences.
    private mutating func note(_ value: JSONValue) -> RepeatedIdentifiers.Finding {
        guard let id = value["id"]?.text else { return .new }
        let types = (value["type"]?.oneOrMore ?? []).compactMap(\.string)
        guard CredentialKind(types: types) != .unknown else { return .new }
        let finding = known.note(value, named: id)
        if finding == .other { second = (id, value.pointer) }
        return finding
    }
}
