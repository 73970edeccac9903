import JSONText

extension JSONLDProcessor {
    /// Does some work, and does it again with each context that turned out to be missing and could
    /// be loaded, until nothing is missing.
    ///
    ///     let expanded = try await processor.loading(from: loader) { processor in
    ///         try processor.expanded(document.root)
    ///     }
    ///
    /// - Parameters:
    ///   - loader: asked once for each context that neither this processor nor the collection has.
    ///   - collection: where loaded contexts are kept. Give the same one again, and they are not
    ///     loaded again; nothing in it grows old by itself.
    ///   - limit: how many contexts may be loaded.
    ///   - work: is given a processor that has the contexts loaded so far. It may run several times.
    public func loading<Outcome: Sendable>(
        from loader: some DocumentLoader, into collection: ContextCollection = ContextCollection(),
        atMost limit: Int = Limits.lookups,
        _ work: @Sendable (JSONLDProcessor) throws(JSONLDError) -> Outcome
    ) async throws(JSONLDError) -> Outcome {
        let processor = JSONLDProcessor(
            contexts: ContextChain(first: contexts, second: collection), options: options,
            cache: cache)
        var loaded = 0
        while true {
            let missing: JSONLDError
            do throws(JSONLDError) {
                return try work(processor)
            } catch {
                missing = error
            }
            guard let url = missing.unavailableURL else { throw missing }
            guard loaded < limit else {
                throw JSONLDError(
                    .limitExceeded, "more than \(limit) contexts had to be loaded",
                    at: missing.pointer)
            }
            loaded += 1
            if let reason = await Self.load(url.string, from: loader, into: collection) {
                throw JSONLDError(
                    .loadingRemoteContextFailed, "\(url): \(reason)", at: missing.pointer,
                    unavailableURL: url)
            }
            guard processor.contexts.context(at: url) != nil else { throw missing }
        }
    }

    /// Nil where the context is in the collection now, otherwise why it is not.
    private static func load(
        _ url: String, from loader: some DocumentLoader, into collection: ContextCollection
    ) async -> String? {
        do {
            let document = try await loader.document(at: url)
            try collection.add(document.bytes, at: url, base: document.url)
            return nil
        } catch {
            return "\(error)"
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
