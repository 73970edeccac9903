/// A finished PDF, to which objects are added at its end: what was there stays octet for octet,
/// and a new table of places tells what is new (an incremental update, ISO 32000-1 section 7.5.6).
struct PDFUpdate {
    private var bytes: [UInt8]
    private let former: Int
    private let root: Int
    private let information: String
    private let rootEntries: String
    private var size: Int
    private var places: [(number: Int, offset: Int)] = []

    /// Reads of a file with a plain table of places what an update needs to know.
    init(_ bytes: [UInt8]) throws(DocumentError) {
        let unexpected = DocumentError.drawing("its own file has an unexpected form")
        let tail = String(decoding: bytes.suffix(512), as: UTF8.self)
        guard let former = Self.number(after: "startxref\n", in: tail), former < bytes.count,
            let trailer = Self.text(after: "trailer\n", in: tail),
            let size = Self.number(after: "/Size ", in: trailer),
            let root = Self.number(after: "/Root ", in: trailer),
            let information = Self.number(after: "/Info ", in: trailer)
        else { throw unexpected }
        // "xref", "0 SIZE", then lines of twenty octets, each of which begins with ten digits.
        let table = String(decoding: bytes[former...], as: UTF8.self)
        let head = "xref\n0 \(size)\n"
        let row = former + head.utf8.count + 20 * root
        guard table.utf8.starts(with: head.utf8), row + 10 <= bytes.count,
            let offset = Int(String(decoding: bytes[row..<(row + 10)], as: UTF8.self)),
            offset < former
        else { throw unexpected }
        let object = String(decoding: bytes[offset..<former], as: UTF8.self)
        guard let inside = Self.text(after: "\(root) 0 obj\n<<", in: object),
            let entries = Self.text(before: ">>\nendobj", in: inside)
        else { throw unexpected }
        self.bytes = bytes
        self.former = former
        self.root = root
        self.information = "\(information) 0 R"
        self.size = size
        rootEntries = entries
    }

    /// Adds an object and gives its number.
    mutating func add(_ content: [UInt8]) -> Int {
        let number = size
        size += 1
        put(content, as: number)
        return number
    }

    mutating func add(_ content: String) -> Int { add(Array(content.utf8)) }

    mutating func addStream(_ entries: String, _ data: [UInt8]) -> Int {
        let head = "<< \(entries) /Length \(data.count) >>\nstream\n"
        return add(Array(head.utf8) + data + Array("\nendstream".utf8))
    }

    /// The whole file, with these entries in its root beside those that it has.
    mutating func finished(root entries: [(name: String, value: String)], id: String) -> [UInt8] {
        let new = entries.filter { !rootEntries.contains($0.name) }
        let added = new.map { "   \($0.name) \($0.value)\n" }.joined()
        put(Array("<<\(rootEntries)\n\(added)>>".utf8), as: root)
        let start = bytes.count
        write("xref\n")
        for place in places.sorted(by: { $0.number < $1.number }) {
            let digits = String(place.offset)
            let zeros = String(repeating: "0", count: max(0, 10 - digits.utf8.count))
            write("\(place.number) 1\n\(zeros)\(digits) 00000 n \n")
        }
        write(
            "trailer\n<< /Size \(size)\n   /Root \(root) 0 R\n   /Info \(information)\n"
                + "   /Prev \(former)\n   /ID [<\(id)> <\(id)>]\n>>\nstartxref\n\(start)\n%%EOF\n")
        return bytes
    }

    private mutating func put(_ content: [UInt8], as number: Int) {
        places.append((number, bytes.count))
        write("\(number) 0 obj\n")
        bytes.append(contentsOf: content)
        write("\nendobj\n")
    }

    private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private static func text(after mark: String, in text: String) -> String? {
        text.firstRange(of: mark).map { String(text[$0.upperBound...]) }
    }

    private static func text(before mark: String, in text: String) -> String? {
        text.firstRange(of: mark).map { String(text[..<$0.lowerBound]) }
    }

    private static func number(after mark: String, in text: String) -> Int? {
        self.text(after: mark, in: text).flatMap { Int($0.prefix { $0.isNumber }) }
    }
}
