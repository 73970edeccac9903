import JSONText
import Synchronization

/// Processed contexts, kept for the whole process: a record uses a handful of contexts in a
/// handful of combinations thousands of times, and processing them is most of the work.
///
/// What is kept depends on nothing but what the key names: contexts that brought further remote
/// contexts with them are not kept here, because another loader could answer otherwise.
public final class ContextCache: Sendable {
    /// The one that processors share unless they are given another.
    public static let process = ContextCache()

    struct Key: Hashable {
        let active: ObjectIdentifier
        let local: Local
        let options: Options

        enum Local: Hashable {
            case object(ObjectIdentifier)
            case inline([UInt8], baseURL: Text?)
        }
    }

    /// What beside the two contexts decides the outcome.
    struct Options: OptionSet, Hashable {
        let rawValue: UInt8
        static let overridesProtected = Options(rawValue: 1)
        static let doesNotPropagate = Options(rawValue: 2)
        static let mode1_0 = Options(rawValue: 4)
    }

    private struct Entry: Sendable {
        let result: ActiveContext
        // Kept so that no other object gets their identity while the key is known.
        let active: ActiveContext
        let local: (any AnyObject & Sendable)?
    }

    private struct InitialKey: Hashable {
        let base: Text?
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var initial: [InitialKey: ActiveContext] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    func initialContext(base: Text?) -> ActiveContext {
        state.withLock { state in
            if let known = state.initial[InitialKey(base: base)] { return known }
            let context = ActiveContext(base: base)
            if state.initial.count >= Limits.cachedContexts { state.initial.removeAll() }
            state.initial[InitialKey(base: base)] = context
            return context
        }
    }

    func result(for key: Key) -> ActiveContext? {
        state.withLock { $0.entries[key]?.result }
    }

    func keep(
        _ result: ActiveContext, for key: Key, active: ActiveContext,
        local: (any AnyObject & Sendable)?
    ) {
        state.withLock { state in
            if state.entries.count >= Limits.cachedContexts { state.entries.removeAll() }
            state.entries[key] = Entry(result: result, active: active, local: local)
        }
    }
}
