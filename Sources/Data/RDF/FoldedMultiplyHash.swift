/// A fast hash for the tables of this room, seeded anew in each process so that nobody can
/// prepare texts that fall into one slot. It decides no order that anyone sees.
enum FoldedMultiplyHash {
    static let seed: UInt64 = {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }()

    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    @inline(__always)
    static func hash(_ a: UInt64, _ b: UInt64, seed: UInt64) -> UInt64 {
        mix(a ^ seed ^ 0xa076_1d64_78bd_642f, b ^ (seed &+ 0xe703_7ed1_a0b4_28db))
    }

    /// Reads eight bytes at a time; the last eight may overlap those before them.
    @inline(__always)
    static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        let count = bytes.count
        guard let base = bytes.baseAddress, count > 0 else { return hash(0, 0, seed: seed) }
        var state = seed ^ UInt64(truncatingIfNeeded: count)
        if count < 8 {
            var word: UInt64 = 0
            for index in 0..<count {
                word = unsafe word << 8 | UInt64(base.load(fromByteOffset: index, as: UInt8.self))
            }
            return hash(word, state, seed: seed)
        }
        var offset = 0
        while offset &+ 16 <= count {
            let a = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let b = unsafe base.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
            state = mix(a ^ state ^ 0xa076_1d64_78bd_642f, b ^ (seed &+ 0xe703_7ed1_a0b4_28db))
            offset &+= 16
        }
        if offset &+ 8 <= count {
            let word = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            state = mix(word ^ state, seed ^ 0x8ebc_6af0_9c88_c6e3)
        }
        let tail = unsafe base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
        return hash(tail, state, seed: seed)
    }
}
