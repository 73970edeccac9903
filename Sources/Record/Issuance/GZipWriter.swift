import CZlib

/// Packs octets as gzip. The same octets give the same result: no time and no name is written.
enum GZipWriter {
    private static let gzipWindow: Int32 = 15 + 16

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard clr_deflate_begin(&stream, Z_BEST_COMPRESSION, gzipWindow) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(clamping: input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(clamping: room)
                let status = deflate(&stream, Z_FINISH)
                count = status == Z_STREAM_END ? room - Int(stream.avail_out) : 0
            }
        }
    }
}
