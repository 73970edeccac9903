import JSONText

/// Looks for what a credential must not hold and what would be lost or doubled by signing.
struct DraftCheck {
    let draft: JSONValue

    func look(into faults: inout FaultList) {
        if draft["proof"] != nil { faults.add(.alreadySigned(draft.pointer.appending("proof"))) }
        lookForEmpty(draft, &faults)
    }

    /// GEN-04. What is signed already is its issuer's matter.
    private func lookForEmpty(_ value: JSONValue, _ faults: inout FaultList) {
        switch value.kind {
        case .null: faults.add(.emptyValue(value.pointer))
        case .array:
            if value.count == 0 { faults.add(.emptyValue(value.pointer)) }
            for element in value.elements { lookForEmpty(element, &faults) }
        case .object:
            if value.index != draft.index, value["proof"] != nil { return }
            for member in value.members where !member.hasName("@context") {
                lookForEmpty(member.value, &faults)
            }
        case .bool, .number, .string: return
        }
    }
}
