import Baking

extension Seeds {
    /// With what a picture has to write in another way, and a token.
    static let bakedTexts: [[UInt8]] = bytes([
        #"{"id":"urn:x:1","type":["ClrCredential"]}"#,
        " {\"a\":\"]]>&lt;é\u{1F600}\",\r\n\t\"b\":\"<b/>\"}\n", "eyJhbGciOiJFZERTQSJ9.e30.AA~AA~",
    ])

    static func isToken(_ text: [UInt8]) -> Bool { text.starts(with: "eyJ".utf8) }

    /// Each text in each standard's words, baked into this picture.
    private static func baked(into picture: [UInt8]) throws -> [[UInt8]] {
        try BakedStandard.allCases.flatMap { standard in
            try bakedTexts.map { text in
                try Picture(reading: picture).baking(
                    Bakeable(
                        standard: standard, text: text, isToken: isToken(text),
                        address: "https://hollin.example/1"))
            }
        }
    }

    static func png() throws -> [[UInt8]] {
        let packed = PNGForm.deflated(bakedTexts[0])
        let keyword = Array("clrcredential".utf8)
        let zeros = [UInt8](repeating: 0, count: Work.inflationLimit)
        let others: [[UInt8]] = [
            PNGForm.chunk("iTXt", keyword + [0, 1, 0] + "en".utf8 + [0] + "x".utf8 + [0] + packed),
            PNGForm.chunk("zTXt", keyword + [0, 0] + packed),
            PNGForm.chunk("tEXt", Array("openbadges\0https://hollin.example/1".utf8)),
            PNGForm.chunk("PLTE", [0, 0, 0]) + PNGForm.chunk("tRNS", [0, 0]),
        ]
        return try baked(into: PNGForm.pixel()) + others.map { PNGForm.pixel(with: $0) }
            + [PNGForm.deflated(zeros), PNGForm.deflated(zeros + [0])]
    }

    static func svg() throws -> [[UInt8]] {
        let start = "<svg xmlns=\"http://www.w3.org/2000/svg\""
        let badge = "xmlns:o='https://purl.imsglobal.org/ob/v3p0'"
        let drawing = start + " viewBox='0 0 1 1'><path d=\"M0 0h1v1z\"/></svg>"
        return try baked(into: Array(drawing.utf8))
            + bytes([
                "<?xml version='1.0' encoding=\"UTF-8\" standalone='no'?>\n<!-- a -->"
                    + "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'a.dtd'>\r\n" + drawing,
                start + "><g \(badge)>]]<o:credential>{\"a\":&#x22;b&quot;}</o:credential>>"
                    + "</g></svg>",
                start + " \(badge)><o:credential verify=\"eyJ.e30.AA\"/><a o:b='&amp;'/></svg>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg' onload='a'><s:script/></s:svg>",
            ])
    }
}
