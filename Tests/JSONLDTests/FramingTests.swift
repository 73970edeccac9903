import JSONLD
import JSONText
import Testing

@Suite struct `Framing` {
    private func framed(
        _ document: String, _ frame: String, _ options: JSONLDProcessor.Options = .init()
    ) throws -> String {
        let made = try JSONLDProcessor(options: options).framed(
            JSONDocument(parsing: Array(document.utf8)).root,
            frame: JSONDocument(parsing: Array(frame.utf8)).root)
        return String(decoding: made.serialized(), as: UTF8.self)
    }

    /// Nodes of which each refers to the next by these properties.
    private func chain(_ count: Int, by properties: [String]) -> String {
        let nodes = (0..<count).map { number in
            let links = properties.map { #""\#($0)": {"@id": "x:n\#(number + 1)"}"# }
            return #"{"@id": "x:n\#(number)", \#(links.joined(separator: ", "))}"#
        }
        return "[\(nodes.joined(separator: ",\n"))]"
    }

    @Test(arguments: ["@always", "@once", "@never"])
    func `of a circle ends`(embed: String) throws {
        let document = #"{"@id": "x:a", "x:p": {"@id": "x:b", "x:p": {"@id": "x:a"}}}"#
        let made = try framed(document, #"{"@id": "x:a", "@embed": "\#(embed)"}"#)
        let inner = embed == "@never" ? #"{"@id":"x:b"}"# : #"{"@id":"x:b","x:p":{"@id":"x:a"}}"#
        #expect(made == #"{"@id":"x:a","x:p":\#(inner)}"#)
    }

    @Test func `of a node that refers to itself ends`() throws {
        let made = try framed(
            #"{"@id": "x:a", "x:p": {"@id": "x:a"}}"#, #"{"@embed": "@always"}"#)
        #expect(made == #"{"@id":"x:a","x:p":{"@id":"x:a"}}"#)
    }

    @Test func `of graphs that name each other ends`() throws {
        let document = """
            [{"@id": "x:g", "@graph": {"@id": "x:h", "x:p": 1}},
             {"@id": "x:h", "@graph": {"@id": "x:g", "x:p": 2}}]
            """
        #expect(try !framed(document, #"{"@graph": {}, "@embed": "@always"}"#).isEmpty)
    }

    @Test func `writes nodes inside nodes up to a depth`() throws {
        #expect(try !framed(chain(511, by: ["x:p"]), #"{"@id": "x:n0"}"#).isEmpty)
        let error = try #require(throws: JSONLDError.self) {
            try framed(chain(513, by: ["x:p"]), #"{"@id": "x:n0"}"#)
        }
        #expect(error.code == .limitExceeded)
    }

    @Test func `refuses to multiply without end`() throws {
        let error = try #require(throws: JSONLDError.self) {
            try framed(
                chain(40, by: ["x:p", "x:q"]), #"{"@id": "x:n0", "@embed": "@always"}"#)
        }
        #expect(error.code == .limitExceeded)
    }

    @Test func `tells a missing value from the text @null`() throws {
        let made = try framed(#"{"@id": "x:a", "x:p": "@null"}"#, #"{"x:p": {}, "x:q": {}}"#)
        #expect(made == #"{"@id":"x:a","x:p":"@null","x:q":null}"#)
    }

    @Test(arguments: [
        (#"{"@embed": "@sometimes"}"#, JSONLDErrorCode.invalidEmbedValue),
        (#"{"@embed": "@last"}"#, .invalidEmbedValue), (#"{"@explicit": 3}"#, .invalidFrame),
        (#"{"@id": "_:b"}"#, .invalidFrame), (#"{"@type": [{}, "_:b"]}"#, .invalidFrame),
        (#"{"x:p": {"@id": "relative"}}"#, .invalidFrame), ("[]", .invalidFrame),
        (#"{"@graph": [{"x:p": 1}, {"x:q": 1}]}"#, .invalidFrame),
        (#"{"x:p": {"@value": {"a": 1}}}"#, .invalidValueObjectValue),
        (#"{"@id": {"a": 1}}"#, .invalidIDValue), (#"{"@type": {"a": 1}}"#, .invalidTypeValue),
    ])
    func `refuses what is no frame`(frame: String, code: JSONLDErrorCode) throws {
        let error = try #require(throws: JSONLDError.self) {
            try framed(#"{"@id": "x:a", "x:p": {"@id": "x:b"}}"#, frame)
        }
        #expect(error.code == code)
    }

    @Test func `follows its defaults`() throws {
        let document = #"{"@id": "x:a", "x:p": 1, "x:q": {"@id": "x:b", "x:p": 2}}"#
        var options = JSONLDProcessor.Options()
        options.framing.isExplicit = true
        options.framing.omitsDefault = true
        options.framing.omitsGraph = false
        #expect(
            try framed(document, #"{"@id": "x:a", "x:p": {}, "x:r": {}}"#, options)
                == #"{"@graph":[{"@id":"x:a","x:p":1}]}"#)
        options = JSONLDProcessor.Options()
        options.framing.embed = .never
        options.framing.requiresAll = true
        #expect(
            try framed(document, #"{"x:p": {}, "x:q": {}}"#, options)
                == #"{"@id":"x:a","x:p":1,"x:q":{"@id":"x:b"}}"#)
    }

    @Test func `finds languages in whatever case, and answers in one`() throws {
        let made = try framed(
            #"{"@id": "x:a", "x:p": [{"@value": "a", "@language": "EN-gb"}, "b"]}"#,
            #"{"x:p": {"@value": {}, "@language": "en-GB"}}"#)
        #expect(made == #"{"@id":"x:a","x:p":{"@value":"a","@language":"en-gb"}}"#)
    }

    @Test func `finds nothing as an empty object`() throws {
        #expect(try framed(#"{"@id": "x:a", "x:p": 1}"#, #"{"@type": "x:T"}"#) == "{}")
    }
}
