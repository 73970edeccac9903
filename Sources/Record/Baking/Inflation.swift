import CZlib

/// Inflates streams up to a limit, piece by piece, so that a small text cannot fill memory.
///
/// There is no bound on the ratio: an honest status list is nearly all zeros, and the 1,032 octets
/// that deflate makes of one at most are what it comes to.
package enum Inflation {
    /// What stands around the stream. No other than the one that is asked for is read.
    package enum Wrapper: CaseIterable, Sendable {
        /// RFC 1950, in pictures.
        case zlib
        /// RFC 1952, in status lists.
        case gzip

        /// The largest window, and this wrapper only.
        fileprivate var window: Int32 {
            switch self {
            case .zlib: 15
            case .gzip: 15 + 16
            }
        }
    }

    package enum Failure: Error, Hashable {
        /// Not such a stream, or one that was changed.
        case damaged
        case endsEarly
        /// More octets after the stream: others may read on, and see a longer text.
        case continues
        case tooLarge(limit: Int)
    }

    private static let piece = 64 << 10

    package static func inflated(
        _ bytes: [UInt8], from wrapper: Wrapper, limit: Int
    ) throws(Failure) -> [UInt8] {
        var stream = unsafe z_stream()
        guard unsafe clr_inflate_begin(&stream, wrapper.window) == Z_OK else { throw .damaged }
        defer { unsafe inflateEnd(&stream) }
        var out: [UInt8] = []
        var input = bytes
        let end = unsafe input.withUnsafeMutableBufferPointer { input -> Result<Void, Failure> in
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(clamping: input.count)
            return unsafe inflate(&stream, into: &out, limit: limit)
        }
        try end.get()
        return out
    }

    private static func inflate(
        _ stream: inout z_stream, into out: inout [UInt8], limit: Int
    ) -> Result<Void, Failure> {
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let status = unsafe buffer.withUnsafeMutableBufferPointer { buffer -> Int32 in
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = UInt32(buffer.count)
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            let made = unsafe piece - Int(stream.avail_out)
            guard out.count + made <= limit else { return .failure(.tooLarge(limit: limit)) }
            out += buffer[..<made]
            switch status {
            case Z_STREAM_END:
                return unsafe stream.avail_in == 0 ? .success(()) : .failure(.continues)
            case Z_OK where unsafe made > 0 || stream.avail_in > 0: continue
            case Z_OK, Z_BUF_ERROR: return .failure(.endsEarly)
            default: return .failure(.damaged)
            }
        }
    }
}
