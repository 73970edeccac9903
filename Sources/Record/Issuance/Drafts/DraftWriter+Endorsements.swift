import Credentials
import JSONText

/// Something that an endorsement can be of, by the word that a draft has for it.
struct Endorsable {
    let word: String
    let id: String
    let name: String?

    init(_ word: String, _ id: String, _ name: String?) {
        self.word = word
        self.id = id
        self.name = name
    }
}

extension DraftWriter {
    private static let endorsementMembers = [
        "target", "file", "comment", "name", "issuer", "awarded", "validFrom", "validUntil",
    ]

    /// Those of one object of a credential: drafts and signed ones, and those that are tokens.
    private struct Endorsements {
        var values: [JSON] = []
        var tokens: [JSON] = []

        var members: [(String, JSON?)] {
            [("endorsement", draftList(values)), ("endorsementJwt", draftList(tokens))]
        }
    }

    /// Endorsements that stand at what they speak of, for each of these things; of the first,
    /// where they name no target.
    func endorsements(_ object: DraftObject, of things: [Endorsable]) -> [[(String, JSON?)]] {
        guard object.value["endorsements"] != nil else { return things.map { _ in [] } }
        var found = things.map { _ in Endorsements() }
        let words = things.map(\.word).joined(separator: " or ")
        each(object) { inner in
            guard let word = inner.text("target") else { return add(inner, things[0], &found[0]) }
            guard let place = things.firstIndex(where: { $0.word.isSame(as: word) }) else {
                inner.note(
                    "target",
                    "An endorsement that stands here is of the \(words). One of "
                        + "\"\(word)\" belongs into the endorsements of the whole draft.")
                return
            }
            add(inner, things[place], &found[place])
        }
        return found.map(\.members)
    }

    /// Endorsements that stand at the record: of itself, where they name no target, or of anything
    /// in it.
    func endorsements(inRecord known: [Endorsable]) -> [(String, JSON?)] {
        var found = Endorsements()
        each(draft) { inner in
            guard let key = inner.text("target") else { return add(inner, known[0], &found) }
            if let thing = known.first(where: { $0.word.isSame(as: key) }) {
                return add(inner, thing, &found)
            }
            guard let id = identified(key) else {
                let words = known.map(\.word).joined(separator: ", ")
                inner.note(
                    "target", unknown(key) + " It may also be \(words), or any id in the draft.")
                return
            }
            add(inner, Endorsable(key, id, names[Text(id)]), &found)
        }
        return found.members
    }

    /// The issuer with what stands at it in the draft.
    func endorsed(_ issuer: JSON) -> JSON {
        guard let object = issuerObject, let id = issuer.id else { return issuer }
        let things = [Endorsable("issuer", id, object.value["name"]?.string)]
        return issuer.appending(members: endorsements(object, of: things)[0])
    }

    private func each(_ object: DraftObject, _ work: (DraftObject) -> Void) {
        for value in object.list("endorsements") {
            let inner = DraftObject(value, notes, "An endorsement", Self.endorsementMembers)
            if let inner { work(inner) }
        }
    }

    /// An achievement, or whatever the draft gave an identifier.
    private func identified(_ key: String) -> String? {
        if let found = target(key) { return found }
        return usedIDs.contains(Text(key)) || shown.contains(Text(key)) ? key : nil
    }

    private func add(_ object: DraftObject, _ thing: Endorsable, _ found: inout Endorsements) {
        guard let file = object.text("file") else {
            if object.value["file"] == nil {
                found.values.append(endorsement(object, of: thing.id, name: thing.name))
            }
            return
        }
        for member in Self.endorsementMembers where member != "target" && member != "file" {
            guard object.value[member] != nil else { continue }
            object.note(
                member, "The endorsement in \(file) is signed already, and says this itself.")
        }
        guard let signed = signed(file, object, thing) else { return }
        if let token = signed.token {
            found.tokens.append(.string(String(decoding: token.text, as: UTF8.self)))
        } else {
            found.values.append(.verbatim(signed.credential.json))
        }
    }

    /// What another has signed goes in as it is, where it is of this thing.
    private func signed(
        _ file: String, _ object: DraftObject, _ thing: Endorsable
    ) -> CredentialDocument? {
        let octets: [UInt8]
        switch materials.read(file, nil, Limits.jsonBytes) {
        case .octets(let found): octets = found
        case .fault(let reason):
            object.note("file", "The endorsement \(file) cannot be read: \(reason).")
            return nil
        }
        do throws(ReadingError) {
            let document = try CredentialDocument(reading: octets)
            let credential = document.credential
            guard credential.kind == .endorsementCredential,
                document.token != nil || credential.json["proof"] != nil
            else {
                object.note("file", "In \(file) is no signed endorsement.")
                return nil
            }
            let subject = credential.subject?.id ?? ""
            guard subject.isSame(as: thing.id) else {
                object.note(
                    "file",
                    "The endorsement in \(file) is of \(subject); here stands \(thing.id). Give "
                        + "this the id that was endorsed, or another target.")
                return nil
            }
            return document
        } catch {
            object.note("file", "The endorsement \(file) cannot be read: \(error)")
            return nil
        }
    }

    private func endorsement(_ object: DraftObject, of id: String, name: String?) -> JSON {
        let issuer = object.value["issuer"] == nil ? self.issuer : profile(object)
        let title = object.text("name") ?? (name.map { "Endorsement of \($0)" } ?? "Endorsement")
        return draftObject(
            [
                ("id", .string(newID())),
                ("type", ["VerifiableCredential", "EndorsementCredential"]), ("issuer", issuer),
                ("name", .string(title)),
            ] + dates(object) + [
                (
                    "credentialSubject",
                    draftObject([
                        ("id", .string(id)), ("type", ["EndorsementSubject"]),
                        ("endorsementComment", draftText(object.text("comment"))),
                    ])
                )
            ])
    }

    /// An endorsement that stands alone: of whatever has an identifier, or of a node in a file.
    func endorsement() -> JSON? {
        for member in ["learner", "courses", "achievements", "endorsements", "definitions"]
        where draft.value[member] != nil {
            draft.note(
                member, "An endorsement has no \(member); it speaks of one thing, in endorse.")
        }
        guard let value = draft["endorse"] else {
            draft.note(nil, "\"endorse\" is missing: {target: what is endorsed, comment: …}.")
            return nil
        }
        guard let object = DraftObject(value, notes, "What is endorsed", ["target", "comment"]),
            let target = object.required("target", "it says what is endorsed"),
            let (id, name) = node(target, object)
        else { return nil }
        guard case .object(let inner) = endorsement(object, of: id, name: name) else { return nil }
        let subject = inner.first { $0.name.isSame(as: "credentialSubject") }?.value
        let title = draft.text("name") ?? (name.map { "Endorsement of \($0)" } ?? "Endorsement")
        return draftObject(
            [
                ("id", .string(self.id(draft))),
                ("type", ["VerifiableCredential", "EndorsementCredential"]),
                ("issuer", endorsedIssuer), ("name", .string(title)),
                ("description", draftText(draft.text("description"))),
            ] + dates(draft) + [("credentialSubject", subject)]
                + services(draft, .endorsementCredential))
    }

    /// `FILE#POINTER`, or an identifier.
    private func node(_ target: String, _ object: DraftObject) -> (id: String, name: String?)? {
        if DraftObject.isURI(target) { return (target, nil) }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        switch materials.read(String(parts[0]), nil, Limits.jsonBytes) {
        case .fault(let reason):
            object.note(
                "target",
                "\(parts[0]) is no identifier, and as a file it cannot be read: \(reason).")
            return nil
        case .octets(let octets):
            guard let document = try? JSONDocument(parsing: octets) else {
                object.note(
                    "target", "\(parts[0]) is no JSON, and so nothing in it can be pointed to.")
                return nil
            }
            let pointer = JSONPointer(parts.count > 1 ? String(parts[1]) : "")
            guard let node = pointer.flatMap({ document.root[$0] }), let id = node["id"]?.string
            else {
                object.note("target", "Nothing with an id stands at \"\(target)\".")
                return nil
            }
            return (id, node["name"]?.string)
        }
    }
}

extension JSON {
    /// The text of the member `id`.
    var id: String? {
        guard case .object(let members) = self,
            case .string(let id) = members.first(where: { $0.name.isSame(as: "id") })?.value
        else { return nil }
        return id
    }

    /// With the members that are there.
    func appending(members: [(String, JSON?)]) -> JSON {
        guard case .object(let own) = self, members.contains(where: { $0.1 != nil }) else {
            return self
        }
        return .object(own + members.compactMap { name, value in value.map { (name, $0) } })
    }
}
