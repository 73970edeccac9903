/// The canonical issuer: `c14n0`, `c14n1` … in the order of asking (RDFC-1.0 section 4.5).
struct CanonicalIssuer: Sendable {
    /// By blank node; -1 where none has been issued.
    private(set) var numbers: [Int32]
    /// The blank nodes in the order of issue.
    private(set) var issued: [Int32] = []

    init(blankCount: Int) {
        numbers = [Int32](repeating: -1, count: blankCount)
        issued.reserveCapacity(blankCount)
    }

    @inline(__always)
    func number(of blank: Int) -> Int? {
        let number = numbers[blank]
        return number < 0 ? nil : Int(number)
    }

    mutating func issue(for blank: Int) {
        guard numbers[blank] < 0 else { return }
        numbers[blank] = Int32(truncatingIfNeeded: issued.count)
        issued.append(Int32(truncatingIfNeeded: blank))
    }
}

/// The issuer of `b0`, `b1` … with which hash-n-degree-quads tries orders. Where the text copies
/// an issuer, this one remembers how far it had come and goes back there.
struct TemporaryIssuer {
    private var numbers: [Int32]
    private(set) var issued: [Int32] = []

    init(blankCount: Int) {
        numbers = [Int32](repeating: -1, count: blankCount)
    }

    @inline(__always)
    func number(of blank: Int) -> Int? {
        let number = numbers[blank]
        return number < 0 ? nil : Int(number)
    }

    @inline(__always)
    mutating func issue(for blank: Int) -> Int {
        let number = issued.count
        numbers[blank] = Int32(truncatingIfNeeded: number)
        issued.append(Int32(truncatingIfNeeded: blank))
        return number
    }

    mutating func goBack(to count: Int) {
        while issued.count > count {
            numbers[Int(issued.removeLast())] = -1
        }
    }
}
