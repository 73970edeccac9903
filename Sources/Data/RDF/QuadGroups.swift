/// Inserts quads that mostly come together with those of the same subject, as the lines of a canonical
/// form do.
///
/// As long as each subject's quads stand together, a quad can only be one of those just before it. So
/// they stay out of the table of all quads, where of a large dataset each look misses the cache.
struct QuadGroups {
    /// Where the quads of the last subject start.
    private var start = 0
    /// Whether those are many, and are listed.
    private var isLong = false
    /// By symbol: whether it has been a subject.
    private var met: [Bool] = []
    /// Whether a subject came back.
    private var areScattered = false

    private static let longest = 16

    mutating func insert(_ quad: Quad, into dataset: inout Dataset) {
        if !areScattered, dataset.quads.last?.subject != quad.subject {
            begin(quad.subject, in: dataset)
        }
        if areScattered {
            dataset.insert(quad)
        } else if isLong {
            dataset.insertAmongListed(quad)
        } else if !dataset.quads[start...].contains(quad) {
            dataset.append(quad)
            if dataset.quads.count - start == Self.longest {
                isLong = true
                dataset.list(from: start)
            }
        }
    }

    private mutating func begin(_ subject: TermID, in dataset: Dataset) {
        start = dataset.quads.count
        isLong = false
        if subject.number >= met.count {
            let missing = dataset.texts.count - met.count
            met.append(contentsOf: repeatElement(false, count: missing))
        }
        areScattered = met[subject.number]
        met[subject.number] = true
    }
}
