import JSONLD
import Synchronization
import Testing

/// Documents in memory, and how often each was asked for.
private final class Library: DocumentLoader {
    struct Closed: Error, CustomStringConvertible {
        let description = "the library is closed"
    }

    private let documents: [String: LoadedDocument]
    private let asked = Mutex<[String]>([])

    init(_ documents: [String: String], redirecting: [String: String] = [:]) {
        self.documents = Dictionary(
            uniqueKeysWithValues: documents.map { url, text in
                (url, LoadedDocument(Array(text.utf8), url: redirecting[url] ?? url))
            })
    }

    var questions: [String] { asked.withLock { $0 } }

    func document(at url: String) async throws -> LoadedDocument {
        asked.withLock { $0.append(url) }
        guard let document = documents[url] else { throw Closed() }
        return document
    }
}

@Suite struct `Contexts that are loaded` {
    private let person = #"{ "@context": { "name": "http://xmlns.com/foaf/0.1/name" } }"#

    private func value(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    private func document(_ context: String = "https://a.example/person") throws -> JSONValue {
        try value(#"{ "@context": "\#(context)", "@id": "https://a.example/1", "name": "Ada" }"#)
    }

    @Test func `are asked for once, and kept for the next document`() async throws {
        let library = Library([
            "https://a.example/person": #"{ "@context": "https://a.example/names" }"#,
            "https://a.example/names": person,
        ])
        let collection = ContextCollection()
        for _ in 0..<2 {
            let document = try document()
            let dataset = try await JSONLDProcessor().loading(from: library, into: collection) {
                try $0.toRDF(document)
            }
            #expect(dataset.count == 1)
        }
        #expect(library.questions == ["https://a.example/person", "https://a.example/names"])
    }

    @Test func `resolve what they refer to against where they stand in the end`() async throws {
        let library = Library(
            [
                "https://a.example/person": #"{ "@context": "names" }"#,
                "https://b.example/v2/names": person,
            ], redirecting: ["https://a.example/person": "https://b.example/v2/person"])
        let document = try document()
        _ = try await JSONLDProcessor().loading(from: library) { try $0.toRDF(document) }
        #expect(library.questions == ["https://a.example/person", "https://b.example/v2/names"])
    }

    @Test func `that cannot be had are an error with the loader's reason`() async throws {
        let document = try document()
        let error = try await #require(throws: JSONLDError.self) {
            try await JSONLDProcessor().loading(from: Library([:])) { try $0.expanded(document) }
        }
        #expect(error.code == .loadingRemoteContextFailed)
        #expect(error.unavailableURL == "https://a.example/person")
        #expect(error.detail.contains("the library is closed"))
    }

    @Test func `that are no JSON are an error that says where`() async throws {
        let library = Library(["https://a.example/person": "<html>"])
        let document = try document()
        let error = try await #require(throws: JSONLDError.self) {
            try await JSONLDProcessor().loading(from: library) { try $0.expanded(document) }
        }
        #expect(error.code == .loadingRemoteContextFailed)
        #expect(error.detail.contains("HTML"))
    }

    @Test func `are no more than the caller allows`() async throws {
        var documents: [String: String] = [:]
        for number in 0..<4 {
            documents["https://a.example/\(number)"] =
                #"{ "@context": "https://a.example/\#(number + 1)" }"#
        }
        documents["https://a.example/4"] = person
        let library = Library(documents)
        let document = try document("https://a.example/0")
        let error = try await #require(throws: JSONLDError.self) {
            try await JSONLDProcessor().loading(from: library, atMost: 4) {
                try $0.expanded(document)
            }
        }
        #expect(error.code == .limitExceeded)
        #expect(library.questions.count == 4)
        let expanded = try await JSONLDProcessor().loading(from: library, atMost: 5) {
            try $0.expanded(document)
        }
        #expect(String(decoding: expanded.serialized(), as: UTF8.self).contains("foaf"))
    }

    @Test func `leave other errors of the work as they are`() async throws {
        struct Own: Error {}
        await #expect(throws: Own.self) {
            try await JSONLDProcessor().loading(from: Library([:])) { _ in throw Own() }
        }
    }

    @Test func `never replace what is at hand`() throws {
        let collection = ContextCollection()
        try collection.add(Array(person.utf8), at: "https://a.example/person")
        try collection.add(Array(#"{ "@context": {} }"#.utf8), at: "https://a.example/person")
        let kept = try #require(collection.context(at: "https://a.example/person"))
        #expect(kept.document.bytes == Array(person.utf8))
        let behind = ContextCollection(behind: collection)
        try behind.add(Array(#"{ "@context": {} }"#.utf8), at: "https://a.example/person")
        #expect(behind.context(at: "https://a.example/person") === kept)
        #expect(throws: JSONError.self) { try collection.add([], at: "https://a.example/none") }
    }
}
