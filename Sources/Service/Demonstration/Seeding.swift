import Credentials
import DIDs
import Issuance
import JSONText
import KeyMaterial
import Storage

/// Fills an empty store with the demonstration: keys, documents and records, issued for real.
///
/// Each step done again gives what it gave the first time, and the last commit says that all is
/// there. So it may be cut off anywhere and goes on when it is started again; and a store that
/// is filled is left as it is.
package struct Seeding: Sendable {
    package enum Outcome: Hashable, Sendable {
        case filled
        case wasThere
    }

    private let store: any TenantStore
    private let wrapping: WrappingKey
    private let publicURL: String
    private let clock: @Sendable () -> Timestamp
    private let randomness: @Sendable (Int) -> [UInt8]

    /// - Parameters:
    ///   - publicURL: where the records are issued; a store that was begun elsewhere keeps the
    ///     names with which it was begun.
    ///   - randomness: as many random octets as are asked for.
    package init(
        store: any TenantStore, wrapping: WrappingKey, publicURL: String,
        clock: @escaping @Sendable () -> Timestamp,
        randomness: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.store = store
        self.wrapping = wrapping
        self.publicURL = publicURL
        self.clock = clock
        self.randomness = randomness
    }

    package func run() async throws(SeedingError) -> Outcome {
        do throws(StorageError) {
            if try await store.setting(.demonstrationIsComplete) != nil { return .wasThere }
        } catch {
            throw .storage(error)
        }
        let demonstration = try await begun()
        let keys = try await IssuerKeys(store: store, wrapping: wrapping).keys(of: demonstration)
        let issuing = DemonstrationIssuing(
            demonstration: demonstration, store: store,
            issuance: Issuance(keys: keys, clock: clock, randomness: randomness),
            issuanceAt: { [randomness] moment in
                Issuance(keys: keys, clock: { moment }, randomness: randomness)
            })
        do throws(StorageError) {
            try await publish(demonstration, keys)
        } catch {
            throw .storage(error)
        }
        for plan in demonstration.records { try await issuing.issue(plan) }
        try await issuing.finish()
        return .filled
    }

    /// Marks the store as the demonstration's before anything else is in it.
    private func begun() async throws(SeedingError) -> Demonstration {
        let earlier: Text?
        do throws(StorageError) {
            let isOurs = try await store.setting(.isDemonstration) != nil
            earlier = isOurs ? try await store.setting(.publicURL) : nil
        } catch {
            throw .storage(error)
        }
        if let earlier { return Demonstration(publicURL: earlier.string) }
        let demonstration = Demonstration(publicURL: publicURL)
        guard demonstration.isUsable else { throw .unusablePublicURL(publicURL) }
        do throws(StorageError) {
            if try await isEmpty {
                try await mark(demonstration)
                return demonstration
            }
        } catch {
            throw .storage(error)
        }
        throw .storeInUse
    }

    private func mark(_ demonstration: Demonstration) async throws(StorageError) {
        let list = demonstration.statusList
        let changes: [Change] = [
            .setting(.isDemonstration, value: "true"),
            .setting(.publicURL, value: Text(demonstration.publicURL)),
            .statusList(
                StatusList(id: Text(list.url), purpose: Text(list.purpose), length: list.length)),
        ]
        _ = try await store.commit(Commit(.demonstration("begin"), changes))
    }

    private var isEmpty: Bool {
        get async throws(StorageError) {
            let hasRecords = try await store.recordCount() > 0
            let hasKeys = try await !store.keyIDs().isEmpty
            return !hasRecords && !hasKeys
        }
    }

    private func publish(
        _ demonstration: Demonstration, _ keys: [IssuingKey]
    ) async throws(StorageError) {
        var changes: [Change] = []
        for (plan, key) in zip(demonstration.issuers, keys) {
            changes.append(.document(plan.document(of: key, demonstration), expecting: .anything))
            changes.append(.document(plan.page(demonstration), expecting: .anything))
        }
        _ = try await store.commit(Commit(.demonstration("publish"), changes))
    }
}

extension Demonstration {
    /// Whether verifiers can make the addresses of key documents from the issuers' names.
    var isUsable: Bool {
        let isWeb = ["https://", "http://"].contains { publicURL.utf8.starts(with: $0.utf8) }
        return isWeb
            && issuers.allSatisfy {
                DID(Text($0.did)).flatMap { DIDWeb.documentURL(of: $0) } != nil
            }
    }
}

extension SettingName {
    /// Present where the demonstration was issued to its end.
    static let demonstrationIsComplete = SettingName("demonstration-is-complete")
}

extension EventDraft {
    static func demonstration(_ what: String) -> EventDraft {
        EventDraft(who: "demonstration", what: Text(what))
    }
}
