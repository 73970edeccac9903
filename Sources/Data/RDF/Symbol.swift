/// The number of a byte string in a ``TextTable``. Symbols of one table are equal exactly when
/// their bytes are; symbols of different tables must not be compared.
public struct Symbol: Hashable, Sendable {
    public let rawValue: UInt32

    @inlinable
    init(_ index: Int) { rawValue = UInt32(truncatingIfNeeded: index) }

    @inlinable
    init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable
    var index: Int { Int(rawValue) }
}

/// The names that every table knows from the start, so that they need no lookup.
extension Symbol {
    public static let xsdString = Symbol(rawValue: 0)
    public static let rdfLangString = Symbol(rawValue: 1)
    public static let xsdBoolean = Symbol(rawValue: 2)
    public static let xsdInteger = Symbol(rawValue: 3)
    public static let xsdDouble = Symbol(rawValue: 4)
    public static let rdfType = Symbol(rawValue: 5)
    public static let rdfFirst = Symbol(rawValue: 6)
    public static let rdfRest = Symbol(rawValue: 7)
    public static let rdfNil = Symbol(rawValue: 8)
    public static let rdfJSON = Symbol(rawValue: 9)

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
