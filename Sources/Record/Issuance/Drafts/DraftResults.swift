import Credentials
import JSONText

/// What results an achievement can have, and which one the learner has: the descriptions stand in
/// the achievement, the results beside it.
struct DraftResults {
    private(set) var descriptions: [JSON] = []
    private(set) var results: [JSON] = []
    private var known: [Text: Description] = [:]
    private let notes: DraftNotes
    private let makeID: () -> String

    private struct Description {
        let id: String
        let type: String
        let allowed: [String]
        let least: Double?
        let most: Double?
        let levels: [(name: String, id: String)]
    }

    static let describing = [
        "key", "name", "type", "allowed", "min", "max", "required", "requiredLevel", "rubric",
    ]
    private static let saying = ["value", "level", "status"]

    init(_ notes: DraftNotes, makeID: @escaping () -> String) {
        self.notes = notes
        self.makeID = makeID
    }

    /// The results that a template describes; their identifiers follow from the template's.
    mutating func describe(_ values: [JSONValue], in template: String, _ notes: DraftNotes) {
        for value in values {
            guard let object = DraftObject(value, notes, "A result of a template", Self.describing)
            else { continue }
            guard let key = object.required("key", "drafts call the result by it") else { continue }
            add(object, key) { DraftAchievement.id(template: "\(template)#\(key)", version: $0) }
        }
    }

    /// `grade: A` beside everything else.
    mutating func shorthand(_ object: DraftObject) {
        for (member, type, name) in [
            ("grade", "LetterGrade", "Grade"), ("percent", "Percent", "Percent"),
            ("gpa", "GradePointAverage", "Grade point average"), ("outcome", "Status", "Status"),
        ] {
            guard let value = object.text(member) else { continue }
            if known[Text(member)] == nil {
                let scale = member == "grade" ? object.texts("scale") : []
                write(
                    member, type, name, allowed: scale, object: nil, levels: [],
                    id: makeID())
            }
            guard let description = known[Text(member)] else { continue }
            say(
                description, value: type == "Status" ? nil : value,
                status: type == "Status" ? value : nil, level: nil, object, member, member)
        }
        if object.value["scale"] != nil, object.value["grade"] == nil {
            object.note("scale", "A scale belongs to a grade; there is none.")
        }
    }

    mutating func read(_ values: [JSONValue]) {
        for value in values {
            guard let object = DraftObject(value, notes, "A result", Self.describing + Self.saying)
            else { continue }
            let key = object.text("key") ?? object.text("name") ?? ""
            if let described = known[Text(key)] {
                for member in Self.describing
                where member != "key" && member != "name" && value[member] != nil {
                    object.note(
                        member,
                        "\"\(key)\" is described already; leave this out, or take another key.")
                }
                say(described, object)
                continue
            }
            let makeID = makeID
            if add(object, key, { _ in makeID() }), let described = known[Text(key)] {
                say(described, object)
            }
        }
    }

    /// - Parameter makeID: makes an identifier for a name within the description.
    @discardableResult
    private mutating func add(
        _ object: DraftObject, _ key: String, _ makeID: (String) -> String
    ) -> Bool {
        guard let name = object.text("name") ?? (key.isEmpty ? nil : key) else {
            object.note(nil, "\"name\" is missing: it says what is measured, such as Final grade.")
            return false
        }
        guard known[Text(key)] == nil else {
            object.note("key", "Two results are called \"\(key)\". Give one another key.")
            return false
        }
        let type = object.text("type").flatMap {
            DraftAchievement.term($0, of: "ResultType", "type", object)
        }
        let id = makeID("")
        let levels = rubric(object, makeID)
        write(
            key, type ?? (levels.json.isEmpty ? "Result" : "RubricCriterionLevel"), name,
            allowed: object.texts("allowed"), object: object, levels: levels.known,
            rubric: levels.json, id: id)
        return true
    }

    private mutating func write(
        _ key: String, _ type: String, _ name: String, allowed: [String], object: DraftObject?,
        levels: [(name: String, id: String)], rubric: [JSON] = [], id: String
    ) {
        let (least, most) = (object?.text("min"), object?.text("max"))
        for (member, text) in [("min", least), ("max", most)] {
            if let text, Double(text)?.isFinite != true {
                object?.note(member, "\"\(text)\" is no number.")
            }
        }
        let described = Description(
            id: id, type: type, allowed: allowed, least: least.flatMap { Double($0) },
            most: most.flatMap { Double($0) }, levels: levels)
        if let low = described.least, let high = described.most, low > high {
            object?.note(
                "min",
                "The least, \(draftNumber(low)), is more than the most, \(draftNumber(high)).")
        }
        let required = object?.text("required")
        if let required, let fault = Self.fault(required, described) {
            object?.note("required", fault)
        }
        var requiredLevel: String?
        if let name = object?.text("requiredLevel") {
            requiredLevel = levels.first { $0.name.isSame(as: name) }?.id
            if requiredLevel == nil {
                object?.note("requiredLevel", "The rubric has no level \"\(name)\".")
            }
        }
        descriptions.append(
            draftObject([
                ("id", .string(id)), ("type", ["ResultDescription"]), ("name", .string(name)),
                ("resultType", .string(type)),
                ("allowedValue", draftList(allowed.map { .string($0) })),
                ("requiredValue", draftText(required)), ("requiredLevel", draftText(requiredLevel)),
                ("valueMin", draftText(least)), ("valueMax", draftText(most)),
                ("rubricCriterionLevel", draftList(rubric)),
            ]))
        known[Text(key)] = described
    }

    /// Levels from low to high (OB3-M-67).
    private func rubric(
        _ object: DraftObject, _ makeID: (String) -> String
    ) -> (json: [JSON], known: [(name: String, id: String)]) {
        var levels: [JSON] = []
        var known: [(name: String, id: String)] = []
        var names: Set<Text> = []
        for value in object.list("rubric") {
            let members = ["name", "description", "level", "points"]
            guard let inner = DraftObject(value, object.notes, "A level of a rubric", members),
                let name = inner.required("name", "results call the level by it")
            else { continue }
            guard names.insert(Text(name)).inserted else {
                inner.note("name", "Two levels are called \"\(name)\".")
                continue
            }
            let id = makeID("/\(name)")
            known.append((name, id))
            levels.append(
                draftObject([
                    ("id", .string(id)), ("type", ["RubricCriterionLevel"]),
                    ("name", .string(name)), ("description", draftText(inner.text("description"))),
                    ("level", draftText(inner.text("level"))),
                    ("points", draftText(inner.text("points"))),
                ]))
        }
        return (levels, known)
    }

    private mutating func say(_ description: Description, _ object: DraftObject) {
        say(
            description, value: object.text("value"), status: object.text("status"),
            level: object.text("level"), object, "value", "status")
    }

    private mutating func say(
        _ description: Description, value: String?, status: String?, level: String?,
        _ object: DraftObject, _ valueMember: String, _ statusMember: String
    ) {
        guard value != nil || status != nil || level != nil else {
            object.note(nil, "The result is missing: give a value, a level or a status.")
            return
        }
        if let value, let fault = Self.fault(value, description) { object.note(valueMember, fault) }
        if description.type.isSame(as: "Status"), status == nil {
            object.note(nil, "A result of the type Status needs a status, such as Completed.")
        }
        let known = status.flatMap {
            DraftAchievement.term($0, of: "ResultStatusType", statusMember, object)
        }
        var achieved: String?
        if let level {
            achieved = description.levels.first { $0.name.isSame(as: level) }?.id
            if achieved == nil {
                let all = description.levels.map(\.name).joined(separator: ", ")
                object.note(
                    "level",
                    all.isEmpty
                        ? "This result has no rubric, and so no level \"\(level)\"."
                        : "The rubric has no level \"\(level)\". There are: \(all).")
            }
        }
        results.append(
            draftObject([
                ("type", ["Result"]), ("resultDescription", .string(description.id)),
                ("value", draftText(value)), ("status", draftText(known)),
                ("achievedLevel", draftText(achieved)),
            ]))
    }

    /// MCHK-05.
    private static func fault(_ value: String, _ description: Description) -> String? {
        if !description.allowed.isEmpty,
            !description.allowed.contains(where: { $0.isSame(as: value) })
        {
            let all = description.allowed.joined(separator: ", ")
            return "\"\(value)\" is none of the values that this result can have: \(all)."
        }
        let isNumber = ["Percent", "GradePointAverage"].contains {
            description.type.isSame(as: $0)
        }
        let (least, most) = (
            description.least ?? (isNumber ? 0 : nil), description.most
        )
        guard least != nil || most != nil else { return nil }
        guard let number = Double(value), number.isFinite else {
            return "\"\(value)\" is no number, and this result is one, such as 3.5: with a point, "
                + "without a unit."
        }
        if let least, number < least {
            return "\(value) is less than the least, \(draftNumber(least))."
        }
        if let most, number > most {
            return "\(value) is more than the most, \(draftNumber(most))."
        }
        return nil
    }
}
