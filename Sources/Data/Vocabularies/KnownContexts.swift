import JSONText
import Synchronization

/// The JSON-LD contexts that are known without asking anyone (SRC-01).
public enum KnownContexts {
    private static let written = Mutex<[Text: [UInt8]]>([:])

    /// The context document, written from the term tables; nil for a URL that is not known.
    ///
    /// Its terms mean what those of the published document mean; its layout is our own.
    public static func json(for url: String) -> [UInt8]? {
        let key = Text(url)
        if let bytes = written.withLock({ $0[key] }) { return bytes }
        guard let bytes = write(url) else { return nil }
        written.withLock { $0[key] = bytes }
        return bytes
    }

    /// Every URL that ``json(for:)`` answers.
    public static var urls: [String] {
        TermTables.all.flatMap { $0().contexts.flatMap(\.urls) }
    }

    /// Those of verifiable credentials: each gives one meaning to one name alone, so that what is
    /// signed over RDF is what a reader of the JSON finds. Of the contexts before them (CLR 1.0, Open
    /// Badges 2.0) that is not so.
    package static var ofCredentials: [String] {
        TermTables.ofCredentials.flatMap { $0().contexts.flatMap(\.urls) }
    }

    private static func write(_ url: String) -> [UInt8]? {
        for table in TermTables.all {
            let table = table()
            guard let row = table.contexts.first(where: { $0.urls.contains { $0.isSame(as: url) } })
            else { continue }
            return ContextWriter(table: table).document(for: row).serialized()
        }
        return nil
    }
}
