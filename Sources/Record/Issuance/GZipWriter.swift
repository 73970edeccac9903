import CZlib

/// Packs octets as gzip. The same octets give the same result: no time and no name is written.
enum GZipWriter {
    private static let gzipWindow: Int32 = 15 + 16

    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = unsafe z_stream()
        guard unsafe clr_deflate_begin(&stream, Z_BEST_COMPRESSION, gzipWindow) == Z_OK else {
            return []
        }
        defer { unsafe deflateEnd(&stream) }
        var input = bytes
        let room = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        return unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(clamping: input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(clamping: room)
                let status = unsafe deflate(&stream, Z_FINISH)
                count = unsafe status == Z_STREAM_END ? room - Int(stream.avail_out) : 0
            }
        }
    }
}
