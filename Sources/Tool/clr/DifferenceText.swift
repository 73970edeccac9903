import Credentials
import JSONText

/// What changed, for people at a terminal.
struct DifferenceText {
    private let difference: RecordDifference

    init(_ difference: RecordDifference) {
        self.difference = difference
    }

    var lines: [String] {
        var lines = [sentence]
        for group in difference.content { lines += self.lines(group) }
        if !difference.envelope.isEmpty {
            lines += ["", "How it is signed and given out:"]
            for group in difference.envelope { lines += self.lines(group) }
        }
        if difference.untold > 0 { lines += ["", "\(difference.untold) more are not told."] }
        return lines
    }

    private var sentence: String {
        if difference.isNone { return "Both say the same, and nothing about them differs." }
        if difference.saysTheSame {
            return "Both say the same. They differ in how they are signed and given out."
        }
        let count = difference.contentCount
        return count == 1
            ? "The later one says one thing otherwise."
            : "The later one says \(count) things otherwise."
    }

    private func lines(_ group: RecordDifference.Group) -> [String] {
        let place = group.thing.after ?? group.thing.before
        let shown = place.map { $0.tokens.isEmpty ? "" : " (\($0))" } ?? ""
        return ["", group.thing.title + shown] + group.changes.map { "  " + line($0) }
    }

    private func line(_ change: RecordDifference.Change) -> String {
        let member = change.member.isEmpty ? "" : " \(change.member):"
        let values =
            switch change.kind {
            case .added: value(change.after)
            case .removed: value(change.before)
            case .changed: "\(value(change.before)) -> \(value(change.after))"
            }
        return "\(change.kind.rawValue)\(member) \(values)"
    }

    /// The value on one line, shortened where it is long.
    private func value(_ side: RecordDifference.Side?) -> String {
        guard let side else { return "nothing" }
        let text = String(decoding: side.value.serialized(), as: UTF8.self)
            .split(whereSeparator: \.isNewline)
            .map { $0.drop { $0 == " " } }.joined(separator: " ")
        let start = String(text.unicodeScalars.prefix(Self.width))
        return start + (text.unicodeScalars.count > Self.width ? "…" : "")
    }

    private static let width = 120
}
