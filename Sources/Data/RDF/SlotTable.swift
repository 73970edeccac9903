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

    /// The number stored under this hash for which `isEqual` holds, or `next` after storing it.
    @inline(__always)
    mutating func number(
        hash: UInt64, orInsert next: Int, where isEqual: (Int) -> Bool
    ) -> (number: Int, isNew: Bool) {
        if count &* 3 >= slots.count &* 2 { grow() }
        let mask = slots.count &- 1
        let tag = hash & 0xffff_ffff_0000_0000
        let found: (Int, Bool) = slots.withUnsafeMutableBufferPointer { slots in
            var position = Int(truncatingIfNeeded: hash >> 32) & mask
            while true {
                let slot = slots[position]
                if slot == 0 {
                    slots[position] = tag | UInt64(truncatingIfNeeded: next &+ 1)
                    return (next, true)
                }
                if slot & 0xffff_ffff_0000_0000 == tag {
                    let number = Int(slot & 0xffff_ffff) &- 1
                    if isEqual(number) { return (number, false) }
                }
                position = (position &+ 1) & mask
            }
        }
        if found.1 { count &+= 1 }
        return found
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
