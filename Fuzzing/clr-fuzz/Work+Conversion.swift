import Conversion
import JSONText

extension Work {
    /// A PESC College Transcript: what becomes of it is accounted for, and what both reports call
    /// carried comes back.
    static func pesc(_ bytes: [UInt8]) {
        demand(readsAlike(bytes), "a text reads otherwise in another encoding")
        guard let source = try? XMLElement(reading: bytes),
            let made = try? Conversion(transcript: bytes, newID: identifiers())
        else { return }
        let place = "/\(source.name.local)[1]"
        accounted(source, place, made.report)
        let record = json(made.record)
        stands(made.report) { JSONPointer($0).flatMap { record[$0] } != nil }
        guard let back = try? Export(transcriptOf: record, newID: identifiers()) else { return }
        accounted(record, "", back.report)
        guard let again = try? XMLElement(reading: back.bytes) else {
            return demand(false, "a transcript that was written cannot be read")
        }
        stands(back.report) { element($0, in: again) != nil }
        comesBack(made.report, back.report) {
            element($0, in: source).flatMap { $0.children.isEmpty ? $0.text : nil }
        } to: {
            element($0, in: again)?.text
        }
    }

    /// Whether a text in UTF-8 says the same, or is refused as well, in each encoding that can
    /// hold it.
    private static func readsAlike(_ bytes: [UInt8]) -> Bool {
        // What names an encoding is not what it says in another.
        guard bytes.first == UInt8(ascii: "<"), bytes.dropFirst().first != 0,
            let text = String(validating: bytes, as: UTF8.self), !text.contains("encoding")
        else { return true }
        let read = try? XMLElement(reading: bytes)
        var copies = [true, false].map { isBig in
            ("\u{FEFF}" + text).utf16.flatMap { unit in
                let octets = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isBig ? octets : octets.reversed()
            }
        }
        let scalars = text.unicodeScalars
        if !bytes.starts(with: "<?".utf8), scalars.allSatisfy({ $0.value <= 0xFF }) {
            let names = ["ISO-8859-1", "windows-1252"].filter { name in
                name.hasPrefix("ISO") || !scalars.contains { (0x80...0x9F).contains($0.value) }
            }
            copies += names.map { name in
                Array("<?xml version='1.0' encoding='\(name)'?>".utf8)
                    + scalars.map { UInt8(truncatingIfNeeded: $0.value) }
            }
        }
        return copies.allSatisfy { (try? XMLElement(reading: $0)) == read }
    }

    /// A European Digital Credential: likewise.
    static func elm(_ bytes: [UInt8]) {
        guard let source = (try? JSONDocument(parsing: bytes))?.root,
            let made = try? Conversion(europass: source, newID: identifiers())
        else { return }
        accounted(source, "", made.report)
        let record = json(made.record)
        stands(made.report) { JSONPointer($0).flatMap { record[$0] } != nil }
        outward(record)
    }

    /// A CLR 2.0 or a badge, into everything that it can become.
    static func export(_ bytes: [UInt8]) {
        guard let source = (try? JSONDocument(parsing: bytes))?.root else { return }
        outward(source)
    }

    private static func outward(_ source: JSONValue) {
        if let table = try? Export(tableOf: source) {
            accounted(source, "", table.report)
            demand(isTable(table.bytes), "a table is none, or has a formula")
        }
        if let text = try? Export(textOf: source) {
            accounted(source, "", text.report)
            let isPlain = text.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A }
            demand(isPlain, "the text has what a terminal obeys")
        }
        if let transcript = try? Export(transcriptOf: source, newID: identifiers()) {
            accounted(source, "", transcript.report)
            demand((try? XMLElement(reading: transcript.bytes)) != nil, "no XML was written")
        }
        if let resume = try? Conversion(resumeOf: source, newID: identifiers()) {
            accounted(source, "", resume.report)
            let made = json(resume.record)
            stands(resume.report) { JSONPointer($0).flatMap { made[$0] } != nil }
        }
        guard let europass = try? Conversion(europassOf: source, newID: identifiers()) else {
            return
        }
        accounted(source, "", europass.report)
        let made = json(europass.record)
        stands(europass.report) { JSONPointer($0).flatMap { made[$0] } != nil }
        guard let back = try? Conversion(europass: made, newID: identifiers()) else { return }
        accounted(made, "", back.report)
        let again = json(back.record)
        comesBack(europass.report, back.report) {
            JSONPointer($0).flatMap { source[$0]?.string }
        } to: {
            JSONPointer($0).flatMap { again[$0]?.string }
        }
    }

    // MARK: - What must hold

    private static func identifiers() -> () -> String {
        var next = 0
        return {
            next += 1
            return "urn:uuid:\(next)"
        }
    }

    private static func json(_ made: JSON) -> JSONValue {
        guard let document = try? JSONDocument(parsing: made.serialized()) else {
            fatalError("what was made is no JSON")
        }
        return document.root
    }

    private static func accounted(_ value: JSONValue, _ place: String, _ report: LossReport) {
        demand(report.accounts(for: place), "nothing is said of \(place)")
        for (token, child) in LossReport.children(of: value) {
            accounted(child, place + token, report)
        }
    }

    private static func accounted(_ value: XMLElement, _ place: String, _ report: LossReport) {
        demand(report.accounts(for: place), "nothing is said of \(place)")
        for (step, child) in value.steps { accounted(child, place + step, report) }
    }

    private static func stands(_ report: LossReport, _ exists: (String) -> Bool) {
        for entry in report.entries {
            switch entry.fate {
            case .carried(let place), .changed(let place, _):
                demand(exists(place), "\(entry.source) went to \(place), where nothing is")
            case .lost: break
            }
        }
    }

    private static func comesBack(
        _ there: LossReport, _ back: LossReport, from source: (String) -> String?,
        to made: (String) -> String?
    ) {
        for entry in there.entries {
            guard case .carried(let middle) = entry.fate,
                case .carried(let place)? = back.fate(of: middle),
                let text = source(entry.source)
            else { continue }
            demand(
                made(place)?.utf8.elementsEqual(text.utf8) == true,
                "\(entry.source) came back another")
        }
    }

    private static func element(_ path: String, in root: XMLElement) -> XMLElement? {
        var steps = path.split(separator: "/").map { "/\($0)" }[...]
        guard steps.popFirst() == "/\(root.name.local)[1]" else { return nil }
        return steps.reduce(Optional(root)) { parent, step in
            parent?.steps.first { $0.step == step }?.child
        }
    }

    /// Rows of one length, quotes in pairs, and no cell that begins like a formula.
    private static func isTable(_ bytes: [UInt8]) -> Bool {
        var isQuoted = false
        var cells = 1
        var lengths: Set<Int> = []
        var previous: UInt8 = 0x0A
        for (index, byte) in bytes.enumerated() {
            let begins = !isQuoted && (previous == 0x2C || previous == 0x0A)
            let first = begins && byte == 0x22 ? bytes.dropFirst(index + 1).first ?? 0 : byte
            if begins, "=+-@\t".utf8.contains(first) { return false }
            if byte == 0x22 { isQuoted.toggle() }
            if !isQuoted, byte == 0x2C { cells += 1 }
            if !isQuoted, byte == 0x0A {
                lengths.insert(cells)
                cells = 1
            }
            previous = byte
        }
        return !isQuoted && lengths.count == 1
    }
}
