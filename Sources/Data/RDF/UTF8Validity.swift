/// Well-formed UTF-8 as RFC 3629 has it.
enum UTF8Validity {
    /// Where the first ill-formed sequence starts, or nil.
    static func firstFault(in bytes: UnsafeRawBufferPointer) -> Int? {
        var position = 0
        while true {
            position = unsafe skipASCII(in: bytes, from: position)
            if position == bytes.count { return nil }
            let length = unsafe sequenceLength(in: bytes, at: position)
            if length == 0 { return position }
            position += length
        }
    }

    @inline(__always)
    private static func skipASCII(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var position = start
        while position &+ 8 <= bytes.count {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            position &+= 8
        }
        while position < bytes.count, unsafe bytes[position] < 0x80 { position &+= 1 }
        return position
    }

    /// Zero where no well-formed sequence starts at the (non-ASCII) position.
    private static func sequenceLength(in bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
        let lead = unsafe bytes[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xbf
        switch lead {
        case 0xc2...0xdf: length = 2
        case 0xe0: (length, second) = (3, 0xa0...0xbf)
        case 0xed: (length, second) = (3, 0x80...0x9f)
        case 0xe1...0xef: length = 3
        case 0xf0: (length, second) = (4, 0x90...0xbf)
        case 0xf4: (length, second) = (4, 0x80...0x8f)
        case 0xf1...0xf3: length = 4
        default: return 0
        }
        guard start + length <= bytes.count, unsafe second.contains(bytes[start + 1]) else {
            return 0
        }
        for offset in 2..<4 where offset < length {
            if unsafe bytes[start + offset] & 0xc0 != 0x80 { return 0 }
        }
        return length
    }
}
