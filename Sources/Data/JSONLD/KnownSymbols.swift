import RDF

/// The symbols of texts that term definitions hold, so that a text that stands in a context is not
/// looked for anew at each member that means it.
///
/// Each definition has one place, which the next one with the same place takes over.
struct KnownSymbols {
    private var entries: [(definition: UInt64, symbol: Symbol)]

    private static let count = 128

    init() {
        // Nothing has the number zero (`TermDefinition.number`).
        entries = Array(repeating: (0, .xsdString), count: Self.count)
    }

    @inline(__always)
    subscript(definition: UInt64) -> Symbol? {
        get {
            let entry = entries[Self.place(definition)]
            return entry.definition == definition ? entry.symbol : nil
        }
        set {
            if let newValue { entries[Self.place(definition)] = (definition, newValue) }
        }
    }

    @inline(__always)
    private static func place(_ definition: UInt64) -> Int {
        Int(truncatingIfNeeded: definition) & (count - 1)
    }
}
