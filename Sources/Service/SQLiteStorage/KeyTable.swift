import GRDB
import JSONText
import Storage

struct KeyTable {
    let database: Database
    let tenant: TenantID

    func key(_ id: Text) throws -> WrappedKey? {
        let row = try Row.fetchOne(
            database, sql: "SELECT wrapped FROM keys WHERE tenant = ? AND id = ?",
            arguments: [tenant.text, id.string])
        guard let row else { return nil }
        var columns = Columns(row, of: .keys)
        return WrappedKey(id: id, bytes: try columns.bytes())
    }

    func ids() throws -> [Text] {
        try String.fetchAll(
            database, sql: "SELECT id FROM keys WHERE tenant = ? ORDER BY id",
            arguments: [tenant.text]
        ).map { Text($0) }
    }

    func insert(_ key: WrappedKey, at moment: Moment) throws {
        try database.execute(
            sql: "INSERT INTO keys (tenant, id, wrapped, stored_at) VALUES (?, ?, ?, ?)",
            arguments: [tenant.text, key.id.string, key.bytes.blob, moment.milliseconds])
    }
}
