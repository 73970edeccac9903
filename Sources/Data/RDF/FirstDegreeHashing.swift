/// Hash First Degree Quads (RDFC-1.0 section 4.6).
struct FirstDegreeHashing: ~Copyable {
    private let graph: BlankNodeQuads
    private let forms: Forms
    private let algorithm: HashAlgorithm
    private var text: ByteBuffer
    private var lines: [NumberedQuad] = []

    /// What stands for the node itself and for any other one. They sort as `_:a` and `_:z`.
    private static let itself = TermCode(rawValue: 0xffff_fffe)
    private static let another = TermCode(rawValue: 0xffff_ffff)

    init(_ graph: BlankNodeQuads, forms: Forms, algorithm: HashAlgorithm) {
        self.graph = graph
        self.forms = forms
        self.algorithm = algorithm
        text = ByteBuffer(capacity: 4096)
    }

    mutating func hash(of blank: Int) -> Digest {
        lines.removeAll(keepingCapacity: true)
        let node = TermCode(blank: blank)
        for index in graph.quads(mentioning: blank) {  // steps 2, 3
            lines.append(masked(graph.quads[Int(index)], node: node))
        }
        sortLines()  // step 4
        text.truncate(to: 0)
        for line in lines { append(line) }
        return unsafe algorithm.digest(of: text.bytes)  // step 5
    }

    @inline(__always)
    private func masked(_ quad: NumberedQuad, node: TermCode) -> NumberedQuad {
        NumberedQuad(
            subject: masked(quad.subject, node: node), predicate: quad.predicate,
            object: masked(quad.object, node: node), graph: masked(quad.graph, node: node))
    }

    @inline(__always)
    private func masked(_ code: TermCode, node: TermCode) -> TermCode {
        code.isBlank ? (code == node ? Self.itself : Self.another) : code
    }

    /// Most nodes stand in few quads, which come nearly in order.
    private mutating func sortLines() {
        guard lines.count <= 24 else {
            lines = lines.sorted { comesFirst($0, $1) }
            return
        }
        var end = 1
        while end < lines.count {
            let line = lines[end]
            var place = end
            while place > 0, comesFirst(line, lines[place &- 1]) {
                lines[place] = lines[place &- 1]
                place &-= 1
            }
            lines[place] = line
            end &+= 1
        }
    }

    @inline(__always)
    private func comesFirst(_ a: NumberedQuad, _ b: NumberedQuad) -> Bool {
        if a.subject != b.subject { return a.subject < b.subject }
        if a.predicate != b.predicate { return a.predicate < b.predicate }
        if a.object != b.object { return forms.objectComesFirst(a.object, b.object) }
        return a.graph < b.graph
    }

    private mutating func append(_ line: NumberedQuad) {
        append(line.subject)
        text.append(UInt8(ascii: " "))
        unsafe text.append(forms[line.predicate])
        text.append(UInt8(ascii: " "))
        append(line.object)
        if line.graph != .defaultGraph {
            text.append(UInt8(ascii: " "))
            append(line.graph)
        }
        text.append(" .\n")
    }

    @inline(__always)
    private mutating func append(_ code: TermCode) {
        if code == Self.itself {
            text.append("_:a")
        } else if code == Self.another {
            text.append("_:z")
        } else {
            unsafe text.append(forms[code])
        }
    }
}

extension Forms {
    /// The order of two different objects in a line; blank nodes sort by their codes and, because
    /// of their underscore, after everything else.
    @inline(__always)
    func objectComesFirst(_ a: TermCode, _ b: TermCode) -> Bool {
        if a.isBlank || b.isBlank || Swift.max(a, b).rawValue < endOfNames { return a < b }
        return unsafe self[a].order(against: self[b]) < 0
    }
}
