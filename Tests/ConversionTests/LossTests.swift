import JSONText
import Testing

@testable import Conversion

/// What a person is told of a conversion.
@Suite struct `The losses of a conversion` {
    private func report() throws -> LossReport {
        let source = ConversionDocument.json(try Accounts.record())
        return try ConversionRoute.route(source, to: .table)(
            source, newID: Accounts.identifiers()
        ).report
    }

    @Test func `are told by what they are, the worst first, places of one kind together`() throws {
        let losses = try report().losses
        #expect(losses.map(\.weight) == losses.map(\.weight).sorted())
        let pet = try #require(losses.first { $0.pattern == "/house:pet" })
        #expect(pet.weight == .content)
        // The object, its text, its list with two numbers: the member that is null says nothing.
        #expect(pet.values == 5)
        #expect(losses.contains { $0.weight == .nothing && $0.first == "/house:pet/none" })
        let proofs = try #require(losses.first { $0.pattern.hasSuffix("/*/proof") })
        #expect(proofs.weight == .original)
        #expect(proofs.count == 1)
        let kinds = losses.map { "\($0.pattern) \($0.why)" }
        #expect(Set(kinds).count == kinds.count)
    }

    @Test func `count each lost value once`() throws {
        let report = try report()
        #expect(report.losses.reduce(0) { $0 + $1.values } == report.count(of: "lost"))
        let counted = report.losses.reduce(0) { $0 + $1.count }
        #expect(counted <= report.count(of: "lost"))
        #expect(report.losesContent)
    }

    @Test func `are told in words with a place, what stood there and why`() throws {
        let lines = try report().summary(telling: 20) { place in
            place == "/house:pet" ? "Rex" : nil
        }
        #expect(lines[0].contains(" carried, "))
        #expect(lines[1] == "Lost, the worst first:")
        #expect(lines.contains("  /house:pet, \"Rex\", 5 values: the table has no place for it"))
        #expect(
            lines.contains { $0.hasPrefix("Left behind, because it holds of the original alone: ") }
        )
        let few = try report().summary(telling: 1) { _ in nil }
        #expect(few.count < lines.count)
        #expect(few.contains { $0.contains("more: --report writes all of them") })
    }

    @Test func `stand in the report for programs too`() throws {
        let json = try Accounts.read(report().json)
        #expect(json["losses"]?.oneOrMore.first?["weight"]?.string == "content")
        #expect(json["counts"]?["toPutIn"]?.numberText == "0")
    }

    @Test func `of a deep record are found in linear work`() throws {
        var text = "\"x\""
        for _ in 0..<200 { text = "{\"a\": \(text)}" }
        let many = Array(repeating: text, count: 200).joined(separator: ",")
        let source = try Accounts.json(
            "{\"house:deep\": [\(many)], \"credentialSubject\": {\"achievement\": {\"name\": \"a\"}}}"
        )
        let report = try Export(tableOf: source).report
        #expect(report.losses.first?.values == 200 * 201 + 1)
    }
}
