import GRDB
import JSONText
import Storage

struct RecordTable {
    let database: Database
    let tenant: TenantID

    func record(id: RecordID) throws -> StoredRecord? {
        try record("id = ?", id.text)
    }

    func record(clientKey: ClientKey) throws -> StoredRecord? {
        try record("client_key = ?", clientKey.text.string)
    }

    func record(credentialID: Text) throws -> StoredRecord? {
        try record("credential_id = ? ORDER BY ordinal DESC LIMIT 1", credentialID.string)
    }

    func summary(id: RecordID) throws -> RecordSummary? {
        try summary("id = ?", id.text)
    }

    func summary(clientKey: ClientKey) throws -> RecordSummary? {
        try summary("client_key = ?", clientKey.text.string)
    }

    func list(after ordinal: Int64?, limit: Int) throws -> RecordList {
        let limit = min(max(limit, 1), StorageLimits.page)
        var records = try Row.fetchAll(
            database,
            sql: """
                SELECT \(Self.summaryColumns) FROM records
                WHERE tenant = ? AND listed = 1 AND ordinal > ? ORDER BY ordinal LIMIT ?
                """,
            arguments: [tenant.text, ordinal ?? 0, limit + 1]
        ).map(summary)
        let hasMore = records.count > limit
        if hasMore { records.removeLast() }
        return RecordList(records: records, next: hasMore ? records.last?.ordinal : nil)
    }

    func count() throws -> Int {
        try Int.fetchOne(
            database, sql: "SELECT count(*) FROM records WHERE tenant = ? AND listed = 1",
            arguments: [tenant.text]) ?? 0
    }

    func insert(_ record: NewRecord, digest: ContentDigest, at moment: Moment) throws
        -> RecordSummary
    {
        let last = try Int64.fetchOne(
            database, sql: "SELECT max(ordinal) FROM records WHERE tenant = ?",
            arguments: [tenant.text])
        let ordinal = (last ?? 0) + 1
        try database.execute(
            sql: """
                INSERT INTO records (tenant, \(Self.summaryColumns), bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                tenant.text, ordinal, record.id.text, record.clientKey.text.string,
                record.isListed ? 1 : 0, record.mediaType.text, digest.bytes.blob,
                record.index.credentialID?.string, record.index.kind.string,
                record.index.name?.string, record.index.issuerID?.string,
                record.index.subjectID?.string, moment.milliseconds, record.bytes.blob,
            ])
        return RecordSummary(
            record, tenant: tenant, ordinal: ordinal, digest: digest, storedAt: moment)
    }

    private static let summaryColumns = """
        ordinal, id, client_key, listed, media_type, digest, credential_id, kind, name, \
        issuer_id, subject_id, stored_at
        """

    private func record(_ condition: String, _ value: String) throws -> StoredRecord? {
        guard let row = try row(Self.summaryColumns + ", bytes", condition, value) else {
            return nil
        }
        var columns = Columns(row, of: .records)
        let summary = try summary(&columns)
        guard let record = StoredRecord(summary: summary, bytes: try columns.bytes()) else {
            throw StorageError.failed(.damaged(.records, id: summary.id.text))
        }
        return record
    }

    private func summary(_ condition: String, _ value: String) throws -> RecordSummary? {
        try row(Self.summaryColumns, condition, value).map(summary)
    }

    private func row(_ columns: String, _ condition: String, _ value: String) throws -> Row? {
        try Row.fetchOne(
            database, sql: "SELECT \(columns) FROM records WHERE tenant = ? AND \(condition)",
            arguments: [tenant.text, value])
    }

    private func summary(_ row: Row) throws -> RecordSummary {
        var columns = Columns(row, of: .records)
        return try summary(&columns)
    }

    private func summary(_ columns: inout Columns) throws -> RecordSummary {
        let ordinal = try columns.number()
        let id = try columns.recordID()
        let clientKey = ClientKey(try columns.text())
        let isListed = try columns.number() == 1
        let mediaType = try columns.mediaType()
        let digest = try columns.digest()
        let index = RecordIndex(
            credentialID: try columns.optionalText(), kind: try columns.text(),
            name: try columns.optionalText(), issuerID: try columns.optionalText(),
            subjectID: try columns.optionalText())
        return RecordSummary(
            id: id, tenant: tenant, ordinal: ordinal, clientKey: clientKey, mediaType: mediaType,
            digest: digest, index: index, storedAt: try columns.moment(), isListed: isListed)
    }
}
