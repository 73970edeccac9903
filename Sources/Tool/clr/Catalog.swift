import ArgumentParser
import DIDs
import Foundation
import JSONLD
import JSONText
import Synchronization
import Verification

/// `--documents`: what somebody has put at hand, by its URL.
struct DocumentOptions: ParsableArguments {
    @Option(
        name: .customLong("documents"),
        help: ArgumentHelp(
            """
            A catalog: a JSON list of {"url": …, "file": …}, files relative to it. It answers \
            every look-up by URL (key documents, status lists, contexts) before anything else. \
            May be given more than once.
            """, valueName: "catalog"))
    var catalogs: [String] = []

    @Flag(help: "Let the catalog replace contexts that this program knows itself.")
    var overrideKnown = false

    @Flag(help: "Look nothing up in the network. (The default.)")
    var offline = false

    @OptionGroup var network: NetworkOptions

    func validate() throws {
        if offline && network.online {
            throw ValidationError("--offline and --online exclude each other")
        }
    }

    /// The documents of all catalogs; the first that names a URL has it.
    func documents() throws -> [(url: String, bytes: [UInt8])] {
        try catalogs.flatMap { try Self.read($0) }
    }

    private static func read(_ path: String) throws -> [(url: String, bytes: [UInt8])] {
        let root = try Files.document(path, fault: .usage).root
        guard root.isArray else { throw Stop(.usage, at: path, "this is no list of documents") }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        return try root.elements.enumerated().map { index, entry in
            guard let url = entry["url"]?.string, let file = entry["file"]?.string else {
                throw Stop(.usage, at: path, "entry \(index) needs \"url\" and \"file\"")
            }
            let place = URL(fileURLWithPath: file, relativeTo: folder).path
            return (url, try Files.read(place, tooLarge: .usage))
        }
    }
}

/// Contexts of a catalog, those that the program knows, and those that were fetched meanwhile.
final class CatalogContexts: ContextLoader {
    private let documents: [Text: RemoteContext]
    /// Why a document of the catalog is none: told once it is asked for, since a catalog has
    /// pictures and tokens as well.
    private let faults: [Text: String]
    private let known: any ContextLoader
    private let overrides: Bool
    private let fetched = Mutex<[Text: RemoteContext]>([:])

    init(_ options: DocumentOptions, known: any ContextLoader) throws {
        var documents: [Text: RemoteContext] = [:]
        var faults: [Text: String] = [:]
        for (url, bytes) in try options.documents() where documents[Text(url)] == nil {
            do {
                let document = try JSONDocument(parsing: bytes)
                documents[Text(url)] = RemoteContext(url: Text(url), document: document)
            } catch {
                faults[Text(url)] = "\(error)"
            }
        }
        self.faults = faults
        self.documents = documents
        self.known = known
        overrides = options.overrideKnown
    }

    func context(at url: Text) -> RemoteContext? {
        let own =
            overrides
            ? documents[url] ?? known.context(at: url) : known.context(at: url) ?? documents[url]
        return own ?? fetched.withLock { $0[url] }
    }

    /// Ends the work where the catalog has the document, and it cannot be read.
    func refuseFault(at url: Text?) throws {
        guard let url, let fault = faults[url] else { return }
        throw Stop(.usage, at: url.string, "what the catalog has for it is not JSON: \(fault)")
    }

    func add(_ document: JSONDocument, at url: Text) {
        fetched.withLock { $0[url] = RemoteContext(url: url, document: document) }
    }
}
