import JSONText

/// One conversion under way.
struct Upgrade {
    /// Which standard the source is of.
    enum Edition: Sendable {
        case learnerRecord1, badge2

        var table: MemberTable {
            switch self {
            case .learnerRecord1: .learnerRecord1
            case .badge2: .badge2
            }
        }

        /// The member that holds what others said.
        var endorsements: String {
            switch self {
            case .learnerRecord1: "endorsements"
            case .badge2: "endorsement"
            }
        }
    }

    let newID: () -> String
    /// When the record was issued; stands in where an assertion has no time of its own.
    let issuedOn: String
    var edition = Edition.learnerRecord1
    var report = LossReport()
    /// Associations stand on the achievement in CLR 1.0, on the learner's record in 2.0.
    var associations: [JSON] = []
    /// What signed assertions say, by the place of their text.
    var payloads: [(place: String, payload: JSONValue)] = []
    /// The names of achievements by their identifiers.
    var titles: [Text: String] = [:]
    /// Where each signed text is kept whole, by its place.
    var evidenceOfTokens: [Text: String] = [:]

    static let associationPlace = "/credentialSubject/association"

    /// The members of a class that its table knows; the rest is left to the caller.
    mutating func members(
        of value: JSONValue, _ source: String, as name: String, to target: String
    ) -> Members {
        var made = Members()
        let lines = edition.table.classes[Text(name)] ?? [:]
        for member in value.members {
            guard let line = lines[Text(member.name)], !member.value.isNull else { continue }
            guard !made.has(line.target) else { continue }
            put(
                member.value, source + LossReport.token(member.name), line, into: &made,
                target + "/" + line.target)
        }
        report.record(source, .changed(to: target, how: "member by member, as \(name)"))
        return made
    }

    private mutating func put(
        _ value: JSONValue, _ source: String, _ line: MemberTable.Line, into made: inout Members,
        _ target: String
    ) {
        switch line.rule {
        case .same:
            guard !value.isArray, !(value.isString && value.string?.isEmpty == true) else {
                return
            }
            report.recordAll(value, source, .carried(to: target))
            made.set(line.target, .verbatim(value))
        case .image where value.isObject:
            guard value["id"]?.string?.isEmpty == false else { return }
            made.set(line.target, object(value, source, as: "Image", to: target))
        case .link(let name): link(value, source, line, name, into: &made, target)
        case .text, .date, .day, .country, .image:
            guard let text = value.string ?? value.numberText, !text.isEmpty else { return }
            scalar(text, value, source, line, into: &made, target)
        case .list:
            let elements = value.oneOrMore
            guard !elements.isEmpty else { return }
            report.recordAll(value, source, .carried(to: value.isArray ? target : target + "/0"))
            made.set(line.target, .array(elements.map { .verbatim($0) }))
        case .one(let name):
            guard value.isObject else { return }
            made.set(line.target, object(value, source, as: name, to: target))
        case .each(let name):
            let elements = Self.placed(value, source).filter { $0.value.isObject }
            guard !elements.isEmpty else { return }
            if value.isArray { report.record(source, .carried(to: target)) }
            for element in elements {
                let place = "\(target)/\(made.count(line.target))"
                let converted = object(element.value, element.source, as: name, to: place)
                _ = made.append(converted, to: line.target)
            }
        }
    }

    /// An object, or a link to one, which becomes the object's identifier.
    private mutating func link(
        _ value: JSONValue, _ source: String, _ line: MemberTable.Line, _ name: String,
        into made: inout Members, _ target: String
    ) {
        if value.isObject {
            made.set(line.target, object(value, source, as: name, to: target))
        } else if let text = value.string, !text.isEmpty {
            var object = Members()
            object.set("id", .string(text))
            if !name.isSame(as: "Criteria") { object.set("type", [.string(name)]) }
            made.set(line.target, object.json)
            report.record(source, .changed(to: "\(target)/id", how: "a \(name) around the link"))
        }
    }

    private mutating func scalar(
        _ text: String, _ value: JSONValue, _ source: String, _ line: MemberTable.Line,
        into made: inout Members, _ target: String
    ) {
        var written = text
        var how = "a number written as text"
        switch line.rule {
        case .date:
            written = LearnerRecord1.dateTime(text)
            how = "a whole time with a zone, UTC where none is stated"
        case .day:
            written = String(text.prefix(10))
            how = "the day alone"
        case .country where text.utf8.count == 2:
            made.set("addressCountryCode", .string(text))
            report.add("\(target)Code", "the country has the form of a code")
        case .image:
            made.set(line.target, ["id": .string(text), "type": "Image"])
            report.record(source, .changed(to: target + "/id", how: "an Image around the link"))
            return
        case .country, .text, .same, .list, .one, .each, .link: break
        }
        let same = value.isString && written.isSame(as: text)
        report.record(source, same ? .carried(to: target) : .changed(to: target, how: how))
        made.set(line.target, .string(written))
    }

    /// The elements of an array, or the value itself, each with its place in the source.
    static func placed(
        _ value: JSONValue, _ source: String
    ) -> [(source: String, value: JSONValue)] {
        guard value.isArray else { return value.isNull ? [] : [(source, value)] }
        return value.elements.enumerated().map { ("\(source)/\($0)", $1) }
    }
}
