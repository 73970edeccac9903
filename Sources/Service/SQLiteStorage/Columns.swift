import Foundation
import GRDB
import JSONText
import Storage

/// The columns of a row, taken one after the other. A file can hold anything, so a column that
/// is not what the schema says is damage, not a crash.
struct Columns {
    private var values: ArraySlice<DatabaseValue>
    private let table: StorageTable

    init(_ row: Row, of table: StorageTable) {
        values = ArraySlice(row.databaseValues)
        self.table = table
    }

    mutating func optionalText() throws(StorageError) -> Text? {
        switch values.popFirst()?.storage {
        case .string(let string): Text(string)
        case .null: nil
        case .int64, .double, .blob, nil: throw damage
        }
    }

    mutating func text() throws(StorageError) -> Text {
        guard let text = try optionalText() else { throw damage }
        return text
    }

    mutating func number() throws(StorageError) -> Int64 {
        guard case .int64(let number) = values.popFirst()?.storage else { throw damage }
        return number
    }

    mutating func bytes() throws(StorageError) -> [UInt8] {
        guard case .blob(let data) = values.popFirst()?.storage else { throw damage }
        return Array(data)
    }

    mutating func digest() throws(StorageError) -> ContentDigest {
        guard let digest = ContentDigest(bytes: try bytes()) else { throw damage }
        return digest
    }

    mutating func moment() throws(StorageError) -> Moment {
        Moment(milliseconds: try number())
    }

    mutating func mediaType() throws(StorageError) -> MediaType {
        guard let type = MediaType(try text().string) else { throw damage }
        return type
    }

    mutating func recordID() throws(StorageError) -> RecordID {
        guard let id = RecordID(try text().string) else { throw damage }
        return id
    }

    var damage: StorageError {
        .failed(.damaged(table, id: "row"))
    }
}

extension Array<UInt8> {
    /// As SQLite takes it.
    var blob: Data { Data(self) }
}
