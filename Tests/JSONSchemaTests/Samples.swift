import JSONSchema
import JSONText

/// A schema or an instance that is written in a test.
func json(_ text: String) throws -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
}

func compiled(
    _ text: String, base: Text? = nil, dialect: SchemaDialect = .draft2020_12,
    assertsFormat: Bool = false, loader: any SchemaLoader = NoSchemas()
) throws -> Schema {
    try Schema(
        compiling: json(text), base: base, dialect: dialect, assertsFormat: assertsFormat,
        loader: loader)
}

func problems(
    _ schema: String, _ instance: String, dialect: SchemaDialect = .draft2020_12
) throws -> [SchemaProblem] {
    try compiled(schema, dialect: dialect).validate(json(instance))
}

/// Documents by their URL.
struct Documents: SchemaLoader {
    var texts: [Text: String]

    func document(at url: Text) -> JSONDocument? {
        texts[url].flatMap { try? JSONDocument(parsing: Array($0.utf8)) }
    }
}
