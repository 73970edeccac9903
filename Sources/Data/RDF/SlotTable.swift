/// An open-addressing table from hashes to numbers that are given out in order. It keeps no
/// keys: the owner compares the candidate behind a number with what it looks for, and says the
/// hashes again where the table grows.
///
/// A slot has four octets, because the table of a large document is read at random and should stay
/// in the cache: one octet of the hash tells most strangers apart.
struct SlotTable: Sendable {
    /// The lowest octet of the hash above the number plus one; zero where a slot is free.
    private var slots: [UInt32]
    private(set) var count = 0
    let seed = FoldedMultiplyHash.seed

    static let largestNumber = 0xff_fffe

    /// `capacity` is rounded up to a power of two.
    init(capacity: Int = 64) {
        var size = 64
        while size < capacity { size <<= 1 }
        slots = size == 64 ? Self.smallest : [UInt32](repeating: 0, count: size)
    }

    /// Shared by all that hold nothing yet.
    private static let smallest = [UInt32](repeating: 0, count: 64)

    /// The number stored under this hash for which `isEqual` holds, or nil. A look that changes
    /// nothing: what the closure reads beside the table needs no reference of its own.
    @inline(__always)
    func number(hash: UInt64, where isEqual: (Int) -> Bool) -> Int? {
        unsafe slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            let tag = Self.tag(hash)
            var position = Self.position(hash, mask)
            while true {
                let slot = unsafe slots[position]
                if slot == 0 { return nil }
                if slot & 0xff00_0000 == tag {
                    let number = Int(slot & 0xff_ffff) &- 1
                    if isEqual(number) { return number }
                }
                position = (position &+ 1) & mask
            }
        }
    }

    /// Whether the table must be ``grown(hashOf:)`` before the next number.
    @inline(__always)
    var isFull: Bool { count &* 3 >= slots.count &* 2 }

    /// Stores a number that is not there yet.
    @inline(__always)
    mutating func insert(_ number: Int, hash: UInt64) {
        precondition(number <= Self.largestNumber, "more entries than numbers for them")
        Self.place(number, hash, in: &slots)
        count &+= 1
    }

    /// The same with room for more; twice as many, where nothing is said.
    ///
    /// - Parameter hashOf: the hash of what is behind a number.
    @inline(never)
    func grown(to capacity: Int? = nil, hashOf: (Int) -> UInt64) -> SlotTable {
        var larger = SlotTable(capacity: capacity ?? slots.count << 1)
        for slot in slots where slot != 0 {
            let number = Int(slot & 0xff_ffff) &- 1
            Self.place(number, hashOf(number), in: &larger.slots)
        }
        larger.count = count
        return larger
    }

    @inline(__always)
    private static func place(_ number: Int, _ hash: UInt64, in slots: inout [UInt32]) {
        let mask = slots.count &- 1
        unsafe slots.withUnsafeMutableBufferPointer { slots in
            var position = position(hash, mask)
            while unsafe slots[position] != 0 { position = (position &+ 1) & mask }
            unsafe slots[position] = tag(hash) | UInt32(truncatingIfNeeded: number &+ 1)
        }
    }

    @inline(__always)
    private static func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) << 24 }

    @inline(__always)
    private static func position(_ hash: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: hash >> 32) & mask
    }
}
