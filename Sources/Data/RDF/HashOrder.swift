/// The order of hashes, and of equal ones by their places.
///
/// Hashes lie evenly, so each is first put where it should come to lie by its highest bits: what is
/// left to sort are a few neighbours. Where somebody has made many lie close together, those are
/// sorted as anything is.
struct HashOrder {
    /// The places of the hashes.
    let places: [Int32]

    private typealias Entry = (key: UInt64, place: Int32)

    init(_ hashes: [Digest]) {
        guard hashes.count > 1 else {
            places = hashes.indices.map { Int32(truncatingIfNeeded: $0) }
            return
        }
        let shift = UInt64(hashes.count.leadingZeroBitCount)
        var starts = [UInt32](repeating: 0, count: (1 << (64 - Int(shift))) + 1)
        for hash in hashes { starts[Int(hash.words.0 >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var next = starts
        var entries = [Entry](repeating: (0, 0), count: hashes.count)
        for (place, hash) in hashes.enumerated() {
            let bucket = Int(hash.words.0 >> shift)
            entries[Int(next[bucket])] = (hash.words.0, Int32(truncatingIfNeeded: place))
            next[bucket] += 1
        }
        for bucket in 1..<starts.count where starts[bucket] - starts[bucket - 1] > 1 {
            Self.sort(&entries, Int(starts[bucket - 1])..<Int(starts[bucket]), of: hashes)
        }
        places = entries.map(\.place)
    }

    private static func sort(_ entries: inout [Entry], _ range: Range<Int>, of hashes: [Digest]) {
        guard range.count <= 24 else {
            return entries[range].sort { comesFirst($0, $1, of: hashes) }
        }
        for end in (range.lowerBound + 1)..<range.upperBound {
            let entry = entries[end]
            var place = end
            while place > range.lowerBound, comesFirst(entry, entries[place - 1], of: hashes) {
                entries[place] = entries[place - 1]
                place -= 1
            }
            entries[place] = entry
        }
    }

    /// Nearly always the first word decides.
    @inline(__always)
    private static func comesFirst(_ one: Entry, _ other: Entry, of hashes: [Digest]) -> Bool {
        if one.key != other.key { return one.key < other.key }
        let (a, b) = (hashes[Int(one.place)], hashes[Int(other.place)])
        return a == b ? one.place < other.place : a < b
    }
}
