import RDF
import Testing

@Suite struct `N-Quads that repeat themselves` {
    /// Lines over few names, so that most come again; sorted ones are grouped by their subjects.
    private static func lines(_ count: Int, subjects: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(state: seed)
        return (0..<count).map { _ in
            let subject = Int.random(in: 0..<subjects, using: &generator)
            let name = subject % 2 == 0 ? "<a:\(subject)>" : "_:n\(subject)"
            let object = Int.random(in: 0..<40, using: &generator)
            let graph = Bool.random(using: &generator) ? "" : "<a:g> "
            return "\(name) <a:p> \(object % 2 == 0 ? "\"\(object)\"" : "<a:\(object)>") \(graph)."
        }
    }

    private func reading(_ lines: [String]) throws -> [String] {
        let text = Array(lines.joined(separator: "\n").utf8)
        let read = String(decoding: try Dataset(nquads: text).serialized(), as: UTF8.self)
        return read.split(separator: "\n").map(String.init)
    }

    private func inOrderOfFirst(_ lines: [String]) -> [String] {
        var met: Set<String> = []
        return lines.filter { met.insert($0).inserted }
    }

    @Test(arguments: [1, 2, 5, 40, 300], 1...4)
    func `keep each quad once, in the order of their first appearance`(
        subjects: Int, seed: UInt64
    ) throws {
        let lines = Self.lines(900, subjects: subjects, seed: seed)
        let scattered = try reading(lines)
        #expect(scattered == inOrderOfFirst(lines))
        let grouped = try reading(lines.sorted())
        #expect(grouped == inOrderOfFirst(lines.sorted()))
        let half = lines.sorted().prefix(600) + lines.prefix(300)
        let both = try reading(Array(half))
        #expect(both == inOrderOfFirst(Array(half)))
    }

    @Test func `can be added to`() throws {
        let lines = Self.lines(400, subjects: 9, seed: 7).sorted()
        var dataset = try Dataset(nquads: Array(lines.joined(separator: "\n").utf8))
        let count = dataset.count
        for statement in Array(dataset.statements) {
            let isNew = dataset.insert(statement)
            #expect(!isNew)
        }
        #expect(dataset.count == count)
    }
}
