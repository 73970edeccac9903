import JSONText

/// Refuses what a credential must not hold and what would be lost or doubled by signing.
struct DraftCheck {
    let draft: JSONValue

    func refuseFaults() throws(IssuanceError) {
        guard draft.isObject else { throw .classUnknown(draft.pointer) }
        if draft["proof"] != nil { throw .alreadySigned(draft.pointer.appending("proof")) }
        try refuseEmpty(draft)
    }

    /// GEN-04. What is signed already is its issuer's matter.
    private func refuseEmpty(_ value: JSONValue) throws(IssuanceError) {
        switch value.kind {
        case .null: throw .emptyValue(value.pointer)
        case .array:
            guard value.count > 0 else { throw .emptyValue(value.pointer) }
            for element in value.elements { try refuseEmpty(element) }
        case .object:
            if value.index != draft.index, value["proof"] != nil { return }
            for member in value.members where !member.hasName("@context") {
                try refuseEmpty(member.value)
            }
        case .bool, .number, .string: return
        }
    }
}
