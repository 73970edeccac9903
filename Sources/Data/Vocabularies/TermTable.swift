import JSONText

/// One table as read: what the notation says, nothing resolved.
struct TermTable: Sendable {
    var contexts: [ContextRow] = []
    var classes: [ClassRow] = []
    var scopes: [ClassRow] = []
    var aliases: [(name: Text, target: Text)] = []
    var vocabularies: [Vocabulary] = []
    /// What differs in the older generation: VCDM 1.1 (LEG-02), CLR 1.0 Candidate Final (1.10).
    var legacyClasses: [ClassRow] = []
    /// Lines that say nothing; a test holds that there is none.
    var faults: [String] = []

    init(reading texts: [String]) {
        var reader = TermTableReader()
        for text in texts { reader.read(text) }
        self = reader.table
    }

    init() {}

    func row(named name: Text) -> ClassRow? { classes.first { $0.name == name } }
    func scope(named name: Text) -> ClassRow? { scopes.first { $0.name == name } }
}

/// A context document, or what makes it differ from another version.
struct ContextRow: Sendable {
    var version: Text
    var urls: [String] = []
    var base: Text?
    var opening: [ContextMember]?
    /// How the scopes begin, where that differs from the base version.
    var every: [ContextMember]?
    var includes: [Text] = []
    var includesAll = false
    var terms: [PropertyRow] = []
    var changes: [ClassRow] = []
}

/// A member that is no term of the table: a keyword, an alias of one, or a prefix.
struct ContextMember: Sendable {
    var name: String
    var value: JSON
}

/// A class, the context of a property, or what differs in one.
struct ClassRow: Sendable {
    enum Openness: Sendable { case open, closed }

    var name: Text
    var iri: String?
    /// Nil where the class is a term only, and no part of the model.
    var openness: Openness?
    var base: Text?
    /// The class whose terms this one has, too.
    var like: Text?
    var isAbstract = false
    var requirement: String?
    var opening: [ContextMember]?
    var properties: [PropertyRow] = []
}

/// A property of a class (the model) and its term (the context); either may be absent.
struct PropertyRow: Sendable {
    enum Model: Sendable {
        case removed
        case inherited(requirement: String?)
        case own(Multiplicity, ranges: [Text], requirement: String?)
    }

    enum Definition: Sendable {
        case removed
        case term(Term)
        case coercion(String)
    }

    var name: Text
    var model: Model?
    var definition: Definition?
}

/// How often a property may stand, and which departures from that are put up with.
struct Multiplicity: Sendable {
    var minimum = 0
    /// Nil where there is no bound.
    var maximum: Int? = 1
    var isCompactable = false
    var toleratesArray = false
    var toleratesString = false
    var toleratesNumber = false
    var toleratesAbsence = false
}

/// A term definition.
struct Term: Sendable {
    enum Scope: Sendable {
        case none
        case null
        case named(Text)
    }

    var iri: String
    var coercion: String?
    var containers: [String] = []
    var scope = Scope.none
}
