import RDF
import Testing

@Suite struct `A canonicalization` {
    static let repeatedlyRelated = """
        _:x0 <a:p> <a:o> _:g1 .
        _:x1 <a:p> <a:o> _:g0 .
        _:x1 <a:p> _:x0 _:g0 .
        _:x2 <a:p> _:x1 _:g1 .
        """

    @Test func `reads related blank nodes as a list or as a set`() throws {
        let dataset = try Dataset(nquads: Array(Self.repeatedlyRelated.utf8))
        let list = try canonicalize(dataset, related: .list)
        let set = try canonicalize(dataset, related: .set)
        #expect(list.nquads != set.nquads)
        #expect(list.readingsMayDiffer)
        #expect(set.readingsMayDiffer)
        #expect(try canonicalize(dataset).nquads == list.nquads)
    }

    @Test func `says when both readings must agree`() throws {
        let dataset = try Dataset(nquads: Array("_:a <a:p> _:b .\n_:b <a:p> _:a .".utf8))
        let list = try canonicalize(dataset, related: .list)
        #expect(!list.readingsMayDiffer)
        #expect(try canonicalize(dataset, related: .set).nquads == list.nquads)
    }

    /// RDF 1.2 N-Quads section 3: controls and what XML 1.1 does not call a character are escaped,
    /// and nothing else is.
    @Test func `escapes what is no character, and nothing else`() throws {
        let text = #"<a:s> <a:p> "\uFFFE\uFFFF\uFFFD\u007F\u0080\uD7FF\uE000\U0001FFFE\t\u000B" ."#
        let canonical = try canonicalize(Dataset(nquads: Array(text.utf8)))
        let wanted =
            "<a:s> <a:p> \"\\uFFFE\\uFFFF\u{FFFD}\\u007F\u{80}\u{D7FF}\u{E000}\u{1FFFE}\\t\\u000B\" .\n"
        #expect(canonical.nquads == Array(wanted.utf8))
    }

    @Test func `orders labels by their digits and terms by their bytes`() throws {
        var text = "_:z <a:p> \"b\" .\n_:z <a:p> \"b\"@en .\n_:z <a:p> <b:o> .\n"
        for number in 0..<13 { text += "_:n\(number) <a:number> \"\(number)\" <a:g\(number)> .\n" }
        text += "<a:s/> <a:p> <a:o> .\n<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> <a:o> .\n"
        let canonical = try canonicalize(Dataset(nquads: Array(text.utf8)))
        let lines = canonical.nquadsLines
        #expect(lines == lines.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(lines.count == 19)
    }

    @Test func `refuses a blank node as predicate`() {
        var dataset = Dataset()
        let blank = dataset.freshBlank()
        dataset.insert(Quad(subject: blank, predicate: blank, object: blank))
        #expect(dataset.serialized() == Array("_:b0 _:b0 _:b0 .\n".utf8))
        #expect(throws: CanonicalizationError.blankPredicate) { try canonicalize(dataset) }
    }
}

@Suite struct `The effort of a canonicalization` {
    /// `count` blank nodes, each pointing at the next one, with nothing at either end.
    static func chain(_ count: Int, label: String) -> String {
        (1..<count).map { "_:\(label)\($0) <a:next> _:\(label)\($0 + 1) .\n" }.joined()
    }

    @Test func `takes none where first-degree hashes tell all apart`() throws {
        let text = (0..<100).map { "_:n\($0) <a:p> \"\($0)\" .\n" }.joined()
        let canonical = try canonicalize(
            Dataset(nquads: Array(text.utf8)), effort: Effort(base: 0))
        #expect(canonical.steps == 0)
    }

    @Test func `is counted and bounds the work`() throws {
        let dataset = try Dataset(
            nquads: Array((Self.chain(20, label: "a") + Self.chain(20, label: "b")).utf8))
        let steps = try canonicalize(dataset).steps
        #expect(steps > 0)
        #expect(try canonicalize(dataset, effort: Effort(base: steps)).steps == steps)
        #expect(throws: CanonicalizationError.effortExhausted(steps: steps - 1)) {
            try canonicalize(dataset, effort: Effort(base: steps - 1))
        }
    }

    @Test func `ends with an error on a clique, a star and a grid of lookalikes`() throws {
        let clique = (0..<12).flatMap { a in (0..<12).map { (a, $0) } }
            .filter { $0.0 != $0.1 }.map { "_:n\($0.0) <a:p> _:n\($0.1) .\n" }.joined()
        let star = (0..<2).map { hub in
            (0..<12).map { "_:h\(hub) <a:p> _:l\(hub)x\($0) .\n" }.joined()
        }.joined()
        let grid = (0..<900).map {
            "_:n\($0) <a:p> _:n\(($0 + 1) % 900) .\n_:n\($0) <a:p> _:n\(($0 + 30) % 900) .\n"
        }.joined()
        for text in [clique, star, grid] {
            let dataset = try Dataset(nquads: Array(text.utf8))
            #expect(throws: CanonicalizationError.self) { try canonicalize(dataset) }
        }
    }

    @Test func `goes down a long chain without using up the stack`() throws {
        let text = Self.chain(20_000, label: "a") + Self.chain(20_000, label: "b")
        let canonical = try canonicalize(Dataset(nquads: Array(text.utf8)))
        #expect(canonical.issuedTerms.count == 40_000)
        #expect(canonical.steps < 400_000)
    }

    /// Each node of a long chain is told apart by walking to its end: too much, and ended by an
    /// allowance that grows with the text, up to a ceiling.
    @Test(arguments: [2_000, 70_000])
    func `ends on a long chain of lookalikes within what its nodes allow`(count: Int) throws {
        let lines = (0..<count).map { "_:b\($0) <a:p> _:b\($0 + 1) ." }
        let dataset = try Dataset(nquads: Array(lines.joined(separator: "\n").utf8))
        let steps = min(
            Effort.standard.base + Effort.standard.perBlankNode * (count + 1), Effort.standard.most)
        #expect((steps == Effort.standard.most) == (count > 62_500))
        #expect(throws: CanonicalizationError.effortExhausted(steps: steps)) {
            try canonicalize(dataset)
        }
    }

    @Test func `bounds the length of the canonical form`() throws {
        let dataset = try Dataset(nquads: Array("<a:s> <a:p> \"0123456789\" .".utf8))
        #expect(throws: CanonicalizationError.tooLong(limit: 20)) {
            try canonicalize(dataset, effort: Effort(base: 0, bytes: 20))
        }
    }
}
