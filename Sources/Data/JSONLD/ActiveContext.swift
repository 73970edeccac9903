import JSONText
import Synchronization

/// The outcome of context processing: immutable, shared, and known by its identity.
@safe final class ActiveContext: @unchecked Sendable {
    let terms: [Text: TermDefinition]
    let base: Text?
    let vocab: Text?
    let language: Text?
    let direction: TermDefinition.Direction?
    /// What comes back into force at the next node, where this one does not propagate.
    let previous: ActiveContext?
    let hasProtectedTerms: Bool

    // Open addressing over the names' octets. Both arrays are `let`s that never change, so that
    // the pointers into them stay good as long as the object lives.
    private let definitions: [TermDefinition]
    private let slots: [Slot]
    private let mask: Int
    private let slotsBase: UnsafePointer<Slot>
    private let definitionsBase: UnsafePointer<TermDefinition>

    private static let definitionCount = Atomic<UInt64>(0)

    /// See ``inverse``.
    let inverseContext = Mutex<InverseContext?>(nil)

    private struct Slot {
        var hash: UInt32 = 0
        /// One more than the index of the definition; 0 where the slot is free.
        var number: UInt32 = 0
    }

    init(
        terms: [Text: TermDefinition] = [:], base: Text? = nil, vocab: Text? = nil,
        language: Text? = nil, direction: TermDefinition.Direction? = nil,
        previous: ActiveContext? = nil
    ) {
        self.terms = terms
        self.base = base
        self.vocab = vocab
        self.language = language
        self.direction = direction
        self.previous = previous
        hasProtectedTerms = terms.values.contains { $0.isProtected }
        var size = 8
        while size < terms.count * 2 { size *= 2 }
        mask = size - 1
        var slots = [Slot](repeating: Slot(), count: size)
        var definitions: [TermDefinition] = []
        definitions.reserveCapacity(max(1, terms.count))
        var number = Self.definitionCount.wrappingAdd(
            UInt64(terms.count), ordering: .relaxed
        ).newValue
        for definition in terms.values {
            definitions.append(definition)
            definitions[definitions.count - 1].number = number
            number -= 1
            let hash = unsafe definition.nameBytes.withUnsafeBufferPointer {
                unsafe Self.hash($0)
            }
            var place = Int(hash) & mask
            while slots[place].number != 0 { place = (place + 1) & mask }
            slots[place] = Slot(hash: hash, number: UInt32(truncatingIfNeeded: definitions.count))
        }
        if definitions.isEmpty { definitions.append(TermDefinition()) }
        self.definitions = definitions
        self.slots = slots
        unsafe slotsBase = unsafe Self.base(of: self.slots)
        unsafe definitionsBase = unsafe Self.base(of: self.definitions)
    }

    /// The storage of an array that is not empty and never changes.
    private static func base<Element>(of array: [Element]) -> UnsafePointer<Element> {
        unsafe array.withUnsafeBufferPointer { unsafe $0.baseAddress.unsafelyUnwrapped }
    }

    /// The definition of a term; the pointer is good while the context lives.
    func definition(_ name: UnsafeBufferPointer<UInt8>) -> UnsafePointer<TermDefinition>? {
        let hash = unsafe Self.hash(name)
        var place = Int(hash) & mask
        while true {
            let slot = unsafe slotsBase[place]
            if slot.number == 0 { return nil }
            if slot.hash == hash, unsafe isName(Int(slot.number) - 1, name) {
                return unsafe definitionsBase + (Int(slot.number) - 1)
            }
            place = (place + 1) & mask
        }
    }

    private func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        unsafe definitionsBase[index].nameBytes.withUnsafeBufferPointer { own in
            guard own.count == name.count else { return false }
            for place in 0..<own.count where unsafe own[place] != name[place] { return false }
            return true
        }
    }

    /// Eight octets at a time; the last eight may overlap those before them.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let start = unsafe UnsafeRawPointer(name.baseAddress) else { return 0 }
        var state = seed ^ UInt64(truncatingIfNeeded: name.count)
        if name.count < 8 {
            var word: UInt64 = 0
            for place in 0..<name.count { word = unsafe word << 8 | UInt64(name[place]) }
            state = fold(state ^ word)
        } else {
            var offset = 0
            while offset + 8 <= name.count {
                state = unsafe fold(
                    state ^ start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset += 8
            }
            let last = unsafe start.loadUnaligned(fromByteOffset: name.count - 8, as: UInt64.self)
            state = fold(state ^ last)
        }
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    private static func fold(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// New in each process, so that nobody can prepare names that share a slot.
    private static let seed = UInt64.random(in: .min ... .max)
}
