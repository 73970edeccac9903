import CZlib

/// Inflates zlib streams (RFC 1950) up to a limit, piece by piece, so that a small text cannot
/// fill memory.
enum Inflation {
    enum Failure: Error, Hashable {
        case damaged
        case tooLarge
    }

    private static let piece = 64 << 10
    /// The largest window, and the zlib wrapper only.
    private static let zlibWindow: Int32 = 15

    static func inflated(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        var stream = z_stream()
        guard clr_inflate_begin(&stream, zlibWindow) == Z_OK else { throw .damaged }
        defer { inflateEnd(&stream) }
        var out: [UInt8] = []
        var input = bytes
        let end = input.withUnsafeMutableBufferPointer { input -> Result<Void, Failure> in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: input.count)
            return inflate(&stream, into: &out, limit: limit)
        }
        try end.get()
        return out
    }

    private static func inflate(
        _ stream: inout z_stream, into out: inout [UInt8], limit: Int
    ) -> Result<Void, Failure> {
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let status = buffer.withUnsafeMutableBufferPointer { buffer -> Int32 in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                return CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            let made = piece - Int(stream.avail_out)
            guard out.count + made <= limit else { return .failure(.tooLarge) }
            out += buffer[..<made]
            switch status {
            // Something behind the end belongs to nobody.
            case Z_STREAM_END: return stream.avail_in == 0 ? .success(()) : .failure(.damaged)
            case Z_OK where made > 0 || stream.avail_in > 0: continue
            default: return .failure(.damaged)
            }
        }
    }
}
