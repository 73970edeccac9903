import GRDB
import JSONText
import Storage

/// A commit while it is done, inside one transaction: whatever it throws undoes all of it.
struct CommitWork {
    let database: Database
    let tenant: TenantID
    let now: Moment
    let draw: @Sendable (Range<Int>) -> Int
    private var effects: [EffectiveChange] = []
    private var records: [RecordSummary] = []
    private var reserved: [StatusIndex] = []

    init(
        database: Database, tenant: TenantID, now: Moment,
        draw: @escaping @Sendable (Range<Int>) -> Int
    ) {
        self.database = database
        self.tenant = tenant
        self.now = now
        self.draw = draw
    }

    mutating func perform(_ change: Change) throws {
        switch change {
        case .record(let record): try keep(record)
        case .document(let document, let expectation): try publish(document, expectation)
        case .key(let key): try keep(key)
        case .statusList(let list): try make(list)
        case .reserveStatus(let list, let clientKey): try reserve(list, clientKey)
        case .status(let place, let value): try set(place, value)
        case .setting(let name, let value): try set(name, value)
        }
    }

    /// Writes the event. A commit that changed nothing has none.
    func finish(_ draft: EventDraft) throws -> Receipt {
        let event: Event? =
            effects.isEmpty
            ? nil
            : try EventTable(database: database, tenant: tenant)
                .append(draft, changes: effects.map(\.line), at: now)
        return Receipt(event: event, records: records, reserved: reserved)
    }

    private mutating func keep(_ record: NewRecord) throws {
        let table = RecordTable(database: database, tenant: tenant)
        let digest = ContentDigest(of: record.bytes)
        if let earlier = try table.summary(clientKey: record.clientKey) {
            guard earlier.digest == digest else {
                throw Refusal.clientKeyTaken(record.clientKey, by: earlier.id)
            }
            return records.append(earlier)
        }
        guard try table.summary(id: record.id) == nil else {
            throw Refusal.recordIDTaken(record.id)
        }
        let summary = try table.insert(record, digest: digest, at: now)
        records.append(summary)
        effects.append(.record(summary))
    }

    private mutating func publish(_ document: PublishedDocument, _ expectation: Expectation) throws
    {
        let table = DocumentTable(database: database, tenant: tenant)
        let present = try table.document(path: document.path)
        guard present != document else { return }
        guard expectation.allows(present) else {
            throw Refusal.documentChanged(path: document.path)
        }
        if let other = try table.document(url: document.url), other.path != document.path {
            throw Refusal.addressTaken(document.url)
        }
        if let did = document.did, let other = try table.document(did: did),
            other.path != document.path
        {
            throw Refusal.addressTaken(did)
        }
        try table.put(document, at: now)
        effects.append(.document(document))
    }

    private mutating func keep(_ key: WrappedKey) throws {
        let table = KeyTable(database: database, tenant: tenant)
        if let present = try table.key(key.id) {
            guard present == key else { throw Refusal.keyTaken(key.id) }
            return
        }
        try table.insert(key, at: now)
        effects.append(.key(key))
    }

    private mutating func make(_ list: StatusList) throws {
        let table = StatusTable(database: database, tenant: tenant)
        if let present = try table.list(list.id) {
            guard present == list else { throw Refusal.statusListDiffers(list.id) }
            return
        }
        try table.insert(list)
        effects.append(.statusList(list))
    }

    private mutating func reserve(_ id: Text, _ clientKey: ClientKey) throws {
        let table = StatusTable(database: database, tenant: tenant)
        guard let list = try table.list(id) else { throw Refusal.statusListUnknown(id) }
        if let earlier = try table.place(in: id, clientKey: clientKey) {
            return reserved.append(earlier)
        }
        let place = try table.reserve(in: list, clientKey: clientKey, draw: draw)
        reserved.append(place)
        effects.append(.reserved(place))
    }

    private mutating func set(_ place: StatusIndex, _ value: UInt8) throws {
        let table = StatusTable(database: database, tenant: tenant)
        guard let present = try table.value(at: place) else {
            throw Refusal.statusIndexNotReserved(place)
        }
        guard present != value else { return }
        try table.set(place, to: value)
        effects.append(.status(place, value: value))
    }

    private mutating func set(_ name: SettingName, _ value: Text) throws {
        let table = SettingTable(database: database, tenant: tenant)
        guard try table.value(name) != value else { return }
        try table.put(value, for: name)
        effects.append(.setting(name, value: value))
    }
}
