import Baking
import JSONText
import Testing

@Suite struct `A PNG` {
    private static let json = #"{"id": "urn:x:é", "note": "a ]]> b } {"}"#

    @Test(arguments: BakedStandard.allCases)
    func `gives back what was baked into it, under the keyword of its standard`(
        standard: BakedStandard
    ) throws {
        let text = Array(Self.json.utf8)
        let image = try Picture(reading: PNG.plain)
            .baking(Bakeable(standard: standard, text: text, isToken: false))
        #expect(image == PNG.with(PNG.iTXt(standard.keyword, text)))
        let found = try Picture(reading: image).credential()
        #expect(found.text == text)
        #expect(found.standard == standard)
        #expect(found.carrier == "iTXt")
        #expect(found.place == .octet(33))
        #expect(!found.isCompressed)
        #expect(found.picture == PNG.plain)
    }

    @Test func `keeps every other octet where what it holds is replaced`() throws {
        let comment = PNG.tEXt("Comment", "openbadgecredential {\"no\": 1}")
        let old = PNG.iTXt("openbadgecredential", "{\"old\": 1}")
        let image = PNG.signature + PNG.header + comment + PNG.pixel + old + comment + PNG.end
        let new = Bakeable(standard: .openBadges3, text: Array("e.y.J".utf8), isToken: true)
        let made = try Picture(reading: image).baking(new)
        let chunk = PNG.iTXt("openbadgecredential", "e.y.J")
        let rest = comment + PNG.pixel + comment + PNG.end
        #expect(made == PNG.signature + PNG.header + chunk + rest)
        #expect(try Picture(reading: made).plain == PNG.signature + PNG.header + rest)
    }

    @Test func `is read where the text is compressed, or in an older chunk`() throws {
        let text = Array(Self.json.utf8)
        let packed = PNG.deflated(text)
        let compressed = PNG.with(PNG.iTXt("clrcredential", packed, flags: [1, 0]))
        #expect(try Picture(reading: compressed).credential().text == text)
        #expect(try Picture(reading: compressed).credential().isCompressed)
        let tagged = PNG.iTXt("clrcredential", text, tags: "en-GB\0Zeugnis\0")
        #expect(try Picture(reading: PNG.with(tagged)).credential().text == text)
        #expect(try baked(PNG.with(PNG.tEXt("openbadges", "{\"a\": 1}"))) == "{\"a\": 1}")
        let old = PNG.zTXt("openbadges", PNG.deflated(Array("{\"a\": 1}".utf8)))
        #expect(try baked(PNG.with(old)) == "{\"a\": 1}")
    }

    @Test func `is refused where it holds none, several, or a badge beside a record`() throws {
        let badge = PNG.iTXt("openbadgecredential", "{}")
        let record = PNG.iTXt("clrcredential", "{}")
        #expect(refusal(PNG.plain) == .nothingBaked(.png))
        #expect(refusal(PNG.with(badge, badge)) == .several(.openBadges3, count: 2))
        let older = PNG.tEXt("openbadgecredential", "{}")
        #expect(refusal(PNG.with(badge, older)) == .several(.openBadges3, count: 2))
        #expect(refusal(PNG.with(badge, record)) == .competing(.openBadges3, .clr2))
        let new = Bakeable(standard: .openBadges3, text: [0x7B, 0x7D], isToken: false)
        let mended = try Picture(reading: PNG.with(badge, badge)).baking(new)
        #expect(mended == PNG.with(badge))
        #expect(throws: BakingError.holdsAnother(.clr2)) {
            try Picture(reading: PNG.with(record)).baking(new)
        }
    }

    @Test func `may hold an older assertion beside a newer credential`() throws {
        let older = PNG.iTXt("openbadges", "{\"old\": 1}")
        let newer = PNG.iTXt("openbadgecredential", "{\"new\": 1}")
        let found = try Picture(reading: PNG.with(older, newer)).credential()
        #expect(found.text == Array("{\"new\": 1}".utf8))
        #expect(found.standsBesideAssertion)
    }

    @Test func `may hold nothing but an address`() {
        let address = "https://badges.example/1"
        #expect(refusal(PNG.with(PNG.tEXt("openbadges", address))) == .onlyAddress(address))
        #expect(refusal(PNG.with(PNG.iTXt("openbadges", " \(address)\n"))) == .onlyAddress(address))
    }

    @Test func `knows no keyword but those of the standards`() {
        for keyword in ["openbadge", "OpenBadgeCredential", "openbadgecredential2", " openbadges"] {
            #expect(refusal(PNG.with(PNG.iTXt(keyword, "{}"))) == .nothingBaked(.png))
        }
    }

    @Test func `is refused where its chunks are not in order`() {
        let (header, pixel, end) = (PNG.header, PNG.pixel, PNG.end)
        let text = PNG.iTXt("openbadgecredential", "{}")
        let palette = PNG.chunk("PLTE", [0, 0, 0])
        let short = PNG.chunk("IHDR", [])
        let flat = PNG.chunk("IHDR", [0, 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0])
        let coloured = PNG.chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 3, 0, 0, 0])
        let cases: [([[UInt8]], PNGFault)] = [
            ([], .endsEarly), ([pixel, end], .headerNotFirst),
            ([header, header, pixel, end], .order(chunk: "IHDR")),
            ([header, text, end], .dataMissing), ([header, text, pixel], .endsEarly),
            ([header, pixel, text, pixel, end], .order(chunk: "IDAT")),
            ([header, pixel, palette, end], .order(chunk: "PLTE")),
            ([header, palette, palette, pixel, end], .order(chunk: "PLTE")),
            ([header, pixel, PNG.chunk("IEND", [0])], .order(chunk: "IEND")),
            ([header, PNG.chunk("ABCD", []), pixel, end], .unknownCritical(chunk: "ABCD")),
            ([header, PNG.chunk("aB1D", []), pixel, end], .chunkName),
            ([header, pixel, end, text], .afterEnd(count: text.count)),
            ([short, pixel, end], .header), ([flat, pixel, end], .header),
            ([coloured, pixel, end], .order(chunk: "IDAT")),
            ([header, PNG.number(1 << 31), text], .length(1 << 31)),
            ([header, PNG.number(0xFFFF_FFFF), text], .length(0xFFFF_FFFF)),
        ]
        for (chunks, fault) in cases {
            #expect(pngFault(PNG.signature + chunks.joined()) == fault)
        }
    }

    @Test func `is refused where its text is not what the chunk says`() {
        let keyword = "openbadgecredential"
        let octets = Array(keyword.utf8)
        let packed = PNG.deflated(Array("{}".utf8))
        let cases: [([UInt8], PNGFault)] = [
            (PNG.chunk("iTXt", octets + [0]), .textLayout(chunk: "iTXt")),
            (PNG.chunk("iTXt", octets + [0, 0, 0, 0]), .textLayout(chunk: "iTXt")),
            (PNG.iTXt(keyword, [], flags: [2, 0]), .textLayout(chunk: "iTXt")),
            (PNG.iTXt(keyword, packed, flags: [1, 1]), .textLayout(chunk: "iTXt")),
            (PNG.iTXt(keyword, Array(packed.dropLast(1)), flags: [1, 0]), .inflation),
            (PNG.iTXt(keyword, packed + [0], flags: [1, 0]), .inflation),
            (PNG.iTXt(keyword, Array("{}".utf8), flags: [1, 0]), .inflation),
            (PNG.iTXt(keyword, [0x7B, 0xC3, 0x28, 0x7D]), .notUTF8),
            (PNG.iTXt(keyword, [0xED, 0xA0, 0x80]), .notUTF8),
            (PNG.iTXt(keyword, [0xC0, 0x80]), .notUTF8),
            (PNG.tEXt(keyword, "{\"é\": 1}"), .beyondASCII(chunk: "tEXt")),
            (PNG.chunk("zTXt", octets + [0]), .textLayout(chunk: "zTXt")),
        ]
        for (chunk, fault) in cases { #expect(pngFault(PNG.with(chunk)) == fault) }
    }

    @Test func `that would fill memory is refused at the limit`() {
        let bomb = PNG.deflated([UInt8](repeating: 0x20, count: Limits.bakedTextBytes + 1))
        #expect(bomb.count < 64 << 10)
        let fault = PNGFault.inflatedTooLarge(limit: Limits.bakedTextBytes)
        let packed = PNG.iTXt("clrcredential", bomb, flags: [1, 0])
        #expect(pngFault(PNG.with(packed)) == fault)
        #expect(pngFault(PNG.with(PNG.zTXt("openbadges", bomb))) == fault)
        let large = PNG.plain + [UInt8](repeating: 0, count: Limits.pictureBytes)
        #expect(refusal(large) == .tooLarge(.png, limit: Limits.pictureBytes))
    }

    @Test func `shows the same picture however it is divided`() throws {
        let packed = PNG.deflated([0, 0x80])
        let start = PNG.signature + PNG.header
        let first = PNG.chunk("IDAT", Array(packed.prefix(3)))
        let second = PNG.chunk("IDAT", Array(packed.dropFirst(3)))
        let divided = start + first + second + PNG.end
        let other = start + PNG.chunk("IDAT", PNG.deflated([0, 0x81])) + PNG.end
        #expect(try Picture(reading: PNG.plain).shows(Picture(reading: divided)))
        #expect(try !Picture(reading: PNG.plain).shows(Picture(reading: other)))
        #expect(try !Picture(reading: PNG.plain).shows(Picture(SVG.plain)))
    }
}
