import Credentials
import JSONText

extension Conversion {
    /// A CLR 1.0 from an Extended Transcript 1.0 or a Record of Performance (section 8.2).
    package init(transcript1 source: JSONValue) throws(ConversionError) {
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: source)
        var upgrade: TranscriptUpgrade
        switch ConversionSource.generation(of: source) {
        case .extendedTranscript: upgrade = TranscriptUpgrade(source, names: .extendedTranscript)
        case .performance: upgrade = TranscriptUpgrade(source, names: .performance)
        case _: throw .notTranscript1
        }
        record = try upgrade.record()
        report = upgrade.report
    }
}

/// One transcript of the first generation on its way to CLR 1.0.
struct TranscriptUpgrade {
    let source: Placed
    let names: TranscriptNames
    let document: String
    var report = LossReport()
    /// Octets that may still be written again for entities that several records name.
    var budget = Limits.reportedPlaces
    var learner = ""
    /// The names of entities by their identifiers.
    var titles: [Text: String] = [:]
    /// What records name as their surroundings: achievements of the record as a whole.
    var surroundings: [TranscriptEntity] = []
    var publisher: JSON = [:]

    init(_ value: JSONValue, names: TranscriptNames) {
        source = Placed(value, "")
        self.names = names
        document = source.first("id", "@id")?.text ?? "transcript"
    }

    mutating func record() throws(ConversionError) -> JSON {
        var made = Members()
        made.set(
            "@context", "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld")
        report.record("", .changed(to: "", how: "as a CLR 1.0"))
        if let context = source["@context"] {
            report.recordAll(
                context.value, context.place, .changed(to: "/@context", how: "of CLR 1.0"))
        }
        identify(source, &made, "")
        made.set("type", "Clr")
        for name in ["type", "@type"] {
            guard let type = source[name] else { continue }
            report.recordAll(type.value, type.place, .changed(to: "/type", how: "Clr"))
        }
        guard let (issued, time) = source.first("createdAt", "created_at") else {
            throw .missing("createdAt")
        }
        made.set("issuedOn", .string(time))
        report.record(issued.place, .carried(to: "/issuedOn"))
        publisherAndLearner(&made)
        let entities = entities()
        titles = entities.titles
        var used: Set<Text> = []
        for record in source.each(names.records) where record.value.isObject {
            let place = "/assertions/\(made.count("assertions"))"
            _ = made.append(
                try assertion(record, place, entities, &used), to: "assertions")
        }
        if let list = source[names.records], list.value.isArray {
            report.record(list.place, .changed(to: "/assertions", how: "as assertions"))
        }
        for entity in entities.list where used.insert(Text(entity.id)).inserted {
            let place = "/achievements/\(made.count("achievements"))"
            _ = made.append(achievement(entity, place).json, to: "achievements")
        }
        surround(&made, &used)
        extend(source, &made, "")
        report.accountForRest(source, in: "CLR 1.0")
        return made.json
    }

    /// What records name as their surroundings, once each; these may name more.
    private mutating func surround(_ made: inout Members, _ used: inout Set<Text>) {
        var told: [Text: (place: String, value: JSONValue)] = [:]
        var next = 0
        while next < surroundings.count {
            let entity = surroundings[next]
            next += 1
            if used.insert(Text(entity.id)).inserted {
                let place = "/achievements/\(made.count("achievements"))"
                told[Text(entity.id)] = (place, entity.from.value)
                _ = made.append(achievement(entity, place).json, to: "achievements")
            } else if let known = told[Text(entity.id)],
                known.value.bytes.elementsEqual(entity.from.value.bytes)
            {
                report.recordAll(
                    entity.from.value, entity.from.place,
                    .changed(to: known.place, how: "told once for all that name it"))
            }
        }
    }

    /// The identifier, made an absolute one where it is a mere number.
    mutating func identify(_ from: Placed, _ made: inout Members, _ target: String) {
        guard let (at, text) = from.first("id", "@id") else { return }
        let id = absolute(text)
        made.set("id", .string(id))
        report.record(
            at.place,
            id.isSame(as: text) && at.value.isString
                ? .carried(to: "\(target)/id")
                : .changed(to: "\(target)/id", how: "an absolute identifier"))
    }

    func absolute(_ id: String) -> String {
        guard !id.utf8.contains(UInt8(ascii: ":")) else { return id }
        return "urn:et:\(document):\(id)"
    }

    private mutating func publisherAndLearner(_ made: inout Members) {
        if let from = source[names.issuer], from.value.isObject {
            var profile = fields(from, TranscriptNames.publisher, "/publisher")
            identify(from, &profile, "/publisher")
            if let address = from["address"], let text = address.text {
                profile.set("address", ["type": "Address", "streetAddress": .string(text)])
                report.record(
                    address.place,
                    .changed(to: "/publisher/address/streetAddress", how: "the whole address"))
            }
            profile.set("type", "Profile")
            retype(from, "/publisher")
            extend(from, &profile, "/publisher")
            report.record(from.place, .changed(to: "/publisher", how: "as a Profile"))
            made.set("publisher", profile.json)
            var short = Members()
            for (name, value) in profile.list where ["id", "type", "name"].contains(name) {
                short.set(name, value)
            }
            publisher = short.json
        }
        guard let from = source[names.person], from.value.isObject else { return }
        var profile = fields(from, TranscriptNames.learner, "/learner")
        identify(from, &profile, "/learner")
        learner = from.first("id", "@id").map { absolute($0.text) } ?? ""
        for name in ["mobile", "role"] {
            guard let at = from[name], let text = at.text else { continue }
            let index = profile.append(
                ["identifier": .string(text), "identifierType": .string("ext:\(name)")],
                to: "identifiers")
            report.record(
                at.place,
                .changed(to: "/learner/identifiers/\(index)/identifier", how: "of type ext:\(name)")
            )
        }
        profile.set("type", "Profile")
        retype(from, "/learner")
        extend(from, &profile, "/learner")
        report.record(from.place, .changed(to: "/learner", how: "as a Profile"))
        made.set("learner", profile.json)
    }

    mutating func retype(_ from: Placed, _ target: String) {
        for name in ["type", "@type"] {
            guard let type = from[name] else { continue }
            report.recordAll(
                type.value, type.place, .changed(to: "\(target)/type", how: "the type of CLR 1.0"))
        }
    }

    /// What CLR 1.0 has no member for goes on under its own name, as an extension (CLR1-G-07).
    mutating func extend(_ from: Placed, _ made: inout Members, _ target: String) {
        for member in from.value.members {
            guard !member.value.isNull, !made.has(member.name), !member.hasName("@context") else {
                continue
            }
            let place = from.place + LossReport.token(member.name)
            let value = member.value
            let isEmpty =
                value.string?.isEmpty == true
                || (value.isArray || value.isObject) && value.count == 0
            guard !isEmpty, !isTouched(value, place) else { continue }
            made.set(member.name, .verbatim(value))
            report.recordAll(value, place, .carried(to: target + LossReport.token(member.name)))
        }
    }

    /// Whether something of a value has gone elsewhere.
    private func isTouched(_ value: JSONValue, _ place: String) -> Bool {
        report.accounts(for: place)
            || LossReport.children(of: value).contains { isTouched($0.value, place + $0.token) }
    }

    /// Scalars under other names; the first that is there counts.
    mutating func fields(
        _ from: Placed, _ pairs: [(from: String, to: String)], _ target: String
    ) -> Members {
        var made = Members()
        for pair in pairs where !made.has(pair.to) {
            guard let at = from[pair.from], let text = at.text else { continue }
            let to = "\(target)/\(pair.to)"
            made.set(pair.to, .string(text))
            report.record(
                at.place,
                at.value.isString
                    ? .carried(to: to) : .changed(to: to, how: "a number written as text"))
        }
        return made
    }
}
