import GRDB
import JSONText
import Storage

struct StatusTable {
    let database: Database
    let tenant: TenantID

    func list(_ id: Text) throws -> StatusList? {
        let row = try Row.fetchOne(
            database, sql: "SELECT purpose, length FROM status_lists WHERE tenant = ? AND id = ?",
            arguments: [tenant.text, id.string])
        guard let row else { return nil }
        var columns = Columns(row, of: .statusLists)
        return StatusList(
            id: id, purpose: try columns.text(), length: Int(try columns.number()))
    }

    func insert(_ list: StatusList) throws {
        try database.execute(
            sql: "INSERT INTO status_lists (tenant, id, purpose, length) VALUES (?, ?, ?, ?)",
            arguments: [tenant.text, list.id.string, list.purpose.string, list.length])
    }

    func place(in list: Text, clientKey: ClientKey) throws -> StatusIndex? {
        try Int.fetchOne(
            database,
            sql: """
                SELECT place FROM status_entries
                WHERE tenant = ? AND list = ? AND client_key = ?
                """,
            arguments: [tenant.text, list.string, clientKey.text.string]
        ).map { StatusIndex(list: list, index: $0) }
    }

    func value(at place: StatusIndex) throws -> UInt8? {
        try Int.fetchOne(
            database,
            sql: "SELECT value FROM status_entries WHERE tenant = ? AND list = ? AND place = ?",
            arguments: [tenant.text, place.list.string, place.index]
        ).map { UInt8(clamping: $0) }
    }

    func raised(in list: Text) throws -> [(index: Int, value: UInt8)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT place, value FROM status_entries
                WHERE tenant = ? AND list = ? AND value <> 0 ORDER BY place
                """,
            arguments: [tenant.text, list.string]
        ).map { row in
            var columns = Columns(row, of: .statusEntries)
            return (Int(try columns.number()), UInt8(clamping: try columns.number()))
        }
    }

    /// Takes a place that was never taken.
    func reserve(
        in list: StatusList, clientKey: ClientKey, draw: (Range<Int>) -> Int
    ) throws -> StatusIndex {
        guard let index = try freePlace(in: list, draw: draw) else {
            throw Refusal.statusListFull(list.id)
        }
        try database.execute(
            sql: """
                INSERT INTO status_entries (tenant, list, place, client_key, value)
                VALUES (?, ?, ?, ?, 0)
                """,
            arguments: [tenant.text, list.id.string, index, clientKey.text.string])
        return StatusIndex(list: list.id, index: index)
    }

    func set(_ place: StatusIndex, to value: UInt8) throws {
        try database.execute(
            sql: """
                UPDATE status_entries SET value = ?
                WHERE tenant = ? AND list = ? AND place = ?
                """,
            arguments: [Int(value), tenant.text, place.list.string, place.index])
    }

    /// Draws until a place is free; in a list that is nearly full, the first free one after
    /// the last that was drawn.
    private func freePlace(in list: StatusList, draw: (Range<Int>) -> Int) throws -> Int? {
        guard list.length > 0 else { return nil }
        var drawn = 0
        for _ in 0..<Self.draws {
            drawn = min(max(draw(0..<list.length), 0), list.length - 1)
            if try value(at: StatusIndex(list: list.id, index: drawn)) == nil { return drawn }
        }
        return try firstFree(in: list, drawn..<list.length) ?? firstFree(in: list, 0..<drawn)
    }

    private static let draws = 32

    private func firstFree(in list: StatusList, _ range: Range<Int>) throws -> Int? {
        let taken = try Int.fetchCursor(
            database,
            sql: """
                SELECT place FROM status_entries
                WHERE tenant = ? AND list = ? AND place >= ? AND place < ? ORDER BY place
                """,
            arguments: [tenant.text, list.id.string, range.lowerBound, range.upperBound])
        var candidate = range.lowerBound
        while let place = try taken.next(), place == candidate {
            candidate += 1
        }
        return candidate < range.upperBound ? candidate : nil
    }
}
