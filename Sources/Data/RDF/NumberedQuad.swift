/// A term as canonicalization sees it: a form's number, or a blank node's number with the highest
/// bit set. Numbers of terms that may stand as subject, predicate or graph sort as their N-Quads
/// forms do, and the default graph is zero: it sorts before all of them.
struct TermCode: Hashable, Comparable, Sendable {
    let rawValue: UInt32

    static let defaultGraph = TermCode(rawValue: 0)

    @inline(__always)
    init(rawValue: UInt32) { self.rawValue = rawValue }

    @inline(__always)
    init(form: Int) { rawValue = UInt32(truncatingIfNeeded: form) }

    @inline(__always)
    init(blank: Int) { rawValue = UInt32(truncatingIfNeeded: blank) | 0x8000_0000 }

    @inline(__always)
    var isBlank: Bool { rawValue >> 31 == 1 }

    @inline(__always)
    var number: Int { Int(rawValue & 0x7fff_ffff) }

    @inline(__always)
    static func < (a: TermCode, b: TermCode) -> Bool { a.rawValue < b.rawValue }
}

/// A quad made of codes.
struct NumberedQuad: Sendable {
    var subject: TermCode
    var predicate: TermCode
    var object: TermCode
    var graph: TermCode
}
