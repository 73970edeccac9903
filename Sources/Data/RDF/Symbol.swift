/// The number of a byte string in a ``TextTable``. Symbols of one table are equal exactly when
/// their bytes are; symbols of different tables must not be compared.
@usableFromInline package struct Symbol: Hashable, Sendable {
    @usableFromInline package let rawValue: UInt32

    @inlinable
    init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    @inlinable
    init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable
    var index: Int { Int(rawValue) }
}

/// The names that every table knows from the start, so that they need no lookup.
extension Symbol {
    package static let xsdString = Symbol(rawValue: 0)
    package static let rdfLangString = Symbol(rawValue: 1)
    package static let xsdBoolean = Symbol(rawValue: 2)
    package static let xsdInteger = Symbol(rawValue: 3)
    package static let xsdDouble = Symbol(rawValue: 4)
    package static let rdfType = Symbol(rawValue: 5)
    package static let rdfFirst = Symbol(rawValue: 6)
    package static let rdfRest = Symbol(rawValue: 7)
    package static let rdfNil = Symbol(rawValue: 8)
    package static let rdfJSON = Symbol(rawValue: 9)

    /// In the order of their numbers.
    static let wellKnownTexts: [StaticString] = [
        "http://www.w3.org/2001/XMLSchema#string",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
        "http://www.w3.org/2001/XMLSchema#boolean",
        "http://www.w3.org/2001/XMLSchema#integer",
        "http://www.w3.org/2001/XMLSchema#double",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#first",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON",
    ]
}
