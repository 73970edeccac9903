/// The number of a term in a ``Dataset``. Terms of one dataset are equal exactly when their
/// numbers are.
///
/// The two highest bits tell the kind. An IRI and a blank node carry the number of their symbol,
/// so that making them costs nothing; a literal carries its place in the dataset's literals.
@usableFromInline package struct TermID: Hashable, Sendable {
    @usableFromInline package let rawValue: UInt32

    @inlinable
    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Stands in ``Quad/graph`` for the default graph.
    @usableFromInline package static let defaultGraph = TermID(rawValue: 0xffff_ffff)

    @usableFromInline static let literalBit: UInt32 = 0x4000_0000
    @usableFromInline static let blankBit: UInt32 = 0x8000_0000
    @usableFromInline static let freshBit: UInt32 = 0x2000_0000

    @inlinable
    static func iri(_ symbol: Symbol) -> TermID { TermID(rawValue: symbol.rawValue) }

    @inlinable
    static func blank(_ symbol: Symbol) -> TermID {
        TermID(rawValue: symbol.rawValue | blankBit)
    }

    @inlinable
    static func freshBlank(_ symbol: Symbol) -> TermID {
        TermID(rawValue: symbol.rawValue | blankBit | freshBit)
    }

    @inlinable
    static func literal(_ number: Int) -> TermID {
        TermID(rawValue: UInt32(truncatingIfNeeded: number) | literalBit)
    }

    @inlinable
    package var isIRI: Bool { rawValue >> 30 == 0 }

    @inlinable
    package var isLiteral: Bool { rawValue >> 30 == 1 }

    @inlinable
    package var isBlank: Bool { rawValue >> 30 == 2 }

    /// Whether this is a blank node that no document can name.
    @inlinable
    package var isFreshBlank: Bool { rawValue >> 29 == 5 }

    @inlinable
    package var isDefaultGraph: Bool { rawValue == 0xffff_ffff }

    /// Of the symbol where this is an IRI or a blank node, otherwise of the literal.
    @inlinable
    var number: Int { Int(rawValue & 0x1fff_ffff) }
}
