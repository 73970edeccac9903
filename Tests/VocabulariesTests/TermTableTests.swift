import JSONText
import Testing

@testable import Vocabularies

@Suite struct `Term tables` {
    @Test func `have no line that says nothing`() {
        for table in TermTables.all { #expect(table().faults == []) }
    }

    @Test func `name each line that cannot be read`() {
        let table = TermTable(reading: [
            """
            nonsense here
            class A x:A open
              p 3to4 String
              q 1 String = nowhere:q
            """
        ])
        #expect(
            table.faults == [
                "nonsense here", "class A x:A open", "p 3to4 String",
                "q 1 String = nowhere:q",
            ])
    }

    @Test func `join lines that go on and leave remarks out`() throws {
        let table = TermTable(reading: [
            """
            # a remark
            abbr x https://x.example/#
            class A x:A closed
                < B X-1
              p 0..*c String
                = x:p ^@id @set
            """
        ])
        #expect(table.faults == [])
        let row = try #require(table.row(named: "A"))
        #expect(row.base == "B")
        #expect(row.requirement == "X-1")
        #expect(row.properties.count == 1)
        guard case .term(let term) = row.properties.first?.definition else {
            Issue.record("p has no term")
            return
        }
        #expect(term.iri == "https://x.example/#p")
        #expect(term.coercion == "@id")
        #expect(term.containers == ["@set"])
    }

    @Test func `name only classes and scopes that they have`() {
        for table in TermTables.all {
            let table = table()
            for row in table.contexts {
                for name in row.includes { #expect(table.row(named: name) != nil, "\(name)") }
                let known = ResolvedContext(row, in: table)
                for change in row.changes {
                    #expect(known.classes.contains { $0.name == change.name }, "\(change.name)")
                }
                if let base = row.base {
                    #expect(table.contexts.contains { $0.version == base })
                }
            }
            for property in table.classes.flatMap(\.properties) + table.contexts.flatMap(\.terms) {
                guard case .term(let term) = property.definition,
                    case .named(let scope) = term.scope
                else { continue }
                #expect(table.scope(named: scope) != nil, "\(scope)")
            }
        }
    }

    @Test func `write a difference as a difference`() throws {
        let table = TermTable(reading: [
            """
            abbr x https://x.example/#
            every @protected
            context 2 https://x.example/2
              top = x:top
            include *
            class A x:A open
              p 1 String = x:p @set
              q 1 String = x:q
            context 1 https://x.example/1 from 2 with - every -
              top = -
            class A x:B
              ^x:string p
              q = -
            """
        ])
        let writer = ContextWriter(table: table)
        let texts = table.contexts.map {
            String(decoding: writer.document(for: $0).serialized(), as: UTF8.self)
        }
        let x = "https://x.example/#"
        let p = #""p":{"@id":"\#(x)p","#
        let newer =
            #"{"@context":{"@protected":true,"top":{"@id":"\#(x)top"},"A":{"@id":"\#(x)A","#
            + #""@context":{"@protected":true,\#(p)"@container":"@set"},"#
            + #""q":{"@id":"\#(x)q"}}}}}"#
        let older =
            #"{"@context":{"A":{"@id":"\#(x)B","#
            + #""@context":{\#(p)"@type":"\#(x)string","@container":"@set"}}}}}"#
        #expect(texts == [newer, older])
    }
}

@Suite struct `The context of CLR 1_0` {
    /// Why a signature over RDF of it needs a reader who knows (docs/legacy.md).
    @Test func `has one meaning for several members of one class`() {
        let terms = KnownContexts.firstRecordTerms
        var shared: Set<Text> = []
        for shape in ShapeModel.on(.records1).classes {
            var known: [Text: Text] = [:]
            for property in shape.properties {
                guard let iri = terms[property.name] else { continue }
                if let other = known[iri] {
                    shared.formUnion([property.name, other])
                }
                known[iri] = property.name
            }
        }
        #expect(
            shared.sorted() == [
                "achievedLevel", "resultDescription", "signedAssertions", "signedEndorsements",
            ])
        #expect(terms["schema"] == "http://schema.org/")
        #expect(KnownContexts.urls.count == KnownContexts.ofCredentials.count + 3)
    }
}

@Suite struct `Versions of a context` {
    @Test func `tell since when a term is covered by proofs`() {
        let clr = "https://purl.imsglobal.org/spec/clr/v2p0/"
        let badges = "https://purl.imsglobal.org/spec/ob/v3p0/"
        #expect(
            KnownContexts.urls(defining: "partial", inside: "ClrCredential")
                == [clr + "context-2.0.1.json"])
        #expect(
            KnownContexts.urls(defining: "association", inside: "ClrSubject")
                == [clr + "context-2.0.1.json", clr + "context.json"])
        #expect(
            KnownContexts.urls(defining: "awardedDate")
                == [badges + "context-3.0.3.json", badges + "context-3.0.1.json"])
        #expect(KnownContexts.urls(defining: "nothing") == [])
    }
}
