import Issuance
import JSONLD
import JSONText
import KeyMaterial
import RDF
import TestSupport
import Testing
import Vocabularies

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

    // MARK: - Every sample

    /// The samples that verify, whatever form they come in, and what is at hand beside them.
    private func verifiedSamples() async throws -> [(file: String, root: JSONValue, by: Verifier)] {
        let verifier = Verifier(
            catalog: try RealInput.documents(), clock: { RealInput.now })
        var samples: [(file: String, root: JSONValue, by: Verifier)] = []
        for input in try RealInput.all() {
            let bytes = try input.bytes()
            guard let document = try? JSONDocument(parsing: bytes), document.root.isObject,
                await verifier.verify(bytes).verdict.verdict == .verified
            else { continue }
            samples.append((input.file, document.root, verifier))
        }
        return samples
    }

    /// Every so many of the mutants, so that a large sample takes no longer than a small one.
    private func some(
        _ mutants: [(place: JSONPointer, json: JSON)], _ most: Int
    ) -> [(place: JSONPointer, json: JSON)] {
        let step = max(1, mutants.count / most)
        return mutants.enumerated().filter { $0.offset % step == 0 }.map(\.element)
    }

    private func expectNone(
        of mutants: [(place: JSONPointer, json: JSON)], verify verifier: Verifier, _ file: String
    ) async {
        for (place, json) in mutants where !isUnknownSuite(place) {
            let verdict = await verifier.verify(json.serialized()).verdict
            #expect(verdict.aggregate != .verified, "\(file) \(place)")
        }
    }

    /// A proof by a suite that nobody knows, beside one that holds, says nothing and breaks
    /// nothing: what it stood for is not touched.
    private func isUnknownSuite(_ place: JSONPointer) -> Bool {
        place.tokens.count == 3 && place.tokens.first == "proof"
            && place.tokens.last == "cryptosuite"
    }

    /// What a proof covers; nil where it cannot be told.
    private func statements(of bytes: [UInt8]) -> [UInt8]? {
        let processor = JSONLDProcessor(
            contexts: KnownContextLoader.process, options: .credential)
        let document = try? JSONDocument(parsing: bytes)
        let dataset = document.flatMap {
            try? processor.toRDF($0.root, leavingOut: ["proof"])
        }
        return dataset.flatMap { try? canonicalize($0).digest() }
    }

    private func withUndefinedMembers(
        _ root: JSONValue
    ) -> [(place: JSONPointer, json: JSON)] {
        mutants(of: root) { value in
            guard value.isObject else { return [] }
            let members = value.members.map { (name: $0.name, value: JSON.verbatim($0.value)) }
            return [.object(members + [("unheardOf", "x")])]
        }
    }

    private func withChangedValues(_ root: JSONValue) -> [(place: JSONPointer, json: JSON)] {
        mutants(of: root) { value in
            switch value.kind {
            case .string: [.string((value.string ?? "") + "x")]
            case .number: [.number((value.numberText ?? "") + "1")]
            case .bool: [.bool(value.bool != true)]
            case .null, .array, .object: []
            }
        }
    }

    /// With another context in the place of each, at every depth.
    private func withExchangedContexts(_ root: JSONValue) -> [(place: JSONPointer, json: JSON)] {
        let others: [JSON] = [
            "https://example.org/unheard-of", .object([("@vocab", "urn:v:")]),
            .object([("name", "urn:other:name")]), .null,
        ]
        return mutants(of: root) { value in
            let contexts = value.isObject ? value["@context"]?.oneOrMore ?? [] : []
            return contexts.indices.flatMap { place in
                others.map { other in
                    let list = contexts.enumerated().map {
                        $0.offset == place ? other : .verbatim($0.element)
                    }
                    return .object(
                        value.members.map { member in
                            (
                                name: member.name,
                                value: member.hasName("@context")
                                    ? JSON.array(list) : .verbatim(member.value)
                            )
                        })
                }
            }
        }
    }

    /// A proof covers what the contexts make of the document. Where another context leaves the
    /// same statements, the record says what was signed, and may verify.
    private func expectTheSame(
        of mutants: [(place: JSONPointer, json: JSON)], as root: JSONValue,
        by verifier: Verifier, _ file: String
    ) async -> Int {
        let said = statements(of: Array(root.bytes))
        var failed = 0
        for (place, json) in mutants {
            let bytes = json.serialized()
            guard await verifier.verify(bytes).verdict.aggregate == .verified else {
                failed += 1
                continue
            }
            #expect(said != nil && statements(of: bytes) == said, "\(file) \(place)")
        }
        return failed
    }

    @Test(.enabled(if: Standards.present))
    func `of the standards' samples never verifies with an undefined member`() async throws {
        let samples = try await verifiedSamples()
        #expect(samples.count >= 4)
        for (file, root, verifier) in samples {
            await expectNone(
                of: some(withUndefinedMembers(root), 60), verify: verifier, file)
        }
    }

    @Test(.enabled(if: Standards.present))
    func `of the standards' samples never verifies with a value changed`() async throws {
        for (file, root, verifier) in try await verifiedSamples() {
            await expectNone(of: some(withChangedValues(root), 120), verify: verifier, file)
        }
    }

    @Test(.enabled(if: Standards.present))
    func `of the standards' samples says the same or fails with a context exchanged`() async throws
    {
        var failed = 0
        for (file, root, verifier) in try await verifiedSamples() {
            failed += await expectTheSame(
                of: some(withExchangedContexts(root), 60), as: root, by: verifier, file)
        }
        #expect(failed > 20)
    }

    // MARK: - The demonstration

    /// Every place of it: two of the learner's credentials, signed by their issuers, in a record
    /// that another one signs.
    @Test func `of the demonstration never verifies with anything changed`() async throws {
        let (root, verifier) = try await DemonstrationRecord.shared.middle()
        let undefined = withUndefinedMembers(root)
        let changed = withChangedValues(root)
        #expect(undefined.count > 25)
        #expect(changed.count > 80)
        await expectNone(of: undefined + changed, verify: verifier, "middle")
        let exchanged = withExchangedContexts(root)
        let failed = await expectTheSame(of: exchanged, as: root, by: verifier, "middle")
        #expect(exchanged.count >= 36)
        #expect(failed > 20)
    }

    @Test func `of the whole demonstration never verifies with some of it changed`() async throws {
        let (root, verifier) = try await DemonstrationRecord.shared.whole()
        await expectNone(of: some(withUndefinedMembers(root), 30), verify: verifier, "whole")
        await expectNone(of: some(withChangedValues(root), 50), verify: verifier, "whole")
        _ = await expectTheSame(
            of: some(withExchangedContexts(root), 20), as: root, by: verifier, "whole")
    }
}
