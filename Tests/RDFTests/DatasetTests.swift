import RDF
import Testing

@Suite struct `A dataset` {
    @Test func `keeps each text, term and quad once`() {
        var dataset = Dataset()
        let symbol = dataset.texts.intern("https://school.example/")
        let again = dataset.texts.intern(Array("https://school.example/".utf8))
        #expect(again == symbol)
        #expect(dataset.texts.string(symbol) == "https://school.example/")
        let iri = dataset.iri(symbol)
        let literal = dataset.literal(symbol)
        let sameLiteral = dataset.literal(symbol, datatype: .xsdString)
        #expect(sameLiteral == literal)
        let otherLiteral = dataset.literal(symbol, datatype: .xsdInteger)
        #expect(otherLiteral != literal)
        #expect(dataset.term(iri) == .iri(symbol))
        #expect(
            dataset.term(literal)
                == .literal(lexical: symbol, datatype: .xsdString, language: nil))
        let quad = Quad(subject: iri, predicate: iri, object: literal)
        let insertions = [dataset.insert(quad), dataset.insert(quad)]
        #expect(insertions == [true, false])
        #expect(dataset.quads == [quad])
    }

    @Test func `keeps thousands of texts of all lengths apart`() {
        var texts = TextTable()
        let first = texts.count
        var long = ""
        for number in 0..<3000 {
            long += number % 7 == 0 ? "x" : ""
            let symbol = texts.intern("\(long)\(number)")
            #expect(symbol.rawValue == UInt32(first + number))
        }
        let symbol = texts.intern("xx8")
        #expect(texts.string(symbol) == "xx8")
        #expect(texts.count == first + 3000)
    }

    @Test func `knows the names of RDF and XML Schema from the start`() {
        var texts = TextTable()
        let string = texts.intern("http://www.w3.org/2001/XMLSchema#string")
        #expect(string == .xsdString)
        let json = texts.intern("http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON")
        #expect(json == .rdfJSON)
    }

    @Test func `gives fresh blank nodes labels that no document has`() {
        var dataset = Dataset()
        let early = dataset.blank(dataset.texts.intern("b0"))
        let fresh = dataset.freshBlank()
        let late = dataset.blank(dataset.texts.intern("b1"))
        #expect(Set([early, fresh, late]).count == 3)
        let lateAgain = dataset.blank(dataset.texts.intern("b1"))
        #expect(lateAgain == late)
        let earlyAgain = dataset.blank(dataset.texts.intern("b0"))
        #expect(earlyAgain == early)
        let another = dataset.freshBlank()
        #expect(![early, fresh, late].contains(another))
    }

    @Test func `looks for a quad among those too that were appended`() {
        var dataset = Dataset()
        let iri = dataset.iri(dataset.texts.intern("https://school.example/"))
        let appended = (0..<100).map { _ in
            Quad(subject: iri, predicate: iri, object: dataset.freshBlank())
        }
        for quad in appended { dataset.append(quad) }
        let again = appended.map { dataset.insert($0) }
        #expect(!again.contains(true))
        dataset.append(Quad(subject: iri, predicate: iri, object: dataset.freshBlank()))
        dataset.append(appended[7])
        #expect(dataset.quads.count == 101)
        #expect(Set(dataset.quads).count == 101)
    }

    @Test func `lists what was said of a node when something else tells of it`() {
        var dataset = Dataset()
        let node = dataset.iri(dataset.texts.intern("urn:node"))
        let other = dataset.iri(dataset.texts.intern("urn:other"))
        let named = (0..<50).map { number in
            let value = dataset.literal(dataset.texts.intern("\(number)"))
            return Quad(subject: node, predicate: other, object: value)
        }
        dataset.beginDescription(of: node)
        for quad in named { dataset.appendDescribing(quad) }
        dataset.beginDescription(of: other)
        dataset.appendDescribing(Quad(subject: other, predicate: other, object: node))
        dataset.beginDescription(of: node)
        for quad in named.reversed() { dataset.appendDescribing(quad) }
        dataset.beginDescription(of: node)
        for quad in named { dataset.insertAmongListed(quad) }
        #expect(dataset.quads.count == 51)
        let again = named.map { dataset.insert($0) }
        #expect(!again.contains(true))
        #expect(Set(dataset.quads).count == dataset.quads.count)
    }

    @Test func `tells literals with one text apart, however many they are`() {
        var dataset = Dataset()
        let text = dataset.texts.intern("5")
        let types = (0..<300).map { dataset.texts.intern("urn:type:\($0)") }
        let literals = types.map { dataset.literal(text, datatype: $0) }
        #expect(Set(literals).count == 300)
        let again = types.map { dataset.literal(text, datatype: $0) }
        #expect(again == literals)
        let tagged = dataset.literal(text, datatype: .rdfLangString, language: types[0])
        #expect(!literals.contains(tagged))
    }

    @Test func `gives a label to one blank node, whatever texts came before and come after`() {
        var dataset = Dataset()
        var labels: Set<String> = []
        var nodes: Set<TermID> = []
        for number in 0..<60 {
            let node =
                number % 3 == 0
                ? dataset.blank(dataset.texts.intern("b\(number * 7 % 50)"))
                : dataset.freshBlank()
            nodes.insert(node)
            guard case .blank(let label) = dataset.term(node) else {
                Issue.record("\(node) is no blank node")
                return
            }
            labels.insert(dataset.texts.string(label))
        }
        #expect(nodes.count == 60)
        #expect(labels.count == 60)
        // What was only a text is a label that nobody has.
        let text = dataset.texts.intern("b1000")
        _ = dataset.literal(text)
        let named = dataset.blank(text)
        #expect(dataset.term(named) == .blank(text))
    }

    @Test func `writes no name that could pass for more than one term`() {
        var dataset = Dataset()
        let iri = dataset.iri(dataset.texts.intern("a:s> <a:p> \"forged\" .\n<a:s"))
        let blank = dataset.blank(dataset.texts.intern("b> ."))
        let language = dataset.texts.intern("en .\n")
        let literal = dataset.literal(
            dataset.texts.intern("x"), datatype: .rdfLangString, language: language)
        dataset.insert(Quad(subject: iri, predicate: iri, object: literal, graph: blank))
        let lines = dataset.serialized().split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 1)
        #expect(lines[0].count { $0 == UInt8(ascii: " ") } == 4)
    }
}
