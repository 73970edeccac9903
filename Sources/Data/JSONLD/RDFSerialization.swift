import JSONText
import RDF

/// Serializing RDF as JSON-LD (JSON-LD API section 8.4).
struct RDFSerialization {
    /// A value of a property. Lists hold the places of their elements, so that nothing nests.
    enum Value {
        case term(TermID)
        case list([Int])
        case compound(Node)
    }

    final class Node {
        let subject: TermID
        var types: [TermID] = []
        private(set) var properties: [(predicate: TermID, values: [Int])] = []
        private var places: [TermID: Int] = [:]
        /// Whether the node has become part of the value that refers to it.
        var isAbsorbed = false

        init(_ subject: TermID) {
            self.subject = subject
        }

        func values(of predicate: TermID) -> [Int] {
            places[predicate].map { properties[$0].values } ?? []
        }

        func add(_ value: Int, to predicate: TermID) {
            if let place = places[predicate] {
                properties[place].values.append(value)
            } else {
                places[predicate] = properties.count
                properties.append((predicate, [value]))
            }
        }
    }

    /// Where a value stands.
    struct Usage {
        let node: Node
        let predicate: TermID
        let value: Int
    }

    final class Graph {
        private(set) var nodes: [Node] = []
        private var places: [TermID: Int] = [:]
        var nilUsages: [Usage] = []
        var compoundSubjects: [TermID] = []

        func node(_ subject: TermID) -> Node {
            if let place = places[subject] { return nodes[place] }
            places[subject] = nodes.count
            let node = Node(subject)
            nodes.append(node)
            return node
        }

        func existing(_ subject: TermID) -> Node? { places[subject].map { nodes[$0] } }
    }

    var dataset: Dataset
    let options: JSONLDProcessor.Options
    var values: [Value] = []
    private(set) var graphs: [TermID: Graph] = [:]
    private(set) var graphNames: [TermID] = []
    /// The one usage of a blank node; nil inside where it has several.
    private(set) var referencedOnce: [TermID: Usage?] = [:]
    let vocabulary: RDFVocabulary

    init(_ dataset: Dataset, options: JSONLDProcessor.Options) {
        self.dataset = dataset
        self.options = options
        vocabulary = RDFVocabulary(&self.dataset)
    }

    mutating func run() throws(JSONLDError) -> [Element] {
        let defaultGraph = graph(.defaultGraph)  // 1, 2
        for quad in dataset.quads {  // 5
            if !quad.graph.isDefaultGraph { _ = defaultGraph.node(quad.graph) }  // 5.4
            read(quad, into: graph(quad.graph))
        }
        for name in graphNames {  // 6
            guard let graph = graphs[name] else { continue }
            try absorbCompoundLiterals(in: graph)  // 6.1
            for usage in graph.nilUsages { absorbList(endingAt: usage, in: graph) }  // 6.4
        }
        return try elements(of: defaultGraph, isDefault: true)  // 7 to 9
    }

    private mutating func graph(_ name: TermID) -> Graph {
        if let graph = graphs[name] { return graph }
        let graph = Graph()
        graphs[name] = graph
        graphNames.append(name)
        return graph
    }

    /// Step 5.7.
    private mutating func read(_ quad: Quad, into graph: Graph) {
        let node = graph.node(quad.subject)
        if options.rdfDirection == .compoundLiteral, quad.predicate == vocabulary.direction {
            graph.compoundSubjects.append(quad.subject)  // 5.7.3
        }
        if quad.predicate == vocabulary.type, !options.usesRDFType, !quad.object.isLiteral {
            node.types.append(quad.object)  // 5.7.5
            return
        }
        let value = values.count
        values.append(.term(quad.object))
        node.add(value, to: quad.predicate)  // 5.7.8
        let usage = Usage(node: node, predicate: quad.predicate, value: value)
        if quad.object == vocabulary.nil {  // 5.7.9
            graph.nilUsages.append(usage)
        } else if quad.object.isBlank {  // 5.7.10, 5.7.11
            let isFirst = referencedOnce[quad.object] == nil
            referencedOnce.updateValue(isFirst ? usage : nil, forKey: quad.object)
        }
    }

    func onlyUsage(of term: TermID) -> Usage? { referencedOnce[term].flatMap { $0 } }

    /// Step 6.4: walks from `rdf:nil` back to the head of a list.
    private mutating func absorbList(endingAt end: Usage, in graph: Graph) {
        var usage = end
        var list: [Int] = []
        while usage.predicate == vocabulary.rest, usage.node.subject.isBlank,
            let next = onlyUsage(of: usage.node.subject), let first = onlyFirst(of: usage.node)
        {
            list.append(first)
            usage.node.isAbsorbed = true
            usage = next
        }
        values[usage.value] = .list(list.reversed())
    }

    /// The element of a well-formed list node.
    private func onlyFirst(of node: Node) -> Int? {
        let first = node.values(of: vocabulary.first)
        let isList =
            first.count == 1 && node.values(of: vocabulary.rest).count == 1
            && node.properties.count == 2 && (node.types.isEmpty || node.types == [vocabulary.list])
        return isList ? first[0] : nil
    }
}

/// The terms that the algorithm asks for.
struct RDFVocabulary {
    let type: TermID
    let first: TermID
    let rest: TermID
    let `nil`: TermID
    let list: TermID
    let value: TermID
    let language: TermID
    let direction: TermID

    init(_ dataset: inout Dataset) {
        func rdf(_ name: String) -> TermID {
            let iri = "http://www.w3.org/1999/02/22-rdf-syntax-ns#" + name
            return dataset.iri(dataset.texts.intern(iri))
        }
        type = dataset.iri(.rdfType)
        first = dataset.iri(.rdfFirst)
        rest = dataset.iri(.rdfRest)
        `nil` = dataset.iri(.rdfNil)
        list = rdf("List")
        value = rdf("value")
        language = rdf("language")
        direction = rdf("direction")
    }
}
