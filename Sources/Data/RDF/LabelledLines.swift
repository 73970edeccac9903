extension Dataset {
    /// The quads as canonical lines, each with its line feed, in the order of ``quads``: blank
    /// nodes under these labels (without `_:`), or nil where one of them has none.
    package func lines(labels: [TermID: [UInt8]]) -> [[UInt8]]? {
        var lines: [[UInt8]] = []
        lines.reserveCapacity(quads.count)
        var line = ByteBuffer(capacity: 512)
        for quad in quads {
            line.truncate(to: 0)
            for term in [quad.subject, quad.predicate, quad.object] {
                guard append(term, labels, to: &line) else { return nil }
                line.append(UInt8(ascii: " "))
            }
            if !quad.graph.isDefaultGraph {
                guard append(quad.graph, labels, to: &line) else { return nil }
                line.append(UInt8(ascii: " "))
            }
            line.append(".\n")
            lines.append(line.array())
        }
        return lines
    }

    private func append(
        _ term: TermID, _ labels: [TermID: [UInt8]], to line: inout ByteBuffer
    ) -> Bool {
        guard term.isBlank else {
            append(term, to: &line)
            return true
        }
        guard let label = labels[term] else { return false }
        unsafe label.withUnsafeBytes { unsafe NQuadsWriter.append(blank: $0, to: &line) }
        return true
    }
}
