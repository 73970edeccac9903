import JSONText
import Synchronization

/// What is wrong with a draft, each thing once, up to a limit that is told.
struct FaultList: Sendable {
    private(set) var faults: [IssuanceError] = []
    private(set) var omitted = 0
    private var places: Set<JSONPointer> = []
    /// Where it would stand what was meant by misspelled names.
    private(set) var meant: Set<JSONPointer> = []
    /// Where a value stands that can mean nothing there: the model may know what should.
    private(set) var values: Set<JSONPointer> = []

    /// Of one place one thing is told: the first that was found.
    mutating func add(_ error: IssuanceError) {
        if let place = error.place, !places.insert(place).inserted { return }
        guard faults.count < Limits.draftProblems else { omitted += 1; return }
        faults.append(error)
    }

    /// - Parameter name: of a member, which was meant by what stands at the place.
    mutating func note(meant name: String, at place: JSONPointer) {
        guard meant.count < Limits.draftProblems else { return }
        meant.insert(JSONPointer(place.tokens.dropLast()).appending(name))
    }

    mutating func note(value place: JSONPointer) {
        if values.count < Limits.draftProblems { values.insert(place) }
    }

    mutating func add(contentsOf other: FaultList) {
        for fault in other.faults { add(fault) }
        meant.formUnion(other.meant)
        values.formUnion(other.values)
        leaveOut(other.omitted)
    }

    /// Of what was looked at twice, once by itself and once with the whole.
    mutating func leaveOut(_ count: Int) { omitted = max(omitted, count) }
}

/// Gathers what is wrong with a draft and with the drafts inside it, where signing would end at the
/// first thing.
final class DraftFaults: Sendable {
    private let list = Mutex(FaultList())

    func add(_ error: IssuanceError) { list.withLock { $0.add(error) } }

    func add(_ other: FaultList) { list.withLock { $0.add(contentsOf: other) } }

    var isEmpty: Bool { list.withLock { $0.faults.isEmpty } }
    var omitted: Int { list.withLock { $0.omitted } }
    var meant: Set<JSONPointer> { list.withLock { $0.meant } }
    var values: Set<JSONPointer> { list.withLock { $0.values } }

    /// In the order of the draft's text.
    func inOrder(of draft: JSONValue) -> [IssuanceError] {
        let faults = list.withLock { $0.faults }
        let placed = faults.enumerated().map { offset, fault in
            let index = fault.place.map { draft.nearest(to: $0).index } ?? -1
            return (index: index, offset: offset, fault: fault)
        }
        return placed.sorted { ($0.index, $0.offset) < ($1.index, $1.offset) }.map(\.fault)
    }
}

extension IssuanceRequest {
    /// Ends the work with an error, or notes it where all are gathered.
    func note(_ error: IssuanceError) throws(IssuanceError) {
        guard let faults else { throw error }
        faults.add(error)
    }
}

extension JSONValue {
    /// The value at a place, or the last one on the way to it.
    func nearest(to place: JSONPointer) -> JSONValue {
        var value = self
        for token in place.tokens {
            guard let next = value[JSONPointer([token])] else { return value }
            value = next
        }
        return value
    }

    /// Where in a draft it stands what stands at a place of the credential made of it: one value
    /// in place of a list became a list, and types were put in front.
    func draftPlace(of place: JSONPointer, in made: JSONValue) -> JSONPointer {
        var (own, made): (JSONValue?, JSONValue?) = (self, made)
        var tokens: [Text] = []
        for token in place.tokens {
            let wasList = made?.isArray == true
            made = made?[JSONPointer([token])]
            guard let value = own else { tokens.append(token); continue }
            if wasList, !value.isArray { continue }
            let moved = wasList ? value.index(of: made) : nil
            tokens.append(moved.map { Text(String($0)) } ?? token)
            own = value[JSONPointer([tokens[tokens.count - 1]])]
        }
        return JSONPointer(tokens)
    }

    /// Where a list has the same text.
    private func index(of element: JSONValue?) -> Int? {
        guard let text = element?.text else { return nil }
        return elements.enumerated().first { $1.text == text }?.offset
    }
}
