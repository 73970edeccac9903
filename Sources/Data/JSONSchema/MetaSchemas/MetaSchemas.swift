import JSONText

/// The meta-schemas of the known dialects, so that a schema may refer to them without anyone
/// being asked. They are written from ``MetaSchemaTable`` and judge as the published ones do.
enum MetaSchemas {
    /// The meta-schema (or, since 2019-09, one part of it) with a URL; nil for any other URL.
    static func document(_ url: Text) -> JSONDocument? {
        known[SchemaDialect.withoutScheme(url)]
    }

    private static let known: [Text: JSONDocument] = {
        var known: [Text: JSONDocument] = [:]
        for dialect in SchemaDialect.allCases {
            for (name, schema) in MetaSchema(dialect).schemas {
                guard let document = try? JSONDocument(parsing: schema.serialized()) else {
                    continue
                }
                known[SchemaDialect.withoutScheme(name)] = document
            }
        }
        return known
    }()
}

/// Writes the meta-schema of one dialect.
private struct MetaSchema {
    private let dialect: SchemaDialect
    private let sections: [(name: String, members: [(name: String, value: JSON)])]

    init(_ dialect: SchemaDialect) {
        self.dialect = dialect
        let table =
            switch dialect {
            case .draft4: MetaSchemaTable.draft4
            case .draft7: MetaSchemaTable.draft7
            case .draft2019_09: MetaSchemaTable.draft2019_09
            case .draft2020_12: MetaSchemaTable.draft2020_12
            }
        var sections: [(name: String, members: [(name: String, value: JSON)])] = []
        for line in table.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            if words.count == 1 {
                sections.append((words[0], []))
            } else if words.count == 2, !sections.isEmpty {
                let form = Self.form(Text(words[1]), dialect)
                sections[sections.count - 1].members.append((words[0], form))
            }
        }
        self.sections = sections
    }

    /// Each schema with its URL.
    var schemas: [(Text, JSON)] {
        sections.map { section in
            let isWhole = Text(section.name) == "schema"
            let name = isWhole ? dialect.name : Text(url("meta", section.name))
            return (name, schema(section, name, isWhole))
        }
    }

    private var edition: String { dialect == .draft2019_09 ? "2019-09" : "2020-12" }

    private func url(_ folder: String, _ name: String) -> String {
        "https://json-schema.org/draft/\(edition)/\(folder)/\(name)"
    }

    private func schema(
        _ section: (name: String, members: [(name: String, value: JSON)]), _ name: Text,
        _ isWhole: Bool
    ) -> JSON {
        var out: [(name: String, value: JSON)] = [
            ("$schema", .string(dialect.name.string)),
            (dialect == .draft4 ? "id" : "$id", .string(name.string)),
        ]
        switch dialect {
        case .draft4: out.append(("type", "object"))
        case .draft7: out.append(("type", ["object", "boolean"]))
        case .draft2019_09, .draft2020_12:
            out.append(("type", ["object", "boolean"]))
            if dialect == .draft2019_09 {
                out.append(("$recursiveAnchor", true))
            } else {
                out.append(("$dynamicAnchor", "meta"))
            }
            let parts = sections.map(\.name).filter { Text($0) != "schema" }
            if isWhole {
                out.append(
                    (
                        "$vocabulary",
                        .object(parts.map { (url("vocab", $0), .bool(Text($0) != "format")) })
                    ))
                out.append(("allOf", .array(parts.map { ["$ref": .string(url("meta", $0))] })))
            }
        }
        if dialect == .draft4 {
            out.append(
                (
                    "dependencies",
                    ["exclusiveMaximum": ["maximum"], "exclusiveMinimum": ["minimum"]]
                ))
        }
        out.append(("properties", .object(section.members)))
        return .object(out)
    }

    // MARK: - Forms of values

    private static func form(_ name: Text, _ dialect: SchemaDialect) -> JSON {
        let names: JSON = [
            "type": "array", "uniqueItems": true, "items": ["type": "string"],
        ]
        let someNames: JSON = [
            "type": "array", "uniqueItems": true, "items": ["type": "string"], "minItems": 1,
        ]
        let schema = reference(dialect)
        let schemas: JSON = ["type": "array", "minItems": 1, "items": schema]
        let forms: [Text: JSON] = [
            "any": [:], "string": ["type": "string"], "boolean": ["type": "boolean"],
            "number": ["type": "number"],
            "positive": positive(dialect), "count": ["type": "integer", "minimum": 0],
            "values": ["type": "array"],
            "some-values": ["type": "array", "minItems": 1, "uniqueItems": true],
            "names": names, "some-names": someNames,
            "names-map": ["type": "object", "additionalProperties": names],
            "flags": [
                "type": "object", "propertyNames": ["type": "string", "format": "uri"],
                "additionalProperties": ["type": "boolean"],
            ],
            "uri": ["type": "string", "format": "uri"],
            "uri-reference": ["type": "string", "format": "uri-reference"],
            "regex": ["type": "string", "format": "regex"],
            "name": ["type": "string", "pattern": .string("^[A-Za-z_][-A-Za-z0-9._]*$")],
            "type": type,
            "schema": schema, "schemas": schemas,
            "boolean-or-schema": ["anyOf": [["type": "boolean"], schema]],
            "schema-or-schemas": ["anyOf": [schema, schemas]],
            "schema-map": ["type": "object", "additionalProperties": schema],
            "dependencies": map(["anyOf": [schema, names]]),
            "some-dependencies": map(["anyOf": [schema, someNames]]),
        ]
        return forms[name] ?? false
    }

    private static func map(_ value: JSON) -> JSON {
        ["type": "object", "additionalProperties": value]
    }

    private static func reference(_ dialect: SchemaDialect) -> JSON {
        switch dialect {
        case .draft4, .draft7: ["$ref": "#"]
        case .draft2019_09: ["$recursiveRef": "#"]
        case .draft2020_12: ["$dynamicRef": "#meta"]
        }
    }

    private static func positive(_ dialect: SchemaDialect) -> JSON {
        dialect == .draft4
            ? ["type": "number", "minimum": 0, "exclusiveMinimum": true]
            : ["type": "number", "exclusiveMinimum": 0]
    }

    private static var type: JSON {
        let one: JSON = ["enum": .array(SchemaType.allCases.map { .string($0.rawValue) })]
        return [
            "anyOf": [
                one, ["type": "array", "items": one, "minItems": 1, "uniqueItems": true],
            ]
        ]
    }
}
