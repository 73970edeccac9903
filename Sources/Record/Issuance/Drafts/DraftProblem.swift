import JSONText

/// One thing that is wrong with a draft: what, why, and what to do, with its place.
package struct DraftProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file, where it is not the draft itself.
    package let file: String?
    package let place: JSONPointer
    /// Of the text as it was written, from 1.
    package let line: Int?
    package let message: String

    package init(file: String? = nil, place: JSONPointer, line: Int? = nil, message: String) {
        self.file = file
        self.place = place
        self.line = line
        self.message = message
    }

    package var description: String {
        let line = line.map { "line \($0), " } ?? ""
        let place = place.tokens.isEmpty ? "the whole" : "\(place)"
        return "\(file.map { "\($0), " } ?? "")\(line)\(place): \(message)"
    }
}

/// The line on which a place stands in a text that was not JSON.
package typealias DraftLineFinder = @Sendable (JSONPointer) -> Int?

/// Gathers what is wrong, all of it, up to a limit that is told.
final class DraftNotes {
    private(set) var problems: [DraftProblem] = []
    private(set) var omitted = 0
    let file: String?
    private let line: DraftLineFinder?

    /// - Parameter line: where a place stands in the text as it was written; without it the text
    ///   is the JSON itself.
    init(file: String? = nil, line: DraftLineFinder? = nil) {
        self.file = file
        self.line = line
    }

    /// The place is looked up only where the problem is kept: that walks the text.
    func add(_ value: JSONValue, _ member: String? = nil, _ message: @autoclosure () -> String) {
        guard problems.count < Limits.draftProblems else { omitted += 1; return }
        let place = member.map { value.pointer.appending($0) } ?? value.pointer
        let target = member.flatMap { value[$0] } ?? value
        let line =
            if let line = self.line { line(place) } else {
                value.document.position(of: target.range.lowerBound).line
            }
        problems.append(DraftProblem(file: file, place: place, line: line, message: message()))
    }

    /// By file and line; what stands on one line, in the order in which it was found.
    var inOrder: [DraftProblem] {
        problems.enumerated().sorted { one, other in
            let (left, right) = (Text(one.element.file ?? ""), Text(other.element.file ?? ""))
            guard left == right else { return left < right }
            let lines = (one.element.line ?? 0, other.element.line ?? 0)
            return lines.0 == lines.1 ? one.offset < other.offset : lines.0 < lines.1
        }.map(\.element)
    }

    func add(contentsOf others: [DraftProblem]) {
        for problem in others {
            guard problems.count < Limits.draftProblems else { omitted += 1; continue }
            problems.append(problem)
        }
    }
}
