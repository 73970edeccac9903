import JSONText

/// Which terms suit a value best (JSON-LD API section 6.2, steps 4.1 to 4.20).
struct TermPreference {
    private(set) var containers: [TermDefinition.Container] = []
    private(set) var kind = InverseContext.Kind.language  // 4.4
    private(set) var values: [Text] = []

    /// - Parameter isTerm: whether an IRI compacts to a term that stands for it.
    init(
        _ given: Element?, reverse: Bool, _ active: ActiveContext, mode: ProcessingMode,
        isTerm: (Text) throws(JSONLDError) -> Bool
    ) throws(JSONLDError) {
        let map = given?.map
        var choice: Text = "@null"
        if let map, map.has("@index"), !map.isGraphObject {  // 4.5
            containers += [.index, [.index, .set]]
        }
        if reverse {  // 4.6
            kind = .type
            choice = "@reverse"
            containers.append(.set)
        } else if let map, map.isListObject {
            choice = chooseForList(map, active)
        } else if let map, map.isGraphObject {
            chooseForGraph(map)
            choice = "@id"
        } else if let map, map.isValueObject {  // 4.9.1
            choice = chooseForValue(map)
            containers.append(.set)
        } else {  // 4.9.2
            kind = .type
            choice = "@id"
            containers += [.id, [.id, .set], .type, [.type, .set], .set]
        }
        containers.append([])  // 4.10
        if mode == .v1_1, !(map?.has("@index") ?? false) {  // 4.11
            containers += [.index, [.index, .set]]
        }
        if mode == .v1_1, let map, map.isValueObject, map.count == 1 {  // 4.12
            containers += [.language, [.language, .set]]
        }
        if choice == "@reverse" { values.append("@reverse") }  // 4.15
        if choice == "@id" || choice == "@reverse", let id = map?["@id"]?.text {  // 4.16
            values += try isTerm(id) ? ["@vocab", "@id", "@none"] : ["@id", "@vocab", "@none"]
        } else {  // 4.17
            values += [choice, "@none"]
            if let map, case .array(let list)? = map["@list"], list.isEmpty { kind = .any }
        }
        values.append("@any")  // 4.18
        for value in values {  // 4.19
            guard let underscore = value.string.utf8.firstIndex(of: UInt8(ascii: "_")) else {
                continue
            }
            values.append(Text(String(value.string[underscore...])))
            break
        }
    }

    /// Step 4.7: what is common to all elements.
    private mutating func chooseForList(_ map: ElementMap, _ active: ActiveContext) -> Text {
        if !map.has("@index") { containers.append(.list) }
        let list = map["@list"]?.oneOrMore ?? []
        var language = list.isEmpty ? InverseContext.key(active.language, active.direction) : nil
        var type: Text?
        for element in list {
            let (itemLanguage, itemType) = Self.tags(of: element)
            if let common = language {
                if common != itemLanguage, element.map?.isValueObject ?? false {
                    language = "@none"
                }
            } else {
                language = itemLanguage
            }
            if let common = type {
                if common != itemType { type = "@none" }
            } else {
                type = itemType
            }
            if language == "@none", type == "@none" { break }
        }
        let commonType = type ?? "@none"
        guard commonType == "@none" else {
            kind = .type
            return commonType
        }
        return language ?? "@none"
    }

    private static func tags(of element: Element) -> (language: Text, type: Text) {
        guard let map = element.map, map.isValueObject else { return ("@none", "@id") }
        if let direction = map["@direction"]?.text.flatMap({ TermDefinition.Direction($0) }) {
            return (InverseContext.key(map["@language"]?.text, direction), "@none")
        }
        if let language = map["@language"]?.text {
            return (InverseContext.key(language, nil), "@none")
        }
        if let type = map["@type"]?.text { return ("@none", type) }
        return ("@null", "@none")
    }

    /// Step 4.8.
    private mutating func chooseForGraph(_ map: ElementMap) {
        let byIndex: [TermDefinition.Container] = [[.graph, .index], [.graph, .index, .set]]
        let byID: [TermDefinition.Container] = [[.graph, .id], [.graph, .id, .set]]
        if map.has("@index") { containers += byIndex }
        if map.has("@id") { containers += byID }
        containers += [.graph, [.graph, .set], .set]
        if !map.has("@index") { containers += byIndex }
        if !map.has("@id") { containers += byID }
        containers += [.index, [.index, .set]]
        kind = .type
    }

    private mutating func chooseForValue(_ map: ElementMap) -> Text {
        let language = map["@language"]?.text
        let direction = map["@direction"]?.text.flatMap { TermDefinition.Direction($0) }
        if language != nil || direction != nil, !map.has("@index") {
            containers += [.language, [.language, .set]]
            return InverseContext.key(language, direction)
        }
        guard let type = map["@type"]?.text else { return "@null" }
        kind = .type
        return type
    }
}
