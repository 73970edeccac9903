import JSONText
import Testing

@testable import DIDs

private func text(_ codes: String) -> [Unicode.Scalar] {
    codes.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
}

/// How a name is registered; "none" where it is no name.
private func ascii(_ name: String) -> String { HostName(name)?.ascii.string ?? "none" }

@Suite struct `The letters of a label` {
    /// RFC 3492 section 7.1, A to S.
    private static let vectors: [(codes: String, letters: String)] = [
        (
            "644 64A 647 645 627 628 62A 643 644 645 648 634 639 631 628 64A 61F",
            "egbpdaj6bu4bxfgehfvwxn"
        ),
        ("4ED6 4EEC 4E3A 4EC0 4E48 4E0D 8BF4 4E2D 6587", "ihqwcrb4cv8a8dqg056pqjye"),
        ("4ED6 5011 7232 4EC0 9EBD 4E0D 8AAA 4E2D 6587", "ihqwctvzc91f659drss3x8bo0yb"),
        (
            "50 72 6F 10D 70 72 6F 73 74 11B 6E 65 6D 6C 75 76 ED 10D 65 73 6B 79",
            "Proprostnemluvesky-uyb24dma41a"
        ),
        (
            "5DC 5DE 5D4 5D4 5DD 5E4 5E9 5D5 5D8 5DC 5D0 5DE 5D3 5D1 5E8 5D9 5DD 5E2 5D1 5E8 5D9 5EA",
            "4dbcagdahymbxekheh6e0a7fei0b"
        ),
        (
            "92F 939 932 94B 917 939 93F 928 94D 926 940 915 94D 92F 94B 902 928 939 940 902 92C "
                + "94B 932 938 915 924 947 939 948 902",
            "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd"
        ),
        (
            "306A 305C 307F 3093 306A 65E5 672C 8A9E 3092 8A71 3057 3066 304F 308C 306A 3044 306E "
                + "304B",
            "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"
        ),
        (
            "C138 ACC4 C758 BAA8 B4E0 C0AC B78C B4E4 C774 D55C AD6D C5B4 B97C C774 D574 D55C B2E4 "
                + "BA74 C5BC B9C8 B098 C88B C744 AE4C",
            "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c"
        ),
        (
            "43F 43E 447 435 43C 443 436 435 43E 43D 438 43D 435 433 43E 432 43E 440 44F 442 43F "
                + "43E 440 443 441 441 43A 438",
            "b1abfaaepdrnnbgefbaDotcwatmq2g4l"
        ),
        (
            "50 6F 72 71 75 E9 6E 6F 70 75 65 64 65 6E 73 69 6D 70 6C 65 6D 65 6E 74 65 68 61 62 "
                + "6C 61 72 65 6E 45 73 70 61 F1 6F 6C",
            "PorqunopuedensimplementehablarenEspaol-fmd56a"
        ),
        (
            "54 1EA1 69 73 61 6F 68 1ECD 6B 68 F4 6E 67 74 68 1EC3 63 68 1EC9 6E F3 69 74 69 1EBF "
                + "6E 67 56 69 1EC7 74",
            "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g"
        ),
        ("33 5E74 42 7D44 91D1 516B 5148 751F", "3B-ww4c5e180e575a65lsy2b"),
        (
            "5B89 5BA4 5948 7F8E 6075 2D 77 69 74 68 2D 53 55 50 45 52 2D 4D 4F 4E 4B 45 59 53",
            "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n"
        ),
        (
            "48 65 6C 6C 6F 2D 41 6E 6F 74 68 65 72 2D 57 61 79 2D 305D 308C 305E 308C 306E 5834 "
                + "6240",
            "Hello-Another-Way--fc4qua05auwb3674vfr0b"
        ),
        ("3072 3068 3064 5C4B 6839 306E 4E0B 32", "2-u9tlzr9756bt3uc0v"),
        (
            "4D 61 6A 69 3067 4B 6F 69 3059 308B 35 79D2 524D",
            "MajiKoi5-783gue6qz075azm5e"
        ),
        ("30D1 30D5 30A3 30FC 64 65 30EB 30F3 30D0", "de-jg4avhby1noc0d"),
        ("305D 306E 30B9 30D4 30FC 30C9 3067", "d9juau41awczczp"),
        ("2D 3E 20 24 31 2E 30 30 20 3C 2D", "-> $1.00 <--"),
    ]

    @Test func `are written and read as in the samples of RFC 3492`() throws {
        for (codes, letters) in Self.vectors {
            let scalars = text(codes)
            // The longest of them is longer than a label may be.
            guard letters.utf8.count <= Limits.hostLabelScalars else {
                #expect(Punycode.decode(Array(letters.utf8)) == nil)
                continue
            }
            #expect(Punycode.decode(Array(letters.utf8)) == scalars, "\(letters)")
            let written = try #require(Punycode.encode(scalars))
            // One sample has a large letter for what has no case here.
            #expect(
                String(decoding: written, as: UTF8.self).lowercased().isSame(
                    as: letters.lowercased()), "\(letters)")
        }
    }

    @Test func `lead back to every text, whatever the characters`() throws {
        var state: UInt64 = 1
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        for round in 0..<5_000 {
            let bounds: [UInt64] = [0x80, 0x250, 0x3000, 0x11_0000]
            let scalars = (0..<Int(next(20))).compactMap { _ in
                Unicode.Scalar(UInt32(next(bounds[Int(next(4))])))
            }
            let written = try #require(Punycode.encode(scalars))
            guard written.count <= Limits.hostLabelScalars else { continue }
            #expect(Punycode.decode(written) == scalars, "round \(round)")
        }
    }

    @Test func `that stand for nothing are refused`() {
        for letters in ["99999999", "a-", "0zzzzzzzzzzzzzzzzzzzzzzz", "ä", "a b", "tda\u{0}"] {
            let read = Punycode.decode(Array(letters.utf8))
            // What is only ASCII, with the hyphen of it, is what it says.
            #expect(read == nil || letters == "a-", "\(letters)")
        }
    }
}

@Suite struct `Names of hosts` {
    @Test func `are the same in both spellings, whatever the case, composed or not`() {
        let spellings = [
            "exämple.edu", "EXÄMPLE.edu", "exa\u{308}mple.EDU", "ex%C3%A4mple.edu",
            "xn--exmple-cua.edu", "XN--EXMPLE-CUA.edu.",
        ]
        for spelling in spellings {
            #expect(ascii(spelling) == "xn--exmple-cua.edu", "\(spelling)")
        }
        #expect(HostName("xn--exmple-cua.edu")?.unicode == "exämple.edu")
        #expect(ascii("straße.example") == "xn--strae-oqa.example")
        #expect(ascii("例え.テスト") == "xn--r8jz45g.xn--zckzah")
        #expect(ascii("παράδειγμα.δοκιμή") == "xn--hxajbheg2az3al.xn--jxalpdlp")
        #expect(ascii("דוגמה.טעסט") == "xn--6dbbec0c.xn--deba0ad")
        #expect(ascii("مثال.إختبار") == "xn--mgbh0fb.xn--kgbechtv")
        #expect(ascii("उदाहरण.परीक्षा") == "xn--p1b6ci4b4b3a.xn--11b5bs3a9aj6g")
    }

    @Test func `in ASCII are themselves, in small letters`() {
        #expect(ascii("Example.EDU") == "example.edu")
        #expect(ascii("a.b-c.example.") == "a.b-c.example")
        #expect(ascii("r3---x.example") == "r3---x.example")
        for name in [
            "", ".", "a..b", "-a.example", "a-.example", "a_b.example", "a b", "[::1]", "a\u{0}",
        ] {
            #expect(ascii(name) == "none", "\(name)")
        }
        let label = String(repeating: "a", count: 63)
        #expect(ascii(label) == label)
        #expect(ascii(label + "a") == "none")
        #expect(ascii([label, label, label, label].joined(separator: ".")) == "none")
    }

    @Test func `with what nobody may register are none`() {
        for name in [
            "a\u{200D}b.example", "a\u{200C}b.example", "☃.example", "a\u{2024}b",
            "\u{308}a.example",
            "ａ.example", "ﬁ.example", "a\u{AD}ä.example", "ä_b.example", "ab--ä.example",
            "ä-.example",
            "-ä.example", "a\u{202E}ä.example", "ä\u{FE0F}.example", "😀.example", "ⅷ.example",
            "\u{1100}\u{200B}.example", "a\u{B7}b.example", "\u{378}.example",
        ] { #expect(ascii(name) == "none", "\(name)") }
        #expect(ascii("col·lege.example") != "none")
    }

    @Test func `that turn round within a label are none`() {
        for name in [
            "אa.example", "aא.example", "א1٣.example", "1א.example", "א.1a", "٣.example",
            "1.א.example",
        ] { #expect(ascii(name) == "none", "\(name)") }
        #expect(ascii("א1.example") != "none")
        #expect(ascii("1a.example") != "none")
    }

    @Test func `whose xn-- stands for nothing that may be registered are none`() {
        for name in [
            "xn--.example", "xn--a.example", "xn--a-.example", "xn--example-.edu",
            // A snowman, an emoji, a decomposed ä, a large one.
            "xn--n3h.example", "xn--e28h.example", "xn--a-ccb.example", "xn--7ba.example",
        ] { #expect(ascii(name) == "none", "\(name)") }
    }

    @Test func `hidden behind escapes of ASCII are none`() {
        for name in ["example%2Eedu", "ex%61mple.edu", "a%2Fä.edu", "%C3.edu", "%zz.edu", "ä%4"] {
            #expect(ascii(name) == "none", "\(name)")
        }
    }

    @Test func `Limits.hostNameBytes and Limits.hostLabelScalars bound the work`() {
        #expect(ascii(String(repeating: "ä", count: Limits.hostNameBytes)) == "none")
        #expect(ascii("a" + String(repeating: "\u{323}", count: 900)) == "none")
        #expect(Punycode.encode(Array(repeating: "ä", count: Limits.hostLabelScalars)) != nil)
        #expect(Punycode.encode(Array(repeating: "ä", count: Limits.hostLabelScalars + 1)) == nil)
    }
}

@Suite struct `The registered spelling of an identifier` {
    @Test func `has the host in ASCII, and all else as it was`() {
        for (written, registered) in [
            ("did:web:exämple.edu", "did:web:xn--exmple-cua.edu"),
            (
                "did:web:ex%C3%A4mple.edu%3A8443:a%20b#k",
                "did:web:xn--exmple-cua.edu%3A8443:a%20b#k"
            ),
            ("https://exämple.edu:8443/ä?b#c", "https://xn--exmple-cua.edu:8443/ä?b#c"),
            ("http://EXÄMPLE.edu", "http://xn--exmple-cua.edu"),
        ] { #expect(RegisteredSpelling.of(Text(written)).string == registered) }
        for same: Text in [
            "did:web:Example.edu", "https://Example.edu/%41", "did:key:z6Mk", "urn:ä",
            "https://ä@b.example/", "did:web:example%2Eedu", "https://☃.example/", "https://",
            "did:web:", "ä",
        ] { #expect(RegisteredSpelling.of(same) == same) }
    }

    @Test func `is where a did:web with escaped letters leads`() throws {
        let did = try #require(DID("did:web:ex%C3%A4mple.edu%3A8443:a"))
        #expect(DIDWeb.documentURL(of: did) == "https://xn--exmple-cua.edu:8443/a/did.json")
        for refused: Text in [
            "did:web:ex%41mple.edu", "did:web:a%2Fb", "did:web:a%C3.edu", "did:web:%E2%98%83.edu",
            "did:web:ex%C3%A4mple.edu%3A0", "did:web:%3A8443",
        ] { #expect(DID(refused).flatMap { DIDWeb.documentURL(of: $0) } == nil, "\(refused)") }
    }

    @Test func `is told where somebody writes a DID with other letters`() async {
        let resolver = KeyResolver(source: NoDocuments())
        guard case .failed(let failure) = await resolver.key("did:web:exämple.edu#k") else {
            Issue.record("a key was found")
            return
        }
        #expect(failure == .malformedDID("did:web:exämple.edu"))
        #expect(failure.description.contains("did:web:xn--exmple-cua.edu"))
    }

    @Test func `is the URL at which the document of an https issuer is looked up`() throws {
        #expect(
            try KeyResolver.url(of: "https://exämple.edu/k#1") == "https://xn--exmple-cua.edu/k")
    }
}
