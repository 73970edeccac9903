import Credentials
import JSONText

@testable import Conversion

/// What the application profile of Europass (version 1.1.0, generic, with its lists) asks of the
/// classes that are written: `property least most kind`, by class. A kind is `lang` for texts by
/// language, `time`, `text`, `concept` with its list, or classes.
struct EuropassShapes {
    struct Fault: CustomStringConvertible {
        let places: [String]
        let property: String
        let what: String

        var description: String { "\(places.first ?? "")/\(property) \(what)" }
    }

    private struct Line {
        let property: String
        let least: Int
        let most: Int
        let kind: String
        let classes: [String]
    }

    /// What is said of one thing, in one place or in several.
    private struct Node {
        var type: String
        var places: [String]
        var members: [(name: String, value: JSONValue)]
    }

    private var nodes: [Node] = []
    private var byID: [String: Int] = [:]
    private let shapes: [String: [Line]]

    private static let authority = "http://publications.europa.eu/resource/authority"
    private static let notation = """
        EuropeanDigitalCredential
        credentialProfiles 1 * concept http://data.europa.eu/snb/credential/25831c2
        displayParameter 1 1 DisplayParameter
        issuer 1 1 Organisation Person
        credentialSubject 1 1 Person Organisation
        issuanceDate 0 1 time
        issued 1 1 time
        validFrom 1 1 time
        expirationDate 0 1 time
        credentialSchema 1 * ShaclValidator2017
        identifier 0 * Identifier LegalIdentifier
        DisplayParameter
        title 1 * lang
        description 0 * lang
        primaryLanguage 1 1 concept \(authority)/language
        language 1 * concept \(authority)/language
        individualDisplay 1 * IndividualDisplay
        AwardingProcess
        awardingBody 1 * Organisation Person
        awardingDate 0 1 time
        LearningAchievement
        title 1 * lang
        description 0 * lang
        identifier 0 * Identifier LegalIdentifier
        additionalNote 0 * Note
        supplementaryDocument 0 * WebResource
        awardedBy 1 1 AwardingProcess
        specifiedBy 0 1 LearningAchievementSpecification Qualification
        provenBy 0 * LearningAssessment
        influencedBy 0 * LearningActivity
        creditReceived 0 * CreditPoint
        hasPart 0 * LearningAchievement
        isPartOf 0 * LearningAchievement
        LearningAchievementSpecification Qualification
        title 1 * lang
        description 0 * lang
        identifier 0 * Identifier LegalIdentifier
        category 0 * lang
        homepage 0 * WebResource
        additionalNote 0 * Note
        creditPoint 0 * CreditPoint
        learningOutcome 0 * LearningOutcome
        LearningActivity
        title 1 * lang
        description 0 * lang
        awardedBy 1 1 AwardingProcess
        temporal 0 * PeriodOfTime
        LearningAssessment
        title 1 * lang
        awardedBy 1 1 AwardingProcess
        grade 1 1 Note
        additionalNote 0 * Note
        specifiedBy 0 1 LearningAssessmentSpecification
        LearningAssessmentSpecification
        title 1 * lang
        category 0 * lang
        LearningOutcome
        title 1 * lang
        identifier 0 * Identifier LegalIdentifier
        additionalNote 0 * Note
        relatedSkill 0 * Concept
        Identifier
        notation 1 1 text
        schemeName 0 1 text
        LegalIdentifier
        notation 1 1 text
        spatial 1 1 concept \(authority)/country
        Organisation
        legalName 1 * lang
        location 1 * Location
        identifier 0 * Identifier LegalIdentifier
        eIDASIdentifier 0 1 LegalIdentifier
        homepage 0 * WebResource
        logo 0 1 MediaObject
        contactPoint 0 * ContactPoint
        additionalNote 0 * Note
        Person
        givenName 0 1 lang
        familyName 0 1 lang
        fullName 0 1 lang
        birthName 0 * lang
        patronymicName 0 * lang
        dateOfBirth 0 1 time
        identifier 0 * Identifier LegalIdentifier
        contactPoint 0 * ContactPoint
        hasClaim 1 * LearningAchievement LearningActivity LearningAssessment LearningEntitlement
        Location
        address 1 * Address
        Address
        countryCode 1 1 concept \(authority)/country
        fullAddress 0 1 Note
        ContactPoint
        emailAddress 0 * Mailbox
        phone 0 * Phone
        Phone
        phoneNumber 0 1 text
        MediaObject
        title 0 * lang
        content 1 1 text
        contentType 1 1 concept \(authority)/file-type
        contentEncoding 1 1 concept http://data.europa.eu/snb/encoding/25831c2
        WebResource
        contentURL 1 1 text
        title 0 * lang
        PeriodOfTime
        startDate 0 1 time
        endDate 0 1 time
        Note
        noteLiteral 1 * lang
        subject 0 1 Concept
        CreditPoint
        framework 1 1 Concept
        point 1 1 text
        """

    init() {
        var shapes: [String: [Line]] = [:]
        var current: [String] = []
        for line in Self.notation.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 3, let least = Int(words[1]) else {
                current = words
                continue
            }
            for name in current {
                shapes[name, default: []].append(
                    Line(
                        property: words[0], least: least, most: Int(words[2]) ?? .max,
                        kind: words[3], classes: Array(words[3...])))
            }
        }
        self.shapes = shapes
    }

    /// Everything in the credential that is not as its class asks for.
    mutating func faults(of root: JSONValue) -> [Fault] {
        collect(root, "")
        return nodes.flatMap { node in
            (shapes[node.type] ?? []).flatMap { faults(of: node, $0) }
                + (node.places.contains("/issuer") ? legal(node) : [])
        }
    }

    private mutating func collect(_ value: JSONValue, _ place: String) {
        if let type = value["type"]?.oneOrMore.compactMap(\.string).last, shapes[type] != nil {
            let members = value.members.map { ($0.name, $0.value) }
            if let id = value["id"]?.string, let known = byID["\(type) \(id)"] {
                nodes[known].places.append(place)
                nodes[known].members += members.filter { member in
                    member.0 != "id" && member.0 != "type"
                }
            } else {
                if let id = value["id"]?.string { byID["\(type) \(id)"] = nodes.count }
                nodes.append(Node(type: type, places: [place], members: members))
            }
        }
        for (token, child) in LossReport.children(of: value) { collect(child, place + token) }
    }

    private func legal(_ node: Node) -> [Fault] {
        node.members.contains { $0.name == "eIDASIdentifier" }
            ? []
            : [Fault(places: node.places, property: "eIDASIdentifier", what: "is absent")]
    }

    private func faults(of node: Node, _ line: Line) -> [Fault] {
        var known: Set<String> = []
        let values = node.members.filter { $0.name == line.property }
            .flatMap { line.kind == "lang" ? Self.texts($0.value) : Array($0.value.oneOrMore) }
            .filter { value in
                let name = value["id"]?.string ?? String(decoding: value.bytes, as: UTF8.self)
                return known.insert(name).inserted
            }
        func fault(_ what: String) -> Fault {
            Fault(places: node.places, property: line.property, what: what)
        }
        var made: [Fault] = []
        if values.count < line.least { made.append(fault("is absent")) }
        if values.count > line.most { made.append(fault("stands \(values.count) times")) }
        made += values.filter { !isFit($0, line) }.map { fault("is \($0)") }
        return made
    }

    /// The texts of all languages.
    private static func texts(_ value: JSONValue) -> [JSONValue] {
        value.isObject ? value.members.flatMap { Array($0.value.oneOrMore) } : [value]
    }

    private func isFit(_ value: JSONValue, _ line: Line) -> Bool {
        switch line.kind {
        case "lang", "text": return value.string?.isEmpty == false
        case "time":
            return value.string.flatMap { Timestamp($0) } != nil
        case "concept":
            let scheme = value["inScheme"]?["id"]?.string
            return value["type"]?.string == "Concept" && scheme == line.classes[1]
                && value["id"]?.string?.contains(":") == true
        case _:
            let types = value["type"]?.oneOrMore.compactMap(\.string) ?? []
            return types.contains { line.classes.contains($0) }
        }
    }
}
