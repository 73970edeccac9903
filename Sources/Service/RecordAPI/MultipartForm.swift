import JSONText

/// Reads `multipart/form-data` (RFC 7578), as browsers write it and no looser: no text before
/// the first boundary, no part without a name, nothing cut off.
struct MultipartForm {
    private let body: [UInt8]
    /// CR, LF, two hyphens, the boundary.
    private let delimiter: [UInt8]

    static let maximumFields = 16
    static let maximumHeaderBytes = 4_096

    init(_ body: [UInt8], boundary: String?) throws(FormFault) {
        guard let boundary, Self.isBoundary(boundary) else { throw .boundary }
        self.body = body
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary.utf8
    }

    func fields() throws(FormFault) -> [FormField] {
        guard body.starts(with: delimiter[2...]) else { throw .beginning }
        var fields: [FormField] = []
        var position = delimiter.count - 2
        while try !isLast(at: position) {
            guard fields.count < Self.maximumFields else {
                throw .tooManyFields(limit: Self.maximumFields)
            }
            let start = position + 2
            guard let end = nextDelimiter(from: start - 2) else { throw .endsEarly }
            fields.append(try field(start, end))
            position = end + delimiter.count
        }
        return fields
    }

    /// After a boundary: a line end, and a part; or two hyphens, and the end.
    private func isLast(at position: Int) throws(FormFault) -> Bool {
        let next = body[min(position, body.count)...].prefix(2)
        guard next.count == 2 else { throw .endsEarly }
        if next.elementsEqual([0x0D, 0x0A]) { return false }
        guard next.elementsEqual([0x2D, 0x2D]) else { throw .afterBoundary }
        guard body[(position + 2)...].allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else {
            throw .afterBoundary
        }
        return true
    }

    private func field(_ start: Int, _ end: Int) throws(FormFault) -> FormField {
        let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard start <= end else { throw .header }
        let searched = body[start..<min(end, start + Self.maximumHeaderBytes)]
        guard let length = searched.firstOffset(of: blank) else { throw .header }
        let disposition = try disposition(in: searched.prefix(length))
        guard let name = disposition.parameter("name") else { throw .nameless }
        return FormField(
            name: name, isFile: disposition.parameter("filename") != nil,
            content: Array(body[(start + length + blank.count)..<end]))
    }

    /// `Content-Disposition: form-data; name="…"` is written like a content type.
    private func disposition(in header: ArraySlice<UInt8>) throws(FormFault) -> ContentType {
        for line in header.split(separator: 0x0A) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw .header }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            guard name.isSame(as: "content-disposition") else { continue }
            var value = line[(colon + 1)...]
            if value.last == 0x0D { value.removeLast() }
            let read = ContentType(String(decoding: value, as: UTF8.self))
            guard read.essence == "form-data" else { throw .header }
            return read
        }
        throw .nameless
    }

    /// Where the next delimiter begins. It may begin at once: then the part is empty.
    private func nextDelimiter(from start: Int) -> Int? {
        body[min(start, body.count)...].firstOffset(of: delimiter).map { start + $0 }
    }

    /// RFC 2046 section 5.1.1.
    private static func isBoundary(_ text: String) -> Bool {
        let allowed = Array("'()+_,-./:=? ".utf8)
        return (1...70).contains(text.utf8.count) && text.utf8.last != 0x20
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
                    || (0x61...0x7A).contains($0) || allowed.contains($0)
            }
    }
}

extension ArraySlice<UInt8> {
    /// How far from the start a sequence of octets first stands.
    func firstOffset(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first else { return 0 }
        return withUnsafeBufferPointer { bytes in
            var index = 0
            while index + wanted.count <= bytes.count {
                guard let found = bytes[index...].firstIndex(of: first),
                    found + wanted.count <= bytes.count
                else { return nil }
                if bytes[found..<(found + wanted.count)].elementsEqual(wanted) { return found }
                index = found + 1
            }
            return nil
        }
    }
}
