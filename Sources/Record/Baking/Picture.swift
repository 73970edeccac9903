import JSONText

/// A PNG or SVG that has been read strictly enough to know all that is baked into it. The picture
/// itself is never decoded or drawn.
package struct Picture: Sendable {
    package let format: ImageFormat
    private let content: Content

    private enum Content: Sendable {
        case png(PNGPicture)
        case svg(SVGPicture)
    }

    package init(reading bytes: [UInt8]) throws(BakingError) {
        guard let format = ImageFormat(of: bytes) else { throw .notBakeable(nil) }
        guard bytes.count <= Limits.pictureBytes else {
            throw .tooLarge(format, limit: Limits.pictureBytes)
        }
        self.format = format
        switch format {
        case .png: content = .png(try PNGPicture(reading: bytes))
        case .svg: content = .svg(try SVGPicture(reading: bytes))
        case .jpeg, .gif, .webP: throw .notBakeable(format)
        }
    }

    /// The standards of what is baked in, in the order of the file.
    package var standards: [BakedStandard] {
        switch content {
        case .png(let picture): picture.standards
        case .svg(let picture): picture.standards
        }
    }

    /// Where something stands that could run in a reader's browser.
    package var activeContent: ImagePlace? {
        switch content {
        case .png: nil
        case .svg(let picture): picture.activePlace
        }
    }

    /// The one credential that is baked in.
    package func credential() throws(BakingError) -> BakedCredential {
        let index = try chosen()
        let found =
            switch content {
            case .png(let picture): try picture.credential(index, in: self)
            case .svg(let picture): try picture.credential(index, in: self)
            }
        if let address = Self.address(found.text) { throw .onlyAddress(address) }
        return found
    }

    /// The picture with nothing baked in.
    package var plain: [UInt8] {
        switch content {
        case .png(let picture): picture.plain
        case .svg(let picture): picture.plain
        }
    }

    /// Whether it is the same picture, whatever is written beside it: of a PNG, the same size,
    /// colours and packed pixels; of an SVG, the same octets without what is baked in.
    package func shows(_ other: Picture?) -> Bool {
        switch (content, other?.content) {
        case (.png(let one), .png(let other)): one.pixels == other.pixels
        case (.svg(let one), .svg(let other)): one.plain == other.plain
        case (.png, _), (.svg, _): false
        }
    }

    /// The picture with this credential in it, in place of those of its standard; every other
    /// octet stays.
    package func baking(_ credential: Bakeable) throws(BakingError) -> [UInt8] {
        let newer = standards.first { $0 != credential.standard && $0 != .openBadges2 }
        if let newer, credential.standard != .openBadges2 { throw .holdsAnother(newer) }
        switch content {
        case .png(let picture): return picture.baking(credential)
        case .svg(let picture): return try picture.baking(credential)
        }
    }

    /// Exactly one counts. An Open Badges 2.0 assertion may stand beside a newer credential:
    /// issuers bake both while they change over.
    private func chosen() throws(BakingError) -> Int {
        let standards = standards
        guard !standards.isEmpty else { throw .nothingBaked(format) }
        for standard in BakedStandard.allCases {
            let count = standards.count { $0 == standard }
            if count > 1 { throw .several(standard, count: count) }
        }
        let newer = standards.indices.filter { standards[$0] != .openBadges2 }
        if newer.count > 1 { throw .competing(standards[newer[0]], standards[newer[1]]) }
        return newer.first ?? 0
    }

    /// The URL that is all there is.
    private static func address(_ text: [UInt8]) -> String? {
        let rest = text.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
        guard rest.count <= 2_048, rest.allSatisfy({ $0 < 0x7F }),
            ["https://", "http://"].contains(where: { rest.starts(with: $0.utf8) }),
            text[rest.endIndex...].allSatisfy({ $0 <= 0x20 })
        else { return nil }
        return String(decoding: rest, as: UTF8.self)
    }
}
