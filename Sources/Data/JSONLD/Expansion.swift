import JSONText
import RDF

/// The expansion algorithm (JSON-LD API section 5.1) over the tape of one document.
///
/// Every text of the outcome is interned in the dataset that the quads will be put into, so that
/// no string is made on the way.
struct Expansion {
    let document: JSONDocument
    let tape: JSONTape
    let contexts: ContextProcessor
    let options: JSONLDProcessor.Options
    var dataset: Dataset
    var jsonLiterals: [JSONValue] = []
    /// Contexts that this document has brought into force, by what they came from.
    private var known: [ContextKey: ActiveContext] = [:]
    private let keywordSymbols: [Symbol]
    private let heldNames = HeldNames()
    /// The object that the caller asked for, and what of it is passed over.
    private(set) var root = -1
    private(set) var leavingOut: [String] = []
    private(set) var rootContext: JSONValue?
    /// Whether only the quads are wanted.
    var emitsEarly = false
    /// How many lists, maps, graphs and the like are open whose items wait for the whole.
    var depthOfHeld = 0
    /// What is known of each symbol: 0 nothing, 1 a well-formed IRI, 2 none.
    var wellFormed: [UInt8] = []
    /// Where values stand that RDF has as a whole or not at all; nil where nobody asks.
    var wholes: Set<Int>?
    /// Where the blank nodes come from; nil where nobody asks.
    var trace: NodeTrace?
    /// Octets of expanded texts that are this document's own matter, or have been taken.
    private var takenTextOctets: Int
    /// What safe mode refuses, all of it; nil where it ends at the first.
    var refused: RefusedParts?
    /// How many quads may be made.
    var allowedQuads = Limits.quads
    /// Whether the object that was expanded last is a set, so that it stands for an array.
    var wasSet = false
    /// What terms stand for, and the types of their values.
    var mappings = KnownSymbols()
    var datatypes = KnownSymbols()
    /// How many objects are being expanded inside each other.
    var depth = 0
    /// Whether a context other than those of the names in the options came into force.
    private(set) var hasFurtherContexts = false

    private struct ContextKey: Hashable {
        let active: ObjectIdentifier
        /// The symbol of the octets of a context, or the identity of a scoped one.
        let local: UInt
        let options: UInt8
    }

    /// The value may be a small part of its document, as a credential inside a record is: room is
    /// made for it alone.
    init(
        of value: JSONValue, contexts: ContextProcessor, options: JSONLDProcessor.Options
    ) {
        document = value.document
        self.contexts = contexts
        self.options = options
        takenTextOctets = WorkAllowance.freeOctets(value.bytes.count)
        tape = JSONTape(document)
        var dataset = Dataset(reservingBytes: value.bytes.count, namesBlankNodes: false)
        keywordSymbols = Keyword.allCases.map { dataset.texts.intern($0.name) }
        self.dataset = dataset
    }

    // MARK: - Symbols and texts

    func symbol(_ keyword: Keyword) -> Symbol { keywordSymbols[Int(keyword.rawValue)] }

    /// The keyword that a symbol is, or nil.
    func keyword(_ symbol: Symbol) -> Keyword? {
        let place = Int(symbol.rawValue) - Int(keywordSymbols[0].rawValue)
        return place >= 0 && place < keywordSymbols.count
            ? Keyword(rawValue: UInt8(truncatingIfNeeded: place)) : nil
    }

    /// The octets of a member name or string; escapes are read into memory that lives as long
    /// as this expansion.
    func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
        let content = unsafe tape.content(place)
        guard tape.isEscaped(place) else { return unsafe content }
        return unsafe heldNames.hold(JSONValue(document: document, index: place).unescapedBytes)
    }

    func heldCopy(of text: Text) -> UnsafeBufferPointer<UInt8> {
        unsafe heldNames.hold(Array(text.string.utf8))
    }

    mutating func intern(_ place: Int) -> Symbol { unsafe dataset.texts.intern(text(place)) }

    func value(_ place: Int) -> JSONValue { JSONValue(document: document, index: place) }

    func error(
        _ code: JSONLDErrorCode, _ detail: String, _ place: Int
    ) -> JSONLDError {
        JSONLDError(code, detail, at: value(place).pointer)
    }

    /// In safe mode, what RDF would silently leave out is an error.
    func drop(
        _ code: JSONLDErrorCode, _ place: Int, _ detail: @autoclosure () -> String
    ) throws(JSONLDError) {
        guard options.isSafe else { return }
        guard let refused else { throw error(code, detail(), place) }
        if refused.takes(place) { refused.add(error(code, detail(), place), place) }
    }

    mutating func noteWhole(_ place: Int) {
        if wholes != nil { wholes?.insert(place) }
    }

    // MARK: - The whole

    /// The algorithm's outermost part: expands a document's top value.
    mutating func top(
        _ value: JSONValue, leavingOut: [String], context: JSONValue?
    ) throws(JSONLDError) -> ExpandedItems {
        root = value.index
        self.leavingOut = leavingOut
        rootContext = context
        var active = contexts.cache.initialContext(base: options.base)
        if let outer = options.expandContext {
            let arguments = ContextProcessor.Arguments(baseURL: options.base)
            active = try contexts.process(
                outer["@context"] ?? outer, onto: active, arguments)
        }
        var items: ExpandedItems = []
        try expand(value.index, .none, active, into: &items)
        if !value.isArray, items.count == 1, case .node(let node) = items[0],
            let graph = node.onlyGraph
        {
            return graph
        }
        return items
    }

    /// The context that an object brings, or nil.
    mutating func localContext(
        of place: Int, onto active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext? {
        if place == root, let rootContext {
            note(rootContext)
            let arguments = ContextProcessor.Arguments(baseURL: options.base)
            guard rootContext.document !== document else {
                return try context(rootContext.index, onto: active)
            }
            return try contexts.process(rootContext, onto: active, arguments)
        }
        guard let local = contextMember(of: place) else { return nil }
        return try context(local, onto: active)
    }

    private mutating func note(_ context: JSONValue) {
        noteInline(context)
        guard let names = options.names, !hasFurtherContexts else { return }
        hasFurtherContexts = !names.isKnown(context)
    }

    /// Whether a member of the top object is passed over.
    func isLeftOut(_ name: Int, of place: Int) -> Bool {
        guard place == root, !leavingOut.isEmpty else { return false }
        return leavingOut.contains { unsafe text(name).elementsEqual($0.utf8) }
    }

    /// Texts that prefixes make long are bounded while they are made.
    mutating func boundTexts(_ place: Int) throws(JSONLDError) {
        if let shared = options.allowance, dataset.texts.byteCount > takenTextOctets {
            let count = dataset.texts.byteCount - takenTextOctets
            takenTextOctets = dataset.texts.byteCount
            guard shared.take(count, of: .textOctets) else {
                throw JSONLDError(exhausted: shared)
            }
        }
        guard dataset.texts.byteCount <= Limits.expandedBytes else {
            throw error(
                .limitExceeded, "expanded texts of more than \(Limits.expandedBytes) octets", place)
        }
    }

    // MARK: - Contexts

    mutating func context(
        _ local: Int, onto active: ActiveContext
    ) throws(JSONLDError) -> ActiveContext {
        note(value(local))
        let symbol = unsafe dataset.texts.intern(tape.content(local))
        let key = ContextKey(
            active: ObjectIdentifier(active), local: UInt(symbol.rawValue), options: 4)
        if tape.kind(local) != .string, let context = known[key] { return context }
        let result: ActiveContext
        do throws(JSONLDError) {
            result = try contexts.process(
                value(local), onto: active, ContextProcessor.Arguments(baseURL: options.base))
        } catch {
            throw error.located(at: value(local).pointer)
        }
        known[key] = result
        return result
    }

    mutating func context(
        _ scoped: ScopedContext, onto active: ActiveContext, overridesProtected: Bool,
        propagates: Bool, at place: Int
    ) throws(JSONLDError) -> ActiveContext {
        let options: UInt8 = (overridesProtected ? 1 : 0) | (propagates ? 0 : 2)
        let key = ContextKey(
            active: ObjectIdentifier(active),
            local: UInt(bitPattern: ObjectIdentifier(scoped).hashValue), options: options)
        if let context = known[key] { return context }
        let result: ActiveContext
        do throws(JSONLDError) {
            result = try contexts.process(
                scoped, onto: active, overridesProtected: overridesProtected,
                propagates: propagates)
        } catch {
            throw error.located(at: value(place).pointer)
        }
        known[key] = result
        return result
    }
}

/// Octets that stay where they are as long as this lives.
@safe final class HeldNames {
    private var held: [UnsafeMutableBufferPointer<UInt8>] = unsafe []

    func hold(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = unsafe memory.initialize(from: bytes)
        unsafe held.append(memory)
        return unsafe UnsafeBufferPointer(rebasing: memory[..<bytes.count])
    }

    deinit {
        for place in unsafe held.indices { unsafe held[place].deallocate() }
    }
}
