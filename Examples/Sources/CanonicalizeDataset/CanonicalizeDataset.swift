import RDFCanonicalization

/// Two datasets that say the same in other words have one canonical form; one that is made to
/// waste time is given up.
@main
struct CanonicalizeDataset {
    struct Unexpected: Error {
        let what: String
    }

    static func main() throws {
        let text = """
            _:x <http://xmlns.com/foaf/0.1/name> "Ada" .
            _:x <http://xmlns.com/foaf/0.1/knows> _:y .
            _:y <http://xmlns.com/foaf/0.1/name> "Grace" .

            """
        let read = try Dataset(nquads: Array(text.utf8))
        let canonical = try read.canonicalized()
        print(String(decoding: canonical.nquads, as: UTF8.self))
        for (label, name) in canonical.issued { print("_:\(label) is _:\(name)") }

        let name = Resource.iri("http://xmlns.com/foaf/0.1/name")
        let knows = Resource.iri("http://xmlns.com/foaf/0.1/knows")
        let made = Dataset([
            Statement(
                subject: .blank("one"), predicate: name, object: .literal(Literal("Grace"))),
            Statement(
                subject: .blank("two"), predicate: knows, object: .resource(.blank("one"))),
            Statement(
                subject: .blank("two"), predicate: name, object: .literal(Literal("Ada"))),
        ])
        try expect(made.canonicalized().digest() == canonical.digest(), "both say the same")

        do throws(CanonicalizationError) {
            let small = Effort(base: 1_000)
            _ = try Dataset(everybodyKnowsEverybody(8)).canonicalized(effort: small)
        } catch .effortExhausted(let steps) {
            print("given up after \(steps) steps")
            return
        }
        throw Unexpected(what: "nodes that nothing tells apart take more effort")
    }

    static func everybodyKnowsEverybody(_ count: Int) -> [Statement] {
        (0..<count).flatMap { one in
            (0..<count).filter { $0 != one }.map { other in
                Statement(
                    subject: .blank("b\(one)"), predicate: .iri("http://xmlns.com/foaf/0.1/knows"),
                    object: .resource(.blank("b\(other)")))
            }
        }
    }

    static func expect(_ condition: Bool, _ what: String) throws {
        guard condition else { throw Unexpected(what: what) }
    }
}
