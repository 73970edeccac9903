import JSONLD

/// The JSON-LD API with contexts that a loader of one's own brings.
@main
struct OwnContexts {
    struct Unexpected: Error {
        let what: String
    }

    static func main() async throws {
        let shelf = Shelf(documents: [
            "https://library.example/book": """
            { "@context": [
                "https://library.example/person",
                { "title": "http://purl.org/dc/terms/title",
                  "author": { "@id": "http://purl.org/dc/terms/creator" } } ] }
            """,
            "https://library.example/person": """
            { "@context": { "name": "http://xmlns.com/foaf/0.1/name" } }
            """,
        ])
        let document = try JSONDocument(
            parsing: Array(
                """
                { "@context": "https://library.example/book",
                  "@id": "https://library.example/1", "title": "Statistics",
                  "author": { "name": "Ada" } }
                """.utf8))
        let processor = JSONLDProcessor()

        // What is loaded once stays in the collection.
        let collection = ContextCollection()
        let expanded = try await processor.loading(from: shelf, into: collection) { processor in
            try processor.expanded(document.root)
        }
        print(String(decoding: expanded.serialized(pretty: true), as: UTF8.self))

        // With every context at hand nothing has to wait.
        let ready = JSONLDProcessor(contexts: collection)
        let dataset = try ready.toRDF(document.root)
        print(String(decoding: dataset.serialized(), as: UTF8.self))
        try expect(dataset.count == 3, "there are three statements")

        let context = try JSONDocument(
            parsing: Array(#"{ "title": "http://purl.org/dc/terms/title" }"#.utf8))
        let compacted = try ready.compacted(document.root, context: context.root)
        let flattened = try ready.flattened(document.root, context: nil)
        let frame = try JSONDocument(
            parsing: Array(#"{ "@context": "https://library.example/book", "title": {} }"#.utf8))
        let framed = try ready.framed(document.root, frame: frame.root)
        let back = try ready.fromRDF(dataset)
        for json in [compacted, flattened, framed, back] {
            print(String(decoding: json.serialized(), as: UTF8.self))
        }

        do {
            let empty = Shelf(documents: [:])
            _ = try await processor.loading(from: empty) { processor in
                try processor.expanded(document.root)
            }
            throw Unexpected(what: "a context that cannot be had is an error")
        } catch let error as JSONLDError where error.code == .loadingRemoteContextFailed {
            print(error)
        }
    }

    static func expect(_ condition: Bool, _ what: String) throws {
        guard condition else { throw Unexpected(what: what) }
    }
}
