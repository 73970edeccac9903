import GRDB
import JSONText
import Storage

struct EventTable {
    let database: Database
    let tenant: TenantID

    func append(_ draft: EventDraft, changes: [Text], at moment: Moment) throws -> Event {
        var chain = try last().map(EventChain.init(endingWith:)) ?? EventChain()
        let event = chain.append(draft, changes: changes, tenant: tenant, when: moment)
        try database.execute(
            sql: """
                INSERT INTO events (tenant, \(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                tenant.text, event.number, moment.milliseconds, draft.who.string,
                draft.what.string, draft.why?.string,
                changes.map(\.string).joined(separator: "\n"), event.previous.bytes.blob,
                event.hash.bytes.blob,
            ])
        return event
    }

    func events(after number: Int64, limit: Int) throws -> [Event] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT \(Self.columns) FROM events
                WHERE tenant = ? AND number > ? ORDER BY number LIMIT ?
                """,
            arguments: [tenant.text, number, min(max(limit, 1), StorageLimits.page)]
        ).map(event)
    }

    func verdict() throws -> ChainVerdict {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(Self.columns) FROM events WHERE tenant = ? ORDER BY number",
            arguments: [tenant.text])
        var chain = EventChain()
        while let row = try rows.next() {
            let event = try event(row)
            if let fault = chain.follow(event) { return .broken(at: event.number, fault) }
        }
        return .intact(chain)
    }

    private static let columns = "number, at, who, what, why, changes, previous, hash"

    private func last() throws -> Event? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT \(Self.columns) FROM events WHERE tenant = ? ORDER BY number DESC LIMIT 1
                """,
            arguments: [tenant.text]
        ).map(event)
    }

    private func event(_ row: Row) throws -> Event {
        var columns = Columns(row, of: .events)
        let number = try columns.number()
        let when = try columns.moment()
        let draft = EventDraft(
            who: try columns.text(), what: try columns.text(), why: try columns.optionalText())
        let changes = try columns.text().string.utf8.split(separator: UInt8(ascii: "\n"))
        return Event(
            tenant: tenant, number: number, when: when, draft: draft,
            changes: changes.map { Text(String(decoding: $0, as: UTF8.self)) },
            previous: try columns.digest(), hash: try columns.digest())
    }
}
