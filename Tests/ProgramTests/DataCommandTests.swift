import JSONText
import Testing

@Suite struct `The data commands` {
    @Test func `canonicalize JSON`() throws {
        let run = try RunningProgram.run(
            "json", "canonicalize", input: Array("{\"b\":1.0,\"a\":[\"\\u00e9\"]}".utf8))
        #expect(run.status == 0)
        #expect(run.text == "{\"a\":[\"é\"],\"b\":1}")
    }

    @Test(arguments: [
        ("{\"a\":1,\"a\":2}", "line 1, column 8, at /a"), ("<html>", "HTML"),
        ("{\"a\":", "cut off"),
        ("", "empty"),
    ])
    func `say what is wrong with a text, and where`(text: String, place: String) throws {
        let run = try RunningProgram.run("json", "canonicalize", "-", input: Array(text.utf8))
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(place))
    }

    @Test func `expand JSON-LD, and begin an error with its code`() throws {
        let good = #"{"@context": {"name": "https://example.org/name"}, "name": "Ada"}"#
        let run = try RunningProgram.run("jsonld", "expand", input: Array(good.utf8))
        #expect(run.status == 0)
        let value = try run.json()
        let pointer = try #require(JSONPointer("/0/https:~1~1example.org~1name/0/@value"))
        #expect(value[pointer]?.string == "Ada")
        let bad = #"{"@context": {"name": 5}, "name": "Ada"}"#
        let failed = try RunningProgram.run("jsonld", "expand", input: Array(bad.utf8))
        #expect(failed.status == 1)
        #expect(failed.messages.hasPrefix("clr: invalid term definition: "))
    }

    /// A few kilobytes that would take a second: what cannot be told is not "no".
    @Test func `end with 2 where contexts make too much work`() throws {
        let terms = (0..<2_000).map { #""t\#($0)":"urn:t""# }.joined(separator: ",")
        let depth = 200
        let text =
            #"{"@context":{"@vocab":"urn:v:","p":{"@context":{\#(terms)}}},"#
            + Array(repeating: #""p":"#, count: depth).joined(separator: "{") + "1"
            + String(repeating: "}", count: depth)
        let run = try RunningProgram.run("jsonld", "expand", input: Array(text.utf8))
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains("terms be written down"))
    }

    @Test func `make RDF with contexts of a catalog only where they are not known`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("own.json", #"{"@context": {"a": "https://example.org/a"}}"#)
        let catalog = try folder.file(
            "catalog.json",
            """
            [{"url": "https://example.org/c", "file": "own.json"},
             {"url": "https://www.w3.org/ns/credentials/v2", "file": "own.json"}]
            """)
        let input = Array(#"{"@context": "https://example.org/c", "a": "v"}"#.utf8)
        let without = try RunningProgram.run("jsonld", "to-rdf", input: input)
        #expect(without.status == 1)
        #expect(without.messages.hasPrefix("clr: loading remote context failed: "))
        #expect(without.messages.contains("https://example.org/c"))
        let with = try RunningProgram.run("jsonld", "to-rdf", "--documents", catalog, input: input)
        #expect(with.text == "_:b0 <https://example.org/a> \"v\" .\n")
        let known = Array(
            #"{"@context": "https://www.w3.org/ns/credentials/v2", "a": "v"}"#.utf8)
        let kept = try RunningProgram.run(
            "jsonld", "to-rdf", "--safe", "--documents", catalog, input: known)
        #expect(kept.messages.hasPrefix("clr: undefined term: "))
        let replaced = try RunningProgram.run(
            "jsonld", "to-rdf", "--safe", "--documents", catalog, "--override-known", input: known)
        #expect(replaced.text == "_:b0 <https://example.org/a> \"v\" .\n")
    }

    @Test func `canonicalize RDF, give the identifiers, and keep to a budget`() throws {
        let input = Array(
            "_:x <https://example.org/p> _:y .\n_:y <https://example.org/p> _:x .\n".utf8)
        let run = try RunningProgram.run("rdf", "canonicalize", input: input)
        #expect(
            run.text == """
                _:c14n0 <https://example.org/p> _:c14n1 .
                _:c14n1 <https://example.org/p> _:c14n0 .

                """)
        let map = try RunningProgram.run("rdf", "canonicalize", "--map", input: input)
        #expect(try map.json().count == 2)
        let poor = try RunningProgram.run("rdf", "canonicalize", "--effort", "1", input: input)
        #expect(poor.status == 2)
        let wrong = try RunningProgram.run("rdf", "canonicalize", input: Array("a b c .".utf8))
        #expect(wrong.status == 1)
        #expect(wrong.messages.contains("line 1, column 1"))
    }

    @Test(arguments: [
        ["json", "canonicalize", "/nowhere/at/all.json"], ["verify", "--no-such-flag"],
        ["verify", "/nowhere/at/all.json"], ["no-such-command"],
        ["verify", "--now", "yesterday", "-"],
        ["verify", "--documents", "/nowhere/catalog.json"],
        ["rdf", "canonicalize", "--hash", "md5"], ["key", "generate"],
        ["inspect", "/nowhere.json"], ["did", "resolve"],
    ])
    func `answer wrong usage with 64`(arguments: [String]) throws {
        #expect(try RunningProgram.run(arguments, input: Array("{}".utf8)).status == 64)
    }
}
