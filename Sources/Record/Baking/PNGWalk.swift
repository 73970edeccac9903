import CZlib

/// One pass over the chunks of a PNG (third edition, section 5), as strict as that text: nothing
/// is skipped, guessed or repaired.
struct PNGWalk {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    static let palette = UInt8(3)
    private static let seen: Set = ["IHDR", "PLTE", "tRNS", "IDAT"]

    /// Where the header ends, and the first chunk after it begins.
    private(set) var headerEnd = 0
    /// The text chunks with a keyword of ours, in the order of the file.
    private(set) var texts: [PNGText] = []
    /// The contents that decide what is seen.
    private(set) var pixels: [Range<Int>] = []

    private let bytes: [UInt8]
    private var stage = Stage.header
    private var needsPalette = false
    private var hasPalette = false

    private enum Stage { case header, beforeData, data, afterData, end }

    init(_ bytes: [UInt8]) throws(BakingError) {
        self.bytes = bytes
        var position = Self.signature.count
        while stage != .end {
            let chunk = try chunk(at: position)
            try place(chunk)
            if Self.seen.contains(chunk.word) { pixels.append(chunk.content) }
            position = chunk.end
        }
        guard position == bytes.count else {
            throw .malformedPNG(.afterEnd(count: bytes.count - position), octet: position)
        }
    }

    /// The chunk there, once its length and its checksum are right.
    private func chunk(at start: Int) throws(BakingError) -> PNGChunk {
        guard bytes.count - start >= PNGChunk.frame else {
            throw .malformedPNG(.endsEarly, octet: start)
        }
        let length = bytes.bigEndian(at: start)
        guard length <= bytes.count - start - PNGChunk.frame else {
            throw .malformedPNG(.length(length), octet: start)
        }
        let chunk = PNGChunk(
            start: start, name: Array(bytes[(start + 4)..<(start + 8)]), length: length)
        guard chunk.name.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else {
            throw .malformedPNG(.chunkName, octet: start)
        }
        guard bytes.crc32(chunk.checked) == bytes.bigEndian(at: chunk.content.upperBound) else {
            throw .malformedPNG(.checksum(chunk: chunk.word), octet: start)
        }
        return chunk
    }

    /// Whether the chunk may stand here (section 5.6).
    private mutating func place(_ chunk: PNGChunk) throws(BakingError) {
        if stage == .header {
            guard chunk.word == "IHDR" else {
                throw .malformedPNG(.headerNotFirst, octet: chunk.start)
            }
            return try header(chunk)
        }
        switch chunk.word {
        case "PLTE":
            let fits = stage == .beforeData && !hasPalette && chunk.length % 3 == 0
            guard fits, 1...256 ~= chunk.length / 3 else { throw .misplaced(chunk) }
            hasPalette = true
        case "IDAT":
            guard stage != .afterData, hasPalette || !needsPalette else { throw .misplaced(chunk) }
            stage = .data
        case "IEND":
            guard stage != .beforeData else {
                throw .malformedPNG(.dataMissing, octet: chunk.start)
            }
            guard chunk.length == 0 else { throw .misplaced(chunk) }
            stage = .end
        case "IHDR": throw .misplaced(chunk)
        default:
            guard chunk.name[0] & 0x20 != 0 else {
                throw .malformedPNG(.unknownCritical(chunk: chunk.word), octet: chunk.start)
            }
            if stage == .data { stage = .afterData }
            if let text = PNGText(chunk, in: bytes) { texts.append(text) }
        }
    }

    /// Section 11.2.1: size, depth with colour, and the methods that there are.
    private mutating func header(_ chunk: PNGChunk) throws(BakingError) {
        let content = Array(bytes[chunk.content])
        let depths: [UInt8: [UInt8]] = [
            0: [1, 2, 4, 8, 16], 2: [8, 16], Self.palette: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
        ]
        guard content.count == 13, content.isLength(at: 0), content.isLength(at: 4),
            depths[content[9]]?.contains(content[8]) == true, content[10] == 0, content[11] == 0,
            content[12] <= 1
        else { throw .malformedPNG(.header, octet: chunk.start) }
        needsPalette = content[9] == Self.palette
        headerEnd = chunk.end
        stage = .beforeData
    }
}

extension BakingError {
    fileprivate static func misplaced(_ chunk: PNGChunk) -> BakingError {
        .malformedPNG(.order(chunk: chunk.word), octet: chunk.start)
    }
}

/// Length, name, content, checksum.
struct PNGChunk {
    /// Octets of a chunk beside its content.
    static let frame = 12

    let start: Int
    let name: [UInt8]
    let length: Int

    var word: String { String(decoding: name, as: UTF8.self) }
    var content: Range<Int> { (start + 8)..<(start + 8 + length) }
    /// What the checksum is made over: name and content.
    var checked: Range<Int> { (start + 4)..<(start + 8 + length) }
    var end: Int { start + length + Self.frame }

    /// A whole chunk.
    static func made(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let checked = name.utf8 + content
        return [UInt8](bigEndian: content.count) + checked
            + [UInt8](bigEndian: checked.crc32(0..<checked.count))
    }
}

extension [UInt8] {
    init(bigEndian value: Int) {
        self = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    func bigEndian(at offset: Int) -> Int {
        self[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The numbers of a PNG end at 2^31 - 1, and a picture has at least one pixel each way.
    func isLength(at offset: Int) -> Bool { 1...Int(Int32.max) ~= bigEndian(at: offset) }

    func crc32(_ range: Range<Int>) -> Int {
        unsafe withUnsafeBufferPointer { all in
            let part = unsafe UnsafeBufferPointer(rebasing: all[range])
            return unsafe Int(CZlib.crc32(0, part.baseAddress, UInt32(part.count)))
        }
    }
}
