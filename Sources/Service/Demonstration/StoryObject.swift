import JSONText

/// A JSON object of the members that have a value: what is absent leaves no null behind
/// (GEN-04).
func object(_ members: [(String, JSON?)]) -> JSON {
    .object(
        members.compactMap { name, value in
            value.map { (name: name, value: $0) }
        })
}

/// A JSON array, or nothing where it would be empty (GEN-02, GEN-04).
func list(_ values: [JSON]) -> JSON? {
    values.isEmpty ? nil : .array(values)
}

func list(_ values: [String]) -> JSON? {
    list(values.map { JSON.string($0) })
}

func text(_ value: String?) -> JSON? {
    value.map { .string($0) }
}

/// The `type` member, which is always an array (GEN-05).
func types(_ names: String...) -> JSON {
    .array(names.map { .string($0) })
}
