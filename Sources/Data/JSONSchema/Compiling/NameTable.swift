/// A hash table of names inside a ``NameStore``.
struct NameTable {
    var first: Int32 = 0
    /// Slots less one; a power of two less one.
    var mask: Int32 = -1
    var count: Int32 = 0
}

/// The names of all tables of a program, and what each stands for.
struct NameStore {
    struct Slot {
        var hash: UInt32 = 0
        /// -1 where the slot is free.
        var offset: Int32 = -1
        var length: Int32 = 0
        /// The subschema of a property, or -1.
        var node: Int32 = -1
        var isRequired = false
    }

    private(set) var slots: [Slot] = []
    private(set) var bytes: [UInt8] = [0]

    /// Differs with each process, so that nobody can prepare names that collide.
    static let seed = UInt64.random(in: 1 ... .max)

    @inline(__always)
    static func hash(_ name: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt32 {
        var hash = seed ^ UInt64(truncatingIfNeeded: name.count)
        guard let base = unsafe UnsafeRawPointer(name.baseAddress) else {
            return UInt32(truncatingIfNeeded: hash >> 32)
        }
        var at = 0
        while at + 8 <= name.count {
            let word = unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low
            at += 8
        }
        var tail: UInt64 = 0
        while at < name.count {
            tail = unsafe tail << 8 | UInt64(name[at])
            at += 1
        }
        let product = (hash ^ tail).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return UInt32(truncatingIfNeeded: (product.high ^ product.low) >> 16)
    }

    struct Entry {
        var name: [UInt8]
        var node: Int32 = -1
        var isRequired = false
    }

    mutating func add(_ entries: [Entry]) -> NameTable {
        guard !entries.isEmpty else { return NameTable() }
        var size = 4
        while size < entries.count * 2 { size *= 2 }
        let table = NameTable(
            first: Int32(clamping: slots.count), mask: Int32(clamping: size - 1),
            count: Int32(clamping: entries.count))
        slots.append(contentsOf: repeatElement(Slot(), count: size))
        for entry in entries {
            let hash = unsafe entry.name.withUnsafeBufferPointer { unsafe Self.hash($0, Self.seed) }
            var at = Int(hash) & (size - 1)
            while slots[Int(table.first) + at].offset >= 0 { at = (at + 1) & (size - 1) }
            slots[Int(table.first) + at] = Slot(
                hash: hash, offset: Int32(clamping: bytes.count),
                length: Int32(clamping: entry.name.count), node: entry.node,
                isRequired: entry.isRequired)
            bytes.append(contentsOf: entry.name)
        }
        return table
    }

    /// The names of a table with their slots, in no particular order.
    func entries(_ table: NameTable) -> [(name: String, slot: Slot)] {
        guard table.mask >= 0 else { return [] }
        let range = Int(table.first)...Int(table.first) + Int(table.mask)
        return slots[range].filter { $0.offset >= 0 }.map { slot in
            let end = Int(slot.offset) + Int(slot.length)
            return (String(decoding: bytes[Int(slot.offset)..<end], as: UTF8.self), slot)
        }
    }

    /// Puts other subschemas in the place of those that the names stand for.
    mutating func redirect(_ target: (Int32) -> Int32) {
        for index in slots.indices where slots[index].node >= 0 {
            slots[index].node = target(slots[index].node)
        }
    }
}
