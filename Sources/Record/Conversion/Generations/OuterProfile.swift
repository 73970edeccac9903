import JSONText
import Verification

/// The issuer of a badge as the issuer of the record around it: a record of our own is written as
/// the model has it, whatever the badge inside, which stays as it was signed.
struct OuterProfile {
    /// What is otherwise than in the badge: where in the profile, and how.
    private(set) var changes: [(place: String, how: String)] = []

    mutating func json(of issuer: JSONValue) -> JSON {
        let made = profile(issuer, "")
        return without(faultsOf: made)
    }

    private mutating func profile(_ value: JSONValue, _ place: String) -> JSON {
        object(value, "Profile", place, isList: true) { writer, member, place in
            switch member.name {
            case "image": writer.image(member.value, place)
            case "otherIdentifier": writer.identifiers(member.value, place)
            case "address":
                writer.object(member.value, "Address", place, isList: true) { writer, part, place in
                    part.hasName("geo")
                        ? writer.object(part.value, "GeoCoordinates", place, isList: false)
                        : .verbatim(part.value)
                }
            case "parentOrg" where member.value.isObject: writer.profile(member.value, place)
            case _: .verbatim(member.value)
            }
        }
    }

    private mutating func image(_ value: JSONValue, _ place: String) -> JSON {
        guard let address = value.string else {
            return object(value, "Image", place, isList: false)
        }
        changes.append((place, "as an Image, where the badge has its address alone"))
        return ["id": .string(address), "type": "Image"]
    }

    private mutating func identifiers(_ value: JSONValue, _ place: String) -> JSON {
        if !value.isArray { changes.append((place, "a list, where the badge has one value")) }
        var made: [JSON] = []
        for (index, entry) in value.oneOrMore.enumerated() {
            made.append(object(entry, "IdentifierEntry", "\(place)/\(index)", isList: false))
        }
        return .array(made)
    }

    /// With the type that its place asks for, in a list where there may be several.
    private mutating func object(
        _ value: JSONValue, _ type: String, _ place: String, isList: Bool,
        _ write: (inout OuterProfile, JSONValue.Member, String) -> JSON = { _, member, _ in
            .verbatim(member.value)
        }
    ) -> JSON {
        guard value.isObject else { return .verbatim(value) }
        var made = Members()
        let types = value["type"]
        let names = (types?.oneOrMore ?? []).compactMap(\.string)
        let isNamed = names.contains { $0.isSame(as: type) }
        let isRight = isNamed && (isList || types?.isString == true)
        for member in value.members {
            if member.hasName("type"), !isRight {
                continue
            }
            made.set(member.name, write(&self, member, place + LossReport.token(member.name)))
        }
        guard !isRight else { return made.json }
        let all = isNamed ? names : names + [type]
        made.set("type", isList ? .array(all.map { .string($0) }) : .string(type))
        changes.append(
            (
                "\(place)/type",
                isNamed ? "one text, as \(type) has it" : "\(type), which the badge does not say"
            ))
        return made.json
    }

    /// What still is not as the model has it is left out: nobody has to repeat it.
    private mutating func without(faultsOf made: JSON) -> JSON {
        guard case .object(let members) = made,
            let document = try? JSONDocument(parsing: made.serialized())
        else { return made }
        let judgement = ModelJudgement(document.root, as: DocumentClass(.v2_0, "Profile"))
        let wrong = Set(judgement.problems.compactMap(\.pointer.tokens.first)).subtracting(["id"])
        guard !wrong.isEmpty else { return made }
        let kept = members.filter { !wrong.contains(Text($0.name)) }
        for member in members where wrong.contains(Text(member.name)) {
            changes.append(("", "without \"\(member.name)\", which is not as a Profile has it"))
        }
        return .object(kept)
    }
}
