import JSONLD
import JSONText
import TestSupport
import Testing

/// Places of the Recommendation (JSON-LD 1.1 API) that its suite leaves untested, and that the
/// comparison with another implementation brought up.
@Suite struct `Expansion by its text` {
    private func expanded(_ document: String) throws -> JSON {
        let contexts = ContextCollection()
        try contexts.add(
            Array(#"{"@context": {"@base": "https://not.example/", "p": "urn:p"}}"#.utf8),
            at: "https://c.example/base")
        var options = JSONLDProcessor.Options()
        options.base = "https://example.org/base/document"
        options.ordered = true
        let processor = JSONLDProcessor(contexts: contexts, options: options)
        return try processor.expanded(try JSONDocument(parsing: Array(document.utf8)).root)
    }

    @Test(arguments: [
        // 5.8.3: the terms of a context are not at hand where its @vocab is read
        (
            #"{"@context": {"@vocab": "v:", "v": "urn:x:"}, "p": 1}"#,
            #"[{"v:p": [{"@value": 1}]}]"#
        ),
        // 5.7: remote contexts have no base
        (
            #"{"@context": "https://c.example/base", "p": {"@id": "a"}}"#,
            #"[{"urn:p": [{"@id": "https://example.org/base/a"}]}]"#
        ),
        // term 13.3: the form of a keyword is enough
        (
            #"{"@context": {"@vocab": "urn:v:", "p": {"@reverse": "@type"}}, "p": 1}"#,
            #"[{"urn:v:p": [{"@value": 1}]}]"#
        ),
        // 13.4.11.1: the list that belongs to nothing goes, and the rest stays
        (
            #"{"@list": ["a"], "urn:p": 1}"#,
            #"[{"urn:p": [{"@value": 1}]}]"#
        ),
        // 13.4.13.4: a property without items is none
        (
            #"{"@reverse": {"urn:p": [], "urn:q": {"@id": "urn:a"}}}"#,
            #"[{"@reverse": {"urn:q": [{"@id": "urn:a"}]}}]"#
        ),
        // 13.4.13: an @reverse that held nothing stands beside nothing
        (
            #"{"urn:p": {"@value": 1, "@reverse": {}}}"#,
            #"[{"urn:p": [{"@value": 1}]}]"#
        ),
        // 5.2.2 and 17.2: what a set expands to is an array, and so a list inside the list
        (
            #"""
            {"@context": {"p": {"@id": "urn:p", "@container": "@list"}},
             "p": ["a", {"@set": ["b"]}]}
            """#,
            #"[{"urn:p": [{"@list": [{"@value": "a"}, {"@list": [{"@value": "b"}]}]}]}]"#
        ),
        // 7, 13.4.11.2: the items of a list are read by the context that is left in force
        (
            #"""
            {"@context": {"@vocab": "urn:v:", "T": {"@context": {"p": {"@type": "@id"}}}},
             "@type": "T", "p": {"@list": ["a"]}}
            """#,
            #"[{"@type": ["urn:v:T"], "urn:v:p": [{"@list": [{"@value": "a"}]}]}]"#
        ),
        // 13.4.12 and 17.2: a set of null is null
        (#"{"urn:p": {"@set": null}, "urn:q": 1}"#, #"[{"urn:q": [{"@value": 1}]}]"#),
        // 13.8.3.7.1: what has more than a graph is no graph object
        (
            #"""
            {"@context": {"p": {"@id": "urn:p", "@container": ["@graph", "@index"]}},
             "p": {"k": {"@graph": {"urn:q": 1}, "urn:r": 2}}}
            """#,
            #"""
            [{"urn:p": [{"@index": "k", "@graph":
              [{"@graph": [{"urn:q": [{"@value": 1}]}], "urn:r": [{"@value": 2}]}]}]}]
            """#
        ),
        // 13.3: also what a term stands for must hold a colon
        (
            #"""
            {"@context": {"@base": null, "@vocab": "v/", "p": {"@type": "@id"}},
             "p": 1, "urn:q": 2}
            """#,
            #"[{"urn:q": [{"@value": 2}]}]"#
        ),
        // IRI 6.1: a value is split at its first colon
        (
            #"{"@context": {":a": "urn:x:", "@vocab": "urn:v:"}, ":a:b": 1}"#,
            #"[{"urn:v::a:b": [{"@value": 1}]}]"#
        ),
    ])
    func `says what the text says`(document: String, form: String) throws {
        let wanted = try JSONDocument(parsing: Array(form.utf8)).root
        let answer = try JSONDocument(parsing: expanded(document).serialized()).root
        #expect(try answer.canonicalized() == wanted.canonicalized())
    }

    @Test(arguments: [
        // term 14.2.3: neither a keyword, nor an IRI, nor a blank node
        (#"{"@context": {"p": ":x"}}"#, JSONLDErrorCode.invalidIRIMapping),
        (#"{"@context": {"p": {"@reverse": "1:x"}}}"#, .invalidIRIMapping),
        // term 14.1: what stands for nothing is read to its end
        (#"{"@context": {"p": {"@id": null, "@container": "@other"}}}"#, .invalidContainerMapping),
        (#"{"@context": {"p": {"@id": null, "@other": 1}}}"#, .invalidTermDefinition),
        // term 19: a list holds each word once
        (
            #"{"@context": {"p": {"@id": "urn:p", "@container": ["@set", "@set"]}}}"#,
            .invalidContainerMapping
        ),
        // 15.2, 15.5: a list of types is not one
        (#"{"urn:p": {"@type": ["@json"], "@value": {}}}"#, .invalidTypedValue),
    ])
    func `refuses what the text refuses`(document: String, code: JSONLDErrorCode) throws {
        let error = #expect(throws: JSONLDError.self) { try expanded(document) }
        #expect(error?.code == code)
    }
}
