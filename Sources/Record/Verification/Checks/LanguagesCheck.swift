import Credentials
import JSONText
import Vocabularies

/// Are the languages of texts named as BCP 47 names them (OB3-M-52, AMB-14)?
struct LanguagesCheck {
    let credential: Credential

    var answers: [Check] {
        var walk = LanguageWalk(credential: credential)
        walk.visit(credential.json)
        return walk.faults.answers
    }
}

private struct LanguageWalk {
    let credential: Credential
    var faults = FaultList()

    /// Members that hold credentials, which have verdicts of their own, or no texts.
    private static let passed: Set<Text> = [
        "@context", "proof", "verifiableCredential", "endorsement", "endorsementJwt",
    ]
    /// Members whose value is a text, or texts by language.
    private static let texts: Set<Text> = {
        let properties = ShapeModel.on(.v2_0).classes.flatMap(\.properties)
        return Set(properties.filter { $0.tolerances.contains(.languageMap) }.map(\.name))
    }()

    mutating func visit(_ value: JSONValue) {
        switch value.kind {
        case .object: for member in value.members { visit(member) }
        case .array:
            for element in value.elements where element.isObject || element.isArray {
                visit(element)
            }
        case .null, .bool, .number, .string: return
        }
    }

    private mutating func visit(_ member: JSONValue.Member) {
        let value = member.value
        if member.hasName("inLanguage") || member.hasName("@language") {
            for tag in value.oneOrMore { tag.string.map { note($0, tag) } }
        } else if value.isObject || value.isArray {
            let name = Text(member.name)
            if Self.passed.contains(name) { return }
            if value.isObject, Self.texts.contains(name), value["@value"] == nil {
                noteMap(value)
            } else {
                visit(value)
            }
        }
    }

    private mutating func noteMap(_ map: JSONValue) {
        for member in map.members where member.name.utf8.first != UInt8(ascii: "@") {
            note(member.name, member.value)
        }
        if let language = map["@language"], let tag = language.string { note(tag, language) }
    }

    private mutating func note(_ tag: String, _ value: JSONValue) {
        guard let fault = LanguageTag.fault(in: tag) else { return }
        faults.note(
            .languageMalformed, at: credential.place(of: value),
            "\"\(Quoted.short(tag))\" names no language as BCP 47 has it (such as \"en\" or "
                + "\"pt-BR\"): \(fault).")
    }
}
