import ArgumentParser
import DIDs
import Fetching
import Foundation
import JSONText
import Verification

/// `--online`: what may be fetched, and where it is kept.
struct NetworkOptions: ParsableArguments {
    @Flag(help: "Fetch documents that no catalog has and this program does not know.")
    var online = false

    @Option(
        name: .customLong("allow-host"),
        help: ArgumentHelp(
            """
            Fetch from this host too, although it is on this machine or in the own network, by \
            http too and at this port. May be given more than once.
            """, valueName: "host[:port]"))
    var allowedHosts: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where fetched documents are kept (default: clr in the user's cache folder).",
            valueName: "folder"))
    var cache: String?

    @Option(
        help: ArgumentHelp(
            """
            Take what stands at this URL now, although another text is pinned. May be given more \
            than once.
            """, valueName: "url"))
    var repin: [String] = []

    /// The way out, or nil where there is to be none.
    /// - Parameters:
    ///   - isOnline: whether something else than the flag asks for it.
    ///   - folder: where documents are kept unless `--cache` says otherwise.
    func fetcher(isOnline: Bool = false, folder: String? = nil) throws -> Fetcher? {
        guard online || isOnline else {
            guard repin.isEmpty && allowedHosts.isEmpty else {
                throw Stop(.usage, "--repin and --allow-host go with --online")
            }
            return nil
        }
        let hosts = try allowedHosts.map { text in
            guard let host = NamedHost(text) else {
                throw Stop(.usage, "--allow-host needs a host, or host:port, not \"\(text)\"")
            }
            return host
        }
        let path = cache ?? folder ?? Self.folder(ProcessInfo.processInfo.environment)
        for url in repin where !CacheFolder(path: path).giveUpPin(of: Text(url)) {
            Console.say("clr: nothing is pinned at \(url)")
        }
        do {
            return try Fetcher(
                policy: FetchPolicy(namedHosts: hosts), cacheFolder: path,
                clock: { Int(Date().timeIntervalSince1970) })
        } catch {
            throw Stop(.cannotTell, "the certificates of this system could not be read: \(error)")
        }
    }

    /// By the XDG Base Directory Specification.
    static func folder(_ environment: [String: String]) -> String {
        if let path = environment["XDG_CACHE_HOME"], path.hasPrefix("/") { return "\(path)/clr" }
        return "\(environment["HOME"] ?? NSTemporaryDirectory())/.cache/clr"
    }
}

extension DocumentOptions {
    /// The catalogs, and after them the network where that was asked for.
    func source(_ catalog: [(url: String, bytes: [UInt8])]) throws -> any DocumentSource {
        guard let fetcher = try network.fetcher() else { return CatalogSource(catalog) }
        return SourceChain([CatalogSource(catalog), FetchingSource(fetcher)])
    }
}

/// Documents that a synchronous algorithm has asked for in vain, fetched between two tries.
struct Supply {
    private let source: any DocumentSource
    private let kind: DocumentKind
    private var asked: Set<Text> = []

    init(_ source: any DocumentSource, _ kind: DocumentKind) {
        self.source = source.forOneVerification()
        self.kind = kind
    }

    /// The document at a URL, or why it could not be had; nil where it was given before.
    mutating func document(at url: Text) async -> DocumentAnswer? {
        guard asked.insert(url).inserted else { return nil }
        return await source.document(at: url, as: kind)
    }
}
