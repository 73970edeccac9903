/// Looks for the end of a name or a text, or for what has to be escaped in it, eight octets at a time.
///
/// Octets are told apart by arithmetic on the word that they make, which sets the highest bit of
/// those that are meant. A borrow can set it in an octet above one that is meant, never in the lowest of
/// all: so only the first is taken.
enum OctetSearch {
    /// Where, at or behind a place, the first octet stands that IRIREF leaves out
    /// (``ByteSet/notInIRI``), or the end.
    @inline(__always)
    static func endOfIRI(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(bytes)
        let excluded = ByteSet.notInIRI
        var place = start
        while let word = unsafe word(in: bytes, at: place) {
            // `<>` and `\^` differ in one bit. From `{` on a closer look is needed.
            let pairs = word & 0xfdfd_fdfd_fdfd_fdfd
            var hits = (word &- 0x2121_2121_2121_2121) | (word &+ 0x0505_0505_0505_0505)
            hits |= zero(word ^ 0x2222_2222_2222_2222) | zero(word ^ 0x6060_6060_6060_6060)
            hits |= zero(pairs ^ 0x3c3c_3c3c_3c3c_3c3c) | zero(pairs ^ 0x5c5c_5c5c_5c5c_5c5c)
            hits &= ~word & 0x8080_8080_8080_8080
            if hits == 0 {
                place &+= 8
            } else {
                place &+= hits.trailingZeroBitCount >> 3
                if unsafe excluded.contains(bytes[place]) { return place }
                place &+= 1
            }
        }
        while place < bytes.count, unsafe !excluded.contains(bytes[place]) { place &+= 1 }
        return place
    }

    /// Where, at or behind a place, the first quotation mark, backslash or line end stands, or the
    /// end.
    @inline(__always)
    static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(bytes)
        var place = start
        while let word = unsafe word(in: bytes, at: place) {
            var hits = zero(word ^ 0x2222_2222_2222_2222) | zero(word ^ 0x5c5c_5c5c_5c5c_5c5c)
            hits |= zero(word ^ 0x0a0a_0a0a_0a0a_0a0a) | zero(word ^ 0x0d0d_0d0d_0d0d_0d0d)
            hits &= ~word & 0x8080_8080_8080_8080
            if hits != 0 { return place &+ hits.trailingZeroBitCount >> 3 }
            place &+= 8
        }
        while place < bytes.count {
            switch unsafe bytes[place] {
            case 0x22, 0x5c, 0x0a, 0x0d: return place
            default: place &+= 1
            }
        }
        return place
    }

    /// Whether a text has nothing that canonical N-Quads escapes in a name (``ByteSet/endingNames``).
    @inline(__always)
    static func isPlainName(_ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe holdsNone(bytes) { word in
            let pairs = word & 0xfdfd_fdfd_fdfd_fdfd  // `<>` differ in one bit
            var hits = zero(word ^ 0x2222_2222_2222_2222) | zero(word ^ 0x5c5c_5c5c_5c5c_5c5c)
            hits |= zero(pairs ^ 0x3c3c_3c3c_3c3c_3c3c) | zero(word ^ 0x7f7f_7f7f_7f7f_7f7f)
            return (hits | (word &- 0x2121_2121_2121_2121)) & ~word
        }
    }

    /// Whether a text surely has nothing that canonical N-Quads escapes in a string
    /// (``ByteSet/escapedInStrings``, U+FFFE and U+FFFF). It is also false for some texts that begin a
    /// character as those two do.
    @inline(__always)
    static func isPlainString(_ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe holdsNone(bytes) { word in
            var hits = zero(word ^ 0x2222_2222_2222_2222) | zero(word ^ 0x5c5c_5c5c_5c5c_5c5c)
            hits |= zero(word ^ 0x7f7f_7f7f_7f7f_7f7f) | (word &- 0x2020_2020_2020_2020)
            let lead = word ^ 0xefef_efef_efef_efef
            return hits & ~word | zero(lead) & ~lead
        }
    }

    /// Whether no octet is one of those that `hits` marks with its highest bit.
    @inline(__always)
    private static func holdsNone(
        _ bytes: UnsafeRawBufferPointer, _ hits: (UInt64) -> UInt64
    ) -> Bool {
        var place = 0
        while let word = unsafe word(in: bytes, at: place) {
            if hits(word) & 0x8080_8080_8080_8080 != 0 { return false }
            place &+= 8
        }
        var rest: UInt64 = 0x6161_6161_6161_6161  // letters, which are never meant
        while place < bytes.count {
            rest = unsafe rest << 8 | UInt64(bytes[place])
            place &+= 1
        }
        return hits(rest) & 0x8080_8080_8080_8080 == 0
    }

    /// The octets in the order of their places from the lowest one on.
    @inline(__always)
    private static func word(in bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64? {
        guard place &+ 8 <= bytes.count else { return nil }
        return unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
    }

    /// With the highest bit of an octet set where that octet is zero, if it was not set before.
    @inline(__always)
    private static func zero(_ word: UInt64) -> UInt64 { word &- 0x0101_0101_0101_0101 }
}
