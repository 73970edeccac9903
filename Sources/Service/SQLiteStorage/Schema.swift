import GRDB

/// The tables, made by ordered steps: a step that was released is never changed.
enum Schema {
    /// The mark of this program's files (`PRAGMA application_id`): "CLR2" in ASCII.
    static let applicationID = 0x434C_5232

    /// `PRAGMA user_version` counts the steps that were done.
    static var version: Int { steps.count }

    /// Does the steps that the file hasn't seen. Call it in a transaction.
    static func migrate(_ database: Database, from done: Int) throws {
        guard done < version else { return }
        for step in steps.dropFirst(done) {
            try database.execute(sql: step)
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static let steps = [beginning]

    private static let beginning = """
        CREATE TABLE records (
            tenant TEXT NOT NULL, ordinal INTEGER NOT NULL, id TEXT NOT NULL,
            client_key TEXT NOT NULL, listed INTEGER NOT NULL, media_type TEXT NOT NULL,
            digest BLOB NOT NULL, credential_id TEXT, kind TEXT NOT NULL, name TEXT,
            issuer_id TEXT, subject_id TEXT, stored_at INTEGER NOT NULL, bytes BLOB NOT NULL,
            PRIMARY KEY (tenant, ordinal)
        ) STRICT;
        CREATE UNIQUE INDEX records_by_id ON records (tenant, id);
        CREATE UNIQUE INDEX records_by_client_key ON records (tenant, client_key);
        CREATE INDEX records_by_credential ON records (tenant, credential_id, ordinal);
        CREATE INDEX records_listed ON records (tenant, ordinal) WHERE listed = 1;

        CREATE TABLE documents (
            tenant TEXT NOT NULL, path TEXT NOT NULL, url TEXT NOT NULL, did TEXT,
            media_type TEXT NOT NULL, digest BLOB NOT NULL, stored_at INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (tenant, path)
        ) STRICT;
        CREATE UNIQUE INDEX documents_by_url ON documents (tenant, url);
        CREATE UNIQUE INDEX documents_by_did ON documents (tenant, did) WHERE did IS NOT NULL;

        CREATE TABLE keys (
            tenant TEXT NOT NULL, id TEXT NOT NULL, wrapped BLOB NOT NULL,
            stored_at INTEGER NOT NULL,
            PRIMARY KEY (tenant, id)
        ) STRICT;

        CREATE TABLE status_lists (
            tenant TEXT NOT NULL, id TEXT NOT NULL, purpose TEXT NOT NULL,
            length INTEGER NOT NULL,
            PRIMARY KEY (tenant, id)
        ) STRICT;
        CREATE TABLE status_entries (
            tenant TEXT NOT NULL, list TEXT NOT NULL, place INTEGER NOT NULL,
            client_key TEXT NOT NULL, value INTEGER NOT NULL,
            PRIMARY KEY (tenant, list, place),
            FOREIGN KEY (tenant, list) REFERENCES status_lists (tenant, id)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX status_by_client_key ON status_entries (tenant, list, client_key);
        CREATE INDEX status_raised ON status_entries (tenant, list, place) WHERE value <> 0;

        CREATE TABLE events (
            tenant TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL,
            who TEXT NOT NULL, what TEXT NOT NULL, why TEXT, changes TEXT NOT NULL,
            previous BLOB NOT NULL, hash BLOB NOT NULL,
            PRIMARY KEY (tenant, number)
        ) STRICT;
        CREATE TRIGGER events_stay BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;
        CREATE TRIGGER events_remain BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'the log only grows'); END;

        CREATE TABLE settings (
            tenant TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (tenant, name)
        ) STRICT;
        """
}
