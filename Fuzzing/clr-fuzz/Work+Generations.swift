import Conversion
import JSONText

extension Work {
    /// A record of an older generation: refused with a sentence, or made anew with a report that
    /// accounts for every value and names no place where nothing stands.
    static func convert(_ bytes: [UInt8]) {
        guard let document = try? JSONDocument(parsing: bytes) else { return }
        let input = ConversionInput(document.root)
        for target in [ConversionTarget.learnerRecord1, .badge3, .learnerRecord2] {
            var next = 0
            do {
                let made = try Converted(
                    [input], to: target, as: Gathering(), linked: LinkedDocuments(), part: nil
                ) { () -> String in
                    next += 1
                    return "urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + next)"
                }
                check(made, of: document.root)
            } catch {
                demand(!error.description.isEmpty, "it is refused without a word")
            }
        }
    }

    private static func check(_ made: Converted, of source: JSONValue) {
        guard let written = try? JSONDocument(parsing: made.bytes) else {
            demand(false, "what is written cannot be read")
            return
        }
        let report = made.report
        var open = [(value: source, place: "")]
        while let (value, place) = open.popLast() {
            demand(report.accounts(for: place), "a value has no entry in the report")
            for (token, child) in LossReport.children(of: value) {
                open.append((child, place + token))
            }
        }
        for entry in report.entries {
            switch entry.fate {
            case .carried(let place), .changed(let place, _):
                let stands = JSONPointer(place).flatMap { written.root[$0] } != nil
                demand(stands, "the report names a place where nothing stands")
            case .lost(let why): demand(!why.isEmpty, "lost without a reason")
            }
        }
    }
}
