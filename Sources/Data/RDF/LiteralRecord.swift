/// A literal in twelve bytes.
struct LiteralRecord: Equatable, Sendable {
    let lexical: Symbol
    let datatype: Symbol
    private let languageOrNone: UInt32

    init(lexical: Symbol, datatype: Symbol, language: Symbol?) {
        self.lexical = lexical
        self.datatype = datatype
        languageOrNone = language?.rawValue ?? .max
    }

    var language: Symbol? {
        languageOrNone == .max ? nil : Symbol(rawValue: languageOrNone)
    }

    @inline(__always)
    func hash(seed: UInt64) -> UInt64 {
        FoldedMultiplyHash.hash(
            UInt64(lexical.rawValue) << 32 | UInt64(datatype.rawValue),
            UInt64(languageOrNone), seed: seed)
    }
}
