import JSONText
import RDF

/// The JSON-LD 1.1 API. Stateless but for the cache of processed contexts that it is given.
public struct JSONLDProcessor: Sendable {
    public struct Options: Sendable {
        /// The IRI against which relative references are resolved; nil leaves them as they are.
        public var base: Text?
        /// A context that is in force before the document's own.
        public var expandContext: JSONValue?
        public var processingMode = ProcessingMode.v1_1
        /// Whether what RDF would silently leave out is an error (``JSONLDErrorCode/undefinedTerm``,
        /// ``JSONLDErrorCode/droppedValue``): on wherever a signature depends on it (LDP-08).
        public var isSafe = false
        public var rdfDirection: RDFDirection?
        /// Whether members are read in the order of their names.
        public var ordered = false
        public var producesGeneralizedRDF = false
        /// Whether compaction writes arrays of one element as that element.
        public var compactsArrays = true
        /// Whether compaction writes IRIs relative to ``base``.
        public var compactsToRelative = true
        /// Whether numbers and booleans of RDF become those of JSON.
        public var usesNativeTypes = false
        /// Whether `rdf:type` stays a property.
        public var usesRDFType = false
        /// What framing does where frame and flags say nothing else.
        public var framing = FramingDefaults()
        /// Whether the value that is expanded is a frame.
        var expandsFrame = false
        /// The names by which readers of the JSON look for properties and types; anything that
        /// goes by another is an error (``JSONLDErrorCode/notCompacted``).
        package var names: TermNames?
        /// What this document and others may take together.
        package var allowance: WorkAllowance?
        /// Where it is kept what of the document says nothing.
        package var unstated: UnstatedParts?

        public init() {}

        /// As signatures need it.
        public static let safe: Options = {
            var options = Options()
            options.isSafe = true
            return options
        }()
    }

    /// How the direction of a text is kept in RDF.
    public enum RDFDirection: Sendable, Hashable {
        case i18nDatatype, compoundLiteral
    }

    public let contexts: any ContextLoader
    public var options: Options
    let cache: ContextCache

    public init(
        contexts: any ContextLoader = NoContexts(), options: Options = Options(),
        cache: ContextCache = .process
    ) {
        self.contexts = contexts
        self.options = options
        self.cache = cache
    }

    /// The expanded form of a document.
    public func expanded(_ value: JSONValue) throws(JSONLDError) -> JSON {
        var expansion = makeExpansion(value)
        let items = try expansion.top(value, leavingOut: [], context: nil)
        return .array(items.map { expansion.json($0) })
    }

    /// The quads of a document.
    ///
    /// - Parameters:
    ///   - leavingOut: members of the top object that are passed over.
    ///   - context: a context processed in place of the top object's own `@context`.
    public func toRDF(
        _ value: JSONValue, leavingOut: [String] = [], context: JSONValue? = nil
    ) throws(JSONLDError) -> Dataset {
        var expansion = makeExpansion(value)
        expansion.emitsEarly = true
        let items = try expansion.top(value, leavingOut: leavingOut, context: context)
        for item in items { try expansion.emitTop(item) }
        return expansion.dataset
    }

    /// The quads of a document, and what in the document each blank node stands for.
    package func tracedRDF(
        _ value: JSONValue, leavingOut: [String] = [], context: JSONValue? = nil
    ) throws(JSONLDError) -> TracedDataset {
        var expansion = makeExpansion(value)
        expansion.wholes = []
        let items = try expansion.top(value, leavingOut: leavingOut, context: context)
        expansion.trace = NodeTrace(wholes: expansion.wholes ?? [])
        for item in items { try expansion.emitTop(item) }
        return TracedDataset(dataset: expansion.dataset, trace: expansion.trace ?? NodeTrace())
    }

    func makeExpansion(
        _ value: JSONValue, options: Options? = nil
    ) -> Expansion {
        let options = options ?? self.options
        let processor = ContextProcessor(
            loader: contexts, mode: options.processingMode, base: options.base, cache: cache,
            octets: value.bytes.count + (options.expandContext?.bytes.count ?? 0),
            shared: options.allowance)
        return Expansion(of: value, contexts: processor, options: options)
    }
}
