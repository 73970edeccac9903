/// Bytes that grow at the end and are cut there: the working memory of hashing and writing. Only
/// who owns them can change them, and they have one owner.
@safe struct ByteBuffer: ~Copyable, @unchecked Sendable {
    private var memory: UnsafeMutableRawBufferPointer
    /// Whether the memory is that of an array which is being made.
    private var isLent = false
    private(set) var count = 0

    init(capacity: Int = 4096) {
        unsafe memory = .allocate(byteCount: Swift.max(capacity, 64), alignment: 8)
    }

    private init(lent memory: UnsafeMutableRawBufferPointer) {
        unsafe self.memory = unsafe memory
        isLent = true
    }

    deinit { if !isLent { unsafe memory.deallocate() } }

    /// What `write` appends, without a copy if it is no longer than `capacity`.
    static func array(capacity: Int, _ write: (inout ByteBuffer) -> Void) -> [UInt8] {
        var longer: [UInt8]?
        let octets = unsafe [UInt8](unsafeUninitializedCapacity: Swift.max(capacity, 64)) {
            var buffer = unsafe ByteBuffer(lent: UnsafeMutableRawBufferPointer($0))
            write(&buffer)
            if buffer.isLent { $1 = buffer.count } else { longer = buffer.array() }
        }
        return longer ?? octets
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        let place = unsafe room(for: 1)
        unsafe place.storeBytes(of: byte, as: UInt8.self)
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        unsafe room(for: bytes.count).copyMemory(from: base, byteCount: bytes.count)
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        unsafe append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(littleEndian word: UInt64) {
        unsafe room(for: 8).storeBytes(of: word.littleEndian, as: UInt64.self)
    }

    /// In decimal. A long number takes as long as a short one.
    @inline(__always)
    mutating func append(decimal number: Int) {
        guard let digits = EightDigits(number) else { return append(longDecimal: number) }
        unsafe room(for: 8).storeBytes(of: digits.octets.littleEndian, as: UInt64.self)
        count &-= 8 &- digits.count
    }

    @inline(never)
    private mutating func append(longDecimal number: Int) {
        for digit in String(number).utf8 { append(digit) }
    }

    @inline(__always)
    mutating func truncate(to newCount: Int) { count = Swift.min(count, newCount) }

    /// Puts the bytes from `source` to the end at `target`, and ends there.
    mutating func moveTail(from source: Int, to target: Int) {
        let length = count - source
        if length > 0, target < source, let base = unsafe memory.baseAddress {
            unsafe (base + target).copyMemory(from: base + source, byteCount: length)
        }
        count = target + length
    }

    /// Valid until the buffer is changed.
    @inline(__always)
    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: memory[range])
    }

    @inline(__always)
    var bytes: UnsafeRawBufferPointer { unsafe bytes(0..<count) }

    func array() -> [UInt8] { unsafe Array(bytes) }

    @inline(__always)
    private mutating func room(for more: Int) -> UnsafeMutableRawPointer {
        if unsafe count &+ more > memory.count { grow(for: more) }
        // The buffer is never empty, so it has a base address.
        let place = unsafe memory.baseAddress.unsafelyUnwrapped + count
        count &+= more
        return unsafe place
    }

    @inline(never)
    private mutating func grow(for more: Int) {
        let larger = unsafe UnsafeMutableRawBufferPointer.allocate(
            byteCount: Swift.max(memory.count * 2, count + more), alignment: 8)
        unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[0..<count]))
        if !isLent { unsafe memory.deallocate() }
        unsafe memory = unsafe larger
        isLent = false
    }
}
