import JSONText

/// A compiled JSON Schema: made once, never changed, applied to any number of instances.
///
///     let schema = try Schema(compiling: document.root, base: "https://example.org/schema")
///     for problem in try schema.validate(instance) { print(problem) }
public struct Schema: Sendable {
    let program: Program

    /// Compiles a schema and all that it refers to.
    ///
    /// - Parameters:
    ///   - base: The URL from which the document came; `$id` goes before it.
    ///   - dialect: The dialect where the schema does not name one by `$schema`.
    ///   - assertsFormat: Whether `format` must hold, beyond the schemas whose own vocabulary
    ///     says so.
    ///   - loader: Asked for other documents; known meta-schemas need none.
    public init(
        compiling value: JSONValue, base: Text? = nil, dialect: SchemaDialect = .draft2020_12,
        assertsFormat: Bool = false, loader: any SchemaLoader = NoSchemas()
    ) throws(SchemaError) {
        program = try Compiler.compile(
            value, base: base ?? "", dialect: dialect, assertsFormat: assertsFormat,
            loader: loader)
    }

    /// What does not fit; empty where the instance is valid.
    ///
    /// Throws where that could not be told within ``SchemaLimits``.
    public func validate(_ value: JSONValue) throws(SchemaLimitError) -> [SchemaProblem] {
        if try isValid(value) { return [] }
        var evaluator = Evaluator(program, value)
        evaluator.isCollecting = true
        do throws(SchemaLimitError) {
            _ = try evaluator.accepts(program.root, value.index, -1)
        } catch {
            // What has been found is true all the same.
            guard !evaluator.findings.isEmpty else { throw error }
        }
        return evaluator.findings.map { SchemaProblem($0, program, value) }
    }

    /// Whether the instance fits, without the reasons: several times as fast where it does not.
    public func isValid(_ value: JSONValue) throws(SchemaLimitError) -> Bool {
        var evaluator = Evaluator(program, value)
        return try evaluator.accepts(program.root, value.index, -1)
    }
}
