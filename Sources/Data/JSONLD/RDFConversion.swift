import JSONText
import RDF

/// Deserialization to RDF (JSON-LD API section 8.1), straight from the expanded form: nodes with
/// one identifier merge as quads do, so that no node map is needed.
extension Expansion {
    mutating func emitTop(_ item: ExpandedItem) throws(JSONLDError) {
        if case .node(let node) = item { _ = try emit(node, in: .defaultGraph) }
    }

    /// Makes the quads of an element of an array as soon as it is expanded, where they can only
    /// belong to the default graph: of a record with a thousand credentials one at a time is held.
    mutating func emitEarly(_ items: ExpandedItems) throws(JSONLDError) {
        guard emitsEarly, depthOfHeld == 0, case .node(let node)? = items.last else { return }
        node.emitted = .some(try emit(node, in: .defaultGraph))
    }

    // MARK: - Nodes

    /// The quads of a node; its term, or nil where it cannot stand in RDF.
    private mutating func emit(
        _ node: ExpandedNode, in graph: TermID
    ) throws(JSONLDError) -> TermID? {
        if let emitted = node.emitted { return emitted }
        let subject = subject(of: node)
        if subject == nil { try dropID(of: node) }
        if let subject, !subject.isFreshBlank { dataset.beginDescription(of: subject) }
        let areOnce = Self.areDifferent(node.types)
        for name in node.types {
            guard let type = resource(name) else {
                try drop(.undefinedTerm, at: place(of: name, in: node, ["type", "@type"])) {
                    "\(quoted(name)) cannot be a type in RDF: \(fault(of: name))"
                }
                continue
            }
            if let subject {
                try insert(
                    subject, dataset.iri(.rdfType), type, graph,
                    areOnce ? .ofDescription : .unlessListed)
            }
        }
        for entry in node.takeProperties().entries {
            let predicate = try predicate(entry.property, of: node)
            if let only = entry.values.only {
                let object = try emit(only, in: graph)
                try insert(subject, predicate, object, graph, isOnly: true)
            } else {
                for value in entry.values {
                    let object = try emit(value, in: graph)
                    try insert(subject, predicate, object, graph, isOnly: false)
                }
            }
        }
        if let extras = node.extras { try emit(extras, of: node, subject, in: graph) }
        return subject
    }

    /// Whether no type of a few is said twice; of many that is not asked.
    private static func areDifferent(_ types: [Symbol]) -> Bool {
        guard types.count <= 8 else { return false }
        return types.indices.allSatisfy { !types[..<$0].contains(types[$0]) }
    }

    private mutating func emit(
        _ extras: ExpandedNode.Extras, of node: ExpandedNode, _ subject: TermID?, in graph: TermID
    ) throws(JSONLDError) {
        for entry in extras.reverse.entries {
            let predicate = try predicate(entry.property, of: node)
            for value in entry.values {
                let reversed = try emit(value, in: graph)
                if let subject, let predicate, let reversed {
                    try insert(reversed, predicate, subject, graph, .unknown)
                }
            }
        }
        for item in extras.included ?? [] { _ = try emit(item, in: graph) }
        guard let content = extras.graph, let subject else { return }
        for item in content {
            guard case .node(let inner) = item, !inner.saysNothing else {
                try drop(.droppedValue, at: Self.place(of: item) ?? node.place) {
                    "a graph holds what says nothing there"
                }
                continue
            }
            _ = try emit(inner, in: subject)
        }
    }

    private mutating func subject(of node: ExpandedNode) -> TermID? {
        if node.hasNullID { return nil }
        guard let id = node.id else {
            let blank = dataset.freshBlank()
            trace?.note(blank, from: node.origin)
            return blank
        }
        return resource(id)
    }

    /// An IRI or blank node; nil where the text is neither.
    private mutating func resource(_ symbol: Symbol) -> TermID? {
        if isWellFormed(symbol) { return dataset.iri(symbol) }
        let label = unsafe dataset.texts.withBytes(of: symbol) { bytes -> [UInt8]? in
            unsafe bytes.count > 2 && bytes.starts(with: "_:".utf8) ? Array(bytes[2...]) : nil
        }
        guard let label else { return nil }
        let blank = dataset.blank(dataset.texts.intern(label))
        if trace != nil {
            trace?.note(blank, from: .label(Text(String(decoding: label, as: UTF8.self))))
        }
        return blank
    }

    private mutating func predicate(
        _ symbol: Symbol, of node: ExpandedNode
    ) throws(JSONLDError) -> TermID? {
        if isWellFormed(symbol) { return dataset.iri(symbol) }
        guard let term = resource(symbol), options.producesGeneralizedRDF else {
            try drop(.undefinedTerm, at: place(ofProperty: symbol, in: node)) {
                "\(quoted(symbol)) cannot be a property in RDF: \(fault(of: symbol))"
            }
            return nil
        }
        return term
    }

    private mutating func isWellFormed(_ symbol: Symbol) -> Bool {
        let place = Int(symbol.rawValue)
        if place >= wellFormed.count {
            let missing = dataset.texts.count - wellFormed.count
            wellFormed.append(contentsOf: repeatElement(0, count: missing))
        }
        if wellFormed[place] == 0 {
            let isIRI = unsafe dataset.texts.withBytes(of: symbol) {
                unsafe IRIReference.isWellFormed($0)
            }
            wellFormed[place] = isIRI ? 1 : 2
        }
        return wellFormed[place] == 1
    }

    /// Whether a quad may have been made before.
    private enum Novelty {
        case certain
        /// Only where something else tells of its subject too.
        case ofDescription
        /// It has if the dataset lists it.
        case unlessListed
        case unknown
    }

    /// The quad of a node and one of its properties, if all of it can stand in RDF. A node is told of
    /// in one place, where each of its properties is told once: one without a name always, one with a
    /// name mostly.
    @inline(__always)
    private mutating func insert(
        _ subject: TermID?, _ predicate: TermID?, _ object: TermID?, _ graph: TermID,
        isOnly: Bool
    ) throws(JSONLDError) {
        guard let subject, let predicate, let object else { return }
        var novelty = Novelty.unlessListed
        if object.isFreshBlank {
            novelty = .certain
        } else if predicate == dataset.iri(.rdfType) {  // its types came before
            novelty = .unknown
        } else if isOnly {
            novelty = .ofDescription
        }
        try insert(subject, predicate, object, graph, novelty)
    }

    private mutating func insert(
        _ subject: TermID, _ predicate: TermID, _ object: TermID, _ graph: TermID,
        _ novelty: Novelty
    ) throws(JSONLDError) {
        let quad = Quad(subject: subject, predicate: predicate, object: object, graph: graph)
        switch novelty {
        case .certain: dataset.append(quad)
        case .ofDescription:
            subject.isFreshBlank ? dataset.append(quad) : dataset.appendDescribing(quad)
        case .unlessListed: dataset.insertAmongListed(quad)
        case .unknown: dataset.insert(quad)
        }
        guard dataset.quads.count <= allowedQuads else {
            throw JSONLDError(.limitExceeded, "more than \(allowedQuads) quads")
        }
    }

    // MARK: - Objects

    private mutating func emit(
        _ item: ExpandedItem, in graph: TermID
    ) throws(JSONLDError) -> TermID? {
        switch item {
        case .node(let node): try emit(node, in: graph)
        case .value(let value): try emit(value, in: graph)
        case .list(let list): try emit(list, in: graph)
        }
    }

    private mutating func emit(
        _ value: ExpandedValue, in graph: TermID
    ) throws(JSONLDError) -> TermID? {
        if let term = try literal(value, in: graph) { return term }
        try drop(.droppedValue, at: Int(value.place)) {
            if let language = value.language {
                return "\(quoted(language)) is no tag of a language, as en and pt-BR are"
            }
            let type = value.type.map { "\(quoted($0)) (\(fault(of: $0)))" } ?? "nothing"
            return "the type of a value cannot be \(type)"
        }
        return nil
    }

    private mutating func emit(
        _ list: ExpandedList, in graph: TermID
    ) throws(JSONLDError) -> TermID? {
        var rest = dataset.iri(.rdfNil)
        for (index, item) in list.items.enumerated().reversed() {
            let cell = dataset.freshBlank()
            trace?.note(cell, from: .cell(index, ofListAt: list.place))
            if let first = try emit(item, in: graph) {
                try insert(cell, dataset.iri(.rdfFirst), first, graph, .certain)
            }
            try insert(cell, dataset.iri(.rdfRest), rest, graph, .certain)
            rest = cell
        }
        return rest
    }

    private mutating func literal(
        _ value: ExpandedValue, in graph: TermID
    ) throws(JSONLDError) -> TermID? {
        switch value.content {
        case .json(let place):
            let text = try canonicalJSON(jsonLiterals[Int(place)])
            return dataset.literal(
                dataset.texts.intern(text), datatype: .rdfJSON)
        case .bool(let bool):
            return typed(bool ? "true" : "false", value.type, .xsdBoolean)
        case .number(let symbol): return number(symbol, value.type)
        case .string(let symbol):
            if value.direction != nil, let direction = options.rdfDirection {
                return try directed(value, symbol, direction, in: graph)
            }
            if let language = value.language {
                return tagged(symbol, language)
            }
            guard let datatype = value.type else { return dataset.literal(symbol) }
            guard isWellFormed(datatype) else { return nil }
            return dataset.literal(symbol, datatype: datatype)
        }
    }

    private func canonicalJSON(_ value: JSONValue) throws(JSONLDError) -> [UInt8] {
        do {
            return try value.canonicalized()
        } catch {
            throw JSONLDError(.invalidJSONLiteral, error.description, at: error.pointer)
        }
    }

    /// A language that is no language tag makes the text unfit for RDF.
    private mutating func tagged(_ symbol: Symbol, _ language: Symbol) -> TermID? {
        let isTag = unsafe dataset.texts.withBytes(of: language) {
            unsafe LanguageTag.isWellFormed($0)
        }
        guard isTag else { return nil }
        return dataset.literal(symbol, datatype: .rdfLangString, language: language)
    }

    private mutating func typed(_ text: String, _ type: Symbol?, _ standard: Symbol) -> TermID? {
        let datatype = type ?? standard
        guard isWellFormed(datatype) else { return nil }
        let symbol = dataset.texts.intern(text)
        return dataset.literal(symbol, datatype: datatype)
    }

    private mutating func number(_ symbol: Symbol, _ type: Symbol?) -> TermID? {
        let isDouble = type == .xsdDouble
        let digits = unsafe dataset.texts.withBytes(of: symbol) { bytes in
            unsafe bytes.count < 16 && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        }
        if digits, !isDouble {
            let datatype = type ?? .xsdInteger
            return isWellFormed(datatype)
                ? dataset.literal(symbol, datatype: datatype) : nil
        }
        let value = Double(dataset.texts.string(symbol)) ?? .nan
        if !isDouble, let integer = RDFNumber.integer(value) {
            return typed(integer, type, .xsdInteger)
        }
        return typed(RDFNumber.double(value), type, .xsdDouble)
    }

    // MARK: - Directions

    private mutating func directed(
        _ value: ExpandedValue, _ symbol: Symbol, _ form: JSONLDProcessor.RDFDirection,
        in graph: TermID
    ) throws(JSONLDError) -> TermID? {
        let direction = value.direction?.name ?? ""
        let language = value.language.map { dataset.texts.string($0).lowercased() }
        switch form {
        case .i18nDatatype:
            let datatype = "https://www.w3.org/ns/i18n#\(language ?? "")_\(direction)"
            return dataset.literal(
                symbol, datatype: dataset.texts.intern(datatype))
        case .compoundLiteral:
            let node = dataset.freshBlank()
            let text = dataset.literal(symbol)
            try insert(node, rdf("value"), text, graph, .certain)
            if let language {
                let tag = dataset.texts.intern(language)
                try insert(node, rdf("language"), dataset.literal(tag), graph, .certain)
            }
            let name = dataset.texts.intern(direction)
            try insert(node, rdf("direction"), dataset.literal(name), graph, .certain)
            return node
        }
    }

    private mutating func rdf(_ name: String) -> TermID {
        let iri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#" + name
        return dataset.iri(dataset.texts.intern(iri))
    }
}
