import JSONText

/// A draft between two steps, in which nothing bears a name that was made for it alone: what names
/// its original as evidence or as related has that name, what nothing refers to has none.
struct OriginalNames {
    private(set) var record: JSON = .null
    private let minted: Set<Text>
    private let target: ConversionTarget
    /// Where identifiers of originals stand, and the entries of the report that say so.
    private var kept: [Text: Int] = [:]
    /// The original's name of what was given this one.
    private var originals: [Text: String] = [:]
    /// The pieces that only named an original, whose name now stands where it belongs.
    private var needless: Set<Text> = []
    /// How often each of the names stands there, and how often as something other than `id`.
    private var uses: [Text: (all: Int, references: Int)] = [:]

    init(
        minted: Set<Text>, of root: JSONValue, report: inout LossReport,
        for target: ConversionTarget
    ) {
        self.minted = minted
        self.target = target
        for (index, entry) in report.entries.enumerated() {
            guard case .changed(let place, Fate.ownIdentifier) = entry.fate else { continue }
            kept[Text(place)] = index
        }
        note(root, "", name: "", &report)
        record = renamed(root, "", isRoot: true)
    }

    /// A résumé holds the drafts themselves, which are new things; it is not one of them.
    private var renamesAll: Bool { target != .resume }

    private func isMinted(_ text: String) -> Bool { minted.contains(Text(text)) }

    private mutating func note(
        _ value: JSONValue, _ place: String, name: String, _ report: inout LossReport
    ) {
        if let text = value.string, isMinted(text) {
            let known = uses[Text(text)] ?? (0, 0)
            uses[Text(text)] = (
                known.all + 1, known.references + (name.isSame(as: "id") ? 0 : 1)
            )
        }
        if let own = value["id"]?.string, isMinted(own), renamesAll || place.isEmpty {
            noteOriginal(of: value, own, place, &report)
        }
        for member in value.members {
            note(member.value, place + LossReport.token(member.name), name: member.name, &report)
        }
        for (index, element) in value.elements.enumerated() {
            note(element, "\(place)/\(index)", name: name, &report)
        }
    }

    private mutating func noteOriginal(
        of value: JSONValue, _ own: String, _ place: String, _ report: inout LossReport
    ) {
        for list in ["evidence", "related"] {
            guard let pieces = value[list]?.elements else { continue }
            for (index, piece) in pieces.enumerated() {
                guard let id = piece["id"]?.string,
                    let entry = kept[Text("\(place)/\(list)/\(index)/id")],
                    originals[Text(own)] == nil
                else { continue }
                originals[Text(own)] = id
                needless.insert(Text("\(place)/\(list)/\(index)"))
                report.redirect(entry, to: .carried(to: "\(place)/id"))
            }
        }
    }

    /// A piece that is needless leaves nothing: what stands behind it keeps its place.
    private func renamed(_ value: JSONValue, _ place: String, isRoot: Bool = false) -> JSON {
        if let text = value.string, isMinted(text), let original = originals[Text(text)] {
            return .string(original)
        }
        if value.isObject {
            guard needless.isEmpty || !needless.contains(Text(place)) else { return .null }
            return .object(
                value.members.compactMap { member in
                    if member.hasName("id"), isNobodys(member.value, isRoot) { return nil }
                    let inside = place + LossReport.token(member.name)
                    return (member.name, renamed(member.value, inside))
                })
        }
        guard value.isArray else { return .verbatim(value) }
        return .array(
            value.elements.enumerated().map { renamed($1, "\(place)/\($0)") })
    }

    /// Whether this is a name that says nothing: made on the way, and nothing else refers to it.
    private func isNobodys(_ id: JSONValue, _ isRoot: Bool) -> Bool {
        guard let text = id.string, isMinted(text), originals[Text(text)] == nil else {
            return false
        }
        let uses = uses[Text(text)] ?? (0, 0)
        switch target {
        case .resume: return isRoot
        // In these, one thing told in several places is told apart by its words.
        case .table, .text, .transcript: return uses.references == 0
        case _: return uses.all == 1
        }
    }
}
