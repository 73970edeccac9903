/// A name and where its form stands.
struct FormedName {
    let symbol: Symbol
    let form: FormSpan
    /// Eight octets of the form, as a number that sorts as they do.
    fileprivate(set) var key: UInt64 = 0

    init(symbol: Symbol, form: FormSpan) {
        self.symbol = symbol
        self.form = form
    }
}

/// The order of names by the octets of their forms, eight at a time: what is compared stands beside
/// what is moved, and names that begin alike are only told apart where they no longer do.
enum NameOrder {
    static func sort(_ names: inout [FormedName], of storage: borrowing ByteBuffer) {
        var open = [(names: names.startIndex..<names.endIndex, offset: 0)]
        while let next = open.popLast() {
            for place in next.names {
                names[place].key = key(of: names[place].form, at: next.offset, in: storage)
            }
            unsafe names.withUnsafeMutableBufferPointer { names in
                var part = unsafe UnsafeMutableBufferPointer(rebasing: names[next.names])
                unsafe part.sort { $0.key < $1.key }
            }
            var start = next.names.lowerBound
            while start < next.names.upperBound {
                var end = start + 1
                var isLonger = names[start].isLonger(than: next.offset + 8)
                while end < next.names.upperBound, names[end].key == names[start].key {
                    isLonger = isLonger || names[end].isLonger(than: next.offset + 8)
                    end += 1
                }
                if end - start > 1, isLonger { open.append((start..<end, next.offset + 8)) }
                start = end
            }
        }
    }

    /// Behind its end a form goes on with zeros, which are in none.
    @inline(__always)
    private static func key(
        of form: FormSpan, at offset: Int, in storage: borrowing ByteBuffer
    ) -> UInt64 {
        let start = Int(form.start) + offset
        let end = Int(form.end)
        guard start < end else { return 0 }
        return unsafe storage.bytes(start..<Swift.min(start + 8, end)).leadingWord
    }
}

extension FormedName {
    @inline(__always)
    fileprivate func isLonger(than count: Int) -> Bool { Int(form.end) - Int(form.start) > count }
}

extension UnsafeRawBufferPointer {
    /// The octets, of which there are at most eight, as the highest ones of a number.
    @inline(__always)
    fileprivate var leadingWord: UInt64 {
        if count == 8 { return unsafe UInt64(bigEndian: loadUnaligned(as: UInt64.self)) }
        var word: UInt64 = 0
        for place in 0..<count { word = unsafe word << 8 | UInt64(self[place]) }
        return word << UInt64(8 &* (8 &- count))
    }
}
