import RDF
import Testing

@Suite struct `Statements` {
    private let name = Resource.iri("http://xmlns.com/foaf/0.1/name")

    @Test func `make the dataset that their N-Quads make`() throws {
        let text = """
            <https://a.example/1> <http://xmlns.com/foaf/0.1/name> "Ada"@en .
            _:x <http://xmlns.com/foaf/0.1/age> "36"^^<http://www.w3.org/2001/XMLSchema#integer> _:g .
            _:x <http://xmlns.com/foaf/0.1/knows> <https://a.example/1> <https://a.example/g> .

            """
        let dataset = Dataset([
            Statement(
                subject: .iri("https://a.example/1"), predicate: name,
                object: .literal(Literal("Ada", language: "en"))),
            Statement(
                subject: .blank("x"), predicate: .iri("http://xmlns.com/foaf/0.1/age"),
                object: .literal(
                    Literal("36", datatype: "http://www.w3.org/2001/XMLSchema#integer")),
                graph: .blank("g")),
            Statement(
                subject: .blank("x"), predicate: .iri("http://xmlns.com/foaf/0.1/knows"),
                object: .resource(.iri("https://a.example/1")),
                graph: .iri("https://a.example/g")),
        ])
        #expect(String(decoding: dataset.serialized(), as: UTF8.self) == text)
        let read = try Dataset(nquads: Array(text.utf8))
        #expect(Array(read.statements) == Array(dataset.statements))
    }

    @Test func `that are said twice are kept once`() {
        let statement = Statement(
            subject: .blank("x"), predicate: name, object: .literal(Literal("Ada")))
        var dataset = Dataset([statement, statement])
        #expect(dataset.count == 1)
        #expect(dataset.insert(statement) == false)
    }

    @Test func `are compared by code units`() {
        let composed = Literal("\u{e9}")
        let decomposed = Literal("e\u{301}")
        #expect(composed != decomposed)
        #expect(Resource.iri("\u{e9}") != .iri("e\u{301}"))
        #expect(Resource.iri("x") != .blank("x"))
        let statements = [composed, decomposed, composed].map {
            Statement(subject: .blank("x"), predicate: name, object: .literal($0))
        }
        #expect(Set(statements).count == 2)
        #expect(Dataset(statements).count == 2)
    }

    @Test func `with a blank predicate have no canonical form`() {
        let dataset = Dataset([
            Statement(
                subject: .blank("x"), predicate: .blank("p"), object: .resource(.blank("y")))
        ])
        #expect(throws: CanonicalizationError.blankPredicate) { try dataset.canonicalized() }
    }
}
