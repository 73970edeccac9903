import JSONText
import RDF

extension RDFSerialization {
    // MARK: - Nodes

    /// Steps 7 to 9.
    func elements(of graph: Graph, isDefault: Bool) throws(JSONLDError) -> [Element] {
        var nodes = graph.nodes.map { (name: name($0.subject), node: $0) }
        if options.ordered { nodes.sort { $0.name < $1.name } }
        var elements: [Element] = []
        for (name, node) in nodes where !node.isAbsorbed {
            let map = try map(node, name)
            if isDefault, let content = graphs[node.subject] {
                map["@graph"] = .array(try self.elements(of: content, isDefault: false))
            }
            if map.count > 1 { elements.append(.map(map)) }
        }
        return elements
    }

    private func map(_ node: Node, _ name: Text) throws(JSONLDError) -> ElementMap {
        let map = ElementMap("@id", .string(name))
        if !node.types.isEmpty {
            map["@type"] = .array(node.types.map { .string(self.name($0)) })
        }
        for property in node.properties {
            map[self.name(property.predicate)] = try array(property.values, depth: 0)
        }
        return map
    }

    func name(_ term: TermID) -> Text {
        switch dataset.term(term) {
        case .iri(let symbol): Text(dataset.texts.string(symbol))
        case .blank(let symbol): Text("_:" + dataset.texts.string(symbol))
        case .literal(let lexical, _, _): Text(dataset.texts.string(lexical))
        }
    }

    private func array(_ places: [Int], depth: Int) throws(JSONLDError) -> Element {
        var elements: [Element] = []
        for place in places { elements.append(.map(try element(values[place], depth: depth))) }
        guard options.usesNativeTypes, depth == 0 else { return .array(elements) }
        var distinct = DistinctElements()  // 5.7.8: literals that are one number are one value
        for element in elements { distinct.insert(element) }
        return .array(distinct.elements)
    }

    private func element(_ value: Value, depth: Int) throws(JSONLDError) -> ElementMap {
        switch value {
        case .term(let term): return try element(term)
        case .compound(let node): return try element(compound: node)
        case .list(let places):
            guard depth < Limits.jsonDepth else {
                throw JSONLDError(
                    .limitExceeded, "lists inside lists deeper than \(Limits.jsonDepth)")
            }
            return ElementMap("@list", try array(places, depth: depth + 1))
        }
    }

    // MARK: - RDF to object conversion (section 8.5)

    private func element(_ term: TermID) throws(JSONLDError) -> ElementMap {
        guard case .literal(let lexical, let datatype, let language) = dataset.term(term) else {
            return ElementMap("@id", .string(name(term)))  // 1
        }
        let text = dataset.texts.string(lexical)
        if options.usesNativeTypes, let native = native(text, datatype) {  // 2.4
            return ElementMap("@value", native)
        }
        if datatype == .rdfJSON, options.processingMode == .v1_1 {  // 2.5
            let map = ElementMap("@value", .literal(try literal(text)))
            map["@type"] = "@json"
            return map
        }
        let map = ElementMap("@value", .string(Text(text)))
        if let language {  // 2.7
            map["@language"] = .string(Text(dataset.texts.string(language)))
        } else if options.rdfDirection == .i18nDatatype, let tag = directionTag(datatype) {  // 2.6
            if !tag.language.string.isEmpty { map["@language"] = .string(tag.language) }
            map["@direction"] = .string(tag.direction)
        } else if datatype != .xsdString {  // 2.8
            map["@type"] = .string(Text(dataset.texts.string(datatype)))
        }
        return map
    }

    private func native(_ text: String, _ datatype: Symbol) -> Element? {
        switch datatype {
        case .xsdBoolean where text.isSame(as: "true") || text.isSame(as: "1"): .bool(true)
        case .xsdBoolean where text.isSame(as: "false") || text.isSame(as: "0"): .bool(false)
        case .xsdInteger: RDFNumber.jsonInteger(text).map { .number($0) }
        case .xsdDouble: RDFNumber.jsonDouble(text).map { .number($0) }
        default: nil
        }
    }

    private func literal(_ text: String) throws(JSONLDError) -> JSONValue {
        do {
            return try JSONDocument(parsing: Array(text.utf8)).root
        } catch {
            throw JSONLDError(.invalidJSONLiteral, error.description)
        }
    }

    /// What follows `https://www.w3.org/ns/i18n#`, cut at the underscore.
    private func directionTag(_ datatype: Symbol) -> (language: Text, direction: Text)? {
        let iri = Text(dataset.texts.string(datatype))
        guard let tag = iri.suffix(after: "https://www.w3.org/ns/i18n#")?.string.utf8,
            let underscore = tag.firstIndex(of: UInt8(ascii: "_"))
        else { return nil }
        return (
            Text(String(Substring(tag[..<underscore]))),
            Text(String(Substring(tag[underscore...].dropFirst())))
        )
    }

    // MARK: - Compound literals (step 6.1)

    mutating func absorbCompoundLiterals(in graph: Graph) throws(JSONLDError) {
        for subject in graph.compoundSubjects {
            guard let usage = onlyUsage(of: subject), let node = graph.existing(subject),
                !node.isAbsorbed
            else { continue }
            node.isAbsorbed = true
            values[usage.value] = .compound(node)
        }
    }

    private func element(compound node: Node) throws(JSONLDError) -> ElementMap {
        let map = ElementMap()
        if let value = text(of: vocabulary.value, in: node) { map["@value"] = .string(value) }
        if let language = text(of: vocabulary.language, in: node) {
            var string = language.string
            guard string.withUTF8({ unsafe LanguageTag.isWellFormed($0) }) else {
                throw JSONLDError(
                    .invalidLanguageTaggedString, "\(language) is no language tag")
            }
            map["@language"] = .string(language)
        }
        if let direction = text(of: vocabulary.direction, in: node) {
            guard TermDefinition.Direction(direction) != nil else {
                throw JSONLDError(.invalidBaseDirection, "\(direction) is no direction")
            }
            map["@direction"] = .string(direction)
        }
        return map
    }

    private func text(of predicate: TermID, in node: Node) -> Text? {
        guard let first = node.values(of: predicate).first, case .term(let term) = values[first],
            term.isLiteral
        else { return nil }
        return name(term)
    }
}

extension Element: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .string(Text(value)) }
}

extension RDFNumber {
    /// The integer of JSON that a lexical form of xsd:integer says, exactly.
    static func jsonInteger(_ text: String) -> String? {
        var digits = text.utf8[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
        guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        while digits.count > 1, digits.first == UInt8(ascii: "0") { digits.removeFirst() }
        let number = String(Substring(digits))
        return isNegative && !number.isSame(as: "0") ? "-" + number : number
    }

    /// The number of JSON that a lexical form of xsd:double says; nil where JSON has none.
    static func jsonDouble(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { byte in
            byte &- 0x30 < 10 || "+-.eE".utf8.contains(byte)
        }
        guard isPlain, let value = Double(text) else { return nil }
        return CanonicalNumber.text(of: value)
    }
}
