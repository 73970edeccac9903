import Credentials
import JSONText
import Vocabularies

/// Goes through an object and the objects in it, class by class. Each value is looked at once, or
/// twice where it stands in a credential that stands in another.
struct ModelWalk {
    let model: ShapeModel
    /// Whether credentials and endorsements inside are gone through, too, and dates are read:
    /// verification has questions of their own for both.
    let isWhole: Bool
    var findings = ModelFindings()
    /// Why the published schemas do not see what is found now.
    var standing: ModelDeparture?
    /// Where the walk is: kept as it goes, because most places are never asked for.
    private var base = JSONPointer()
    private var path: [Step] = []

    private enum Step {
        case member(Text)
        case element(Int)

        var token: Text {
            switch self {
            case .member(let name): name
            case .element(let index): Text(String(index))
            }
        }
    }

    /// Where the walk is.
    var here: JSONPointer { JSONPointer(base.tokens + path.map(\.token)) }

    /// Members that hold credentials.
    static let contents: Set<Text> = ["verifiableCredential", "endorsement"]

    init(model: ShapeModel, isWhole: Bool = false) {
        self.model = model
        self.isWhole = isWhole
    }

    mutating func visit(_ value: JSONValue, as shape: ShapeClass, at pointer: JSONPointer) {
        base = pointer
        path = []
        walk(value, as: shape)
    }

    mutating func walk(_ value: JSONValue, as shape: ShapeClass) {
        requireTypes(value, shape)
        for property in shape.required where value[property.name.string] == nil {
            let place = here.appending(property.name.string)
            guard !property.tolerances.contains(.absence) else {
                tolerateAbsence(of: property, in: shape, place)
                continue
            }
            fault(
                .memberMissing,
                "\"\(property.name)\" is missing; \(shape.phrase) must have it.",
                place, property.requirement ?? shape.requirement)
        }
        for member in value.members {
            let name = Text(member.name)
            guard let property = shape.property(named: name) else {
                refuseUnknown(name, member.value, shape)
                continue
            }
            path.append(.member(name))
            visit(member.value, as: property, of: shape)
            if name == "@context" { checkContexts(member.value, shape, property) }
            path.removeLast()
        }
        applyRules(value, shape)
    }

    // MARK: - Types and members

    private mutating func requireTypes(_ value: JSONValue, _ shape: ShapeClass) {
        guard !shape.requiredTypes.isEmpty else { return }
        let types = Set((value["type"]?.oneOrMore ?? []).compactMap(\.text))
        let property = shape.property(named: "type")
        let isListed = value["type"]?.isArray == true && value["type"]?.count != 0
        for choice in shape.requiredTypes where types.isDisjoint(with: choice) {
            // What is not there at all is told as missing, and what is of a wrong type as that.
            guard property.map({ isMistyped(value, $0) }) != true else { continue }
            guard isListed || !types.isEmpty || property?.isRequired != true else { continue }
            let wanted = choice.map { "\"\($0)\"" }.joined(separator: " or ")
            let isAlone = value["type"]?.isString == true && property?.isMany == true
            fault(
                .wrongClass, "The \"type\" here must include \(wanted).",
                here.appending("type"), property?.requirement ?? shape.requirement,
                isAlone ? .ownTypeName : nil)
        }
    }

    private func isMistyped(_ value: JSONValue, _ property: ShapeProperty) -> Bool {
        guard let type = value["type"], type.isArray else { return false }
        if property.acceptance(of: .array) == .refused { return true }
        return type.elements.contains { !$0.isString && !$0.isObject }
    }

    private mutating func refuseUnknown(
        _ name: Text, _ value: JSONValue, _ shape: ShapeClass
    ) {
        guard !shape.isOpen else {
            let isWhole = value.kind == .number && !value.bytes.contains { ".eE".utf8.contains($0) }
            let isBeyond = value.isNull || isWhole
            if !model.dataModel.isLenient, isBeyond, Self.isCompactName(name) {
                depart(.extensionValue)
            }
            return
        }
        guard name.string.utf8.first != UInt8(ascii: "@") || isWhole else { return }
        fault(
            .memberUnknown, "\(shape.name) has no member \"\(name)\".",
            here.appending(name.string), "GEN-06")
    }

    /// A colon with something on both sides, and no other.
    private static func isCompactName(_ name: Text) -> Bool {
        let parts = name.string.utf8.split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
    }

    // MARK: - Values

    private mutating func visit(
        _ value: JSONValue, as property: ShapeProperty, of shape: ShapeClass
    ) {
        guard !isToken(value, property),
            accept(property.acceptance(of: value.kind), value, property, shape)
        else { return }
        guard value.isArray else {
            look(at: value, property)
            return
        }
        if let most = property.maximum, most > 1, value.count > most {
            fault(
                .tooMany, "\"\(property.name)\" may hold \(most) values at most.", here,
                property.requirement)
        }
        if value.count < property.minimum, property.isMany {
            let isEmptied = !model.dataModel.isLenient && property.name == "@context"
            fault(
                .tooFew,
                "\"\(property.name)\" holds \(value.count) values; it needs at least "
                    + "\(property.minimum).", here, property.requirement,
                isEmptied ? .emptyContexts : nil)
        }
        // The rule is that of 1EdTech: a presentation may hold nothing.
        if value.count == 0, !property.isRequired, model.dataModel.isLenient,
            shape.name != "VerifiablePresentation"
        {
            tolerate(.emptyList, property, here)
        }
        for (index, element) in value.elements.enumerated() {
            path.append(.element(index))
            defer { path.removeLast() }
            guard !isToken(element, property) else { continue }
            let acceptance = property.acceptance(ofElement: element.kind)
            guard accept(acceptance, element, property, shape) else { continue }
            look(at: element, property)
        }
    }

    /// A credential inside may be a signed token, as data model 1.1 has it; any other text is none.
    private mutating func isToken(_ value: JSONValue, _ property: ShapeProperty) -> Bool {
        guard property.name == "verifiableCredential", let text = value.text else { return false }
        guard ModelText.isSignedToken(text, model.dataModel) else {
            fault(
                .wrongType,
                "\"\(property.name)\" is a text; it must be a credential, as an object or as a "
                    + "signed token: three parts of letters and digits, parted by dots.", here,
                property.requirement)
            return true
        }
        if !property.kinds.contains(.string) { depart(.innerForm) }
        return true
    }

    private mutating func accept(
        _ acceptance: Acceptance, _ value: JSONValue, _ property: ShapeProperty,
        _ shape: ShapeClass
    ) -> Bool {
        switch acceptance {
        case .accepted: return true
        case .tolerated(.languageMap):
            guard value.isLanguageMap() else { break }
            tolerate(.languageMap, property, here)
            return true
        case .tolerated(let tolerance):
            tolerate(tolerance, property, here)
            return tolerance != .null
        case .refused: break
        }
        fault(
            .wrongType,
            "\"\(property.name)\" is \(value.kind.words); it must be \(property.words).", here,
            property.requirement, typeDeparture(value, property, shape))
        return false
    }

    /// The name of a class in a language map: any text where there may be several, the name itself
    /// in each language where there is one.
    private func typeDeparture(
        _ value: JSONValue, _ property: ShapeProperty, _ shape: ShapeClass
    ) -> ModelDeparture? {
        guard model.dataModel.isLenient, property.ranges == ["Type"] else { return nil }
        let names = shape.requiredTypes.last ?? []
        let isMap = value.isLanguageMap { property.isMany || names.contains($0) }
        return isMap ? .typeAsLanguageMap : nil
    }

    private mutating func look(at value: JSONValue, _ property: ShapeProperty) {
        if let text = value.text {
            read(text, property)
        } else if value.isObject {
            if property.nestedClass == nil {
                for member in value.members where property.tolerances.contains(.languageMap) {
                    guard let text = member.value.text else { continue }
                    path.append(.member(Text(member.name)))
                    read(text, property)
                    path.removeLast()
                }
            } else {
                descend(value, property)
            }
        }
    }

    private mutating func read(_ text: Text, _ property: ShapeProperty) {
        if let name = property.vocabulary, let list = model.vocabulary(named: name) {
            readTerm(text, list, property)
            return
        }
        if property.ranges == ["CompactJws"], !ModelText.isCompactToken(text, model.dataModel) {
            fault(
                .malformedText,
                "\"\(property.name)\" must hold signed tokens: three parts of letters and digits, "
                    + "parted by dots.", here, property.requirement)
        } else if property.ranges == ["LanguageCode"], !ModelText.isLanguageCode(text) {
            fault(
                .malformedText,
                "\"\(property.name)\" must be a language tag, like \"en\" or \"pt-BR\".", here,
                property.requirement)
        } else if isWhole, let range = property.ranges.first, Self.dates.contains(range),
            let words = DateFault.words(for: text.string, range: range)
        {
            let message = "\"\(property.name)\" \(words)."
            if model.dataModel.isLenient {
                fault(.malformedDate, message, here, property.requirement, .dateFormat)
            } else {
                note(.malformedDate, message, here, "CLR1-Q-02")
            }
        }
    }

    private static let dates: Set<Text> = ["Date", "DateTime", "DateTimeZ"]

    private mutating func readTerm(
        _ text: Text, _ list: Vocabulary, _ property: ShapeProperty
    ) {
        guard list.membership(of: text) == .unknown else { return }
        let shown = list.terms.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = list.terms.count > 12 ? " and \(list.terms.count - 12) more" : ""
        let own =
            list.isExtensible ? ", or a term of your own that begins with \"ext:\"" : ""
        let isFound = list.isExtensible && ModelText.holdsExtension(text)
        fault(
            .notInVocabulary,
            "\"\(property.name)\" is \"\(text.string.prefix(80))\"; it must be one of "
                + "\(shown)\(more)\(own).", here, list.requirement,
            isFound ? .extensionTerm : nil)
    }

    // MARK: - Objects

    private mutating func descend(_ value: JSONValue, _ property: ShapeProperty) {
        guard let name = property.nestedClass, let shape = model.class(named: name) else { return }
        if Self.contents.contains(property.name), model.dataModel.isLenient {
            if isWhole { visitCredential(value, expected: shape) }
            return
        }
        let isMap = model.dataModel.isLenient && property.kinds.contains(.string)
        let before = standing
        if isMap, value.isLanguageMap() { standing = standing ?? .issuerAsLanguageMap }
        walk(value, as: shape)
        walkNamedClass(value, expected: shape)
        standing = before
    }

    /// First by what all credentials of the place share, then by the class that it names.
    private mutating func visitCredential(_ value: JSONValue, expected: ShapeClass) {
        let credential = Credential(value, at: base)
        let types = credential.types.map { Text($0) }
        if types.contains("EnvelopedVerifiableCredential"),
            let envelope = model.class(
                named: "EnvelopedVerifiableCredential")
        {
            depart(.innerForm)
            walk(value, as: envelope)
            return
        }
        let isOlder = model.dataModel == .v2_0 && credential.dataModel == .version1
        if isOlder, value["validFrom"] == nil {
            depart(.innerLegacy)
            let older = ShapeModel.on(.v1_1)
            if let shape = older.class(ofTypes: types, expected: expected.name) {
                visit(value, as: shape, of: older, because: standing)
            }
            return
        }
        see(value, as: expected)
        walk(value, as: expected)
        guard let own = model.class(ofTypes: types, expected: expected.name),
            own.name != expected.name
        else { return }
        see(value, as: own)
        visit(value, as: own, of: model, because: .innerClass)
    }

    private mutating func see(_ value: JSONValue, as shape: ShapeClass) {
        findings.seen.insert(
            SoundParts.Part(index: value.index, name: shape.name, model: model.dataModel))
    }

    private mutating func visit(
        _ value: JSONValue, as shape: ShapeClass, of model: ShapeModel,
        because departure: ModelDeparture?
    ) {
        var walk = ModelWalk(model: model, isWhole: true)
        walk.standing = standing ?? departure
        // Handed over and back: a copy for each credential inside would grow with all before it.
        swap(&walk.findings, &findings)
        walk.visit(value, as: shape, at: here)
        swap(&walk.findings, &findings)
    }

    private mutating func checkContexts(
        _ value: JSONValue, _ shape: ShapeClass, _ property: ShapeProperty
    ) {
        guard isWhole else { return }
        let wanted = ContextPlace.places(of: shape, in: model.dataModel)
        guard value.isArray else {
            guard wanted.count > 1, value.isString || value.isObject else { return }
            let titles = wanted.map(\.title).joined(separator: ", ")
            fault(
                .contextOutOfOrder,
                "One context stands here; those of \(Noun.phrase(shape.name)) are a list that "
                    + "begins with those of \(titles), in this order.", here,
                property.requirement, .singleContext)
            return
        }
        for (index, (place, entry)) in zip(wanted, value.elements).enumerated() {
            guard entry.string.map(place.fits) != true else { continue }
            fault(
                .contextOutOfOrder,
                "Context number \(index + 1) of \(Noun.phrase(shape.name)) must be that of \(place.title).",
                here.appending(index), property.requirement)
        }
    }

    // MARK: - What was found

    mutating func fault(
        _ kind: ModelProblem.Kind, _ message: @autoclosure () -> String, _ pointer: JSONPointer,
        _ requirement: String?, _ departure: ModelDeparture? = nil
    ) {
        findings.add(kind, message, pointer, requirement, standing ?? departure)
    }

    mutating func note(
        _ kind: ModelProblem.Kind, _ message: String, _ pointer: JSONPointer, _ requirement: String
    ) {
        findings.note(kind, message, pointer, requirement)
    }

    private mutating func tolerate(
        _ tolerance: Tolerance, _ property: ShapeProperty, _ pointer: JSONPointer
    ) {
        findings.tolerate(tolerance, at: pointer)
        if let departure = ModelDeparture(tolerance, isLenient: model.dataModel.isLenient) {
            depart(departure)
        }
    }

    private mutating func tolerateAbsence(
        of property: ShapeProperty, in shape: ShapeClass, _ pointer: JSONPointer
    ) {
        findings.tolerateAbsence(
            of: property.name, in: shape.name, at: pointer,
            property.requirement ?? shape.requirement)
        depart(.absence)
    }

    /// The published schemas refuse what is read here.
    private mutating func depart(_ departure: ModelDeparture) {
        if standing == nil { findings.looser.insert(departure) }
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

extension ShapeClass {
    /// "a Profile"; a class that only gives its members to others has no name that people know.
    fileprivate var phrase: String { isAbstract ? "a credential" : Noun.phrase(name) }
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
