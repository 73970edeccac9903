import JSONText
import Testing

@testable import Conversion

@Suite struct `Data in XML` {
    private func read(_ text: String) throws -> XMLElement {
        try XMLElement(reading: Array(text.utf8))
    }

    private func fault(_ bytes: [UInt8]) -> XMLFailure? {
        do {
            _ = try XMLElement(reading: bytes)
            return nil
        } catch { return error }
    }

    @Test func `is read with names, attributes and text`() throws {
        let root = try read(
            """
            \u{FEFF}<?xml version="1.0" encoding='utf-8' standalone="yes"?><!-- a -->
            <p:a xmlns:p="urn:p" xmlns="urn:d" x=' 1&#10;\t2 ' p:y="&lt;&apos;">
              one<!-- c --> &amp; <![CDATA[<two>]]>\r
              <b/><b xmlns="">\u{E9}&#xE9;</b >
            </p:a><!-- end -->
            """)
        #expect(root.name == .init(namespace: "urn:p", local: "a"))
        #expect(root.attributes.map(\.value) == [" 1\n 2 ", "<'"])
        #expect(root.attributes[0].name.namespace == "")
        #expect(root.text == "one & <two>")
        #expect(root.children.map(\.name.namespace) == ["urn:d", ""])
        #expect(root.children[1].text == "éé")
        #expect(root.steps.map(\.step) == ["/b[1]", "/b[2]"])
    }

    @Test(arguments: [
        ("", XMLFailure.Fault.endsEarly, 1, 1),
        ("<a>\n<b>\n</a>", .wrongEnd(open: "b"), 3, 1),
        ("<a>\n  <b", .endsEarly, 2, 5),
        ("<a>\n x", .endsEarly, 2, 3),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", .doctype, 1, 1),
        ("<a>&b;</a>", .entity("b"), 1, 4),
        ("<a>& b</a>", .entity(" b</a>"), 1, 4),
        ("<a>&#0;</a>", .characterReference, 1, 4),
        ("<a>&#xD800;</a>", .characterReference, 1, 4),
        ("<a><?php ?></a>", .processingInstruction, 1, 4),
        ("<?xml-stylesheet href='x'?><a/>", .processingInstruction, 1, 1),
        ("<a/><b/>", .twoRoots, 1, 5),
        ("<a/>x", .twoRoots, 1, 5),
        ("<p:a/>", .unboundPrefix("p"), 1, 1),
        ("<a b='1' b='2'/>", .twoAttributes("b"), 1, 1),
        ("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>", .twoAttributes("q:b"), 1, 1),
        ("<a b=c/>", .markup, 1, 6),
        ("<a b='<'/>", .markup, 1, 7),
        ("<a>]]></a>", .markup, 1, 4),
        ("<a><!-- -- --></a>", .markup, 1, 11),
        ("<?xml version='1.0' encoding='UTF-16'?><a/>", .notItsEncoding("UTF-16"), 1, 1),
        ("<a>\u{1}</a>", .character, 1, 4),
        ("<a>é\u{FFFE}</a>", .character, 1, 5),
        ("<1/>", .markup, 1, 2),
        ("<a:b:c/>", .markup, 1, 5),
    ])
    func `that is broken is told by place and reason`(
        text: String, fault: XMLFailure.Fault, line: Int, column: Int
    ) {
        let told = self.fault(Array(text.utf8))
        #expect(told == XMLFailure(fault: fault, line: line, column: column))
        #expect(told?.description.hasPrefix("line \(line), column \(column): ") == true)
    }

    @Test(
        arguments: [
            [0x3C, 0x61, 0x3E, 0xE9, 0x3C], [0x3C, 0xC0, 0x80], [0x3C, 0xED, 0xA0, 0x80],
            [0x3C, 0xF5, 0x80, 0x80, 0x80], [0x3C, 0xE0, 0x80, 0x80], [0x3C, 0xC3],
        ] as [[UInt8]])
    func `that is no UTF-8 is told`(bytes: [UInt8]) {
        #expect(fault(bytes)?.fault == .notUTF8)
    }

    private static let text = "<a>T\u{E4}mm \u{20AC} \u{1F600}</a>"

    private func wide(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBig ? pair : pair.reversed()
        }
    }

    @Test(arguments: [true, false])
    func `in UTF-16 says the same, with and without a mark`(isBig: Bool) throws {
        let octets = wide(Self.text, isBig: isBig)
        let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
        let said = try XMLElement(reading: Array(Self.text.utf8)).text
        for bytes in [octets, mark + octets] {
            #expect(try XMLElement(reading: bytes).text.isSame(as: said))
            #expect(XMLEncoding.isWideMarkup(bytes))
        }
        #expect(fault(mark + octets.dropLast())?.fault == .notUTF16)
        let half = wide("<a>", isBig: isBig) + (isBig ? [0xD8, 0] : [0, 0xD8])
        #expect(fault(mark + half)?.fault == .notUTF16)
    }

    @Test func `in windows-1252 says the same, and has no characters that are none`() throws {
        let start = Array("<?xml version='1.0' encoding='windows-1252'?><a>".utf8)
        let end = Array("</a>".utf8)
        #expect(
            try XMLElement(reading: start + [0x80, 0xE4, 0x92] + end).text == "\u{20AC}ä\u{2019}")
        #expect(fault(start + [0x81] + end)?.fault == .character)
    }

    @Test func `in other encodings, or not in its own, is refused`() {
        #expect(fault([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])?.fault == .encoding("UTF-32"))
        #expect(fault([0, 0, 0, 0x3C])?.fault == .encoding("UTF-32"))
        let liar = Array("<?xml version='1.0' encoding='utf-16'?><a/>".utf8)
        #expect(fault(liar)?.fault == .notItsEncoding("utf-16"))
        let other = Array("<?xml version='1.0' encoding='Shift_JIS'?><a/>".utf8)
        #expect(fault(other)?.fault == .encoding("Shift_JIS"))
        #expect(fault(Array("<!doctype HTML><html>".utf8))?.fault == .webPage)
    }

    @Test func `that is too deep is refused (Limits.xmlDepth)`() {
        func nested(_ count: Int) -> [UInt8] {
            Array(
                (String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count))
                    .utf8)
        }
        #expect(fault(nested(Limits.xmlDepth)) == nil)
        #expect(fault(nested(Limits.xmlDepth + 1))?.fault == .tooDeep)
    }

    @Test func `with too many parts is refused (Limits.xmlElements, xmlAttributes, xmlNamespaces)`()
    {
        let elements = String(repeating: "<b/>", count: Limits.xmlElements)
        #expect(fault(Array("<a>\(elements)</a>".utf8))?.fault == .tooManyElements)
        let attributes = (0...Limits.xmlAttributes).map { " a\($0)=''" }.joined()
        #expect(fault(Array("<a\(attributes)/>".utf8))?.fault == .tooManyAttributes)
        let some = (0..<Limits.xmlNamespaces / 2).map { " xmlns:a\($0)='u'" }.joined()
        let nested = "<a\(some)><a\(some)><a\(some)/></a></a>"
        #expect(fault(Array(nested.utf8))?.fault == .tooManyNamespaces)
    }

    @Test func `that is too large is refused before it is read (Limits.xmlBytes)`() {
        #expect(fault([UInt8](repeating: 0x20, count: Limits.xmlBytes + 1))?.fault == .tooLarge)
    }

    @Test(arguments: ["a", "<&>\"'", "]]>", "é\u{1F600}", "a\r\nb", " a ", "\u{0}\u{FFFF}"])
    func `that is written says the same when it is read`(text: String) throws {
        let written = XMLWriter.sayable(text)
        let root = XMLElement("r", [XMLElement("t", text: written)])
        let bytes = XMLWriter(root, prefix: "p", namespace: "urn:\"&").bytes
        let again = try XMLElement(reading: bytes)
        #expect(again.name == .init(namespace: "urn:\"&", local: "r"))
        #expect(again.children[0].text.isSame(as: written))
    }
}
