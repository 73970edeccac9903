import DataIntegrity
import JSONText
import KeyMaterial
import Multiformat
import Testing

/// A suite with a type of key that it is for.
struct SuiteWithKey: Sendable, CustomTestStringConvertible {
    let suite: any SigningCryptosuite
    let type: KeyType

    var testDescription: String { "\(suite.name), \(type.rawValue)" }

    static let all: [SuiteWithKey] =
        Cryptosuites.all.compactMap { $0 as? any SigningCryptosuite }.flatMap { suite in
            suite.keyTypes.map { SuiteWithKey(suite: suite, type: $0) }
        }
}

@Suite struct `Every suite that signs` {
    private let contexts = OwnContexts()

    private func parse(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    private func secured(_ value: JSONValue) -> SecuredDocument {
        SecuredDocument(value, processor: contexts.processor)
    }

    private func sign(
        _ signing: SuiteWithKey, _ key: PrivateKey, _ text: String = OwnContexts.document
    ) throws -> String {
        let value = try parse(text)
        var options = ProofOptions(
            verificationMethod: "did:key:z6Mk#z6Mk", created: "2026-01-02T03:04:05Z")
        options.challenge = "c"
        let proof = try signing.suite.createProof(options, of: secured(value), with: key)
        return String(decoding: proof.attached(to: value).serialized(), as: UTF8.self)
    }

    private func verify(_ text: String, _ key: PrivateKey, proof index: Int = 0) throws -> Bool {
        let value = try parse(text)
        let proofs = try DataIntegrityProof.proofs(of: value)
        let proof = try #require(proofs.dropFirst(index).first)
        return try secured(value).verify(proof, with: key.publicKey).isValid
    }

    /// False also where the proof or the document can no longer be read.
    private func stillVerifies(_ text: String, _ key: PrivateKey) -> Bool {
        guard let value = try? parse(text),
            let proof = try? DataIntegrityProof.proofs(of: value).first
        else { return false }
        return (try? secured(value).verify(proof, with: key.publicKey).isValid) ?? false
    }

    @Test func `is there`() {
        #expect(
            SuiteWithKey.all.map(\.testDescription) == [
                "eddsa-rdfc-2022, Ed25519", "eddsa-jcs-2022, Ed25519", "ecdsa-rdfc-2019, P-256",
                "ecdsa-rdfc-2019, P-384", "ecdsa-jcs-2019, P-256", "ecdsa-jcs-2019, P-384",
            ])
    }

    @Test(arguments: SuiteWithKey.all)
    func `verifies what it has signed, however the JSON is laid out`(
        signing: SuiteWithKey
    ) throws {
        let key = try PrivateKey.generate(signing.type)
        let signed = try sign(signing, key)
        #expect(try verify(signed, key))
        #expect(try verify(signed.replacing(",", with: " ,\n\t"), key))
        #expect(try verify(signed.replacing("\"Ada\"", with: "\"\\u0041da\""), key))
        let swapped = signed.replacing(
            #"{"name":"two","note":"n"}"#, with: #"{"note":"n","name":"two"}"#)
        #expect(swapped != signed)
        #expect(try verify(swapped, key))
    }

    @Test(arguments: SuiteWithKey.all)
    func `sees any text that was changed, and any member taken out or put in`(
        signing: SuiteWithKey
    ) throws {
        let key = try PrivateKey.generate(signing.type)
        let signed = try sign(signing, key)
        let value = try parse(signed)
        var count = 0
        try eachMutant(of: value) { place, mutant in
            let text = String(decoding: mutant.serialized(), as: UTF8.self)
            #expect(!stillVerifies(text, key), "\(place)")
            count += 1
        }
        #expect(count > 30)
    }

    private func eachMutant(
        of value: JSONValue, _ visit: (JSONPointer, JSON) throws -> Void
    ) throws {
        switch value.kind {
        case .string: try visit(value.pointer, .string((value.string ?? "") + "x"))
        case .object:
            let members = value.members.map { (name: $0.name, value: JSON.verbatim($0.value)) }
            try visit(value.pointer, .object(members + [("unheardOf", "x")]))
            for (index, member) in value.members.enumerated() {
                var others = members
                others.remove(at: index)
                try visit(member.value.pointer, .object(others))
                try eachMutant(of: member.value) { place, mutant in
                    var changed = members
                    changed[index].value = mutant
                    try visit(place, .object(changed))
                }
            }
        case .array:
            let elements = value.elements.map { JSON.verbatim($0) }
            for (index, element) in value.elements.enumerated() {
                try eachMutant(of: element) { place, mutant in
                    var changed = elements
                    changed[index] = mutant
                    try visit(place, .array(changed))
                }
            }
        case .null, .bool, .number: return
        }
    }

    @Test(arguments: SuiteWithKey.all)
    func `does not verify with another key, or a key of another type`(
        signing: SuiteWithKey
    ) throws {
        let signed = try sign(signing, try PrivateKey.generate(signing.type))
        for type in [KeyType.ed25519, .p256, .p384] {
            let other = try PrivateKey.generate(type)
            if signing.suite.keyTypes.contains(type) {
                #expect(!stillVerifies(signed, other))
            } else {
                let error = try #require(throws: ProofError.self) { try verify(signed, other) }
                #expect("\(error)".contains("asks for a key of the type"))
            }
            if !signing.suite.keyTypes.contains(type) {
                #expect(throws: ProofError.self) { try sign(signing, other) }
            }
        }
    }

    /// A signature of zeros once verified everywhere (CVE-2022-21449); r and s alone do not.
    @Test(arguments: SuiteWithKey.all)
    func `refuses a signature of zeros, and one of another length`(signing: SuiteWithKey) throws {
        let key = try PrivateKey.generate(signing.type)
        let signed = try sign(signing, key)
        let value = try #require(try parse(signed)["proof"]?["proofValue"]?.string)
        let count = try Multibase.base58btc.decode(value).count
        func with(_ octets: [UInt8]) -> String {
            signed.replacing(value, with: Multibase.base58btc.encode(octets))
        }
        #expect(try verify(with([UInt8](repeating: 0, count: count)), key) == false)
        for length in [count - 1, count + 1] {
            let octets = [UInt8](repeating: 1, count: length)
            let error = try #require(throws: ProofError.self) { try verify(with(octets), key) }
            #expect("\(error)".contains("should hold \(count) octets"))
        }
    }

    @Test(arguments: SuiteWithKey.all)
    func `stands beside others in a set`(signing: SuiteWithKey) throws {
        let key = try PrivateKey.generate(signing.type)
        var text = OwnContexts.document
        for other in SuiteWithKey.all where other.type == signing.type {
            text = try sign(other, key, text)
        }
        text = try sign(signing, key, text)
        let count = try DataIntegrityProof.proofs(of: parse(text)).count
        #expect(count == 3)
        for index in 0..<count {
            #expect(try verify(text, key, proof: index))
            #expect(try verify(text.replacing("Ada", with: "Bob"), key, proof: index) == false)
        }
    }
}

@Suite struct `A proof over canonical JSON` {
    private let contexts = OwnContexts()
    private let key: PrivateKey

    init() throws { key = try PrivateKey.generate(.ed25519) }

    private func signed(_ text: String) throws -> String {
        let value = try JSONDocument(parsing: Array(text.utf8)).root
        let proof = try EdDSAJCS2022().createProof(
            ProofOptions(verificationMethod: "did:key:z6Mk#z6Mk", created: nil),
            of: SecuredDocument(value, processor: contexts.processor), with: key)
        return String(decoding: proof.attached(to: value).serialized(), as: UTF8.self)
    }

    private func verify(_ text: String) throws -> Bool {
        let value = try JSONDocument(parsing: Array(text.utf8)).root
        let proof = try DataIntegrityProof.proofs(of: value)[0]
        return try SecuredDocument(value, processor: contexts.processor)
            .verify(proof, with: key.publicKey).isValid
    }

    private static let document = #"{"@context":["https://a.example/c","urn:d"],"n":1.50,"x":"y"}"#

    @Test func `copies the contexts, and needs none of them`() throws {
        let text = try signed(Self.document)
        #expect(text.contains(#""@context":["https://a.example/c","urn:d"],"proofValue""#))
        #expect(try verify(text))
        let plain = try signed(#"{"x":"y"}"#)
        #expect(!plain.contains("@context"))
        #expect(try verify(plain))
    }

    @Test(arguments: [
        // Behind the signed ones others may stand, and nowhere else.
        (#"["https://a.example/c","urn:d","urn:e"]"#, true),
        (#"["https://a.example/c","urn:d",{"x":null}]"#, true),
        (#"["https://a.example/c"]"#, false), (#""https://a.example/c""#, false),
        (#"["urn:d","https://a.example/c"]"#, false),
        (#"["urn:e","https://a.example/c","urn:d"]"#, false),
        (#"["https://a.example/c","urn:e","urn:d"]"#, false), ("[]", false), ("null", false),
        (#"["https://a.example/c",["urn:d"]]"#, false),
    ])
    func `holds while the contexts begin as they were signed`(
        contexts: String, holds: Bool
    ) throws {
        let text = try signed(Self.document)
        let altered = text.replacing(
            #"{"@context":["https://a.example/c","urn:d"],"n""#,
            with: #"{"@context":\#(contexts),"n""#)
        #expect(altered != text)
        #expect(try verify(altered) == holds)
    }

    @Test func `does not hold when the contexts of proof and document are exchanged together`()
        throws
    {
        let text = try signed(Self.document)
        #expect(try verify(text.replacing("urn:d", with: "urn:e")) == false)
        #expect(
            try verify(text.replacing(#"["https://a.example/c","urn:d"]"#, with: "[]")) == false)
    }

    @Test func `takes one context and a list of it for the same start`() throws {
        let text = try signed(#"{"@context":"urn:d","x":"y"}"#)
        #expect(try verify(text))
        #expect(
            try verify(
                text.replacing(#"{"@context":"urn:d","x""#, with: #"{"@context":["urn:d"],"x""#)))
    }

    /// Numbers are what ECMAScript reads; other spellings of one number are the same.
    @Test(arguments: [("1.5", true), ("15e-1", true), ("1.51", false), ("\"1.50\"", false)])
    func `covers the value of a number`(number: String, holds: Bool) throws {
        let text = try signed(Self.document)
        #expect(try verify(text.replacing("\"n\":1.50", with: "\"n\":\(number)")) == holds)
    }

    @Test func `is not made of a number that no double can hold`() throws {
        let error = try #require(throws: ProofError.self) { try signed(#"{"x":1e400}"#) }
        #expect("\(error)".contains("no canonical JSON"))
    }
}
