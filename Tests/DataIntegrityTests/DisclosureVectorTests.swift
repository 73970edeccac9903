import DIDs
import JSONText
import KeyMaterial
import RDF
import TestSupport
import Testing

@testable import DataIntegrity

/// One of the examples of selective disclosure in Data Integrity ECDSA, with its keys.
struct DisclosureVectors {
    let folder: String
    let secrets: DisclosureSecrets
    let issuer: PrivateKey
    private let hmacKey: [UInt8]
    static let root = "vc-di-ecdsa/TestVectors"

    init(_ folder: String) throws {
        self.folder = "\(Self.root)/ecdsa-sd-2023/\(folder)"
        let keys = try Vectors.json("\(Self.root)/ecdsa-sd-2023/SDKeyMaterial.json")
        issuer = try PrivateKey(
            secretMultibase: #require(keys["baseKeyPair"]?["secretKeyMultibase"]?.string))
        hmacKey = octets(hexadecimal: try #require(keys["hmacKeyString"]?.string))
        secrets = try DisclosureSecrets(
            hmacKey: hmacKey,
            proofSigner: PrivateKey(
                secretMultibase: #require(keys["proofKeyPair"]?["secretKeyMultibase"]?.string)))
    }

    func json(_ name: String) throws -> JSONValue { try Vectors.json("\(folder)/\(name).json") }

    func lines(_ name: String) throws -> [String] {
        try json(name).elements.compactMap(\.string)
    }

    /// The document without its proof.
    func unsigned() throws -> JSONValue {
        let signed = try json("addSignedSDBase")
        return try JSON.object(
            signed.members.filter { !$0.hasName("proof") }
                .map { ($0.name, .verbatim($0.value)) }
        ).parsed()
    }

    func whole() throws -> DisclosableDocument {
        try DisclosableDocument(
            Vectors.secured(unsigned()), hmacKey: hmacKey, reading: .list)
    }

    func pointers(_ name: String) throws -> [JSONPointer] {
        try Vectors.json("\(Self.root)/\(name).json").elements
            .compactMap { $0.string.flatMap { JSONPointer($0) } }
    }

    func base() throws -> (DataIntegrityProof, BaseProofValue) {
        let proof = try #require(
            try DataIntegrityProof.proofs(of: json("addSignedSDBase")).first)
        guard case .base(let value) = try DisclosureProofValue(of: proof) else {
            throw DisclosureError.noBaseProof
        }
        return (proof, value)
    }

    func derived() throws -> DerivedProofValue {
        let proof = try #require(
            try DataIntegrityProof.proofs(of: json("derivedRevealDocument")).first)
        guard case .derived(let value) = try DisclosureProofValue(of: proof) else {
            throw DisclosureError.noBaseProof
        }
        return value
    }
}

func octets(hexadecimal text: String) -> [UInt8] {
    var digits = Array(text.utf8)[...]
    var octets: [UInt8] = []
    while digits.count > 1 {
        octets.append(
            UInt8(String(decoding: digits.prefix(2), as: UTF8.self), radix: 16) ?? 0)
        digits = digits.dropFirst(2)
    }
    return octets
}

extension JSONValue {
    fileprivate func integers(_ name: String) -> [Int] {
        (self[name]?.elements.compactMap(\.integer)) ?? []
    }

    fileprivate func octets(_ name: String) -> [[UInt8]] {
        let texts = self[name]?.oneOrMore.compactMap(\.string) ?? []
        return texts.map { DataIntegrityTests.octets(hexadecimal: $0) }
    }

    /// Indexes and lines of a map that was written as a list of pairs.
    fileprivate var pairs: [Int: String] {
        let pairs = self["value"]?.elements.compactMap { pair -> (Int, String)? in
            let both = Array(pair.elements)
            guard both.count == 2, let index = both[0].integer, let line = both[1].string else {
                return nil
            }
            return (index, line)
        }
        return Dictionary(pairs ?? []) { first, _ in first }
    }
}

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `The vectors of selective disclosure` {
    static let folders = ["employ", "prc"]
    static let pointers = ["employ": "employ", "prc": "prCred"]

    private func text(_ lines: [[UInt8]]) -> [String] {
        lines.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: folders)
    func `name blank nodes by the key, and put the statements in order`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        #expect(
            text(try vectors.whole().statements.lines)
                == (try vectors.lines("addBaseDocHMACCanon")))
        let unsigned = try Vectors.secured(vectors.unsigned())
        let canonical = try unsigned.canonicalize(
            unsigned.traced(unsigned.value).dataset, .list)
        #expect(text(canonical.nquadsLines) == (try vectors.lines("addBaseDocCanon")))
    }

    @Test(arguments: folders)
    func `group the statements`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        let whole = try vectors.whole()
        let transform = try vectors.json("addBaseTransform")
        let pointers = try DisclosureError.pointers(transform["mandatoryPointers"])
        let indexes = try whole.indexes(pointers)
        let mandatory = try #require(transform["mandatory"]).pairs
        #expect(indexes == mandatory.keys.sorted())
        #expect(indexes.map { text(whole.statements.lines)[$0] } == indexes.map { mandatory[$0] })
        let others = try #require(transform["nonMandatory"]).pairs
        #expect(whole.statements.others(than: indexes) == others.keys.sorted())
        #expect(
            hexadecimal(whole.statements.digest(of: indexes))
                == (try vectors.json("addHashData")["mandatoryHash"]?.string))
    }

    @Test(arguments: folders)
    func `hash the options`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        let config = try vectors.json("addProofConfig")
        let secured = try Vectors.secured(vectors.unsigned())
        let hashed = try secured.options(config, config["@context"], .list)
        #expect(
            hexadecimal(hashed.digest)
                == (try vectors.json("addHashData")["proofHash"]?.string))
    }

    @Test(arguments: folders)
    func `are read and written again the same`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        let (proof, base) = try vectors.base()
        let raw = try vectors.json("addRawBaseSignatureInfo")
        #expect([base.baseSignature] == raw.octets("baseSignature"))
        #expect(base.publicKey.multibase == raw["publicKey"]?.string)
        #expect(base.signatures == raw.octets("signatures"))
        #expect(base.mandatory == (try DisclosureError.pointers(raw["mandatoryPointers"])))
        #expect(base.hmacKey == vectors.secrets.hmacKey)
        #expect(base.text == proof.value["proofValue"]?.string)
        let derived = try vectors.derived()
        let disclosed = try vectors.json("derivedDisclosureData")
        #expect([derived.baseSignature] == disclosed.octets("baseSignature"))
        #expect(derived.signatures == disclosed.octets("signatures"))
        #expect(derived.mandatory == disclosed.integers("mandatoryIndexes"))
        #expect(
            derived.mandatory
                == (try vectors.json("derivedAdjMandatoryIndexes")).integers("adjMandatoryIndexes"))
        #expect(
            derived.text
                == (try vectors.json("derivedRevealDocument"))["proof"]?["proofValue"]?.string)
    }

    @Test(arguments: folders)
    func `verify, base and derived`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        for (name, isBase) in [("addSignedSDBase", true), ("derivedRevealDocument", false)] {
            let document = try vectors.json(name)
            let proof = try #require(try DataIntegrityProof.proofs(of: document).first)
            let verification = try Vectors.secured(document).verify(
                proof, with: vectors.issuer.publicKey)
            #expect(verification.isValid)
            #expect(verification.isBase == isBase)
            #expect(verification.reading == .list)
            let other = try PrivateKey.generate(.p256).publicKey
            #expect(try !Vectors.secured(document).verify(proof, with: other).isValid)
        }
    }

    @Test(arguments: folders)
    func `derive the same document`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        let signed = try Vectors.secured(vectors.json("addSignedSDBase"))
        let selective = try vectors.pointers("\(Self.pointers[folder] ?? "")Selective")
        let derived = try ECDSASD2023().derive(from: signed, revealing: selective)
        let expected = try vectors.json("derivedRevealDocument")
        #expect(try derived.json.parsed().canonicalized() == expected.canonicalized())
        let (_, base) = try vectors.base()
        let whole = try vectors.whole()
        let groups = try vectors.json("derivedGroupIndexes")
        #expect(try whole.indexes(base.mandatory) == groups.integers("mandatoryIndexes"))
        #expect(try whole.indexes(selective) == groups.integers("selectiveIndexes"))
        #expect(
            try whole.indexes(base.mandatory + selective) == groups.integers("combinedIndexes"))
        #expect(
            whole.statements.others(than: try whole.indexes(base.mandatory))
                == groups.integers("nonMandatoryIndexes"))
    }

    @Test(arguments: folders)
    func `give the reader the statements that were signed`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        let (_, base) = try vectors.base()
        let selective = try vectors.pointers("\(Self.pointers[folder] ?? "")Selective")
        let part = try #require(try vectors.whole().part(base.mandatory + selective))
        let statements = try #require(Statements(part.dataset, labels: part.labels))
        #expect(text(statements.lines) == (try vectors.lines("verifyNQuads")))
        let expected = try vectors.json("verifyCreateVerifyData")
        let mandatory = try vectors.derived().mandatory
        #expect(hexadecimal(statements.digest(of: mandatory)) == expected["mandatoryHash"]?.string)
        #expect(
            statements.others(than: mandatory).map { text(statements.lines)[$0] }
                == (expected["nonMandatory"]?.elements.compactMap(\.string)))
        #expect(
            try part.json.parsed().canonicalized()
                == vectors.json("derivedUnsignedReveal").canonicalized())
    }

    /// ECDSA signatures differ each time, so a new base proof is held against the old in all else.
    @Test(arguments: folders)
    func `are signed again`(folder: String) throws {
        let vectors = try DisclosureVectors(folder)
        let (old, base) = try vectors.base()
        let unsigned = try vectors.unsigned()
        let method = try #require(old.verificationMethod)
        let created = try ECDSASD2023().createBaseProof(
            ProofOptions(verificationMethod: method, created: old.value["created"]?.text),
            mandatory: base.mandatory, of: Vectors.secured(unsigned), with: vectors.issuer,
            secrets: vectors.secrets)
        let signed = try created.attached(to: unsigned).parsed()
        let proof = try #require(try DataIntegrityProof.proofs(of: signed).first)
        guard case .base(let value) = try DisclosureProofValue(of: proof) else {
            Issue.record("not a base proof")
            return
        }
        #expect(value.publicKey == base.publicKey)
        #expect(value.mandatory == base.mandatory)
        #expect(value.signatures.count == base.signatures.count)
        #expect(
            try Vectors.secured(signed).verify(proof, with: vectors.issuer.publicKey).isValid)
    }
}

extension DisclosureError {
    fileprivate static func pointers(_ value: JSONValue?) throws -> [JSONPointer] {
        try PointerTree.pointers(value?.elements.compactMap(\.string) ?? [])
    }
}
