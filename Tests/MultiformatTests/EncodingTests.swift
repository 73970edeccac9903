import Multiformat
import Testing

@Suite struct `Base 58` {
    /// The vectors of the IETF draft on base 58.
    @Test(
        arguments: [
            ("Hello World!", "2NEpo7TZRRrLZSi2U"),
            (
                "The quick brown fox jumps over the lazy dog.",
                "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
            ),
            ("", ""),
        ])
    func `agrees with published values`(text: String, encoded: String) throws {
        #expect(Base58BTC.encode(Array(text.utf8)) == encoded)
        #expect(try Base58BTC.decode(encoded) == Array(text.utf8))
    }

    @Test func `keeps leading zero octets as ones`() throws {
        #expect(Base58BTC.encode([0, 0, 0x28, 0x7f, 0xb4, 0xcd]) == "11233QC4")
        #expect(try Base58BTC.decode("11233QC4") == [0, 0, 0x28, 0x7f, 0xb4, 0xcd])
        #expect(Base58BTC.encode([0, 0, 0]) == "111")
        #expect(try Base58BTC.decode("111") == [0, 0, 0])
    }

    @Test func `gives back what it was given, at every length`() throws {
        var generator = SystemRandomNumberGenerator()
        for length in 0..<200 {
            let octets = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator)
            }
            #expect(try Base58BTC.decode(Base58BTC.encode(octets)) == octets)
            let high = [UInt8](repeating: 0xFF, count: length)
            #expect(try Base58BTC.decode(Base58BTC.encode(high)) == high)
        }
    }

    @Test(arguments: ["0", "O", "I", "l", "abc+", " a", "a\n", "é"])
    func `refuses characters outside its alphabet`(text: String) {
        #expect(throws: MultiformatError.self) { try Base58BTC.decode(text) }
    }

    @Test func `says where the wrong character stands`() {
        #expect(throws: MultiformatError.invalidCharacter(offset: 3)) {
            try Base58BTC.decode("111l")
        }
    }

    @Test func `stops before the work grows out of hand`() throws {
        let longest = String(repeating: "z", count: Base58BTC.longestText)
        #expect(try Base58BTC.decode(longest).count > 2_000)
        #expect(throws: MultiformatError.tooLong(limit: Base58BTC.longestText)) {
            try Base58BTC.decode(longest + "z")
        }
    }
}

@Suite struct `Base 64` {
    /// RFC 4648 section 10.
    @Test(
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func `agrees with the vectors of RFC 4648`(text: String, encoded: String) throws {
        let octets = Array(text.utf8)
        let unpadded = String(encoded.prefix { $0 != "=" })
        #expect(Base64.encode(octets) == encoded)
        #expect(try Base64.decode(encoded) == octets)
        #expect(Base64URL.encode(octets) == unpadded)
        #expect(try Base64URL.decode(unpadded) == octets)
    }

    @Test func `has its own two characters for URLs`() throws {
        #expect(Base64URL.encode([0xFB, 0xFF]) == "-_8")
        #expect(Base64.encode([0xFB, 0xFF]) == "+/8=")
        #expect(throws: MultiformatError.invalidCharacter(offset: 0)) {
            try Base64URL.decode("+_8")
        }
        #expect(throws: MultiformatError.invalidCharacter(offset: 0)) { try Base64.decode("-/8=") }
    }

    @Test(
        arguments: [
            ("Zg==", MultiformatError.invalidCharacter(offset: 2)), ("Z", .invalidLength),
            ("Zm9vY", .invalidLength), ("Zh", .nonCanonical), ("Zm9", .nonCanonical),
            ("Zm 8", .invalidCharacter(offset: 2)), ("Zg\n", .invalidCharacter(offset: 2)),
        ])
    func `refuses a second spelling for URLs`(text: String, error: MultiformatError) {
        #expect(throws: error) { try Base64URL.decode(text) }
    }

    @Test(arguments: ["Zg", "Zg=", "Zg===", "=", "====", "Zh==", "Zm9=", "Z=g="])
    func `refuses wrong padding`(text: String) {
        #expect(throws: MultiformatError.self) { try Base64.decode(text) }
    }
}

@Suite struct `Multibase and multicodec` {
    /// The test values of the multibase draft.
    @Test func `reads the bases that it knows, by their first character`() throws {
        let text = Array("yes mani !".utf8)
        #expect(try Multibase.decode("z7paNL19xttacUY").bytes == text)
        #expect(try Multibase.decode("ueWVzIG1hbmkgIQ").bytes == text)
        #expect(Multibase.base58btc.encode(text) == "z7paNL19xttacUY")
        #expect(Multibase.base64url.encode(text) == "ueWVzIG1hbmkgIQ")
    }

    @Test func `refuses other bases, and one base where another is due`() {
        #expect(throws: MultiformatError.unsupportedBase(prefix: UInt8(ascii: "f"))) {
            try Multibase.decode("f00")
        }
        #expect(throws: MultiformatError.empty) { try Multibase.decode("") }
        #expect(throws: MultiformatError.unsupportedBase(prefix: UInt8(ascii: "u"))) {
            try Multibase.base58btc.decode("ueWVzIG1hbmkgIQ")
        }
    }

    @Test(
        arguments: [
            (Multicodec.ed25519Public, [0xED, 0x01]), (.p256Public, [0x80, 0x24]),
            (.p384Public, [0x81, 0x24]), (.rsaPublic, [0x85, 0x24]),
            (.ed25519Private, [0x80, 0x26]), (.p256Private, [0x86, 0x26]),
        ] as [(Multicodec, [UInt8])])
    func `writes each code as its varint`(codec: Multicodec, prefix: [UInt8]) throws {
        #expect(codec.prefix == prefix)
        let (read, content) = try Multicodec.decode(prefix + [7, 8])
        #expect(read == codec)
        #expect(content == [7, 8])
    }

    @Test func `refuses varints that are cut off, too long or unknown`() {
        #expect(throws: MultiformatError.truncatedVarint) { try Multicodec.decode([0x80]) }
        #expect(throws: MultiformatError.truncatedVarint) { try Multicodec.decode([]) }
        #expect(throws: MultiformatError.nonMinimalVarint) {
            try Multicodec.decode([0xED, 0x81, 0x00])
        }
        #expect(throws: MultiformatError.varintOutOfRange) {
            try Multicodec.decode([UInt8](repeating: 0xFF, count: 12))
        }
        #expect(throws: MultiformatError.unknownCodec(0xEC)) {
            try Multicodec.decode([0xEC, 0x01])
        }
    }
}
