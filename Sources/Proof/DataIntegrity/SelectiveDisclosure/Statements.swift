import Crypto
import RDF

/// The statements of a document as they are signed: canonical N-Quads with the issuer's blank
/// node labels, in the order of their code points.
struct Statements: Sendable {
    let lines: [[UInt8]]

    /// Nil where a blank node has no label.
    init?(_ dataset: Dataset, labels: BlankNodeLabels) {
        guard let lines = dataset.lines(labels: labels.texts) else { return nil }
        self.lines = lines.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Where a line stands, or nil.
    func index(of line: [UInt8]) -> Int? {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].lexicographicallyPrecedes(line) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < lines.count && lines[low] == line ? low : nil
    }

    /// The hash over the mandatory ones (SD-04).
    func digest(of indexes: [Int]) -> [UInt8] {
        var hash = SHA256()
        for index in indexes { hash.update(data: lines[index]) }
        return Array(hash.finalize())
    }

    /// The indexes that are not among these, which rise.
    func others(than indexes: [Int]) -> [Int] {
        var rest = indexes[...]
        return lines.indices.filter { index in
            guard rest.first == index else { return true }
            rest = rest.dropFirst()
            return false
        }
    }
}
