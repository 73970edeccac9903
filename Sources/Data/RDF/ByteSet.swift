/// A set of ASCII characters, asked with a shift and a mask. No byte above 0x7F is in it.
struct ByteSet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let word = byte < 64 ? low : byte < 128 ? high : 0
        return word >> UInt64(byte & 63) & 1 == 1
    }

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Controls, space and `"<>\^{|}` with the grave accent: what IRIREF leaves out.
    static var notInIRI: ByteSet {
        ByteSet(low: 0x5000_0005_ffff_ffff, high: 0x3800_0001_5000_0000)
    }

    static var letters: ByteSet { ByteSet(low: 0, high: 0x07ff_fffe_07ff_fffe) }

    static var lettersAndDigits: ByteSet {
        ByteSet(low: 0x03ff_0000_0000_0000, high: 0x07ff_fffe_07ff_fffe)
    }

    /// Letters, digits and `+-.` (RFC 3986 section 3.1).
    static var inScheme: ByteSet {
        ByteSet(low: 0x03ff_6800_0000_0000, high: 0x07ff_fffe_07ff_fffe)
    }

    /// Controls, the quotation mark and the backslash: all that canonical N-Quads escapes.
    static var escapedInStrings: ByteSet {
        ByteSet(low: 0x0000_0004_ffff_ffff, high: 0x8000_0000_1000_0000)
    }

    /// Controls, space and `"<>\`: with these a name could pretend to be more than one term.
    static var endingNames: ByteSet {
        ByteSet(low: 0x5000_0005_ffff_ffff, high: 0x8000_0000_1000_0000)
    }
}
