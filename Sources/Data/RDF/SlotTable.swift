/// An open-addressing table from hashes to numbers that are given out in order. It keeps no
/// keys: the owner compares the candidate behind a number with what it looks for.
struct SlotTable: Sendable {
    /// The upper half of the hash and the number plus one; zero where a slot is free.
    private var slots: [UInt64]
    private(set) var count = 0
    let seed = FoldedMultiplyHash.seed

    /// `capacity` is rounded up to a power of two.
    init(capacity: Int = 64) {
        var size = 64
        while size < capacity { size <<= 1 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// The number stored under this hash for which `isEqual` holds, or nil. A look that changes
    /// nothing: what the closure reads beside the table needs no reference of its own.
    @inline(__always)
    func number(hash: UInt64, where isEqual: (Int) -> Bool) -> Int? {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            let tag = hash & 0xffff_ffff_0000_0000
            var position = Int(truncatingIfNeeded: hash >> 32) & mask
            while true {
                let slot = slots[position]
                if slot == 0 { return nil }
                if slot & 0xffff_ffff_0000_0000 == tag {
                    let number = Int(slot & 0xffff_ffff) &- 1
                    if isEqual(number) { return number }
                }
                position = (position &+ 1) & mask
            }
        }
    }

    /// Stores a number that is not there yet.
    @inline(__always)
    mutating func insert(_ number: Int, hash: UInt64) {
        if count &* 3 >= slots.count &* 2 { grow() }
        let mask = slots.count &- 1
        slots.withUnsafeMutableBufferPointer { slots in
            var position = Int(truncatingIfNeeded: hash >> 32) & mask
            while slots[position] != 0 { position = (position &+ 1) & mask }
            slots[position] =
                hash & 0xffff_ffff_0000_0000 | UInt64(truncatingIfNeeded: number &+ 1)
        }
        count &+= 1
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count << 1)
        let mask = larger.count &- 1
        for slot in slots where slot != 0 {
            var position = Int(truncatingIfNeeded: slot >> 32) & mask
            while larger[position] != 0 { position = (position &+ 1) & mask }
            larger[position] = slot
        }
        slots = larger
    }
}
