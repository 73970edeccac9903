import JSONText

/// An error that may say which context was not at hand.
public protocol NamesMissingContext: Error {
    /// The URL of the context; nil where something else is wrong.
    var unavailableURL: Text? { get }
}

extension JSONLDError: NamesMissingContext {}

extension JSONLDProcessor {
    /// Does some work, and does it again with each context that turned out to be missing and could
    /// be loaded, until nothing is missing.
    ///
    /// - Parameters:
    ///   - loader: asked once for each context that neither this processor nor the collection has.
    ///   - collection: where loaded contexts are kept. Give the same one again, and they are not
    ///     loaded again; nothing in it grows old by itself.
    ///   - limit: how many contexts may be loaded.
    ///   - work: is given a processor that has the contexts loaded so far. It may run several
    ///     times; a ``NamesMissingContext`` that it throws is what makes it run again.
    /// - Throws: whatever the work throws, and a ``JSONLDError`` where a context could not be
    ///   loaded (``JSONLDErrorCode/loadingRemoteContextFailed``) or there were too many of them
    ///   (``JSONLDErrorCode/limitExceeded``).
    public func loading<Outcome: Sendable>(
        from loader: some DocumentLoader, into collection: ContextCollection = ContextCollection(),
        atMost limit: Int = Limits.lookups,
        _ work: @Sendable (JSONLDProcessor) throws -> Outcome
    ) async throws -> Outcome {
        let processor = JSONLDProcessor(
            contexts: ContextChain(first: contexts, second: collection), options: options,
            cache: cache)
        var loaded = 0
        while true {
            do {
                return try work(processor)
            } catch let error as any NamesMissingContext {
                guard let url = error.unavailableURL, processor.contexts.context(at: url) == nil
                else { throw error }
                guard loaded < limit else {
                    throw JSONLDError(
                        .limitExceeded, "more than \(limit) contexts had to be loaded")
                }
                loaded += 1
                try await Self.load(url, from: loader, into: collection)
            }
        }
    }

    private static func load(
        _ url: Text, from loader: some DocumentLoader, into collection: ContextCollection
    ) async throws(JSONLDError) {
        do {
            let document = try await loader.document(at: url.string)
            try collection.add(document.bytes, at: url.string, base: document.url)
        } catch {
            throw JSONLDError(
                .loadingRemoteContextFailed, "\(url): \(error)", unavailableURL: url)
        }
    }
}

private struct ContextChain: ContextLoader {
    let first: any ContextLoader
    let second: any ContextLoader

    func context(at url: Text) -> RemoteContext? {
        first.context(at: url) ?? second.context(at: url)
    }
}
