/// One statement of a ``Dataset``, spelt out: what programs outside read and write datasets with.
///
/// Equality is that of code units: spellings that Unicode holds to be equivalent are different.
public struct Statement: Hashable, Sendable {
    public var subject: Resource
    /// A blank node only in generalized RDF, which has no canonical form.
    public var predicate: Resource
    public var object: Object
    /// Nil in the default graph.
    public var graph: Resource?

    public init(
        subject: Resource, predicate: Resource, object: Object, graph: Resource? = nil
    ) {
        self.subject = subject
        self.predicate = predicate
        self.object = object
        self.graph = graph
    }

    public enum Object: Hashable, Sendable {
        case resource(Resource)
        case literal(Literal)
    }
}

/// What a statement can be about.
public enum Resource: Sendable {
    /// An absolute IRI. Whether it is one is not asked; what cannot stand in an IRI comes out of
    /// ``Dataset/serialized()`` as an escape.
    case iri(String)
    /// A node without a name. The label, without `_:`, tells it apart within one dataset.
    case blank(String)
}

extension Resource: Hashable {
    public static func == (left: Resource, right: Resource) -> Bool {
        switch (left, right) {
        case (.iri(let left), .iri(let right)), (.blank(let left), .blank(let right)):
            left.utf8.elementsEqual(right.utf8)
        case (.iri, .blank), (.blank, .iri): false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .iri(let text): hasher.combine(text, tag: 0)
        case .blank(let label): hasher.combine(label, tag: 1)
        }
    }
}

/// A text, with what it is to be read as.
public struct Literal: Sendable {
    public let text: String
    /// The IRI of the datatype.
    public let datatype: String
    /// A language tag; its case is kept, and counts.
    public let language: String?

    public init(_ text: String, datatype: String = Literal.string) {
        self.text = text
        self.datatype = datatype
        language = nil
    }

    /// A text in a language; its datatype is `rdf:langString`.
    public init(_ text: String, language: String) {
        self.text = text
        self.language = language
        datatype = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
    }

    /// The datatype of a text that is nothing but text.
    public static let string = "http://www.w3.org/2001/XMLSchema#string"
}

extension Literal: Hashable {
    public static func == (left: Literal, right: Literal) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
            && left.datatype.utf8.elementsEqual(right.datatype.utf8)
            && (left.language ?? "").utf8.elementsEqual((right.language ?? "").utf8)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(text, tag: 2)
        hasher.combine(datatype, tag: 3)
        hasher.combine(language ?? "", tag: 4)
    }
}

extension Hasher {
    fileprivate mutating func combine(_ text: String, tag: UInt8) {
        combine(tag)
        for byte in text.utf8 { combine(byte) }
        combine(0xFF as UInt8)
    }
}
