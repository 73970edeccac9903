import JSONText

extension DraftWriter {
    func record() -> JSON? {
        let learner = learner()
        let recordID = id(draft)
        let awards = awards(learner)
        if awards.isEmpty {
            draft.note(
                nil, "Nothing was achieved: write courses or achievements, one at least.")
        }
        let definitions = draft.list("definitions").compactMap { value in
            let members =
                ["template", "key", "id", "results", "parent"] + DraftAchievement.definition
            return DraftObject(value, notes, "A definition", members).map {
                let written = achievement($0, "Achievement")
                return Award(object: $0, id: written.id, json: written.json)
            }
        }
        let parents = parents(awards + definitions)
        let name = draft.required("name", "people know the record by it")
        let subject =
            learner.members("ClrSubject") + [
                ("verifiableCredential", draftList(awards.map(\.json))),
                ("achievement", draftList(definitions.map(\.json))),
                ("association", draftList(parents + associations())),
            ]
        let known: [(String, String)] = [("record", recordID), ("learner", learner.id)]
        let members: [(String, JSON?)] = [
            ("id", .string(recordID)), ("type", ["VerifiableCredential", "ClrCredential"]),
            ("issuer", issuer), ("name", draftText(name)),
            ("description", draftText(draft.text("description"))),
            ("image", pictures.image(draft)), ("partial", draft.flag("partial").map { .bool($0) }),
        ]
        return draftObject(
            members + dates(draft) + [
                ("credentialSubject", draftObject(subject)),
                ("endorsement", draftList(endorsements(known))),
                ("relatedResource", pictures.takeRelated()),
            ] + service(draft))
    }

    // MARK: - How achievements are related

    private func parents(_ awards: [Award]) -> [JSON] {
        var parentOf: [Text: Text] = [:]
        var associations: [JSON] = []
        for award in awards {
            guard let key = award.object.text("parent") else { continue }
            guard let parent = target(key) else {
                award.object.note("parent", unknown(key))
                continue
            }
            parentOf[Text(award.id)] = Text(parent)
            associations.append(Self.association(award.id, "isChildOf", parent))
        }
        var sound: Set<Text> = []
        for award in awards where award.object.value["parent"] != nil {
            var path: Set<Text> = []
            var place = Text(award.id)
            while !sound.contains(place), path.insert(place).inserted, let up = parentOf[place] {
                place = up
            }
            if path.contains(place), parentOf[place] != nil, !sound.contains(place) {
                award.object.note("parent", "The parents lead round in a circle.")
            }
            sound.formUnion(path)
        }
        return associations
    }

    private func associations() -> [JSON] {
        draft.list("associations").compactMap { value in
            let members = ["from", "relation", "to"]
            guard let object = DraftObject(value, notes, "An association", members) else {
                return nil
            }
            let relation = object.required("relation", "it says how the two are related").flatMap {
                DraftAchievement.term($0, of: "AssociationType", "relation", object)
            }
            let ends = ["from", "to"].map { member -> String? in
                guard let key = object.required(member, "it is the key of an achievement") else {
                    return nil
                }
                let found = target(key)
                if found == nil { object.note(member, unknown(key)) }
                return found
            }
            guard let relation, let from = ends[0], let to = ends[1] else { return nil }
            return Self.association(from, relation, to)
        }
    }

    private static func association(_ from: String, _ relation: String, _ to: String) -> JSON {
        [
            "type": "Association", "associationType": .string(relation), "sourceId": .string(from),
            "targetId": .string(to),
        ]
    }

    /// By its key, or by its identifier.
    private func target(_ key: String) -> String? {
        keys[Text(key)] ?? (names[Text(key)] == nil ? nil : key)
    }

    private func unknown(_ key: String) -> String {
        let all = keys.keys.sorted().prefix(40).map(\.string).joined(separator: ", ")
        let hint = all.isEmpty ? "Nothing in this draft has a key." : "There are: \(all)."
        return "No achievement here has the key \"\(key)\". \(hint)"
    }

    // MARK: - Endorsements

    private func endorsements(_ known: [(String, String)]) -> [JSON] {
        let members = ["target", "comment", "name", "issuer", "awarded", "validFrom", "validUntil"]
        return draft.list("endorsements").compactMap { value in
            guard let object = DraftObject(value, notes, "An endorsement", members),
                let key = object.required("target", "it says what is endorsed")
            else { return nil }
            let found = known.first { $0.0.isSame(as: key) }?.1 ?? target(key)
            guard let found else {
                object.note(
                    "target", unknown(key) + " The record is called record, the learner learner.")
                return nil
            }
            return endorsement(object, of: found, name: names[Text(found)])
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
                ("type", ["VerifiableCredential", "EndorsementCredential"]), ("issuer", issuer),
                ("name", .string(title)), ("description", draftText(draft.text("description"))),
            ] + dates(draft) + [("credentialSubject", subject)] + service(draft))
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
