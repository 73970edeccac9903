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
                ["template", "key", "id", "results", "parent", "endorsements"]
                + DraftAchievement.definition
            return DraftObject(value, notes, "A definition", members).map {
                let written = achievement($0, "Achievement")
                let thing = Endorsable("achievement", written.id, written.name)
                let endorsements = endorsements($0, of: [thing])[0]
                return Award(
                    object: $0, id: written.id, json: written.json.appending(members: endorsements))
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
        let known =
            [
                Endorsable("record", recordID, name),
                Endorsable("learner", learner.id, draft.value["learner"]?["name"]?.string),
            ]
            + (issuer?.id.map {
                [Endorsable("issuer", $0, issuerObject?.value["name"]?.string)]
            } ?? [])
        let members: [(String, JSON?)] = [
            ("id", .string(recordID)), ("type", ["VerifiableCredential", "ClrCredential"]),
            ("issuer", endorsedIssuer), ("name", draftText(name)),
            ("description", draftText(draft.text("description"))),
            ("image", pictures.image(draft)), ("partial", draft.flag("partial").map { .bool($0) }),
        ]
        return draftObject(
            members + dates(draft) + [
                ("credentialSubject", draftObject(subject))
            ] + endorsements(inRecord: known) + [
                ("relatedResource", pictures.takeRelated())
            ] + services(draft, .clrCredential))
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
    func target(_ key: String) -> String? {
        keys[Text(key)] ?? (names[Text(key)] == nil ? nil : key)
    }

    func unknown(_ key: String) -> String {
        let known = keys.keys.sorted().map(\.string)
        let all = known.prefix(40).joined(separator: ", ")
        let hint =
            all.isEmpty
            ? "Nothing in this draft has a key."
            : "There are: \(all).\(DraftObject.hint(key, known))"
        return "No achievement here has the key \"\(key)\". \(hint)"
    }
}
