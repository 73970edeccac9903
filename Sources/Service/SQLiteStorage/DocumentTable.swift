import GRDB
import JSONText
import Storage

struct DocumentTable {
    let database: Database
    let tenant: TenantID

    func document(path: Text) throws -> PublishedDocument? {
        try document("path", path)
    }

    func document(url: Text) throws -> PublishedDocument? {
        try document("url", url)
    }

    func document(did: Text) throws -> PublishedDocument? {
        try document("did", did)
    }

    func dids() throws -> [Text] {
        try String.fetchAll(
            database,
            sql: "SELECT did FROM documents WHERE tenant = ? AND did IS NOT NULL ORDER BY did",
            arguments: [tenant.text]
        ).map { Text($0) }
    }

    func put(_ document: PublishedDocument, at moment: Moment) throws {
        try database.execute(
            sql: """
                INSERT INTO documents (tenant, path, url, did, media_type, digest, stored_at, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant, path) DO UPDATE SET
                    url = excluded.url, did = excluded.did, media_type = excluded.media_type,
                    digest = excluded.digest, stored_at = excluded.stored_at,
                    bytes = excluded.bytes
                """,
            arguments: [
                tenant.text, document.path.string, document.url.string, document.did?.string,
                document.mediaType.text, document.digest.bytes.blob, moment.milliseconds,
                document.bytes.blob,
            ])
    }

    private func document(_ column: String, _ value: Text) throws -> PublishedDocument? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT path, url, did, media_type, digest, bytes FROM documents
                WHERE tenant = ? AND \(column) = ?
                """,
            arguments: [tenant.text, value.string])
        return try row.map(document)
    }

    private func document(_ row: Row) throws -> PublishedDocument {
        var columns = Columns(row, of: .documents)
        let path = try columns.text()
        let url = try columns.text()
        let did = try columns.optionalText()
        let mediaType = try columns.mediaType()
        let digest = try columns.digest()
        let document = PublishedDocument(
            path: path, url: url, did: did, mediaType: mediaType, bytes: try columns.bytes())
        guard document.digest == digest else {
            throw StorageError.failed(.damaged(.documents, id: path.string))
        }
        return document
    }
}
