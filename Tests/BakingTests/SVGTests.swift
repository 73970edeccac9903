import Baking
import JSONText
import Testing

@Suite struct `An SVG` {
    private static let json = "{\"id\": \"urn:x:é\",\r\n \"note\": \"a ]]> b & <c> ]]]]>>\"}\n"

    @Test(arguments: BakedStandard.allCases)
    func `gives back JSON octet for octet, in the element of its standard`(
        standard: BakedStandard
    ) throws {
        let text = Array(Self.json.utf8)
        let image = try Picture(SVG.plain).baking(
            Bakeable(
                standard: standard, text: text, isToken: false,
                address: "https://badges.example/1?a=1&b=\"2\""))
        let found = try Picture(reading: image).credential()
        #expect(found.text == text)
        #expect(found.standard == standard)
        #expect(found.picture == Array(SVG.plain.utf8))
        let again = try Picture(reading: image).baking(
            Bakeable(standard: standard, text: text, isToken: false, address: "https://x.example/"))
        #expect(try Picture(reading: again).credential().text == text)
        #expect(try Picture(reading: again).plain == Array(SVG.plain.utf8))
    }

    @Test func `has a token in the attribute verify, right behind the root's start tag`() throws {
        let token = Bakeable(
            standard: .openBadges3, text: Array("ey.J-_.x".utf8), isToken: true)
        let image = String(decoding: try Picture(SVG.plain).baking(token), as: UTF8.self)
        let space = "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\""
        let element =
            "<openbadges:credential verify=\"ey.J-_.x\"></openbadges:credential>"
        let expected = SVG.plain.replacing("1 1\">", with: "1 1\" \(space)>\(element)")
        #expect(image == expected)
        #expect(try baked(image) == "ey.J-_.x")
    }

    @Test func `keeps what stands in an attribute, white space and quotes too`() throws {
        let text = "ey\r\n.\t\"&amp;<' x"
        let token = Bakeable(standard: .clr2, text: Array(text.utf8), isToken: true)
        #expect(try baked(try Picture(SVG.plain).baking(token)) == text)
    }

    @Test func `keeps every other octet, whatever its declarations`() throws {
        let plain = """
            <?xml version='1.0' encoding="utf-8" standalone='no'?>\r
            <!-- made by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\r
              "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <s:svg  xmlns:s = 'http://www.w3.org/2000/svg' xmlns:openbadges="urn:other"
              s:x="&quot;&#x10FFFF;" >\r\n<![CDATA[<&]]> &lt; <s:g/>é<!-- - --></s:svg >\n <!---->
            """
        for standard in BakedStandard.allCases {
            let badge = Bakeable(
                standard: standard, text: Array("{ }".utf8), isToken: false,
                address: "https://badges.example/1")
            let image = try Picture(plain).baking(badge)
            #expect(try baked(image) == "{ }")
            #expect(try Picture(reading: image).plain == Array(plain.utf8))
        }
        let marked = "\u{FEFF}" + SVG.plain
        let badge = Bakeable(standard: .clr2, text: Array("{}".utf8), isToken: false)
        let image = try Picture(marked).baking(badge)
        #expect(try baked(image) == "{}")
        #expect(try Picture(reading: image).plain == Array(marked.utf8))
    }

    @Test func `stays well-formed where the text around a credential would meet`() throws {
        let badge = "<ob:credential \(SVG.badges3)>{}</ob:credential>"
        for (before, behind) in [("]]", ">"), ("]", "]>")] {
            let image = try Picture(SVG.with("a" + before + badge + behind))
            let plain = SVG.with("a" + before + "<!---->" + behind)
            #expect(image.plain == Array(plain.utf8))
            #expect(try Picture(reading: image.plain).standards.isEmpty)
        }
    }

    @Test func `loses a declaration that is no longer used, and keeps one that is`() throws {
        let used = SVG.plain.replacing("<svg", with: "<svg \(SVG.badges3)")
            .replacing("<path", with: "<path ob:made=\"\"")
        let record = Bakeable(standard: .clr2, text: Array("{}".utf8), isToken: false)
        let image = try Picture(used).baking(record)
        #expect(try Picture(reading: image).plain == Array(used.utf8))
    }

    @Test func `is read by namespace and not by prefix, at any depth`() throws {
        let space = "https://purl.imsglobal.org/clr/v2p0"
        for image in [
            SVG.with("<credential xmlns='\(space)'>{}</credential>"),
            SVG.with("<g xmlns:a='\(space)'><a:credential><![CDATA[{}]]></a:credential></g>"),
            SVG.with(
                "<a:credential verify='{}' xmlns:a='https://purl.imsglobal.org/clr/v2&#112;0'/>"),
        ] {
            #expect(try baked(image) == "{}")
            #expect(try Picture(image).standards == [.clr2])
        }
        for image in [
            SVG.with("<openbadges:credential xmlns:openbadges='urn:x'>{}</openbadges:credential>"),
            SVG.with("<credential>{}</credential>"),
            SVG.with("<a:assertion xmlns:a='\(space)'>{}</a:assertion>"),
            SVG.with("<g xmlns:a='\(space)'><a:credential xmlns:a='urn:x'>{}</a:credential></g>"),
        ] {
            #expect(refusal(Array(image.utf8)) == .nothingBaked(.svg))
        }
    }

    @Test func `may have its text in pieces`() throws {
        #expect(try baked(SVG.badge("\n  {&quot;a&quot;<!-- x -->: 1}\n ")) == "{\"a\": 1}")
        #expect(
            try baked(SVG.badge(" <![CDATA[ {\"a\"]]>:\r\n<![CDATA[1} ]]>\t")) == " {\"a\":\n1} ")
        #expect(try baked(SVG.badge("&#123;&#x7D;&#13;")) == "{}\r")
        #expect(try baked(SVG.badge(" \n", verify: "ey.x.y")) == "ey.x.y")
    }

    @Test func `with an assertion has its JSON, or its address`() throws {
        func image(_ verify: String, _ body: String) -> String {
            SVG.with(
                "<o:assertion xmlns:o='http://openbadges.org' verify='\(verify)'>\(body)"
                    + "</o:assertion>")
        }
        let address = "https://badges.example/1"
        #expect(try baked(image(address, "<![CDATA[{}]]>")) == "{}")
        #expect(refusal(Array(image(address, "").utf8)) == .onlyAddress(address))
        #expect(try baked(image("ey.x.y", "")) == "ey.x.y")
        #expect(svgFault(image("ey.x.y", "{}")) == .twoTexts)
        #expect(svgFault(SVG.badge("{}", verify: address)) == .twoTexts)
    }

    @Test func `is refused where it holds several`() throws {
        let badge = "<o:credential \(SVG.badges3.replacing("ob=", with: "o="))>{}</o:credential>"
        let record = "<credential xmlns='https://purl.imsglobal.org/clr/v2p0'>{}</credential>"
        #expect(refusal(Array(SVG.with(badge + badge).utf8)) == .several(.openBadges3, count: 2))
        #expect(refusal(Array(SVG.with(badge + record).utf8)) == .competing(.openBadges3, .clr2))
        let new = Bakeable(standard: .openBadges3, text: Array("{ }".utf8), isToken: false)
        #expect(try baked(try Picture(SVG.with(badge + badge)).baking(new)) == "{ }")
    }

    private static let refused: [(String, SVGFault)] = [
        ("<!DOCTYPE svg [<!ENTITY e 'x'>]>" + SVG.plain, .internalSubset),
        (
            "<!DOCTYPE svg SYSTEM 'x.dtd' [<!ENTITY % e SYSTEM 'y'>%e;]>" + SVG.plain,
            .internalSubset
        ),
        ("<!DOCTYPE svg PUBLIC 'x'>" + SVG.plain, .doctype),
        ("<!DOCTYPE svg><!DOCTYPE svg>" + SVG.plain, .name),
        (SVG.badge("&e;"), .entity("e")), (SVG.badge("&nbsp;"), .entity("nbsp")),
        (SVG.with("<g a='&e;'/>"), .entity("e")),
        (SVG.badge("&#0;"), .characterReference), (SVG.badge("&#xD800;"), .characterReference),
        (SVG.badge("&#-1;"), .characterReference), (SVG.badge("&#x110000;"), .characterReference),
        (SVG.badge("&#99999999999;"), .characterReference), (SVG.badge("&;"), .markup),
        (SVG.badge("& "), .markup), (SVG.badge("{]]>}"), .markup),
        (SVG.badge("<b/>"), .elementInCredential),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>" + SVG.plain, .encoding("ISO-8859-1")),
        ("<?xml version='1.0' encoding='utf-16'?>" + SVG.plain, .encoding("utf-16")),
        ("<?xml version='1.1'?>" + SVG.plain, .version),
        ("<?xml encoding='utf-8'?>" + SVG.plain, .markup),
        ("<?xml-stylesheet href='x'?>" + SVG.plain, .processingInstruction),
        (" <?xml version='1.0'?>" + SVG.plain, .processingInstruction),
        (SVG.with("<?php ?>"), .processingInstruction),
        (SVG.plain + "<?x?>", .processingInstruction),
        (SVG.plain + SVG.plain, .afterEnd), (SVG.plain + "x", .afterEnd),
        (SVG.start, .endsEarly), (SVG.with("<g>"), .endTag), (SVG.with("</g>"), .endTag),
        (SVG.with("<g></G>"), .endTag), (SVG.with("<a:g/>"), .undeclaredPrefix),
        (SVG.with("<g a:b='c'/>"), .undeclaredPrefix), (SVG.with("<a:b:c/>"), .name),
        (SVG.with("<1/>"), .name), (SVG.with("<g a='1' a='2'/>"), .duplicateAttribute),
        (SVG.with("<g a='1'b='2'/>"), .markup), (SVG.with("<g a=1/>"), .markup),
        (SVG.with("<g a/>"), .markup), (SVG.with("<g a='<'/>"), .markup),
        (SVG.with("<!-- -- -->"), .markup), (SVG.with("<!ELEMENT a>"), .name),
        (SVG.with("\u{1}"), .character), (SVG.with("\u{FFFF}"), .character),
        (SVG.with("<g xmlns:a=''/>"), .reservedPrefix),
        (SVG.with("<g xmlns:xmlns='x'/>"), .reservedPrefix),
        ("<svg/>", .notSVG), ("<svg xmlns='urn:x'/>", .notSVG),
        ("<a xmlns='http://www.w3.org/2000/svg'><svg/></a>", .notSVG),
    ]

    @Test(arguments: refused)
    func `is refused, and why is said`(image: String, fault: SVGFault) {
        #expect(svgFault(image) == fault)
    }

    @Test func `is refused in any other encoding than UTF-8`() {
        let wide = SVG.plain.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(svgFault([0xFF, 0xFE] + wide)?.isUnsafe == true)
        #expect(svgFault(wide)?.isUnsafe == true)
        let latin = SVG.start.utf8 + [0xE9] + "</svg>".utf8
        #expect(svgFault(Array(latin)) == .notUTF8)
    }

    @Test func `says the line and the column`() {
        let image = SVG.with("\r\n<g/>\ré &e;")
        #expect(refusal(Array(image.utf8)) == .malformedSVG(.entity("e"), line: 3, column: 3))
    }

    @Test func `is refused at the limits`() {
        let deep = String(repeating: "<g>", count: 100_000)
        #expect(svgFault(SVG.with(deep)) == .tooDeep(limit: Limits.svgDepth))
        let many = (0...Limits.svgAttributes).map { " a\($0)=''" }.joined()
        #expect(
            svgFault(SVG.with("<g\(many)/>")) == .tooManyAttributes(limit: Limits.svgAttributes))
        let spaces = (0...Limits.svgNamespaces).map { " xmlns:a\($0)='x'" }.joined()
        #expect(
            svgFault(SVG.with("<g\(spaces)/>")) == .tooManyNamespaces(limit: Limits.svgNamespaces))
    }

    @Test(arguments: [
        "<script>1</script>", "<g onclick='x'/>", "<g ONLOAD=''/>",
        "<a href='javascript:x'/>", "<a href=' java&#10;script&#x3A;x'/>",
        "<a xmlns:l='http://www.w3.org/1999/xlink' l:href='JavaScript:x'/>",
        "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>",
    ])
    func `with something to run is read, and nothing is baked into it`(active: String) throws {
        let image = SVG.with(active + "<ob:credential \(SVG.badges3)>{}</ob:credential>")
        #expect(try Picture(image).credential().activeContent != nil)
        #expect(try Picture(SVG.badge("{}")).credential().activeContent == nil)
        let place = BakingError.activeContent(line: 1, column: SVG.start.count + 1)
        #expect(throws: place) {
            try Picture(image).baking(
                Bakeable(standard: .openBadges3, text: Array("{}".utf8), isToken: false))
        }
    }

    @Test func `is not written where it could not be read again`() throws {
        func bake(_ text: String, _ image: String, _ standard: BakedStandard = .clr2) throws {
            _ = try Picture(image).baking(
                Bakeable(standard: standard, text: Array(text.utf8), isToken: false))
        }
        #expect(throws: BakingError.notXML(octet: 2)) { try bake("{\"\u{FFFF}\"}", SVG.plain) }
        #expect(throws: BakingError.noAddress) { try bake("{}", SVG.plain, .openBadges2) }
        let empty = "<svg xmlns='http://www.w3.org/2000/svg'/>"
        #expect(throws: BakingError.noRoom) { try bake("{}", empty) }
        let active = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
        #expect(throws: BakingError.activeContent(line: 1, column: 1)) {
            try bake("{}", active)
        }
    }

    @Test func `is the only other kind of picture`() {
        #expect(refusal([0xFF, 0xD8, 0xFF, 0xE0]) == .notBakeable(.jpeg))
        #expect(refusal(Array("RIFF0000WEBPVP8 ".utf8)) == .notBakeable(.webP))
        #expect(refusal(Array("{}".utf8)) == .notBakeable(nil))
    }
}
