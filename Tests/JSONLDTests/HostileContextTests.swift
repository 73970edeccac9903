import JSONText
import TestSupport
import Testing

@testable import JSONLD

/// Small documents whose contexts make much work: each context that comes into force takes over
/// all terms around it, and scoped ones come into force wherever their term stands.
struct ContextAttack: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    static let remoteURL = "https://example.org/large"

    static let all = [
        ContextAttack(
            name: "a large scoped context inside itself",
            text: nested("p", 240, #""@vocab":"urn:v:","p":{"@context":{\#(terms(2_000))}}"#)),
        ContextAttack(
            name: "a large imported context inside itself",
            text: nested("p", 240, #""p":{"@id":"urn:p","@context":{"@import":"\#(remoteURL)"}}"#)),
        ContextAttack(
            name: "a large remote context inside itself",
            text: nested("p", 240, #""p":{"@id":"urn:p","@context":"\#(remoteURL)"}"#)),
        ContextAttack(
            name: "small scoped contexts inside each other, among many terms",
            text: chain(200, #""@vocab":"urn:v:",\#(terms(2_000))"#)),
        ContextAttack(
            name: "many types, each with its context",
            text: typed(400, { #"{"q\#($0)":"urn:q"}"# })),
        ContextAttack(
            name: "many types, each with no context, among many terms",
            text: typed(100, { _ in "[]" }, terms(2_000) + ",")),
        ContextAttack(
            name: "a list of small contexts",
            text: #"{"@context":[\#(list(500) { #"{"t\#($0)":"urn:t"}"# })]}"#),
        ContextAttack(
            name: "lists of small contexts, among many terms, in one node after the other",
            text: """
                {"@context":{\(terms(600))},"t0":[\(list(40) { number in
                    "{\"@context\":["
                        + list(Limits.contextEntries) { #"{"u\#(number)x\#($0)":"urn:u"}"# } + "]}"
                })]}
                """),
        ContextAttack(
            name: "a remote context again and again",
            text: #"{"@context":[\#(list(16) { #"{"t\#($0)":"urn:t"},"\#(remoteURL)""# })]}"#),
        ContextAttack(
            name: "an imported context again and again",
            text:
                #"{"@context":[\#(list(32) { #"{"t\#($0)":"urn:t","@import":"\#(remoteURL)"}"# })]}"#
        ),
        ContextAttack(
            name: "nodes with contexts of their own, among many terms",
            text: """
                {"@context":{\(terms(2_000))},"t0":[\
                \(list(100) { #"{"@context":{"u\#($0)":"urn:u"}}"# })]}
                """),
        ContextAttack(
            name: "a chain of prefixes from its end",
            text: #"{"@context":{\#(list(600) { #""p\#(600 - $0)":"p\#(599 - $0):x""# })}}"#),
        ContextAttack(
            name: "a long prefix of many terms inside itself",
            text: nested(
                "q", 200,
                #"""
                "q":{"@id":"urn:q","@context":{"p":"urn:\#(String(repeating: "x", count: 20_000)):",
                \#(list(600) { #""t\#($0)":"p:\#($0)""# })}}
                """#)),
    ]

    static func list(_ count: Int, _ element: (Int) -> String) -> String {
        (0..<count).map(element).joined(separator: ",")
    }

    static func terms(_ count: Int) -> String { list(count) { #""t\#($0)":"urn:t""# } }

    private static func nested(_ name: String, _ depth: Int, _ context: String) -> String {
        #"{"@context":{\#(context)},"# + wrapped((0..<depth).map { _ in name }) + "}"
    }

    private static func wrapped(_ names: [String]) -> String {
        names.map { #""\#($0)":"# }.joined(separator: "{") + "1"
            + String(repeating: "}", count: names.count - 1)
    }

    private static func chain(_ depth: Int, _ context: String) -> String {
        let scoped = list(depth) { #""s\#($0)":{"@context":{"u\#($0)":"urn:u"}}"# }
        return #"{"@context":{\#(context),\#(scoped)},"#
            + wrapped((0..<depth).map { "s\($0)" }) + "}"
    }

    private static func typed(
        _ count: Int, _ context: (Int) -> String, _ further: String = ""
    ) -> String {
        """
        {"@context":{"@vocab":"urn:v:",\(further)\
        \(list(count) { #""T\#($0)":{"@context":\#(context($0))}"# })},\
        "@graph":[\(list(count) { #"{"@type":"T\#($0)"}"# })]}
        """
    }
}

@Suite struct `A hostile context` {
    /// Answers with the large context and nothing else.
    struct Loader: ContextLoader {
        private static let large: RemoteContext? = {
            let text =
                #"{"@context":{\#(ContextAttack.terms(2_000)),"p":{"@id":"urn:p","#
                + #""@context":"\#(ContextAttack.remoteURL)"}}}"#
            return (try? JSONDocument(parsing: Array(text.utf8))).map {
                RemoteContext(url: Text(ContextAttack.remoteURL), document: $0)
            }
        }()

        func context(at url: Text) -> RemoteContext? {
            url == Text(ContextAttack.remoteURL) ? Self.large : nil
        }
    }

    private func document(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    /// With nothing known from before.
    private func expansion(_ root: JSONValue) -> Expansion {
        JSONLDProcessor(contexts: Loader(), cache: ContextCache()).makeExpansion(root)
    }

    @Test(arguments: ContextAttack.all)
    func `ends at a limit before it has made much work`(attack: ContextAttack) throws {
        let root = try document(attack.text)
        var expansion = expansion(root)
        #expect(attack.text.utf8.count < 80_000)
        let error = #expect(throws: JSONLDError.self) {
            _ = try expansion.top(root, leavingOut: [], context: nil)
        }
        #expect(error?.code == .limitExceeded)
        // What was counted last was not done.
        #expect(expansion.contexts.writtenTerms < 65_000)
    }

    /// The terms of one context count once for the context around it and once for its own.
    @Test func `may write down as many terms as the limit says, and no more`() throws {
        func process(_ terms: Int, octets: Int) throws {
            let text = "{\(ContextAttack.list(terms) { #""t\#($0)":null"# })}"
            let root = try document(text)
            let cache = ContextCache()
            let processor = ContextProcessor(
                loader: NoContexts(), mode: .v1_1, base: nil, cache: cache, octets: octets)
            _ = try processor.process(
                root, onto: cache.initialContext(base: nil), ContextProcessor.Arguments())
        }
        try process(Limits.contextTerms, octets: 0)
        try process(Limits.contextTerms + 1, octets: Limits.octetsForEachContextTerm)
        let error = #expect(throws: JSONLDError.self) {
            try process(Limits.contextTerms + 1, octets: Limits.octetsForEachContextTerm - 1)
        }
        #expect(error?.code == .limitExceeded)
        #expect(error?.detail.contains("\(Limits.contextTerms) terms") == true)
    }

    @Test func `may be one of so many, and of no more`() throws {
        func process(_ count: Int) throws {
            let root = try document("{}")
            let cache = ContextCache()
            let processor = ContextProcessor(
                loader: NoContexts(), mode: .v1_1, base: nil, cache: cache, octets: 0)
            for _ in 0..<count {
                _ = try processor.process(
                    root, onto: cache.initialContext(base: nil), ContextProcessor.Arguments())
            }
        }
        try process(Limits.contexts)
        let error = #expect(throws: JSONLDError.self) { try process(Limits.contexts + 1) }
        #expect(error?.detail == "more than \(Limits.contexts) contexts")
    }

    /// Known ones cost as much, each time that they come behind others.
    @Test func `may stand in a list of so many, and of no more`() throws {
        func process(_ count: Int) throws {
            let root = try document("[\(ContextAttack.list(count) { _ in "{}" })]")
            let cache = ContextCache()
            let processor = ContextProcessor(
                loader: NoContexts(), mode: .v1_1, base: nil, cache: cache, octets: 0)
            _ = try processor.process(
                root, onto: cache.initialContext(base: nil), ContextProcessor.Arguments())
        }
        try process(Limits.contextEntries)
        let error = #expect(throws: JSONLDError.self) { try process(Limits.contextEntries + 1) }
        #expect(error?.code == .limitExceeded)
        #expect(error?.detail == "more than \(Limits.contextEntries) contexts in one list")
    }

    @Test func `may make so many octets of IRIs, and no more`() throws {
        let processor = ContextProcessor(
            loader: NoContexts(), mode: .v1_1, base: nil, cache: ContextCache(), octets: 0)
        try processor.count(octets: Limits.contextOctets)
        let error = #expect(throws: JSONLDError.self) { try processor.count(octets: 1) }
        #expect(error?.detail.contains("\(Limits.contextOctets) octets") == true)
    }

    /// In the order in which they stand: otherwise one document would meet the limit in one
    /// process and not in the next.
    @Test func `may define so many terms by each other, and no more`() throws {
        func expand(_ count: Int) throws {
            let terms = ContextAttack.list(count) {
                $0 == count - 1
                    ? #""p0":"urn:p""# : #""p\#(count - 1 - $0)":"p\#(count - 2 - $0):x""#
            }
            let root = try document(#"{"@context":{\#(terms)}}"#)
            var expansion = expansion(root)
            _ = try expansion.top(root, leavingOut: [], context: nil)
        }
        try expand(Limits.termDepth)
        let error = #expect(throws: JSONLDError.self) { try expand(Limits.termDepth + 1) }
        #expect(error?.code == .limitExceeded)
    }

    @Test func `may refer to others so many times, and no more`() throws {
        struct Chain: ContextLoader {
            let count: Int
            func context(at url: Text) -> RemoteContext? {
                let number = Int(url.string.split(separator: "/").last ?? "") ?? 0
                let next = number < count ? #""https://example.org/\#(number + 1)""# : "{}"
                let bytes = Array(#"{"@context":\#(next)}"#.utf8)
                return (try? JSONDocument(parsing: bytes)).map {
                    RemoteContext(url: url, document: $0)
                }
            }
        }
        func expand(_ count: Int) throws {
            let text = #"{"@context":"https://example.org/1"}"#
            let root = try document(text)
            _ = try JSONLDProcessor(contexts: Chain(count: count), cache: ContextCache())
                .expanded(root)
        }
        try expand(Limits.remoteContextDepth)
        let error = #expect(throws: JSONLDError.self) {
            try expand(Limits.remoteContextDepth + 1)
        }
        #expect(error?.code == .contextOverflow)
        #expect(error?.detail.contains("\(Limits.remoteContextDepth) times") == true)
    }

    /// What is known already is not done again, and what was kept begins anew at its limit.
    @Test func `that is known costs nothing, until the cache begins anew`() throws {
        let cache = ContextCache()
        func written(_ number: Int) throws -> Int {
            let root = try JSONDocument(
                parsing: Array(#"{"@context":{"t\#(number)":"urn:t"}}"#.utf8)
            ).root
            var expansion = JSONLDProcessor(cache: cache).makeExpansion(root)
            _ = try expansion.top(root, leavingOut: [], context: nil)
            return expansion.contexts.writtenTerms
        }
        for number in 0..<Limits.cachedContexts { #expect(try written(number) == 1) }
        #expect(try written(0) == 0)
        #expect(try written(Limits.cachedContexts) == 1)
        #expect(try written(0) == 1)
    }
}
