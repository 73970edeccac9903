import JSONText
import KeyMaterial

/// A controller's document in the making: keys are added, and keys that are there already are
/// retired. A retired key stays in the document with the time of its end, so that what it signed
/// before still holds and what it signs later does not (KEY-09).
package struct ControllerDocumentDraft: Sendable {
    package let id: Text
    private let earlier: JSONValue?
    private var added: [NewKey] = []
    private var ends: [Text: End] = [:]

    /// How a key is written down.
    package enum Form: String, Hashable, Sendable, CaseIterable {
        case multikey = "Multikey"
        case jwk = "JsonWebKey"
    }

    /// Why a key comes to its end: it is replaced as planned, or it is not to be trusted.
    package enum Ending: String, Hashable, Sendable {
        case expires
        case revoked
    }

    private struct NewKey {
        let id: Text
        let key: PublicKey
        let form: Form
    }

    private struct End {
        let kind: Ending
        let time: Text
    }

    /// Begins a document, or goes on with an earlier one, whose members stay as they are.
    package init(id: Text, earlier: JSONValue? = nil) throws(ControllerDraftError) {
        if let earlier {
            let document = try Self.read(earlier)
            guard document.id == id else {
                throw .document(.wrongID(expected: id, found: document.id))
            }
            if let broken = document.unreadable.first {
                throw .method(broken.id ?? id, broken.error)
            }
        }
        self.id = id
        self.earlier = earlier
    }

    /// Adds a key for assertions and authentication. It is called by its own Multikey, unless it
    /// is given a name.
    package mutating func add(
        _ key: PublicKey, name: String? = nil, form: Form = .multikey
    ) throws(ControllerDraftError) {
        let id = methodID(name ?? key.multibase)
        guard !known.contains(where: { $0.id == id || $0.publicKey == key }),
            !added.contains(where: { $0.id == id || $0.key == key })
        else { throw .keyTwice(id) }
        added.append(NewKey(id: id, key: key, form: form))
    }

    /// Lets a key end at this time. An end that was said before may be brought forward only by a
    /// revocation: what was published stays true.
    package mutating func end(
        _ name: String, _ kind: Ending, at time: Text
    ) throws(ControllerDraftError) {
        guard DateTimeStamp(time.string) != nil else { throw .time(time) }
        let id = methodID(name)
        guard let method = known.first(where: { $0.id == id }) else { throw .unknownKey(id) }
        guard method.revoked == nil, kind == .revoked || method.expires == nil, ends[id] == nil
        else { throw .endsAlready(id) }
        ends[id] = End(kind: kind, time: time)
    }

    /// The document; it is read again before it is given out.
    package func document() throws(ControllerDraftError) -> JSON {
        let json = written
        let bytes = json.serialized()
        let value: JSONValue
        do {
            value = try JSONDocument(
                parsing: bytes, maximumBytes: Limits.controllerDocumentBytes
            ).root
        } catch {
            throw .document(.json(error))
        }
        let document = try Self.read(value)
        guard !document.methods.isEmpty else { throw .document(.noKey) }
        return json
    }

    private static func read(
        _ value: JSONValue
    ) throws(ControllerDraftError) -> ControllerDocument {
        do { return try ControllerDocument(reading: value) } catch { throw .document(error) }
    }

    private func methodID(_ name: String) -> Text {
        let isWhole = name.utf8.contains(UInt8(ascii: "#"))
        return FragmentReference.resolve(Text(isWhole ? name : "#" + name), against: id)
    }

    private var known: [VerificationMethod] {
        earlier.flatMap { try? ControllerDocument(reading: $0).methods } ?? []
    }
}

// MARK: - Writing

extension ControllerDocumentDraft {
    private static let purposes = ["assertionMethod", "authentication"]

    private var written: JSON {
        var members: [(name: String, value: JSON)] = [("@context", contexts)]
        if earlier == nil { members.append(("id", .string(id.string))) }
        for member in earlier.map({ Array($0.members) }) ?? []
        where !member.hasName("@context") {
            members.append((member.name, written(member)))
        }
        for name in ["verificationMethod"] + Self.purposes
        where earlier?[name] == nil && !added.isEmpty {
            members.append((name, .array(new(name))))
        }
        return .object(members)
    }

    private func written(_ member: JSONValue.Member) -> JSON {
        let isPurpose = VerificationPurpose(Text(member.name)) != nil
        guard isPurpose || member.hasName("verificationMethod") else {
            return .verbatim(member.value)
        }
        let isAuthentication = member.hasName("authentication")
        let kept = member.value.oneOrMore.filter { !isAuthentication || end(of: $0) == nil }
        return .array(kept.map(ended) + new(member.name))
    }

    /// What the new keys bring into a member of this name.
    private func new(_ name: String) -> [JSON] {
        if name == "verificationMethod" { return added.map(method) }
        guard Self.purposes.contains(name) else { return [] }
        return added.map { .string($0.id.string) }
    }

    private func method(_ new: NewKey) -> JSON {
        let key: (name: String, value: JSON) =
            switch new.form {
            case .multikey: ("publicKeyMultibase", .string(new.key.multibase))
            case .jwk: ("publicKeyJwk", new.key.jwk)
            }
        return .object([
            ("id", .string(new.id.string)), ("type", .string(new.form.rawValue)),
            ("controller", .string(id.string)), key,
        ])
    }

    private func end(of entry: JSONValue) -> End? {
        guard let name = entry.text ?? entry["id"]?.text else { return nil }
        return ends[FragmentReference.resolve(name, against: id)]
    }

    /// A method with its end; a mere name as it is.
    private func ended(_ entry: JSONValue) -> JSON {
        guard entry.isObject, let end = end(of: entry) else { return .verbatim(entry) }
        let members = entry.members.map { (name: $0.name, value: JSON.verbatim($0.value)) }
        return .object(members + [(end.kind.rawValue, .string(end.time.string))])
    }

    /// The contexts that define the members, without those that are there already.
    private var contexts: JSON {
        let there = earlier?["@context"]?.oneOrMore ?? []
        var needed = ["https://www.w3.org/ns/did/v1"]
        if added.contains(where: { $0.form == .multikey }) {
            needed.append("https://w3id.org/security/multikey/v1")
        }
        if added.contains(where: { $0.form == .jwk }) {
            needed.append("https://w3id.org/security/jwk/v1")
        }
        let missing = needed.filter { name in
            !there.contains { $0.string?.isSame(as: name) == true }
        }
        return .array(there.map { .verbatim($0) } + missing.map { .string($0) })
    }
}

package enum ControllerDraftError: Error, Hashable, Sendable {
    case document(ControllerDocumentError)
    /// A key of the earlier document is not understood here, and so could not be kept safely.
    case method(Text, VerificationMethodError)
    case keyTwice(Text)
    case unknownKey(Text)
    case endsAlready(Text)
    case time(Text)
}

extension ControllerDraftError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .document(let error): "\(error)"
        case .method(let id, let error): "the key \(id) is not usable: \(error)"
        case .keyTwice(let id): "the key \(id) is there already"
        case .unknownKey(let id): "the document has no key \(id)"
        case .endsAlready(let id):
            "the key \(id) has its end already; what was published is not taken back"
        case .time(let text):
            "the end of a key is a time like 2026-06-03T12:00:00Z, not \"\(text)\""
        }
    }
}
