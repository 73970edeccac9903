import CZlib

/// The form of a PNG, written without the room that reads it.
enum PNGForm {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// Octets of a chunk beside its content.
    private static let frame = 12

    /// One grey pixel, and these chunks before it.
    static func pixel(with chunks: [UInt8] = []) -> [UInt8] {
        let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
        return signature + header + chunks + chunk("IDAT", deflated([0, 0x80])) + chunk("IEND", [])
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        framed(Array(name.utf8) + content)
    }

    private static func framed(_ checked: [UInt8]) -> [UInt8] {
        let sum = Int(crc32(0, checked, UInt32(checked.count)))
        return number(checked.count - 4) + checked + number(sum)
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(length))
        guard compress2(&out, &length, bytes, UInt(bytes.count), 9) == Z_OK else { return [] }
        return Array(out.prefix(Int(length)))
    }

    /// The same chunks with the checksums that they should have: a fuzzer does not find those.
    static func mended(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.starts(with: signature) else { return bytes }
        var out = signature
        var position = signature.count
        while bytes.count - position >= frame {
            let length = bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= bytes.count - position - frame else { break }
            out += framed(Array(bytes[(position + 4)..<(position + 8 + length)]))
            position += length + frame
        }
        return out + bytes[position...]
    }
}
