import JSONText
import Synchronization

/// Compiled schemas by the document that they were made of, and by their URL.
///
/// A cache has one loader and one choice for `format`, so that neither is part of a key.
public final class SchemaCache: Sendable {
    private let loader: any SchemaLoader
    private let assertsFormat: Bool
    private let capacity: Int
    private let kept = Mutex<[Key: Entry]>([:])

    private enum Key: Hashable {
        case document(ObjectIdentifier, index: Int, base: Text?, SchemaDialect)
        case url(Text, SchemaDialect)
    }

    /// Holds the document, so that no other one can take over its identity.
    private struct Entry {
        let schema: Schema
        let document: JSONDocument
    }

    public init(
        loader: any SchemaLoader = NoSchemas(), assertsFormat: Bool = false,
        capacity: Int = SchemaLimits.cachedSchemas
    ) {
        self.loader = loader
        self.assertsFormat = assertsFormat
        self.capacity = max(1, capacity)
    }

    /// The schema at a value of a document; the same document is compiled once.
    public func schema(
        _ value: JSONValue, base: Text? = nil, dialect: SchemaDialect = .draft2020_12
    ) throws(SchemaError) -> Schema {
        let key = Key.document(
            ObjectIdentifier(value.document), index: value.index, base: base, dialect)
        if let known = kept.withLock({ $0[key]?.schema }) { return known }
        let schema = try Schema(
            compiling: value, base: base, dialect: dialect, assertsFormat: assertsFormat,
            loader: loader)
        keep(Entry(schema: schema, document: value.document), key)
        return schema
    }

    /// The schema that the loader has at a URL. What was compiled once stays: a schema that
    /// may change needs a new cache.
    public func schema(
        at url: Text, dialect: SchemaDialect = .draft2020_12
    ) throws(SchemaError) -> Schema {
        let key = Key.url(url, dialect)
        if let known = kept.withLock({ $0[key]?.schema }) { return known }
        guard let document = loader.document(at: url) else {
            throw .unavailable(url: url, at: JSONPointer())
        }
        let schema = try Schema(
            compiling: document.root, base: url, dialect: dialect, assertsFormat: assertsFormat,
            loader: loader)
        keep(Entry(schema: schema, document: document), key)
        return schema
    }

    /// How many compiled schemas are kept now.
    public var count: Int { kept.withLock { $0.count } }

    private func keep(_ entry: Entry, _ key: Key) {
        kept.withLock { kept in
            if kept.count >= capacity { kept.removeAll(keepingCapacity: true) }
            kept[key] = entry
        }
    }
}
