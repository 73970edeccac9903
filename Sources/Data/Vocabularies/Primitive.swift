import JSONText

/// The primitive and derived types of the model (section 1.1 of the requirements): what a range
/// is that names neither a class nor an enumeration.
enum Primitive {
    private static let kinds: [Text: JSONKinds] = [
        "Boolean": .boolean,
        "Integer": .number, "Float": .number, "PositiveInteger": .number,
        "NonNegativeInteger": .number, "NumericDate": .number,
        "Map": .object,
        "Context": [.string, .object],
        "String": .string, "Markdown": .string, "LanguageCode": .string, "CountryCode": .string,
        "EmailAddress": .string, "PhoneNumber": .string, "Identifier": .string,
        "IdentityHash": .string, "CompactJws": .string, "Date": .string, "DateTime": .string,
        "DateTimeZ": .string, "URI": .string, "URL": .string, "IRI": .string, "Type": .string,
    ]

    /// For these the published schemas take no language map.
    private static let exact: Set<Text> = ["Date", "DateTime", "DateTimeZ", "Context", "Type"]

    /// The JSON kinds of a primitive type; nil where the name is none.
    static func kinds(of name: Text) -> JSONKinds? { kinds[name] }

    static func takesLanguageMap(_ name: Text) -> Bool {
        kinds[name] == .string && !exact.contains(name)
    }
}
