import JSONLD
import JSONText
import RDF
import TestSupport
import Testing

@Suite struct `Safe mode` {
    private static let context = """
        "@context": {"@version": 1.1, "name": "https://example.org/name",
          "Thing": {"@id": "https://example.org/Thing",
            "@context": {"part": {"@id": "https://example.org/part", "@type": "@id"}}},
          "link": {"@id": "https://example.org/link", "@type": "@id"},
          "byID": {"@id": "https://example.org/byID", "@container": "@id"},
          "byType": {"@id": "https://example.org/byType", "@container": "@type"},
          "byLanguage": {"@id": "https://example.org/byLanguage", "@container": "@language"},
          "inGraph": {"@id": "https://example.org/inGraph", "@container": "@graph"},
          "graphByID": {"@id": "https://example.org/gid", "@container": ["@graph", "@id"]},
          "nothing": null}
        """

    private func document(_ members: String) throws -> JSONDocument {
        try JSONDocument(parsing: Array("{\(Self.context), \(members)}".utf8))
    }

    private func refusal(_ members: String) throws -> JSONLDError? {
        let processor = JSONLDProcessor(options: .safe)
        let document = try document(members)
        do {
            _ = try processor.toRDF(document.root)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        (#""id": "x""#, JSONLDErrorCode.undefinedTerm, "/id"),
        (#""name": "a", "grade": "A""#, .undefinedTerm, "/grade"),
        (#""link": {"name": "b", "link": {"grade": 1}}"#, .undefinedTerm, "/link/link/grade"),
        (#""link": [{"name": "b"}, {"grade": []}]"#, .undefinedTerm, "/link/1/grade"),
        (#""name": "a", "nothing": 1"#, .undefinedTerm, "/nothing"),
        (#""name": "a", "@ignored": 1"#, .undefinedTerm, "/@ignored"),
        (#""name": "a", "part": "https://example.org/x""#, .undefinedTerm, "/part"),
        (#""@type": "Other", "name": "a""#, .undefinedTerm, "/@type"),
        (#""@type": ["Thing", "Other"], "name": "a""#, .undefinedTerm, "/@type/1"),
        (#""@id": "relative", "name": "a""#, .droppedValue, "/@id"),
        (#""link": "relative""#, .droppedValue, "/link"),
        (#""name": {"@value": null}"#, .droppedValue, "/name"),
        (#""name": {"@language": "en"}"#, .droppedValue, "/name"),
        (#""name": {"@value": "a", "@index": "b"}"#, .droppedValue, "/name"),
    ])
    func `names what RDF would leave out, and its place`(
        members: String, code: JSONLDErrorCode, place: String
    ) throws {
        let error = try #require(try refusal(members))
        #expect(error.code == code)
        #expect(error.pointer?.description == place)
    }

    /// What only RDF cannot have is found after the document was read; its place is told all the same.
    @Test(arguments: [
        (#""@id": "https://u.example/a b", "name": "a""#, "/@id", "\"https://u.example/a b\""),
        (#""link": {"name": "b", "@id": "urn:x:{y}"}"#, "/link/@id", "written %7B"),
        (#""link": ["urn:x:1", "urn:x:2#a#b"]"#, "/link/1", "second #"),
        (#""name": "a", "@type": ["Thing", "urn:x:a b"]"#, "/@type/1", "\"urn:x:a b\""),
        (#""urn:x:a b": "c""#, "/urn:x:a b", "cannot be a property"),
        (#""name": [{"@value": "a", "@language": "no tag"}]"#, "/name/0", "\"no tag\""),
        (#""byLanguage": {"en": "a", "e n": ["b", "c"]}"#, "/byLanguage/e n/0", "\"e n\""),
        (#""link": "urn:x:\u202e\u0007""#, "/link", "\\u202e\\u0007"),
    ])
    func `names what RDF cannot have, its place and why`(
        members: String, place: String, words: String
    ) throws {
        let error = try #require(try refusal(members))
        #expect(error.pointer?.description == place)
        #expect(error.detail.contains(words), "\(error)")
    }

    @Test func `shortens what is long`() throws {
        let long = "urn:x:" + String(repeating: "y", count: 10_000) + " "
        let error = try #require(try refusal("\"@id\": \"\(long)\", \"name\": \"a\""))
        #expect(error.detail.utf8.count < 250)
        #expect(error.detail.contains("yyy\u{2026}\""))
    }

    private func refusals(_ members: String, atMost most: Int = 100) throws -> Refusals {
        try JSONLDProcessor(options: .safe).refusals(of: document(members).root, atMost: most)
    }

    @Test func `tells all that it refuses, each once, in the order of the text`() throws {
        let all = try refusals(
            #"""
            "grade": 1, "@id": "a b", "name": ["a", {"@value": null}, {"@id": 7}],
            "link": [{"@type": "Other", "unheard": 1, "name": "x"}, "relative",
              {"@type": ["Thing", "More"], "part": "urn:x: ", "nmae": "y"}],
            "list": {"@type": "Thing", "foo": 1}, "other": {"bar": 1},
            "byLanguage": {"e n": "a"}, "last": 1
            """#)
        #expect(
            all.faults.map { $0.pointer?.description } == [
                "/grade", "/@id", "/name/1", "/name/2/@id", "/link/0/@type", "/link/1",
                "/link/2/@type/1", "/link/2/part", "/link/2/nmae", "/list", "/list/foo", "/other",
                "/byLanguage/e n", "/last",
            ])
        #expect(all.omitted == 0)
        #expect(try refusals(#""name": "a""#).faults.isEmpty)
    }

    @Test func `guesses what was meant, and reads on as if it stood there`() throws {
        let all = try refusals(
            #""@type": "Thnig", "part": "urn:x:1", "nmae": "a", "zzzzzz": 1"#)
        #expect(all.faults.map { $0.pointer?.description } == ["/@type", "/nmae", "/zzzzzz"])
        #expect(all.faults.map(\.nearWord) == ["Thing", "name", nil])
    }

    @Test func `tells no more than is asked for, and how many more there are`() throws {
        let members = (0..<30).map { "\"m\($0)\": 1" }.joined(separator: ", ")
        let all = try refusals(members, atMost: 20)
        #expect(all.faults.count == 20)
        #expect(all.omitted == 10)
    }

    @Test func `ends at a context that cannot be had`() throws {
        #expect(throws: JSONLDError.self) {
            try refusals(#""foo": 1, "link": {"@context": "https://away.example/", "bar": 1}"#)
        }
    }

    /// A name that stands in a map is data too, whatever the map is by.
    @Test(arguments: [
        (#""byID": {"urn:a": 5}"#, "/byID/urn:a"),
        (#""byID": {"urn:a": {"@list": [1]}}"#, "/byID/urn:a"),
        (#""byID": {"urn:a": {"@id": "urn:b", "name": "n"}}"#, "/byID/urn:a"),
        (#""byID": {"@other": {"name": "n"}}"#, "/byID/@other"),
        (#""byID": {"urn:a": []}"#, "/byID/urn:a"),
        (#""byType": {"Thing": 5}"#, "/byType/Thing"),
        (#""byLanguage": {"en": "n", "de": null}"#, "/byLanguage/de"),
        (#""byLanguage": {"en": []}"#, "/byLanguage/en"),
    ])
    func `names what a map would leave out, and its place`(members: String, place: String) throws {
        let error = try #require(try refusal(members))
        #expect(error.code == .droppedValue)
        #expect(error.pointer?.description == place)
    }

    @Test(arguments: [
        #""byID": {"relative": {"name": "n"}}"#,
        #""byType": {"Other": {"name": "n"}}"#,
        #""@type": ["Thing", "@json"]"#,
        #""name": {"@value": "n", "@language": "not a tag"}"#,
        #""name": ["a", {"@value": "n", "@language": ""}]"#,
        #""byLanguage": {"not a tag": "n"}"#,
        #""inGraph": 5"#,
        #""inGraph": "text""#,
        #""inGraph": {"@id": "urn:a"}"#,
        #""inGraph": {"@id": "urn:a", "name": []}"#,
        #""graphByID": {"urn:g": 5}"#,
    ])
    func `leaves out nothing that RDF has no word for`(members: String) throws {
        let error = try #require(try refusal(members))
        #expect(error.code == .droppedValue || error.code == .undefinedTerm)
    }

    @Test(arguments: [
        #""byID": {"urn:a": {"name": "n"}, "urn:b": {"@id": "urn:b", "name": "n"}}"#,
        #""byType": {"Thing": {"name": "n"}}"#, #""byLanguage": {"en": "n", "@none": "m"}"#,
        #""inGraph": {"name": "n"}"#, #""graphByID": {"urn:g": {"name": "n"}}"#,
        #""name": "a""#, #""@type": "Thing", "part": "https://example.org/x""#,
        #""@id": "urn:uuid:0", "link": {"@id": "_:b", "name": ["a", "b"]}"#,
        #""https://example.org/full": "a""#, #""name": {"@value": "a", "@direction": "rtl"}"#,
    ])
    func `leaves alone what is defined`(members: String) throws {
        #expect(try refusal(members) == nil)
    }

    @Test func `is off unless asked for`() throws {
        let dataset = try JSONLDProcessor().toRDF(document(#""name": "a", "grade": "A""#).root)
        #expect(dataset.quads.count == 1)
    }
}

@Suite struct `JSON-LD processing` {
    @Test(arguments: ["@included", "@graph", "@set", "urn:p"])
    func `takes only so many objects inside each other`(keyword: String) throws {
        func expand(_ depth: Int) throws {
            let text =
                String(repeating: "{\"\(keyword)\":", count: depth - 1) + #"{"urn:q":1}"#
                + String(repeating: "}", count: depth - 1)
            _ = try JSONLDProcessor().toRDF(JSONDocument(parsing: Array(text.utf8)).root)
        }
        try expand(Limits.nodeDepth)
        let error = #expect(throws: JSONLDError.self) { try expand(Limits.nodeDepth + 1) }
        #expect(error?.code == .limitExceeded)
    }

    /// Section 5.1.2, step 19: by what the object has become, not by what it was written as.
    @Test(arguments: [
        #"{"@context": {}, "name": "undefined"}"#, #"{"@version": 1.1, "@id": "urn:a"}"#,
        #"{"@reverse": {"name": {"@id": "urn:a"}}}"#,
        #"[{"@included": [{"@id": "urn:a", "@propagate": null}]}]"#,
    ])
    func `leaves out an object that says nothing`(text: String) throws {
        let document = try JSONDocument(parsing: Array(text.utf8))
        let expanded = try JSONLDProcessor().expanded(document.root).serialized()
        let said = String(decoding: expanded, as: UTF8.self)
        #expect(said == "[]" || said == #"[{"@included":[]}]"#)
    }

    /// Section 5.1.2, step 13.4.6.3 asks for nodes; a set that holds none holds nothing else.
    @Test(arguments: [
        (#"{"@set": []}"#, true), (#"{"@set": [{"@id": "urn:a", "urn:p": 1}]}"#, true),
        (#"{"@set": ["text"]}"#, true), ("[]", true), (#""text""#, false), ("null", false),
        (#"{"@value": 1}"#, false), (#"{"@list": []}"#, false),
    ])
    func `takes sets of nodes in @included`(value: String, isAllowed: Bool) throws {
        let root = try JSONDocument(parsing: Array(#"{"@included":\#(value)}"#.utf8)).root
        guard !isAllowed else {
            _ = try JSONLDProcessor().expanded(root)
            return
        }
        let error = #expect(throws: JSONLDError.self) { _ = try JSONLDProcessor().expanded(root) }
        #expect(error?.code == .invalidIncludedValue)
    }

    @Test func `names the URL of a context that is not at hand, and the place`() throws {
        let text = #"{"https://example.org/p": {"@context": "https://example.org/c", "a": 1}}"#
        let document = try JSONDocument(parsing: Array(text.utf8))
        let error = try #require(throws: JSONLDError.self) {
            try JSONLDProcessor().toRDF(document.root)
        }
        #expect(error.code == .loadingRemoteContextFailed)
        #expect(error.unavailableURL == "https://example.org/c")
        #expect(error.pointer?.description == "/https:~1~1example.org~1p/@context")
    }

    @Test func `keeps apart contexts of one URL that loaders answer differently`() throws {
        struct Loader: ContextLoader {
            let iri: String
            func context(at url: Text) -> RemoteContext? {
                let text = #"{"@context": {"a": "\#(iri)"}}"#
                guard let document = try? JSONDocument(parsing: Array(text.utf8)) else {
                    return nil
                }
                return RemoteContext(url: url, document: document)
            }
        }
        let text = #"{"@context": "https://example.org/c", "a": "v"}"#
        let document = try JSONDocument(parsing: Array(text.utf8))
        for iri in ["https://example.org/1", "https://example.org/2", "https://example.org/1"] {
            let dataset = try JSONLDProcessor(contexts: Loader(iri: iri)).toRDF(document.root)
            let predicate = try #require(dataset.quads.first).predicate
            guard case .iri(let symbol) = dataset.term(predicate) else {
                Issue.record("no IRI")
                return
            }
            #expect(dataset.texts.string(symbol) == iri)
        }
    }

    @Test func `refuses contexts without end`() throws {
        struct Endless: ContextLoader {
            func context(at url: Text) -> RemoteContext? {
                let text = #"{"@context": ["\#(url)1", {"a": "https://example.org/a"}]}"#
                guard let document = try? JSONDocument(parsing: Array(text.utf8)) else {
                    return nil
                }
                return RemoteContext(url: url, document: document)
            }
        }
        let document = try JSONDocument(
            parsing: Array(#"{"@context": "https://example.org/", "a": 1}"#.utf8))
        let error = try #require(throws: JSONLDError.self) {
            try JSONLDProcessor(contexts: Endless()).toRDF(document.root)
        }
        #expect(error.code == .contextOverflow)
    }

    @Test func `reads numbers as the specification writes them`() throws {
        let text = """
            {"@context": {"@vocab": "https://example.org/", "f": {"@type": "x:float"}},
             "@id": "https://example.org/s", "n": [1, 1.0, 1.5, 1e21, -0, 1E2, 12345678901234567890],
             "f": [42.0, 3.5]}
            """
        let document = try JSONDocument(parsing: Array(text.utf8))
        let dataset = try JSONLDProcessor().toRDF(document.root)
        let lexicals = dataset.quads.compactMap { quad -> String? in
            guard case .literal(let lexical, let datatype, _) = dataset.term(quad.object) else {
                return nil
            }
            return dataset.texts.string(lexical) + "^"
                + (dataset.texts.string(datatype).split(separator: "#").last ?? "")
        }
        #expect(
            Set(lexicals) == [
                "1^integer", "1.5E0^double", "1.0E21^double", "0^integer", "100^integer",
                "12345678901234567168^integer", "42^x:float", "3.5E0^x:float",
            ])
    }
}
