import Credentials
import JSONText

extension DraftWriter {
    private static let awardMembers =
        ["template", "key", "id", "credential"] + DraftAchievement.definition + [
            "term", "earned", "grade", "scale", "percent", "gpa", "outcome", "results", "awarded",
            "validFrom", "validUntil", "started", "ended", "role", "narrative", "license",
            "evidence", "parent", "status", "refresh", "schema", "endorsements", "title",
        ]

    struct Award {
        let object: DraftObject
        let id: String
        let json: JSON
    }

    /// Courses and achievements, in the order of the draft.
    func awards(_ learner: DraftLearner) -> [Award] {
        let courses = draft.list("courses").map { ($0, "Course", "A course") }
        let others = draft.list("achievements").map { ($0, "Achievement", "An achievement") }
        return (courses + others).compactMap { value, type, what in
            DraftObject(value, notes, what, Self.awardMembers).map { award($0, type, learner) }
        }
    }

    func badge() -> JSON? {
        let learner = learner()
        let all = awards(learner)
        guard let only = all.first, all.count == 1 else {
            draft.note(nil, "A badge is of one achievement; here are \(all.count).")
            return nil
        }
        for member in ["definitions", "associations", "endorsements", "partial"]
        where draft.value[member] != nil {
            draft.note(
                member,
                member == "endorsements"
                    ? "The endorsements of a badge stand at its achievement."
                    : "A badge has no \(member); a record (kind: record) has.")
        }
        guard case .object(let members) = only.json else { return only.json }
        let outer = shared(draft)
        let replaced = Set(outer.map { Text($0.name) })
        return .object(outer + members.filter { !replaced.contains(Text($0.name)) })
    }

    /// What a badge says at the top, over what its achievement says.
    private func shared(_ object: DraftObject) -> [(name: String, value: JSON)] {
        var members: [(String, JSON?)] = [
            ("id", object.uri("id").map { .string($0) }),
            ("name", draftText(object.text("name"))),
            ("description", draftText(object.text("description"))),
            ("image", pictures.image(object)), ("relatedResource", pictures.takeRelated()),
        ]
        if issuerObject != nil { members.append(("issuer", endorsedIssuer)) }
        members += dates(object) + services(object, .achievementCredential)
        return members.compactMap { name, value in value.map { (name, $0) } }
    }

    private func award(_ object: DraftObject, _ type: String, _ learner: DraftLearner) -> Award {
        let achievement = achievement(object, type)
        let id = id(object, "credential")
        let title = object.text("title") ?? achievement.name
        let endorsements = endorsements(
            object,
            of: [
                Endorsable("achievement", achievement.id, achievement.name),
                Endorsable("credential", id, title),
            ])
        let term = vocabulary.term(object)
        let earned = object.amount("earned")
        if let earned {
            vocabulary.check(earned.value, object, "earned")
            if let available = achievement.credits, earned.value > available {
                object.note(
                    "earned",
                    "\(earned.text) credits were earned; the achievement has \(draftNumber(available))."
                )
            }
        }
        let (started, ended) = (object.time("started"), object.time("ended"))
        if let started, let ended, ended.instant < started.instant {
            object.note("ended", "The end stands before the start, \(started.text).")
        }
        let subject: [(String, JSON?)] =
            learner.members("AchievementSubject") + [
                ("activityStartDate", draftText(started?.text)),
                ("activityEndDate", draftText(ended?.text)),
                ("creditsEarned", earned.map { .number($0.text) }), ("term", draftText(term)),
                ("role", draftText(object.text("role"))),
                ("licenseNumber", draftText(object.text("license"))),
                ("narrative", draftText(object.text("narrative"))),
                ("result", draftList(achievement.results)),
                ("achievement", achievement.json.appending(members: endorsements[0])),
            ]
        let members: [(String, JSON?)] = [
            ("id", .string(id)),
            ("type", ["VerifiableCredential", "AchievementCredential"]), ("issuer", issuer),
            ("name", draftText(title)),
        ]
        let json = draftObject(
            members + dates(object, awarded: awarded) + [
                ("credentialSubject", draftObject(subject)), ("evidence", evidence(object)),
                ("relatedResource", pictures.takeRelated()),
            ] + endorsements[1] + services(object, .achievementCredential))
        return Award(object: object, id: achievement.id, json: json)
    }

    struct Written {
        let id: String
        let name: String?
        let credits: Double?
        let json: JSON
        let results: [JSON]
    }

    /// The definition: of the template that the object names, or its own.
    func achievement(_ object: DraftObject, _ type: String) -> Written {
        var results = DraftResults(notes, makeID: newID)
        var source = object
        var template: (name: String, version: String)?
        var identifier: String?
        if let reference = object.text("template") {
            switch materials.templates.find(reference) {
            case .fault(let sentence):
                object.note("template", sentence)
                return unfound(object, type)
            case .template(let found):
                let name = "\(found.name)@\(found.version)"
                for member in DraftAchievement.definition + ["id"] where object.value[member] != nil
                {
                    object.note(
                        member,
                        "The template \(name) says this. Leave it out, or make a new version of the "
                            + "template.")
                }
                let own = DraftNotes(file: found.file, line: found.line)
                let members = DraftAchievement.templateMembers
                if let inner = DraftObject(found.value, own, "A template", members) {
                    results.describe(inner.list("results"), in: name, own)
                    source = inner
                    template = (found.name, found.version)
                    identifier =
                        inner.uri("id")
                        ?? DraftAchievement.id(template: found.name, version: found.version)
                }
            }
        }
        results.shorthand(object)
        results.read(object.list("results"))
        let id = identifier ?? self.id(object)
        let written = DraftAchievement(
            object: source, defaultType: type, id: id, template: template,
            results: results.descriptions, pictures: pictures
        ).json()
        if source.notes !== notes { notes.add(contentsOf: source.notes.problems) }
        if let credits = written.credits { vocabulary.check(credits, source, "credits") }
        register(object, id, written.name)
        return Written(
            id: id, name: written.name, credits: written.credits, json: written.json,
            results: results.results)
    }

    /// What a template that is not there would say is not missed as well.
    private func unfound(_ object: DraftObject, _ type: String) -> Written {
        let id = id(object)
        register(object, id, nil)
        let json = draftObject([("id", .string(id)), ("type", ["Achievement"])])
        return Written(id: id, name: nil, credits: nil, json: json, results: [])
    }

    private func register(_ object: DraftObject, _ id: String, _ name: String?) {
        names[Text(id)] = name
        guard let key = object.text("key") else { return }
        if keys.updateValue(id, forKey: Text(key)) != nil {
            object.note("key", "The key \"\(key)\" is used twice. Give one another.")
        }
    }

    private func evidence(_ object: DraftObject) -> JSON? {
        let members = ["url", "name", "description", "text", "genre", "audience"]
        return draftList(
            object.list("evidence").compactMap { value in
                guard let inner = DraftObject(value, notes, "Evidence", members) else { return nil }
                let (url, text) = (inner.uri("url"), inner.text("text"))
                if let url { shown.insert(Text(url)) }
                if value["url"] == nil, value["text"] == nil {
                    inner.note(nil, "Evidence needs a url or a text: what is there to see?")
                }
                return draftObject([
                    ("id", draftText(url)), ("type", ["Evidence"]), ("narrative", draftText(text)),
                    ("name", draftText(inner.text("name"))),
                    ("description", draftText(inner.text("description"))),
                    ("genre", draftText(inner.text("genre"))),
                    ("audience", draftText(inner.text("audience"))),
                ])
            })
    }
}
