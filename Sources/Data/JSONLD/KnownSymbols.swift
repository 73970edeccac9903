import RDF

/// The symbols of texts that term definitions hold, so that a text that stands in a context is
/// looked for once in a document and not anew at each member that means it.
struct KnownSymbols {
    private var entries = [Entry](repeating: Entry(), count: 128)

    private struct Entry {
        /// Zero where the place is free: nothing has that number (`TermDefinition.number`).
        var definition: UInt64 = 0
        var symbol = Symbol.xsdString
    }

    /// How many places behind its first one a definition may stand.
    private static let reach = 8

    @inline(__always)
    subscript(definition: UInt64) -> Symbol? {
        var place = firstPlace(of: definition)
        for _ in 0..<Self.reach {
            let entry = entries[place]
            if entry.definition == definition { return entry.symbol }
            if entry.definition == 0 { return nil }
            place = (place &+ 1) & (entries.count &- 1)
        }
        return nil
    }

    mutating func remember(_ symbol: Symbol, for definition: UInt64) {
        let entry = Entry(definition: definition, symbol: symbol)
        while !put(entry) { grow() }
    }

    /// False where all places in reach are taken.
    private mutating func put(_ entry: Entry) -> Bool {
        var place = firstPlace(of: entry.definition)
        for _ in 0..<Self.reach {
            if entries[place].definition == 0 || entries[place].definition == entry.definition {
                entries[place] = entry
                return true
            }
            place = (place &+ 1) & (entries.count &- 1)
        }
        return false
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: Entry(), count: old.count * 2)
        for entry in old where entry.definition != 0 {
            remember(entry.symbol, for: entry.definition)
        }
    }

    @inline(__always)
    private func firstPlace(of definition: UInt64) -> Int {
        let product = definition.multipliedFullWidth(by: Self.multiplier)
        return Int(truncatingIfNeeded: product.high ^ product.low) & (entries.count &- 1)
    }

    /// New in each process, so that nobody can prepare contexts whose definitions share a place.
    private static let multiplier = UInt64.random(in: .min ... .max) | 1
}
