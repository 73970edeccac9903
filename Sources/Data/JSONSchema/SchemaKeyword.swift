import JSONText

/// The keywords that say something about validity, or where a schema is.
public enum SchemaKeyword: String, CaseIterable, Sendable {
    case schema = "$schema"
    case vocabulary = "$vocabulary"
    case id = "$id"
    case legacyID = "id"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case recursiveAnchor = "$recursiveAnchor"
    case ref = "$ref"
    case dynamicRef = "$dynamicRef"
    case recursiveRef = "$recursiveRef"
    case defs = "$defs"
    case definitions
    case type
    case `enum`
    case const
    case multipleOf
    case maximum
    case exclusiveMaximum
    case minimum
    case exclusiveMinimum
    case maxLength
    case minLength
    case pattern
    case format
    case items
    case prefixItems
    case additionalItems
    case unevaluatedItems
    case contains
    case minContains
    case maxContains
    case maxItems
    case minItems
    case uniqueItems
    case properties
    case patternProperties
    case additionalProperties
    case unevaluatedProperties
    case propertyNames
    case maxProperties
    case minProperties
    case required
    case dependencies
    case dependentRequired
    case dependentSchemas
    case allOf
    case anyOf
    case oneOf
    case not
    case `if`
    case then
    case `else`
    case contentSchema

    private static let byName: [Text: SchemaKeyword] = Dictionary(
        uniqueKeysWithValues: allCases.map { (Text($0.rawValue), $0) })

    init?(name: Text) {
        guard let known = Self.byName[name] else { return nil }
        self = known
    }

    /// Whether the dialect gives the word a meaning.
    func isKnown(in dialect: Dialect) -> Bool {
        guard editions.contains(dialect.edition) else { return false }
        guard let vocabulary else { return true }
        return dialect.vocabularies.contains(vocabulary)
    }

    private var editions: ClosedRange<SchemaDialect> {
        switch self {
        case .legacyID: .draft4 ... .draft4
        case .id, .const, .contains, .propertyNames, .if, .then, .else: .draft7 ... .draft2020_12
        case .additionalItems: .draft4 ... .draft2019_09
        case .recursiveAnchor, .recursiveRef: .draft2019_09 ... .draft2019_09
        case .dynamicAnchor, .dynamicRef, .prefixItems: .draft2020_12 ... .draft2020_12
        case .vocabulary, .anchor, .defs, .unevaluatedItems, .unevaluatedProperties,
            .minContains, .maxContains, .dependentRequired, .dependentSchemas, .contentSchema:
            .draft2019_09 ... .draft2020_12
        default: .draft4 ... .draft2020_12
        }
    }

    /// nil for the core, which is always in force.
    private var vocabulary: Vocabularies? {
        switch self {
        case .schema, .vocabulary, .id, .legacyID, .anchor, .dynamicAnchor, .recursiveAnchor,
            .ref, .dynamicRef, .recursiveRef, .defs, .definitions:
            nil
        case .unevaluatedItems, .unevaluatedProperties: .unevaluated
        case .items, .prefixItems, .additionalItems, .contains, .properties, .patternProperties,
            .additionalProperties, .propertyNames, .dependencies, .dependentSchemas, .allOf,
            .anyOf, .oneOf, .not, .if, .then, .else:
            .applicator
        case .format, .contentSchema: nil
        default: .validation
        }
    }

    /// What stands below the keyword.
    enum Children {
        case none, schema, schemas, schemaOrSchemas, map
    }

    var children: Children {
        switch self {
        case .additionalItems, .additionalProperties, .contains, .else, .if, .then, .not,
            .propertyNames, .unevaluatedItems, .unevaluatedProperties, .contentSchema:
            .schema
        case .allOf, .anyOf, .oneOf, .prefixItems: .schemas
        case .items: .schemaOrSchemas
        case .defs, .definitions, .dependentSchemas, .patternProperties, .properties,
            .dependencies:
            .map
        default: .none
        }
    }
}
