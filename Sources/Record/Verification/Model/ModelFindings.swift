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
    /// What was written otherwise than the model has it.
    private var tolerances: [Tolerated: Occurrences] = [:]
    private var known: Set<Key> = []
    private var noted: Set<Key> = []
    /// The credentials inside that were gone through, and as which classes.
    var seen: Set<SoundParts.Part> = []

    /// A kind of tolerance; of an absence also which member of which class.
    private struct Tolerated: Hashable {
        let tolerance: Tolerance
        var member: Text?
        var shape: Text?
    }

    /// Where a thing was met first, how often, and which thing in the order of meeting it is.
    private struct Occurrences {
        let first: JSONPointer
        let order: Int
        let words: String
        let requirement: String
        var count = 1
    }

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
        add(Tolerated(tolerance: tolerance), tolerance.words, pointer, tolerance.requirement)
    }

    /// A member that should be there and is not.
    mutating func tolerateAbsence(
        of member: Text, in shape: Text, at pointer: JSONPointer, _ requirement: String?
    ) {
        add(
            Tolerated(tolerance: .absence, member: member, shape: shape),
            "\"\(member)\" is missing, which \(Noun.phrase(shape)) should have", pointer,
            requirement ?? Tolerance.absence.requirement)
    }

    private mutating func add(
        _ key: Tolerated, _ words: @autoclosure () -> String, _ pointer: JSONPointer,
        _ requirement: String
    ) {
        guard tolerances[key] == nil else {
            tolerances[key]?.count += 1
            return
        }
        tolerances[key] = Occurrences(
            first: pointer, order: tolerances.count, words: words(), requirement: requirement)
    }

    /// Each kind of tolerance once, and each member that is missing, with the place where it was
    /// met first. There are no more than the model has kinds and members.
    var tolerated: [ModelProblem] {
        let all = tolerances.sorted { $0.value.order < $1.value.order }
        return Tolerance.allCases.flatMap { tolerance in
            all.filter { $0.key.tolerance == tolerance }.map { _, found in
                let often = found.count == 1 ? "" : " (\(found.count) times)"
                return ModelProblem(
                    kind: .tolerated(tolerance), pointer: found.first,
                    message: "\(found.words)\(often): read all the same, see "
                        + "\(found.requirement).",
                    requirement: found.requirement, isFault: false, departure: nil)
            }
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
        case .absence: "A member that should be there is missing"
        case .emptyList: "An empty list stands where the member must be left out"
        case .null: "null stands where the member should be left out"
        }
    }
}
