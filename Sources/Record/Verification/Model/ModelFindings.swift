import JSONText
import Vocabularies

/// What a walk has found: each thing once, and no more than somebody would read.
struct ModelFindings: Sendable {
    private(set) var problems: [ModelProblem] = []
    private(set) var notes: [ModelProblem] = []
    /// How many faults there are, told or not.
    private(set) var faultCount = 0
    /// How many of them the published schemas find, too.
    private(set) var sharedCount = 0
    /// In what the published schemas refuse what is read here.
    var looser: Set<ModelDeparture> = []
    /// In what they accept what is refused here.
    private(set) var stricter: Set<ModelDeparture> = []
    /// What was written otherwise than the model has it: where first, and how often.
    private(set) var tolerances: [Tolerance: (first: JSONPointer, count: Int)] = [:]
    private var known: Set<Key> = []
    private var noted: Set<Key> = []

    private struct Key: Hashable {
        let kind: ModelProblem.Kind
        let pointer: JSONPointer
    }

    mutating func add(
        _ kind: ModelProblem.Kind, _ message: () -> String, _ pointer: JSONPointer,
        _ requirement: String?, _ departure: ModelDeparture?
    ) {
        // The second look at a credential finds again what the first found.
        guard departure == nil || !known.contains(Key(kind: kind, pointer: pointer)) else { return }
        faultCount += 1
        if let departure, departure.isStricter {
            stricter.insert(departure)
        } else {
            sharedCount += 1
        }
        guard problems.count < Limits.modelProblems else { return }
        known.insert(Key(kind: kind, pointer: pointer))
        problems.append(
            ModelProblem(
                kind: kind, pointer: pointer, message: message(),
                requirement: requirement ?? "VER-05", isFault: true, departure: departure))
    }

    mutating func note(
        _ kind: ModelProblem.Kind, _ message: String, _ pointer: JSONPointer, _ requirement: String
    ) {
        guard notes.count < Limits.modelProblems,
            noted.insert(Key(kind: kind, pointer: pointer)).inserted
        else { return }
        notes.append(
            ModelProblem(
                kind: kind, pointer: pointer, message: message, requirement: requirement,
                isFault: false, departure: nil))
    }

    mutating func tolerate(_ tolerance: Tolerance, at pointer: JSONPointer) {
        if noted.count < Limits.modelProblems {
            let key = Key(kind: .tolerated(tolerance), pointer: pointer)
            guard noted.insert(key).inserted else { return }
        }
        let before = tolerances[tolerance]
        tolerances[tolerance] = (before?.first ?? pointer, (before?.count ?? 0) + 1)
    }

    /// Each kind of tolerance once, with the place where it was met first.
    var tolerated: [ModelProblem] {
        Tolerance.allCases.compactMap { tolerance in
            guard let found = tolerances[tolerance] else { return nil }
            let often = found.count == 1 ? "" : " (\(found.count) times)"
            return ModelProblem(
                kind: .tolerated(tolerance), pointer: found.first,
                message: "\(tolerance.words)\(often): read all the same, see "
                    + "\(tolerance.requirement).",
                requirement: tolerance.requirement, isFault: false, departure: nil)
        }
    }
}

extension Tolerance {
    fileprivate var words: String {
        switch self {
        case .bareValue: "One value stands where the model has a list"
        case .array: "A list stands where the model has one value"
        case .languageMap: "A language map stands where the model has a text"
        case .bareString: "A text stands where the model has an object"
        case .number: "A number stands where the model has a text"
        case .absence: "A member that the model asks for is missing"
        case .emptyList: "An empty list stands where the member must be left out"
        case .null: "null stands where the member should be left out"
        }
    }
}
