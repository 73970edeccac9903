import GRDB
import JSONText
import Storage

struct SettingTable {
    let database: Database
    let tenant: TenantID

    func value(_ name: SettingName) throws -> Text? {
        let row = try Row.fetchOne(
            database, sql: "SELECT value FROM settings WHERE tenant = ? AND name = ?",
            arguments: [tenant.text, name.text.string])
        guard let row else { return nil }
        var columns = Columns(row, of: .settings)
        return try columns.text()
    }

    func put(_ value: Text, for name: SettingName) throws {
        try database.execute(
            sql: """
                INSERT INTO settings (tenant, name, value) VALUES (?, ?, ?)
                ON CONFLICT (tenant, name) DO UPDATE SET value = excluded.value
                """,
            arguments: [tenant.text, name.text.string, value.string])
    }
}
