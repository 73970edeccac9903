import Issuance
import JSONText
import KeyMaterial
import Testing

@testable import Verification

@Suite struct `A signed record` {
    /// The JSON text with one change at each place, and where it was made.
    private func mutants(
        of value: JSONValue, _ change: (JSONValue) -> [JSON]
    ) -> [(place: JSONPointer, json: JSON)] {
        var mutants = change(value).map { (value.pointer, $0) }
        switch value.kind {
        case .object:
            for (index, member) in value.members.enumerated() {
                for mutant in self.mutants(of: member.value, change) {
                    let members = value.members.enumerated().map { position, other in
                        (
                            name: other.name,
                            value: position == index ? mutant.json : .verbatim(other.value)
                        )
                    }
                    mutants.append((mutant.place, .object(members)))
                }
            }
        case .array:
            for (index, element) in value.elements.enumerated() {
                for mutant in self.mutants(of: element, change) {
                    mutants.append(
                        (
                            mutant.place,
                            .array(
                                value.elements.enumerated().map { position, other in
                                    position == index ? mutant.json : .verbatim(other)
                                })
                        ))
                }
            }
        case .null, .bool, .number, .string: break
        }
        return mutants
    }

    private func record(
        _ form: ProofForm = .eddsaRDFC2022, _ type: KeyType = .ed25519
    ) async throws -> JSONValue {
        let course = Fixture.course()
        let bytes = try await Fixture.issued(
            Fixture.record(contents: [course]), with: [Fixture.issuingKey(1, type)],
            proofs: [form])
        #expect(await Fixture.verify(bytes).aggregate == .verified)
        return try JSONDocument(parsing: bytes).root
    }

    @Test func `with an undefined member at any depth never verifies, and names it`() async throws {
        let mutants = mutants(of: try await record()) { value in
            guard value.isObject else { return [] }
            let members = value.members.map { (name: $0.name, value: JSON.verbatim($0.value)) }
            return [.object(members + [("unheardOf", "x")])]
        }
        #expect(mutants.count > 10)
        for (place, json) in mutants {
            let verdict = await Fixture.verify(json.serialized())
            #expect(verdict.verdict == .failed, "\(place)")
            let check = verdict.checks.first { $0.name == .terms }
            #expect(check?.code == "terms.undefined", "\(place)")
            #expect(check?.at?.description == "\(place)/unheardOf", "\(place)")
        }
    }

    /// The contexts do not matter to a proof over the JSON, and it covers every member.
    @Test func `with any member added at any depth never verifies under a proof over the JSON`()
        async throws
    {
        let mutants = mutants(of: try await record(.eddsaJCS2022)) { value in
            guard value.isObject else { return [] }
            let members = value.members.map { (name: $0.name, value: JSON.verbatim($0.value)) }
            return [.object(members + [("unheardOf", "x")])]
        }
        #expect(mutants.count > 10)
        for (place, json) in mutants {
            let verdict = await Fixture.verify(json.serialized())
            #expect(verdict.verdict == .failed, "\(place)")
        }
    }

    @Test(arguments: Fixture.suites)
    func `with any value changed never verifies`(form: ProofForm, type: KeyType) async throws {
        let mutants = mutants(of: try await record(form, type)) { value in
            switch value.kind {
            case .string: [.string((value.string ?? "") + "x"), .string("")]
            case .number: [.number((value.numberText ?? "") + "1")]
            case .bool: [.bool(value.bool != true)]
            case .null, .array, .object: []
            }
        }
        #expect(mutants.count > 50)
        for (place, json) in mutants {
            let verdict = await Fixture.verify(json.serialized())
            #expect(verdict.verdict != .verified, "\(place)")
        }
    }

    @Test(arguments: Fixture.suites)
    func `with any member taken out never verifies`(form: ProofForm, type: KeyType) async throws {
        let mutants = mutants(of: try await record(form, type)) { value in
            value.members.map { removed in
                .object(
                    value.members.filter { !$0.hasName(removed.name) }
                        .map { ($0.name, .verbatim($0.value)) })
            }
        }
        for (place, json) in mutants {
            let verdict = await Fixture.verify(json.serialized())
            #expect(verdict.aggregate != .verified, "\(place)")
        }
    }
}
