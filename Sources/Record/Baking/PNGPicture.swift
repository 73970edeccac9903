/// A PNG, and the text chunks in which credentials are baked into it.
struct PNGPicture: Sendable {
    private let bytes: [UInt8]
    private let texts: [PNGText]
    private let headerEnd: Int
    private let seen: [Range<Int>]

    init(reading bytes: [UInt8]) throws(BakingError) {
        let walk = try PNGWalk(bytes)
        self.bytes = bytes
        texts = walk.texts
        headerEnd = walk.headerEnd
        seen = walk.pixels
    }

    var standards: [BakedStandard] { texts.map(\.standard) }

    func credential(_ index: Int, in source: Picture) throws(BakingError) -> BakedCredential {
        let chunk = texts[index]
        let (text, isCompressed) = try chunk.text(in: bytes)
        return BakedCredential(
            format: .png, standard: chunk.standard, text: text,
            place: .octet(chunk.chunk.start), carrier: chunk.kind.rawValue,
            isCompressed: isCompressed, standsBesideAssertion: texts.count > 1,
            activeContent: nil, source: source)
    }

    /// What is seen: however the pixels are divided into chunks, it is the same.
    var pixels: [UInt8] { seen.flatMap { bytes[$0] } }

    var plain: [UInt8] { without(texts) }

    /// One uncompressed iTXt chunk behind the header, without language and translation (BAKE-02).
    func baking(_ credential: Bakeable) -> [UInt8] {
        let content = Array(credential.standard.keyword.utf8) + [0, 0, 0, 0, 0] + credential.text
        let others = without(texts.filter { $0.standard == credential.standard })
        var out = Array(others[..<headerEnd])
        out += PNGChunk.made(PNGText.Kind.international.rawValue, content)
        out += others[headerEnd...]
        return out
    }

    /// All octets but those of these chunks; they stand behind the header, in order.
    private func without(_ chunks: [PNGText]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var position = 0
        for text in chunks {
            kept += bytes[position..<text.chunk.start]
            position = text.chunk.end
        }
        return kept + bytes[position...]
    }
}
