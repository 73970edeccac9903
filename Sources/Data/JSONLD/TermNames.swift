import JSONText
import RDF
import Synchronization

/// The names that known contexts give to properties and types, for documents that are read by
/// their names as well as by what they mean.
///
/// Whoever reads JSON asks for `validUntil`. JSON-LD lets the same be said under the property's
/// IRI, under an alias that another context brings, or in another place (`@nest`, `@included`):
/// the signature covers that, and the reader does not see it. With these names such a document is
/// refused, so that both readings are one (VCDM 2.0 section 1.3: documents are compacted).
package final class TermNames: Sendable {
    private let loader: any ContextLoader
    private let urls: Set<Text>
    private let names = Mutex<[Text: Set<Text>]?>(nil)

    /// - Parameter urls: the contexts whose names are meant, all of them had from the loader.
    package init(contexts loader: any ContextLoader, urls: [Text]) {
        self.loader = loader
        self.urls = Set(urls)
    }

    /// Whether a context, or each of a list, is one of those whose names these are. Nothing else
    /// can bring other names for the same.
    func isKnown(_ context: JSONValue) -> Bool {
        if context.isArray { return context.elements.allSatisfy(isKnown) }
        return context.text.map { urls.contains($0) } ?? false
    }

    /// Whether a property or type may go by this name: it is one of its names, or it has none.
    func allow(_ name: Text, for iri: Text) -> Bool { all[iri]?.contains(name) ?? true }

    /// Whether this is one of the property's names.
    func has(_ name: Text, for iri: Text) -> Bool { all[iri]?.contains(name) ?? false }

    private var all: [Text: Set<Text>] {
        names.withLock { names in
            if let names { return names }
            let read = Self.names(of: urls, loader)
            names = read
            return read
        }
    }

    private static func names(of urls: Set<Text>, _ loader: any ContextLoader) -> [Text: Set<Text>]
    {
        var collector = Collector(loader)
        for url in urls {
            let name = JSON.string(url.string).serialized()
            guard let value = try? JSONDocument(parsing: name).root else { continue }
            collector.add(value)
        }
        return collector.names
    }

    /// Goes through contexts and the contexts inside their terms.
    private struct Collector {
        let processor: ContextProcessor
        let start: ActiveContext
        var names: [Text: Set<Text>] = [:]
        private var seen: Set<ObjectIdentifier> = []

        init(_ loader: any ContextLoader) {
            let cache = ContextCache()
            processor = ContextProcessor(
                loader: loader, mode: .v1_1, base: nil, cache: cache, octets: nil)
            start = cache.initialContext(base: nil)
        }

        mutating func add(_ context: JSONValue) {
            let arguments = ContextProcessor.Arguments(baseURL: nil)
            if let active = try? processor.process(context, onto: start, arguments) {
                add(active)
            }
        }

        private mutating func add(_ active: ActiveContext) {
            for (name, definition) in active.terms {
                if let iri = definition.iri, definition.keyword == nil {
                    names[iri, default: []].insert(name)
                }
                guard let scoped = definition.scopedContext,
                    seen.insert(ObjectIdentifier(scoped)).inserted,
                    let inner = try? processor.process(
                        scoped, onto: active, overridesProtected: true, propagates: true)
                else { continue }
                add(inner)
            }
        }
    }
}

extension Expansion {
    /// What a member name that is, or stands for, a keyword may be: `id` and `type`, and inside a
    /// value object the keywords that make it one.
    func requireName(
        ofKeyword keyword: Keyword, _ name: UnsafeBufferPointer<UInt8>, _ value: Int, of place: Int
    ) throws(JSONLDError) {
        guard options.names != nil else { return }
        switch keyword {
        case .id where unsafe name.elementsEqual("id".utf8): return
        case .type where unsafe name.elementsEqual("type".utf8): return
        case .value, .type, .language, .direction:
            if unsafe name.first == UInt8(ascii: "@"), self.value(place)[Keyword.value.name] != nil
            {
                return
            }
        default: break
        }
        let known = keyword == .id ? "id" : keyword == .type ? "type" : nil
        throw unsafe hidden(name, value, known)
    }

    /// Whether a property or a type goes by the name that readers know it by. Only a name with a
    /// colon and one from a further context can be another.
    func requireName(
        _ name: UnsafeBufferPointer<UInt8>, for iri: Symbol, isTerm: Bool, _ value: Int
    ) throws(JSONLDError) {
        guard let names = options.names, !isTerm || hasFurtherContexts else { return }
        let written = unsafe Text(String(decoding: name, as: UTF8.self))
        guard names.allow(written, for: Text(dataset.texts.string(iri))) else {
            throw unsafe hidden(name, value)
        }
    }

    /// An identifier means itself: a prefix or a base that a further context brings would make it
    /// another than the one that is read.
    func requireWritten(
        _ name: UnsafeBufferPointer<UInt8>, as iri: Symbol, _ value: Int
    ) throws(JSONLDError) {
        guard options.names != nil else { return }
        let isSame = unsafe dataset.texts.withBytes(of: iri) { unsafe $0.elementsEqual(name) }
        // The label of a blank node is the one thing of an identifier that no signature covers.
        guard isSame || !hasFurtherContexts, unsafe !name.starts(with: "_:".utf8) else {
            throw unsafe hidden(name, value)
        }
    }

    private func hidden(
        _ name: UnsafeBufferPointer<UInt8>, _ value: Int, _ known: String? = nil
    ) -> JSONLDError {
        let shown = unsafe VisibleText.quoted(String(decoding: name, as: UTF8.self))
        let hint = known.map { ", which is \"\($0)\"" } ?? ""
        return error(
            .notCompacted, "\(shown) is not the name that readers of JSON look for\(hint)", value)
    }
}
