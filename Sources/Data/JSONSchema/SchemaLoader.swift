import JSONText

/// Where the documents come from that a schema refers to.
///
/// Called while a schema is compiled, never while it is applied.
public protocol SchemaLoader: Sendable {
    /// The document at an absolute URL without fragment, or nil where it cannot be had.
    func document(at url: Text) -> JSONDocument?
}

/// Knows no document: a schema that needs one does not compile.
public struct NoSchemas: SchemaLoader {
    public init() {}

    public func document(at url: Text) -> JSONDocument? { nil }
}
