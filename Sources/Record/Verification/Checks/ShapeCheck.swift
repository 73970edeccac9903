import Credentials
import JSONText
import Vocabularies

/// Are the required members there, of the right JSON types and classes?
///
/// Credentials and endorsements inside are not followed: each gets its own verdict.
struct ShapeCheck {
    let credential: Credential

    var answers: [Check] {
        let model = ShapeModel.on(credential.dataModel == .version1 ? .v1_1 : .v2_0)
        guard let shape = model.class(named: Text(credential.kind.rawValue)) else {
            let text = "No model for this class is known here; its members were not checked."
            return [Check(.shapeUnmodelled, text)]
        }
        var walk = ShapeWalk(model: model)
        walk.visit(credential.json, as: shape, at: credential.place)
        let subjects = subjectFaults
        let failed =
            walk.problems.prefix(Limits.toldFaults)
            + subjects.filter { $0.outcome == .failed } + criteriaFaults
        let notes = walk.tolerated + subjects.filter { $0.outcome != .failed }
        guard failed.isEmpty else { return Array(failed) + notes }
        let text = "All required members are there, with the types that the model gives them."
        return [Check(.shapeFits, text)] + notes
    }

    /// MCHK-01: the model cannot say "one of the two". Much that is issued to whoever holds it
    /// names nobody, so this is told and does not block; a list of identifiers without one does.
    private var subjectFaults: [Check] {
        guard credential.kind == .clrCredential || credential.kind.isAchievement else { return [] }
        let unnamed = credential.subjects.lazy.filter { subject in
            subject.id?.isEmpty != false && subject.identifiers.isEmpty
        }
        return unnamed.prefix(Limits.toldFaults).map { subject in
            let isEmpty = subject.json["identifier"]?.isArray == true
            return Check(
                isEmpty ? .shapeIdentifierEmpty : .shapeNoSubjectIdentity,
                "The subject has neither \"id\" nor \"identifier\": nobody can tell whose record "
                    + "this is.", at: subject.json.pointer)
        }
    }

    private var criteriaFaults: [Check] {
        let empty = credential.subjects.flatMap(\.achievements).lazy.compactMap(\.criteria)
            .filter { $0.id == nil && $0.narrative == nil }
        return empty.prefix(Limits.toldFaults).map { criteria in
            Check(
                .shapeCriteriaEmpty, "The criteria have neither \"id\" nor \"narrative\".",
                at: criteria.json.pointer)
        }
    }
}

/// Goes through an object and the objects in it, class by class.
struct ShapeWalk {
    let model: ShapeModel
    private(set) var problems: [Check] = []
    private var tolerances: [Tolerance: (first: JSONPointer, count: Int)] = [:]

    /// Members that hold credentials.
    private static let contents: Set<Text> = ["verifiableCredential", "endorsement"]

    init(model: ShapeModel) {
        self.model = model
    }

    /// What was written otherwise than the model has it, once for each kind.
    var tolerated: [Check] {
        Tolerance.allCases.compactMap { tolerance in
            guard let found = tolerances[tolerance] else { return nil }
            let often = found.count == 1 ? "" : " (\(found.count) times)"
            return Check(
                .shapeTolerated,
                "\(tolerance.words)\(often): read all the same, see \(tolerance.requirement).",
                at: found.first)
        }
    }

    mutating func visit(_ value: JSONValue, as shape: ShapeClass, at pointer: JSONPointer) {
        requireTypes(value, shape, pointer)
        for property in shape.required where value[property.name.string] == nil {
            problems.append(
                Check(
                    .shapeMemberMissing,
                    "\"\(property.name)\" is missing; a \(shape.name) must have it.",
                    at: pointer.appending(property.name.string)))
        }
        for member in value.members {
            let name = Text(member.name)
            guard let property = shape.property(named: name) else {
                refuseUnknown(name, shape, pointer)
                continue
            }
            visit(member.value, as: property, at: pointer.appending(name.string))
        }
    }

    private mutating func requireTypes(
        _ value: JSONValue, _ shape: ShapeClass, _ pointer: JSONPointer
    ) {
        let types = Set((value["type"]?.oneOrMore ?? []).compactMap(\.text))
        for choice in shape.requiredTypes where types.isDisjoint(with: choice) {
            guard !types.isEmpty || shape.property(named: "type")?.isRequired != true else {
                continue
            }
            let wanted = choice.map { "\"\($0)\"" }.joined(separator: " or ")
            problems.append(
                Check(
                    .shapeWrongClass, "The \"type\" here must include \(wanted).",
                    at: pointer.appending("type")))
        }
    }

    private mutating func refuseUnknown(
        _ name: Text, _ shape: ShapeClass, _ pointer: JSONPointer
    ) {
        guard !shape.isOpen, name.string.utf8.first != UInt8(ascii: "@") else { return }
        problems.append(
            Check(
                .shapeMemberUnknown, "A \(shape.name) has no member \"\(name)\".",
                at: pointer.appending(name.string)))
    }

    private mutating func visit(
        _ value: JSONValue, as property: ShapeProperty, at pointer: JSONPointer
    ) {
        guard !isToken(value, property),
            accept(property.acceptance(of: value.kind), value, property, pointer)
        else { return }
        guard value.isArray else {
            descend(value, property, pointer)
            return
        }
        if let most = property.maximum, most > 1, value.count > most {
            problems.append(
                Check(
                    .shapeTooMany, "\"\(property.name)\" may hold \(most) values at most.",
                    at: pointer))
        }
        if value.count < property.minimum {
            problems.append(
                Check(
                    .shapeMemberMissing,
                    "\"\(property.name)\" holds \(value.count) values; it needs at least "
                        + "\(property.minimum).", at: pointer))
        }
        for (index, element) in value.elements.enumerated() where !isToken(element, property) {
            let place = pointer.appending(index)
            let acceptance = property.acceptance(ofElement: element.kind)
            guard accept(acceptance, element, property, place) else { continue }
            descend(element, property, place)
        }
    }

    /// A credential inside may be a compact JWS, as data model 1.1 has it.
    private func isToken(_ value: JSONValue, _ property: ShapeProperty) -> Bool {
        value.isString && property.name == "verifiableCredential"
    }

    private mutating func accept(
        _ acceptance: Acceptance, _ value: JSONValue, _ property: ShapeProperty,
        _ pointer: JSONPointer
    ) -> Bool {
        switch acceptance {
        case .accepted: return true
        case .tolerated(let tolerance):
            let before = tolerances[tolerance]
            tolerances[tolerance] = (before?.first ?? pointer, (before?.count ?? 0) + 1)
            return true
        case .refused:
            problems.append(
                Check(
                    .shapeWrongType,
                    "\"\(property.name)\" is \(value.kind.words); it must be "
                        + "\(property.words).", at: pointer))
            return false
        }
    }

    private mutating func descend(
        _ value: JSONValue, _ property: ShapeProperty, _ pointer: JSONPointer
    ) {
        guard value.isObject, !Self.contents.contains(property.name),
            let name = property.nestedClass, let shape = model.class(named: name)
        else { return }
        visit(value, as: shape, at: pointer)
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
        }
    }
}

extension JSONValue.Kind {
    fileprivate var words: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

extension ShapeProperty {
    fileprivate var words: String {
        var words: [String] = []
        if kinds.contains(.string) { words.append("a text") }
        if kinds.contains(.number) { words.append("a number") }
        if kinds.contains(.boolean) { words.append("true or false") }
        if kinds.contains(.object) { words.append("an object") }
        return words.joined(separator: " or ") + (isMany ? ", or a list of these" : "")
    }
}
