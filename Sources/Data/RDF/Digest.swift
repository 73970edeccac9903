/// A hash of up to 48 bytes as big-endian words, so that comparing words compares the bytes, and
/// with them the hexadecimal texts.
struct Digest: Hashable, Comparable, Sendable {
    private(set) var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)

    /// `bytes` holds at most 48 bytes, a multiple of eight.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
        words.0 = unsafe Self.word(bytes, at: 0)
        words.1 = unsafe Self.word(bytes, at: 8)
        words.2 = unsafe Self.word(bytes, at: 16)
        words.3 = unsafe Self.word(bytes, at: 24)
        if bytes.count > 32 {
            words.4 = unsafe Self.word(bytes, at: 32)
            words.5 = unsafe Self.word(bytes, at: 40)
        }
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    @inline(__always)
    static func == (a: Digest, b: Digest) -> Bool {
        a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2
            && a.words.3 == b.words.3 && a.words.4 == b.words.4 && a.words.5 == b.words.5
    }

    @inline(__always)
    static func < (a: Digest, b: Digest) -> Bool {
        if a.words.0 != b.words.0 { return a.words.0 < b.words.0 }
        if a.words.1 != b.words.1 { return a.words.1 < b.words.1 }
        if a.words.2 != b.words.2 { return a.words.2 < b.words.2 }
        if a.words.3 != b.words.3 { return a.words.3 < b.words.3 }
        if a.words.4 != b.words.4 { return a.words.4 < b.words.4 }
        return a.words.5 < b.words.5
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension ByteBuffer {
    /// In lower-case hexadecimal.
    mutating func append(hexadecimal digest: Digest, _ algorithm: HashAlgorithm) {
        append(hexadecimal: digest.words.0)
        append(hexadecimal: digest.words.1)
        append(hexadecimal: digest.words.2)
        append(hexadecimal: digest.words.3)
        if algorithm == .sha384 {
            append(hexadecimal: digest.words.4)
            append(hexadecimal: digest.words.5)
        }
    }

    @inline(__always)
    private mutating func append(hexadecimal word: UInt64) {
        append(littleEndian: Self.hexadecimal(UInt32(truncatingIfNeeded: word >> 32)).byteSwapped)
        append(littleEndian: Self.hexadecimal(UInt32(truncatingIfNeeded: word)).byteSwapped)
    }

    /// The eight digits of four bytes, the first in the highest byte.
    @inline(__always)
    private static func hexadecimal(_ half: UInt32) -> UInt64 {
        var nibbles = UInt64(half)
        nibbles = (nibbles | nibbles << 16) & 0x0000_ffff_0000_ffff
        nibbles = (nibbles | nibbles << 8) & 0x00ff_00ff_00ff_00ff
        nibbles = (nibbles | nibbles << 4) & 0x0f0f_0f0f_0f0f_0f0f
        let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 39
    }
}
