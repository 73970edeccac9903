import DIDs
import JSONText
import Multiformat

/// A proof as it stands in a document: read, and not judged. Purpose, domain, challenge and times
/// are for the caller to weigh.
package struct DataIntegrityProof: Sendable {
    package let value: JSONValue
    package let id: Text?
    package let type: Text
    /// Absent in proofs older than `DataIntegrityProof`.
    package let cryptosuite: Text?
    /// The key's identifier, as written.
    package let verificationMethod: Text?
    package let proofPurpose: Text?
    /// Nil also where the text is no time: ``SecuredDocument/verify(_:with:)`` tells that apart.
    package let created: DateTimeStamp?
    package let expires: DateTimeStamp?
    package let domain: [Text]
    package let challenge: Text?
    package let nonce: Text?
    package let previousProof: [Text]

    /// Reads a proof of any kind. Members that only some kinds have may be absent; those that are
    /// there must be of their type.
    package init(reading value: JSONValue) throws(ProofError) {
        guard value.isObject else { throw .notAnObject }
        self.value = value
        let types = (value["type"] ?? value["@type"])?.oneOrMore ?? []
        guard types.count == 1, let type = types.first?.text else {
            throw types.isEmpty ? .missing(member: "type") : .invalid(member: "type")
        }
        self.type = type
        id = try Self.text("id", of: value)
        cryptosuite = try Self.text("cryptosuite", of: value)
        if let embedded = value["verificationMethod"], embedded.isObject {
            verificationMethod = try Self.text("id", of: embedded)
        } else {
            verificationMethod = try Self.text("verificationMethod", of: value)
        }
        proofPurpose = try Self.text("proofPurpose", of: value)
        created = try Self.text("created", of: value).flatMap { DateTimeStamp($0.string) }
        expires = try Self.text("expires", of: value).flatMap { DateTimeStamp($0.string) }
        domain = try Self.texts("domain", of: value)
        challenge = try Self.text("challenge", of: value)
        nonce = try Self.text("nonce", of: value)
        previousProof = try Self.texts("previousProof", of: value)
    }

    /// The proofs of a document, one or several (LDP-10).
    package static func proofs(of document: JSONValue) throws(ProofError) -> [DataIntegrityProof] {
        let values = document["proof"]?.oneOrMore ?? []
        guard values.count <= Limits.proofs else { throw .tooManyProofs(limit: Limits.proofs) }
        var proofs: [DataIntegrityProof] = []
        for value in values { proofs.append(try DataIntegrityProof(reading: value)) }
        return proofs
    }

    /// What the proof is called where people read it.
    package var name: Text { cryptosuite ?? type }

    /// Both times, where they are given, are `xsd:dateTimeStamp` (LDP-02). Asked only of proofs of
    /// a known kind: the others are passed over, whatever they contain.
    func requireTimes() throws(ProofError) {
        for (name, time) in [("created", created), ("expires", expires)] where time == nil {
            guard let text = try Self.text(name, of: value) else { continue }
            throw .invalidTime(member: name, text: text.string)
        }
    }

    func requireMethodAndPurpose() throws(ProofError) {
        guard verificationMethod != nil else { throw .missing(member: "verificationMethod") }
        guard proofPurpose != nil else { throw .missing(member: "proofPurpose") }
    }

    /// The octets of `proofValue`, in base 58 and of exactly this number (LDP-11).
    func signature(octets count: Int) throws(ProofError) -> [UInt8] {
        guard let text = try Self.text("proofValue", of: value) else {
            throw .missing(member: "proofValue")
        }
        let octets: [UInt8]
        do {
            octets = try Multibase.base58btc.decode(text.string)
        } catch {
            throw .proofValue(error)
        }
        guard octets.count == count else {
            throw .proofValueLength(expected: count, found: octets.count)
        }
        return octets
    }

    private static func text(_ name: String, of value: JSONValue) throws(ProofError) -> Text? {
        guard let member = value[name] else { return nil }
        guard let text = member.text else { throw .invalid(member: name) }
        return text
    }

    private static func texts(_ name: String, of value: JSONValue) throws(ProofError) -> [Text] {
        guard let member = value[name] else { return [] }
        let values = member.oneOrMore
        let texts = values.compactMap(\.text)
        guard texts.count == values.count else { throw .invalid(member: name) }
        return texts
    }
}
