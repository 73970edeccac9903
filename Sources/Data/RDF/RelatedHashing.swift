/// Hash Related Blank Node (RDFC-1.0 section 4.7). What it hashes is a position, a predicate and
/// an identifier, and few of these occur: each combination is hashed once.
struct RelatedHashing: ~Copyable {
    enum Position: UInt64 {
        case subject = 0
        case object = 1
        case graph = 2
    }

    /// What step 3 and 4 append.
    enum Identifier {
        case canonical(Int)
        case temporary(Int)
        /// The number of a first-degree hash.
        case firstDegree(Int)
    }

    private let forms: Forms
    private let algorithm: HashAlgorithm
    private let firstDegree: [Digest]
    private var slots = SlotTable()
    private var keys: [UInt64] = []
    private var digests: [Digest] = []
    private var text = ByteBuffer(capacity: 512)

    init(forms: Forms, algorithm: HashAlgorithm, firstDegree: [Digest]) {
        self.forms = forms
        self.algorithm = algorithm
        self.firstDegree = firstDegree
    }

    /// The digest behind a number that ``number(at:predicate:identifier:)`` gave.
    @inline(__always)
    func digest(_ number: Int) -> Digest { digests[number] }

    /// The number of the hash; equal numbers are equal hashes.
    mutating func number(
        at position: Position, predicate: TermCode, identifier: Identifier
    ) -> Int {
        let key = Self.key(position, predicate, identifier)
        let hash = FoldedMultiplyHash.hash(key, 0, seed: slots.seed)
        let known = unsafe keys.withUnsafeBufferPointer { keys in
            slots.number(hash: hash) { unsafe keys[$0] == key }
        }
        if let known { return known }
        if slots.isFull {
            slots = slots.grown { FoldedMultiplyHash.hash(keys[$0], 0, seed: slots.seed) }
        }
        slots.insert(keys.count, hash: hash)
        keys.append(key)
        digests.append(digest(position, predicate, identifier))
        return keys.count &- 1
    }

    @inline(__always)
    private static func key(
        _ position: Position, _ predicate: TermCode, _ identifier: Identifier
    ) -> UInt64 {
        let (kind, number): (UInt64, Int) =
            switch identifier {
            case .canonical(let number): (0, number)
            case .temporary(let number): (1, number)
            case .firstDegree(let number): (2, number)
            }
        let name = position == .graph ? 0 : UInt64(predicate.rawValue)
        return name << 36 | position.rawValue << 34 | kind << 32 | UInt64(number)
    }

    private mutating func digest(
        _ position: Position, _ predicate: TermCode, _ identifier: Identifier
    ) -> Digest {
        text.truncate(to: 0)
        switch position {  // steps 1, 2
        case .subject: text.append(UInt8(ascii: "s"))
        case .object: text.append(UInt8(ascii: "o"))
        case .graph: text.append(UInt8(ascii: "g"))
        }
        if position != .graph { unsafe text.append(forms[predicate]) }
        switch identifier {  // steps 3, 4
        case .canonical(let number): text.append(canonicalLabel: number)
        case .temporary(let number): text.append(temporaryLabel: number)
        case .firstDegree(let number):
            text.append(hexadecimal: firstDegree[number], algorithm)
        }
        return unsafe algorithm.digest(of: text.bytes)  // step 5
    }
}

extension ByteBuffer {
    @inline(__always)
    mutating func append(canonicalLabel number: Int) {
        append("_:c14n")
        append(decimal: number)
    }

    @inline(__always)
    mutating func append(temporaryLabel number: Int) {
        append("_:b")
        append(decimal: number)
    }
}
