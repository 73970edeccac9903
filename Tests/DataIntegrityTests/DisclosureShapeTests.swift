import JSONLD
import JSONText
import KeyMaterial
import Testing

@testable import DataIntegrity

/// A context with every way in which JSON-LD writes nodes and values.
private struct ManyWays: ContextLoader {
    func context(at url: Text) -> RemoteContext? { Self.known[url] }

    private static let known: [Text: RemoteContext] = {
        let text = #"""
            {"@context": {"@version": 1.1, "id": "@id", "type": "@type",
              "name": "https://a.example/name", "note": "https://a.example/note",
              "part": "https://a.example/part", "link": {"@id": "https://a.example/link",
                "@type": "@id"},
              "steps": {"@id": "https://a.example/steps", "@container": "@list"},
              "said": {"@id": "https://a.example/said", "@container": "@graph"},
              "titles": {"@id": "https://a.example/titles", "@container": "@language"},
              "byID": {"@id": "https://a.example/byID", "@container": "@id"},
              "data": {"@id": "https://a.example/data", "@type": "@json"},
              "partOf": {"@reverse": "https://a.example/part"},
              "more": "@nest",
              "Special": {"@id": "https://a.example/Special", "@context": {
                "note": "https://a.example/specialNote"}},
              "DataIntegrityProof": {"@id": "https://w3id.org/security#DataIntegrityProof",
                "@context": {
                  "created": "http://purl.org/dc/terms/created",
                  "cryptosuite": "https://w3id.org/security#cryptosuite",
                  "proofPurpose": {"@id": "https://w3id.org/security#proofPurpose",
                    "@type": "@vocab", "@context": {
                      "assertionMethod": "https://w3id.org/security#assertionMethod"}},
                  "proofValue": "https://w3id.org/security#proofValue",
                  "verificationMethod": {"@id": "https://w3id.org/security#verificationMethod",
                    "@type": "@id"}}}}}
            """#
        guard let document = try? JSONDocument(parsing: Array(text.utf8)) else { return [:] }
        return [
            "https://a.example/c": RemoteContext(url: "https://a.example/c", document: document)
        ]
    }()
}

@Suite struct `Selective disclosure` {
    static let document = #"""
        {"@context": "https://a.example/c", "type": "Special", "name": "root", "note": "scoped",
         "part": [
           {"name": "twin"}, {"name": "twin"},
           {"part": [{"part": {"name": "deep"}}, {"part": {"name": "deep"}}]},
           {"id": "_:x", "name": "labelled", "part": {"note": "of x"}},
           {"link": "_:x"},
           {"id": "urn:b", "@context": {"note": "https://a.example/own"}, "note": "own",
            "name": "b"},
           {"id": "urn:b", "name": "b"}],
         "steps": ["a", "a", {"name": "step"}, {"name": "step", "part": {"note": "in step"}}],
         "said": [{"name": "in a graph", "part": {"name": "also"}}, {"name": "in another"}],
         "titles": {"en": "Root", "ga": ["Fréamh", "\uD83C\uDF31"]},
         "byID": {"urn:c": {"name": "c", "note": "of c"}, "urn:d": {"name": "d"}},
         "data": {"a": [1, {"b": null}], "c": "\u20AC"},
         "partOf": [{"name": "around", "note": "n"}, {"name": "another"}],
         "more": {"link": ["urn:l1", "urn:l2"]},
         "https://a.example/value": [{"@value": "v", "@language": "en"},
           {"@value": "7", "@type": "https://a.example/t"}],
         "https://a.example/list": {"@list": [["x", "y"], {"@list": [{"name": "z"}]}]},
         "https://a.example/empty": [{"@list": []}, {}]}
        """#

    private let workshop: DisclosureWorkshop
    private let value: JSONValue
    private let signed: JSONValue

    init() throws {
        workshop = try DisclosureWorkshop(ManyWays())
        value = try JSONDocument(parsing: Array(Self.document.utf8)).root
        signed = try workshop.sign(value, mandatory: [JSONPointer(["name"])])
    }

    private func pointers(_ texts: [String]) -> [JSONPointer] {
        texts.compactMap { JSONPointer($0) }
    }

    @Test func `shows any one place, with what is mandatory`() throws {
        for place in value.placesInside {
            let derived = try workshop.derive(signed, [place])
            #expect(try workshop.verification(derived).isValid, "\(place)")
            #expect(derived["name"]?.string == "root", "\(place)")
        }
    }

    @Test func `shows any places together`() throws {
        var numbers = SeededNumbers(seed: 3)
        let places = value.placesInside
        for _ in 0..<150 {
            let chosen = (0..<Int.random(in: 2...9, using: &numbers))
                .compactMap { _ in places.randomElement(using: &numbers) }
            let derived = try workshop.derive(signed, chosen)
            #expect(try workshop.verification(derived).isValid, "\(chosen)")
        }
    }

    @Test(arguments: [
        ("/steps/1", "/steps", 4), ("/data/a/0", "/data", 2),
        ("/https:~1~1a.example~1list/@list/0/0", "/https:~1~1a.example~1list/@list", 2),
        ("/https:~1~1a.example~1value/0/@value", "/https:~1~1a.example~1value/0", 2),
    ])
    func `shows lists, literals and value objects whole`(
        pointer: String, whole: String, count: Int
    ) throws {
        let derived = try workshop.derive(signed, pointers([pointer]))
        let shown = try #require(JSONPointer(whole).flatMap { derived[$0] })
        #expect(shown.count == count)
    }

    @Test func `shows no more than was chosen`() throws {
        let derived = try workshop.derive(
            signed, pointers(["/part/3/part", "/said/1", "/titles/en"]))
        let expected = #"""
            {"@context":"https://a.example/c","type":"Special","name":"root",
             "part":[{"id":"_:x","part":{"note":"of x"}}],"said":[{"name":"in another"}],
             "titles":{"en":"Root"}}
            """#
        let shown = try derived.replacing(JSONPointer(["proof"]), nil)
        #expect(
            try shown.canonicalized()
                == JSONDocument(parsing: Array(expected.utf8)).root.canonicalized())
    }

    @Test func `keeps all types, whichever of them is chosen`() throws {
        let document = #"{"@context":"https://a.example/c","type":["Special","urn:t"],"note":"n"}"#
        let value = try JSONDocument(parsing: Array(document.utf8)).root
        let derived = try workshop.derive(
            workshop.sign(value, mandatory: []), pointers(["/type/1", "/note"]))
        #expect(derived["type"]?.count == 2)
        #expect(try workshop.verification(derived).isValid)
    }

    @Test func `keeps the context of an object on the way`() throws {
        let derived = try workshop.derive(signed, pointers(["/part/5/note"]))
        #expect(derived["part"]?.elements.first { _ in true }?["@context"] != nil)
        #expect(try workshop.verification(derived).isValid)
    }

    @Test(arguments: [
        ["/nowhere"], ["/part/7"], ["/part/01"], ["/part/-"], ["/name/0"], ["/proof"],
        ["/name", "/data/x"], ["/titles/en", "/titles/de"],
    ])
    func `says which place is not there`(texts: [String]) throws {
        let error = #expect(throws: ProofError.self) {
            _ = try workshop.derive(signed, pointers(texts))
        }
        guard case .disclosure(.notFound(let place)) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(place == pointers(texts).last)
    }

    @Test func `needs one base proof`() throws {
        func error(_ document: JSONValue) -> DisclosureError? {
            do throws(ProofError) {
                _ = try ECDSASD2023().derive(
                    from: workshop.secured(document), revealing: pointers(["/note"]))
            } catch {
                if case .disclosure(let cause) = error { return cause }
            }
            return nil
        }
        #expect(error(value) == .noBaseProof)
        #expect(error(try workshop.derive(signed, pointers(["/note"]))) == .alreadyDerived)
        #expect(error(try workshop.sign(signed, mandatory: [])) == .severalBaseProofs(2))
        let changed = try signed.replacing(JSONPointer(["note"]), "changed")
        #expect(error(changed) == .otherStatements)
        let bare = try workshop.sign(value, mandatory: [])
        #expect(throws: ProofError.self) { _ = try workshop.derive(bare, []) }
    }

    @Test func `is not derived from a proof that covers other proofs`() throws {
        let chained = try signed.replacing(
            JSONPointer(["proof"]),
            .object(
                [("previousProof", "urn:p")]
                    + (signed["proof"]?.members.map { ($0.name, .verbatim($0.value)) } ?? [])))
        let error = #expect(throws: ProofError.self) {
            _ = try workshop.derive(chained, [JSONPointer(["note"])])
        }
        guard case .disclosure(.chained) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `leaves other proofs behind`() throws {
        let other = try PrivateKey.generate(.ed25519)
        let proof = try EdDSARDFC2022().createProof(
            ProofOptions(verificationMethod: "did:key:z6#z6", created: nil),
            of: workshop.secured(signed), with: other)
        let both = try proof.attached(to: signed).parsed()
        let derived = try ECDSASD2023().derive(from: workshop.secured(both), revealing: [])
        #expect(derived.proofsLeftBehind == 1)
        #expect(try workshop.verification(derived.json.parsed()).isValid)
    }

    @Test func `needs a P-256 key`() throws {
        for type in [KeyType.ed25519, .p384] {
            let signer = try PrivateKey.generate(type)
            let secrets = try DisclosureSecrets.fresh { [UInt8](repeating: 1, count: $0) }
            #expect(throws: ProofError.self) {
                _ = try ECDSASD2023().createBaseProof(
                    ProofOptions(verificationMethod: "did:key:x#x", created: nil), mandatory: [],
                    of: workshop.secured(value), with: signer, secrets: secrets)
            }
            let proof = try workshop.proof(of: signed)
            #expect(throws: ProofError.self) {
                _ = try workshop.secured(signed).verify(proof, with: signer.publicKey)
            }
            #expect(throws: ProofError.self) {
                _ = try DisclosureSecrets(
                    hmacKey: [UInt8](repeating: 1, count: 32), proofSigner: signer)
            }
        }
        #expect(throws: ProofError.self) {
            _ = try DisclosureSecrets(hmacKey: [1], proofSigner: workshop.issuer)
        }
    }

    @Test func `bounds the number of pointers`() throws {
        let most = [JSONPointer](repeating: JSONPointer(["note"]), count: Limits.disclosurePointers)
        #expect(throws: Never.self) { _ = try PointerTree(most) }
        #expect(throws: DisclosureError.tooManyPointers(limit: Limits.disclosurePointers)) {
            _ = try PointerTree(most + most.prefix(1))
        }
        let deep = JSONPointer([Text](repeating: "a", count: Limits.jsonDepth + 1))
        #expect(throws: DisclosureError.notFound(deep)) { _ = try PointerTree([deep]) }
    }
}

@Suite struct `A derived proof` {
    static let document =
        #"{"@context":"https://a.example/c","id":"urn:r","name":"root","note":"n","#
        + #""part":[{"name":"one","note":"two"},{"name":"three"}]}"#

    private let workshop: DisclosureWorkshop
    private let derived: JSONValue
    private let value: DerivedProofValue

    init() throws {
        workshop = try DisclosureWorkshop(ManyWays())
        let document = try JSONDocument(parsing: Array(Self.document.utf8)).root
        let signed = try workshop.sign(document, mandatory: [JSONPointer(["name"])])
        derived = try workshop.derive(signed, [JSONPointer(["part"])])
        guard case .derived(let value) = try DisclosureProofValue(of: workshop.proof(of: derived))
        else { throw DisclosureError.noBaseProof }
        self.value = value
    }

    private func changed(
        signatures: [[UInt8]]? = nil, labels: [UInt64: [UInt8]]? = nil, mandatory: [Int]? = nil,
        in document: JSONValue? = nil
    ) throws -> JSONValue {
        let other = DerivedProofValue(
            baseSignature: value.baseSignature, publicKey: value.publicKey,
            signatures: signatures ?? value.signatures, labels: labels ?? value.labels,
            mandatory: mandatory ?? value.mandatory)
        return try (document ?? derived).replacing(
            JSONPointer(["proof", "proofValue"]), .string(other.text))
    }

    @Test func `fits what it was derived for`() throws {
        #expect(workshop.isAccepted(derived))
        #expect(workshop.isAccepted(try changed()))
        #expect(value.labels.count == 2)
        #expect(value.signatures.count == 5)
        #expect(value.mandatory.count == 1)
    }

    @Test func `fails with signatures that changed places, or too many or few`() throws {
        var swapped = value.signatures
        swapped.swapAt(0, 1)
        #expect(!workshop.isAccepted(try changed(signatures: swapped)))
        #expect(!workshop.isAccepted(try changed(signatures: value.signatures.dropLast())))
        let more = value.signatures + value.signatures.prefix(1)
        #expect(!workshop.isAccepted(try changed(signatures: more)))
        #expect(!workshop.isAccepted(try changed(signatures: [])))
    }

    @Test func `fails with labels that are exchanged, missing, doubled or more`() throws {
        let (first, second) = (try #require(value.labels[0]), try #require(value.labels[1]))
        for labels in [
            [0: second, 1: first], [0: first], [0: first, 1: first], [0: first, 2: second],
            [0: first, 1: second, 2: [UInt8](repeating: 0, count: 32)],
        ] as [[UInt64: [UInt8]]] {
            #expect(!workshop.isAccepted(try changed(labels: labels)))
        }
    }

    @Test(arguments: [[], [0], [1], [0, 1], [99]])
    func `fails with other statements called mandatory`(indexes: [Int]) throws {
        guard indexes != value.mandatory else { return }
        #expect(!workshop.isAccepted(try changed(mandatory: indexes)))
    }

    @Test func `fails where what is mandatory is hidden`() throws {
        let hidden = try derived.replacing(JSONPointer(["name"]), nil)
        #expect(!workshop.isAccepted(hidden))
        #expect(!workshop.isAccepted(try changed(mandatory: [], in: hidden)))
    }

    /// That is what selective disclosure allows.
    @Test func `still fits without a statement and its signature`() throws {
        let hidden = try derived.replacing(JSONPointer(["part", "0", "note"]), nil)
        #expect(!workshop.isAccepted(hidden))
        let accepted = try value.signatures.indices.filter { index in
            var signatures = value.signatures
            signatures.remove(at: index)
            return try (0...5).contains { place in
                workshop.isAccepted(
                    try changed(signatures: signatures, mandatory: [place], in: hidden))
            }
        }
        #expect(accepted.count == 1)
    }

    @Test(arguments: ["part", "name"])
    func `fails with any value changed or added`(name: String) throws {
        for place in derived.placesInside where derived[place]?.isString == true {
            #expect(!workshop.isAccepted(try derived.replacing(place, "other")), "\(place)")
        }
        let members = derived.members.map { (name: $0.name, value: JSON.verbatim($0.value)) }
        for extra in [("note", JSON.string("n")), ("note", "m")] {
            let more = try JSON.object(members + [(name: extra.0, value: extra.1)]).parsed()
            #expect(!workshop.isAccepted(more))
        }
    }

    @Test(arguments: ["created", "verificationMethod", "proofPurpose"])
    func `covers its own options`(name: String) throws {
        let old = try #require(derived["proof"]?[name]?.string)
        let new = name == "created" ? "2026-01-02T03:04:06Z" : old + "x"
        let place = JSONPointer(["proof", Text(name)])
        #expect(!workshop.isAccepted(try derived.replacing(place, .string(new))))
    }
}
