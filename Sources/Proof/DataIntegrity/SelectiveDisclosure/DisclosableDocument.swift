import JSONLD
import JSONText
import RDF

/// A document whose statements are signed each for itself, as its issuer and its holder see it.
///
/// A part of it is chosen in the JSON and made into quads by itself, as a reader will do; which
/// blank node of the part is which of the whole is known from where each stands in the text, and
/// is never guessed from the graph.
struct DisclosableDocument {
    let statements: Statements
    let readingsMayDiffer: Bool
    private let secured: SecuredDocument
    private let trace: NodeTrace
    private let labels: BlankNodeLabels

    init(
        _ secured: SecuredDocument, hmacKey: [UInt8], reading: RelatedReading
    ) throws(ProofError) {
        let traced = try secured.traced(secured.value)
        let canonical = try secured.canonicalize(traced.dataset, reading)
        labels = BlankNodeLabels(canonical, hmacKey: hmacKey)
        guard let statements = Statements(traced.dataset, labels: labels) else {
            throw .disclosure(.notSeparable)
        }
        self.statements = statements
        self.secured = secured
        trace = traced.trace
        readingsMayDiffer = canonical.readingsMayDiffer
    }

    /// The part that the pointers choose, or nil where there are none.
    func part(_ pointers: [JSONPointer]) throws(ProofError) -> DisclosedPart? {
        let selection: Selection?
        do throws(DisclosureError) {
            let selector = Selector(
                root: secured.value, wholes: trace.wholes, hidden: secured.leftOut)
            selection = try selector.selection(PointerTree(pointers))
        } catch {
            throw .disclosure(error)
        }
        guard let selection else { return nil }
        let json = selection.json
        let value: JSONValue
        do {
            value = try JSONDocument(parsing: json.serialized()).root
        } catch {
            throw .disclosure(.notSeparable)
        }
        let traced = try secured.traced(value)
        let labels = try labels(
            of: traced, SelectionPlaces(selection, writtenAs: value))
        return DisclosedPart(
            json: json, dataset: traced.dataset, labels: labels,
            indexes: try indexes(of: traced.dataset, labels))
    }

    /// The indexes of the statements that the pointers choose.
    func indexes(_ pointers: [JSONPointer]) throws(ProofError) -> [Int] {
        try part(pointers)?.indexes ?? []
    }

    private func labels(
        of part: TracedDataset, _ places: SelectionPlaces
    ) throws(ProofError) -> BlankNodeLabels {
        var labels = BlankNodeLabels()
        for quad in part.dataset.quads {
            for term in [quad.subject, quad.object, quad.graph]
            where term.isBlank && labels[term] == nil {
                guard let origin = part.trace.origin(of: term),
                    let blank = trace.blank(
                        from: origin.moved { places.place(inWholeOf: $0) }),
                    let label = self.labels[blank]
                else { throw .disclosure(.notSeparable) }
                labels[term] = label
            }
        }
        return labels
    }

    private func indexes(
        of dataset: Dataset, _ labels: BlankNodeLabels
    ) throws(ProofError) -> [Int] {
        guard let lines = dataset.lines(labels: labels.texts) else {
            throw .disclosure(.notSeparable)
        }
        var indexes: [Int] = []
        for line in lines {
            guard let index = statements.index(of: line) else {
                throw .disclosure(.notSeparable)
            }
            indexes.append(index)
        }
        return indexes.sorted()
    }
}

/// A part of a document, and which of the document's statements it makes.
struct DisclosedPart {
    /// The part as a document of its own, without proof.
    let json: JSON
    let dataset: Dataset
    /// The issuer's labels for the blank nodes of the part.
    let labels: BlankNodeLabels
    /// Rising.
    let indexes: [Int]
}

extension SecuredDocument {
    /// The quads of this document or of a part of it, with the origin of each blank node.
    func traced(_ value: JSONValue) throws(ProofError) -> TracedDataset {
        do {
            return try processor.tracedRDF(
                value, leavingOut: leftOut, context: value["@context"] ?? context)
        } catch {
            throw .jsonLD(error)
        }
    }
}
