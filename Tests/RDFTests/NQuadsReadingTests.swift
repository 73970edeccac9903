import RDF
import Testing

@Suite struct `N-Quads reading` {
    @Test(arguments: [
        ("<a:s> <a:p> <a:o> .\n<a:s> <a:p> .", NQuadsError.Reason.expectedObject, 2, 13),
        ("\"x\" <a:p> <a:o> .", .expectedSubject, 1, 1),
        ("<a:s> _:p <a:o> .", .expectedPredicate, 1, 7),
        ("<a:s> \"p\" <a:o> .", .expectedPredicate, 1, 7),
        ("<a:s> <a:p> <a:o> \"g\" .", .expectedGraphOrEnd, 1, 19),
        ("<a:s> <a:p> <a:o>", .expectedGraphOrEnd, 1, 18),
        ("<a:s> <a:p> <a:o> <a:g> <a:h> .", .expectedEndOfStatement, 1, 25),
        ("<a:s> <a:p> <a:o> . <a:s> <a:p> <a:o> .", .expectedEndOfLine, 1, 21),
        ("<a:s> <a:p> <a:o", .unterminatedIRI, 1, 13),
        ("<a:s b> <a:p> <a:o> .", .characterNotAllowedInIRI, 1, 5),
        ("<a:s\\u0020> <a:p> <a:o> .", .characterNotAllowedInIRI, 1, 5),
        ("<a:\\n> <a:p> <a:o> .", .invalidEscape, 1, 4),
        ("<s> <a:p> <a:o> .", .relativeIRI, 1, 1),
        ("<//x/s> <a:p> <a:o> .", .relativeIRI, 1, 1),
        ("<> <a:p> <a:o> .", .relativeIRI, 1, 1),
        ("<1a:s> <a:p> <a:o> .", .relativeIRI, 1, 1),
        ("<a:s> <a:p> \"x .", .unterminatedLiteral, 1, 13),
        ("<a:s> <a:p> \"x\ny\" .", .unterminatedLiteral, 1, 13),
        ("<a:s> <a:p> \"\\x\" .", .invalidEscape, 1, 14),
        ("<a:s> <a:p> \"\\u12G4\" .", .invalidEscape, 1, 14),
        ("<a:s> <a:p> \"\\u12", .invalidEscape, 1, 14),
        ("<a:s> <a:p> \"\\uD800\" .", .invalidCodePoint, 1, 14),
        ("<a:s> <a:p> \"\\U00110000\" .", .invalidCodePoint, 1, 14),
        ("<a:s> <a:p> \"x\"^<a:t> .", .expectedDatatype, 1, 17),
        ("<a:s> <a:p> \"x\"^^_:t .", .expectedDatatype, 1, 18),
        ("<a:s> <a:p> \"x\"^^<t> .", .relativeIRI, 1, 18),
        ("<a:s> <a:p> \"x\"@ .", .invalidLanguageTag, 1, 16),
        ("<a:s> <a:p> \"x\"@1a .", .invalidLanguageTag, 1, 16),
        ("<a:s> <a:p> \"x\"@en- .", .invalidLanguageTag, 1, 16),
        ("<a:s> <a:p> \"x\"@en--ltr .", .invalidLanguageTag, 1, 16),
        ("_ <a:p> <a:o> .", .invalidBlankNodeLabel, 1, 1),
        ("_:-a <a:p> <a:o> .", .invalidBlankNodeLabel, 1, 1),
        ("_:.a <a:p> <a:o> .", .invalidBlankNodeLabel, 1, 1),
        ("<a:s> <a:p> <a:o> .\r\n\r\né", .expectedSubject, 3, 1),
        ("<a:é> <a:p> <a:o> ! .", .expectedGraphOrEnd, 1, 19),
        ("\u{FEFF}<a:s> <a:p> <a:o> .", .expectedSubject, 1, 1),
    ])
    func `says what is wrong, and where`(
        text: String, reason: NQuadsError.Reason, line: Int, column: Int
    ) throws {
        let error = try #require(throws: NQuadsError.self) {
            try Dataset(nquads: Array(text.utf8))
        }
        #expect(error.reason == reason)
        #expect(error.line == line)
        #expect(error.column == column)
    }

    /// Names and texts are searched eight octets at a time: what ends them does so at each place.
    @Test(arguments: 0..<20)
    func `finds what a name or a text cannot hold wherever it stands`(length: Int) throws {
        let before = String(repeating: "x", count: length)
        for octet in UInt8(1)..<0x80 {
            let character = Character(Unicode.Scalar(octet))
            let isExcluded = octet <= 0x20 || "<>\"{}|^`\\".contains(character)
            for after in ["", "yyyyyyyyyyyyyyyy", "~é{"] where isExcluded {
                let text = "<a:\(before)\(character)\(after)> <a:p> <a:o> ."
                let fault = #expect(throws: NQuadsError.self) {
                    try Dataset(nquads: Array(text.utf8))
                }
                // What `>` and `\` begin is looked at first.
                if octet != 0x3e, octet != 0x5c { #expect(fault?.offset == 3 + length) }
            }
            if !isExcluded {
                let name = "a:\(before)\(character)~é"
                let dataset = try Dataset(nquads: Array("<\(name)> <a:p> <a:o> .".utf8))
                #expect(dataset.statements.map(\.subject) == [.iri(name)])
            }
            let isEnd = octet == 0x22 || octet == 0x5c || octet == 0x0a || octet == 0x0d
            guard !isEnd else { continue }
            let literal = "\(before)\(character)~é{"
            let dataset = try Dataset(nquads: Array("<a:s> <a:p> \"\(literal)\" .".utf8))
            let read = dataset.statements.map(\.object)
            #expect(read == [.literal(Literal(literal))])
        }
    }

    @Test(arguments: [
        [0x80], [0xc3], [0xc0, 0x80], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80],
        [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82, 0x22],
    ])
    func `refuses what is not UTF-8`(bytes: [UInt8]) throws {
        let text = Array("<a:s> <a:p> \"ä€𝄞".utf8) + bytes + Array("\" .".utf8)
        let error = try #require(throws: NQuadsError.self) { try Dataset(nquads: text) }
        #expect(error.reason == .invalidUTF8)
        #expect(error.offset == 22)
        #expect(error.column == 17)
    }

    @Test(arguments: [
        ("", ""),
        ("\n\r\n# only a comment", ""),
        ("\t<a:s>\t<a:p><a:o><a:g>.# comment", "<a:s> <a:p> <a:o> <a:g> .\n"),
        ("_:a.b <a:p> _:c.", "_:a.b <a:p> _:c .\n"),
        ("_:1:é· <a:p> _:_-.", "_:1:é· <a:p> _:_- .\n"),
        ("<a:\\u00e9\\U0001D11E> <a:p> <a:o> .", "<a:é𝄞> <a:p> <a:o> .\n"),
        (
            "<a:s> <a:p> \"\\t\\b\\n\\r\\f\\\"\\'\\\\\\u0000\\u007F\\u00e9\" .",
            "<a:s> <a:p> \"\\t\\b\\n\\r\\f\\\"'\\\\\\u0000\\u007Fé\" .\n"
        ),
        (
            "<a:s> <a:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> .",
            "<a:s> <a:p> \"x\" .\n"
        ),
        ("<a:s> <a:p> \"\"@de-CH-1901 .", "<a:s> <a:p> \"\"@de-CH-1901 .\n"),
        ("<a:s> <a:p> <a:o> .\r<a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o> .\n"),
    ])
    func `reads what the grammar allows`(text: String, canonical: String) throws {
        let dataset = try Dataset(nquads: Array(text.utf8))
        #expect(dataset.serialized() == Array(canonical.utf8))
    }

    @Test func `keeps spellings apart that Unicode holds to be equivalent`() throws {
        let text = "<a:s> <a:p> \"\u{e9}\" .\n<a:s> <a:p> \"e\u{301}\" .\n"
        #expect(try Dataset(nquads: Array(text.utf8)).quads.count == 2)
    }

    @Test func `keeps to its limits`() throws {
        let text = Array("<a:s> <a:p> <a:o> .\n<a:s> <a:p> <a:q> .\n".utf8)
        #expect(try Dataset(nquads: text, limits: NQuadsLimits(quads: 2)).quads.count == 2)
        let many = try #require(throws: NQuadsError.self) {
            try Dataset(nquads: text, limits: NQuadsLimits(quads: 1))
        }
        #expect(many.reason == .tooManyQuads(limit: 1))
        #expect(many.line == 2)
        let large = try #require(throws: NQuadsError.self) {
            try Dataset(nquads: text, limits: NQuadsLimits(bytes: 10))
        }
        #expect(large.reason == .tooLarge(limit: 10))
    }
}
