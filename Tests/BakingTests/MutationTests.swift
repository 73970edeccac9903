import Baking
import Foundation
import Testing

/// Damage of every kind to small pictures: the answer is the credential as it was baked, or a
/// refusal, and never another credential.
@Suite struct `A damaged picture` {
    private static let text = Array(#"{"id": "urn:x:1", "type": ["ClrCredential"]}"#.utf8)

    private static func png() throws -> [UInt8] {
        try Picture(reading: PNG.plain)
            .baking(Bakeable(standard: .clr2, text: text, isToken: false))
    }

    private static func svg() throws -> [UInt8] {
        try Picture(SVG.plain).baking(Bakeable(standard: .clr2, text: text, isToken: false))
    }

    /// The checksums of a PNG see every change of one octet.
    @Test func `that is a PNG is refused, whichever bit was turned`() throws {
        let image = try Self.png()
        for index in image.indices {
            for bit in 0..<8 {
                var damaged = image
                damaged[index] ^= 1 << UInt8(bit)
                #expect(refusal(damaged) != nil, "\(index), \(bit)")
            }
        }
    }

    @Test func `is refused, wherever it was cut off`() throws {
        for image in [try Self.png(), try Self.svg()] {
            for count in image.indices { #expect(refusal(Array(image[..<count])) != nil) }
        }
    }

    @Test func `that is a compressed PNG is refused, whichever octet of the stream changed`() {
        let packed = PNG.deflated(Self.text)
        for index in packed.indices {
            var damaged = packed
            damaged[index] ^= 0x55
            let image = PNG.with(PNG.iTXt("clrcredential", damaged, flags: [1, 0]))
            #expect(
                refusal(image) != nil || (try? baked(image).utf8.elementsEqual(Self.text)) == true)
        }
    }

    /// An SVG has no checksum: a change of the text itself is seen by its signature. Outside it,
    /// nothing that is read may be other than what was baked.
    @Test func `that is an SVG gives its text, or nothing`() throws {
        let image = try Self.svg()
        let start = try #require(image.firstRange(of: Self.text)).lowerBound
        for index in image.indices where !(start..<(start + Self.text.count)).contains(index) {
            for value in [0x00, 0x20, 0x22, 0x26, 0x3C, 0x3E, 0x41, 0x5D, 0x80, 0xFF] as [UInt8] {
                var damaged = image
                damaged[index] = value
                guard let read = try? Picture(reading: damaged).credential() else { continue }
                #expect(read.text == Self.text, "\(index), \(value)")
            }
        }
    }

    /// Seeded damage for as long as `CLR_FUZZ_SECONDS` says: whatever is read can be baked again,
    /// and read again.
    @Test func `never stops the program, and what is read can be written`() throws {
        let seconds = ProcessInfo.processInfo.environment["CLR_FUZZ_SECONDS"].flatMap { Double($0) }
        let end = Date(timeIntervalSinceNow: seconds ?? 1)
        var random = Seeded(state: 20)
        let seeds = [
            try Self.png(), try Self.svg(), PNG.with(PNG.tEXt("openbadges", "{}")),
            PNG.with(PNG.iTXt("clrcredential", PNG.deflated(Self.text), flags: [1, 0])),
            Array(SVG.badge("<![CDATA[{}]]>&amp;", verify: "").utf8),
            Array(("<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'a' 'b'>" + SVG.plain).utf8),
        ]
        var rounds = 0
        while Date() < end {
            rounds += 1
            var image = seeds[Int(random.next() % UInt64(seeds.count))]
            for _ in 0...(random.next() % 4) { random.damage(&image, with: seeds) }
            if image.starts(with: PNG.signature), random.next() % 2 == 0 { mendChecksums(&image) }
            guard let picture = try? Picture(reading: image),
                let text = try? picture.credential().text
            else { continue }
            let standard = try #require(picture.standards.first)
            let new = Bakeable(
                standard: standard, text: text, isToken: false, address: "https://x.example/")
            guard let again = try? picture.baking(new) else { continue }
            guard picture.standards.count == 1, !text.isEmpty else { continue }
            #expect(try Picture(reading: again).credential().text == text)
        }
        #expect(rounds > 0)
    }

    /// Makes damaged chunks pass their checksums, so that what is behind them is reached.
    private func mendChecksums(_ image: inout [UInt8]) {
        var position = PNG.signature.count
        while position + 12 <= image.count {
            let length = image[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
            guard length <= image.count - position - 12 else { return }
            let name = Array(image[(position + 4)..<(position + 8)])
            let content = Array(image[(position + 8)..<(position + 8 + length)])
            let made = PNG.chunk(String(decoding: name, as: UTF8.self), content)
            if made.count == length + 12 {
                image.replaceSubrange(position..<(position + length + 12), with: made)
            }
            position += length + 12
        }
    }
}

/// The same numbers in every run.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One change: an octet, a piece gone, a piece twice, a piece of another picture.
    mutating func damage(_ bytes: inout [UInt8], with others: [[UInt8]]) {
        guard !bytes.isEmpty else { return }
        let start = Int(next() % UInt64(bytes.count))
        let end = min(bytes.count, start + Int(next() % 24))
        let other = others[Int(next() % UInt64(others.count))]
        switch next() % 5 {
        case 0: bytes[start] = UInt8(truncatingIfNeeded: next())
        case 1: bytes[start] ^= 1 << UInt8(next() % 8)
        case 2: bytes.removeSubrange(start..<end)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
        default:
            let from = Int(next() % UInt64(other.count))
            let piece = other[from..<min(other.count, from + Int(next() % 64))]
            bytes.insert(contentsOf: piece, at: start)
        }
    }
}
