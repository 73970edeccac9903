import JSONText

/// A text chunk of a PNG with one of the keywords of baking (sections 11.3.3.2 to 11.3.3.4).
struct PNGText {
    let standard: BakedStandard
    let kind: Kind
    let chunk: PNGChunk
    /// What follows the keyword and the zero behind it.
    private let rest: Range<Int>

    enum Kind: String, CaseIterable {
        case international = "iTXt"
        case plain = "tEXt"
        case compressed = "zTXt"
    }

    /// Nil where the chunk is something else.
    init?(_ chunk: PNGChunk, in bytes: [UInt8]) {
        guard let kind = Kind(rawValue: chunk.word) else { return nil }
        let content = bytes[chunk.content]
        let standard = BakedStandard.allCases.first {
            content.starts(with: Array($0.keyword.utf8) + [0])
        }
        guard let standard else { return nil }
        self.standard = standard
        self.kind = kind
        self.chunk = chunk
        rest = (content.startIndex + standard.keyword.utf8.count + 1)..<content.endIndex
    }

    /// The text, and whether it was compressed.
    func text(in bytes: [UInt8]) throws(BakingError) -> (text: [UInt8], isCompressed: Bool) {
        let rest = bytes[rest]
        let isCompressed: Bool
        let packed: ArraySlice<UInt8>
        switch kind {
        case .plain: (isCompressed, packed) = (false, rest)
        case .compressed:
            guard rest.first == 0 else { throw layout }
            (isCompressed, packed) = (true, rest.dropFirst())
        case .international: (isCompressed, packed) = try international(rest)
        }
        let text = isCompressed ? try inflated(packed) : Array(packed)
        try check(text)
        return (text, isCompressed)
    }

    /// Compression flag, compression method, language tag, 0, translated keyword, 0, text.
    private func international(
        _ rest: ArraySlice<UInt8>
    ) throws(BakingError) -> (Bool, ArraySlice<UInt8>) {
        let flags = rest.prefix(2)
        guard flags.count == 2, let flag = flags.first, flag <= 1, flags.last == 0,
            let tagEnd = rest.dropFirst(2).firstIndex(of: 0),
            let keywordEnd = rest[(tagEnd + 1)...].firstIndex(of: 0)
        else { throw layout }
        return (flag == 1, rest[(keywordEnd + 1)...])
    }

    private func inflated(_ packed: ArraySlice<UInt8>) throws(BakingError) -> [UInt8] {
        do {
            return try Inflation.inflated(
                Array(packed), from: .zlib, limit: Limits.bakedTextBytes)
        } catch {
            switch error {
            case .damaged, .endsEarly, .continues: throw fault(.inflation)
            case .tooLarge(let limit): throw fault(.inflatedTooLarge(limit: limit))
            }
        }
    }

    private func check(_ text: [UInt8]) throws(BakingError) {
        guard kind == .international else {
            guard text.allSatisfy({ $0 < 0x80 }) else {
                throw fault(.beyondASCII(chunk: kind.rawValue))
            }
            return
        }
        guard UTF8Form.firstFault(in: text) == nil else { throw fault(.notUTF8) }
    }

    private var layout: BakingError { fault(.textLayout(chunk: kind.rawValue)) }

    private func fault(_ fault: PNGFault) -> BakingError {
        .malformedPNG(fault, octet: chunk.start)
    }
}
