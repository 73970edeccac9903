/// A reader of RFC 4180, as strict as its grammar: what the tests read tables with.
enum CSVReader {
    struct Fault: Error {
        let offset: Int
    }

    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var position = 0
        while position < bytes.count {
            var cell: [UInt8] = []
            if bytes[position] == 0x22 {
                position += 1
                while true {
                    guard position < bytes.count else { throw Fault(offset: position) }
                    if bytes[position] == 0x22 {
                        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else { break }
                        position += 1
                    }
                    cell.append(bytes[position])
                    position += 1
                }
                position += 1
            } else {
                while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0D {
                    guard bytes[position] != 0x22, bytes[position] != 0x0A else {
                        throw Fault(offset: position)
                    }
                    cell.append(bytes[position])
                    position += 1
                }
            }
            row.append(String(decoding: cell, as: UTF8.self))
            guard position < bytes.count else { throw Fault(offset: position) }
            if bytes[position] == 0x2C {
                position += 1
                continue
            }
            guard bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A
            else { throw Fault(offset: position) }
            position += 2
            rows.append(row)
            row = []
        }
        guard row.isEmpty else { throw Fault(offset: position) }
        return rows
    }

    /// The cell or cells that a fragment of RFC 7111 names; for a column and a range, the first.
    static func cell(_ rows: [[String]], _ fragment: String) -> String? {
        let parts = fragment.split(separator: "=")
        guard parts.count == 2 else { return nil }
        if parts[0] == "col" {
            guard let column = Int(parts[1]), rows.count > 1, rows[1].count >= column else {
                return nil
            }
            return rows[1][column - 1]
        }
        let first = parts[1].split(separator: "-")[0].split(separator: ",").compactMap { Int($0) }
        guard first.count == 2, rows.count >= first[0], rows[first[0] - 1].count >= first[1] else {
            return nil
        }
        return rows[first[0] - 1][first[1] - 1]
    }
}
