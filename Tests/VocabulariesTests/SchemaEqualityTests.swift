import JSONText
import TestSupport
import Testing

@testable import Vocabularies

/// The classes beside the published JSON Schemas: names, required members, how many, which
/// kinds, openness and enumerations.
@Suite struct `The classes and the published schemas` {
    static let files: [(root: Text, path: String)] = [
        ("ClrCredential", "schemas/clr-v2p0/clr_v2p0_clrcredential_schema.json"),
        ("AchievementCredential", "schemas/ob-v3p0/ob_v3p0_achievementcredential_schema.json"),
        ("EndorsementCredential", "schemas/ob-v3p0/ob_v3p0_endorsementcredential_schema.json"),
        ("Profile", "schemas/clr-v2p0/clr_v2p0_profile_schema.json"),
        ("Imsx_StatusInfo", "schemas/clr-v2p0/clr_v2p0_imsx_statusinfo_schema.json"),
        (
            "GetClrCredentialsResponse",
            "schemas/clr-v2p0/clr_v2p0_getclrcredentialsresponse_schema.json"
        ),
        (
            "GetOpenBadgeCredentialsResponse",
            "schemas/ob-v3p0/ob_v3p0_getopenbadgecredentialsresponse_schema.json"
        ),
    ]

    /// What the schemas call by the name of the W3C class is 1EdTech's narrower reading of it.
    static let names: [Text: Text] = ["VerifiableCredential": "EdTechCredential"]

    /// Members that the W3C class has and the schemas do not mention.
    static let beyond: Set<Text> = [
        "name", "description", "relatedResource", "renderMethod", "confidenceMethod",
    ]

    @Test(.enabled(if: Standards.present), arguments: files)
    func `agree`(root: Text, path: String) throws {
        let document = try JSONDocument(parsing: try Standards.bytes(path))
        var found = [(root, document.root)]
        collect(document.root, &found)
        for (name, schema) in found where schema["properties"] != nil {
            compare(name, schema)
        }
    }

    private func collect(_ value: JSONValue, _ found: inout [(Text, JSONValue)]) {
        for member in value.members {
            if member.hasName("$defs") {
                for part in member.value.members { found.append((Text(part.name), part.value)) }
            }
            collect(member.value, &found)
        }
        for element in value.elements { collect(element, &found) }
    }

    private func compare(_ name: Text, _ schema: JSONValue) {
        guard let shape = ShapeModel.on(.v2_0).class(named: Self.names[name] ?? name) else {
            Issue.record("the tables have no class \(name)")
            return
        }
        let required = Set((schema["required"]?.oneOrMore ?? []).compactMap(\.text))
        #expect(Set(shape.required.map(\.name)) == required, "\(name)")
        #expect(shape.isOpen == (schema["additionalProperties"]?.bool != false), "\(name)")
        let properties = Array(schema["properties"]?.members ?? schema.members)
        let published = Set(properties.map { Text($0.name) })
        let known = Set(shape.properties.map(\.name))
        #expect(published.subtracting(known) == [], "\(name)")
        let more = known.subtracting(published)
        #expect(shape.requiredTypes.first == ["VerifiableCredential"] || more == [], "\(name)")
        #expect(more.subtracting(Self.beyond) == [], "\(name)")
        for member in properties {
            guard let property = shape.property(named: Text(member.name)) else { continue }
            compare(property, member.value, "\(name).\(member.name)")
        }
    }

    private func compare(_ property: ShapeProperty, _ schema: JSONValue, _ place: String) {
        let branches = (schema["oneOf"] ?? schema["anyOf"])?.oneOrMore ?? [schema]
        let isMany = branches.contains { branch in
            let first = branch["allOf"]?.oneOrMore.first ?? branch
            return first["type"]?.string == "array"
        }
        #expect(property.isMany == isMany, "\(place)")
        #expect(property.kinds.isSubset(of: kinds(schema)), "\(place)")
        compareTerms(property, schema, place)
    }

    /// The kinds of one value that the schema speaks of; a reference may be anything.
    private func kinds(_ schema: JSONValue) -> JSONKinds {
        if schema["$ref"] != nil { return [.string, .object] }
        var found: JSONKinds = []
        switch schema["type"]?.text {
        case "string": found = .string
        case "number", "integer": found = .number
        case "boolean": found = .boolean
        case "object": found = .object
        default: break
        }
        for word in ["oneOf", "anyOf", "allOf", "items"] {
            for branch in schema[word]?.oneOrMore ?? [] { found.formUnion(kinds(branch)) }
        }
        return found
    }

    private func compareTerms(_ property: ShapeProperty, _ schema: JSONValue, _ place: String) {
        guard let name = property.vocabulary, let one = Vocabulary.named(name) else { return }
        let lists = enumerations(schema)
        #expect(!lists.isEmpty, "\(place)")
        for list in lists { #expect(list == Set(one.terms), "\(place)") }
    }

    private func enumerations(_ schema: JSONValue) -> [Set<Text>] {
        if let list = schema["enum"] { return [Set(list.oneOrMore.compactMap(\.text))] }
        return schema.members.flatMap { enumerations($0.value) }
            + schema.elements.flatMap { enumerations($0) }
    }
}
