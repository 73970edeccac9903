import Credentials
import JSONText

/// A CLR 1.0 record inside something else: a credential around it, a set, both.
struct HeldRecord {
    /// A record of its holder: in place, or the payload of a token there.
    struct Part {
        let record: JSONValue
        let place: String
        let isToken: Bool
    }

    let source: JSONValue
    /// Where the record or the set stands; empty without a credential around it.
    let place: String
    let parts: [Part]

    static func isRecord(_ value: JSONValue?) -> Bool {
        value?["learner"]?.isObject == true && value?["publisher"]?.isObject == true
    }

    /// Nil where the document holds no record of CLR 1.0.
    init?(_ source: JSONValue) {
        self.source = source
        let inner = source["credentialSubject"]
        let isWrapped = inner?.isObject == true
        let holder = isWrapped ? inner ?? source : source
        place = isWrapped ? "/credentialSubject" : ""
        if isWrapped, Self.isRecord(holder) {
            parts = [Part(record: holder, place: place, isToken: false)]
            return
        }
        guard let type = holder["type"]?.oneOrMore.first?.string,
            type.isSame(as: "ClrSet") || holder["clrs"] != nil || holder["signedClrs"] != nil
        else { return nil }
        parts = Self.parts(of: holder, place)
    }

    private static func parts(of set: JSONValue, _ place: String) -> [Part] {
        var parts: [Part] = []
        var known: Set<Text> = []
        for (from, record) in set["clrs"].map({ Upgrade.placed($0, "\(place)/clrs") }) ?? []
        where isRecord(record) {
            if let id = record["id"]?.string { known.insert(Text(id)) }
            parts.append(Part(record: record, place: from, isToken: false))
        }
        guard let signed = set["signedClrs"] else { return parts }
        for (from, item) in Upgrade.placed(signed, "\(place)/signedClrs") {
            guard let text = item.string,
                let payload = (try? CompactToken(reading: Array(text.utf8)))?.payload,
                isRecord(payload)
            else { continue }
            // The same record in both forms is one record.
            if let id = payload["id"]?.string, !known.insert(Text(id)).inserted { continue }
            parts.append(Part(record: payload, place: from, isToken: true))
        }
        return parts
    }
}

extension Conversion {
    /// A draft of a CLR 2.0 from a record in a set or in a credential. Several records become
    /// credentials inside one record, where learner and publisher are the same.
    /// - Parameter part: which of several, from 0; nil for all.
    package init(
        heldRecord1 source: JSONValue, part: Int? = nil, newID: @escaping () -> String
    ) throws(ConversionError) {
        guard let held = HeldRecord(source) else { throw .notLearnerRecord1 }
        guard let first = held.parts.first else { throw .noRecord(place: held.place) }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: source)
        var report = LossReport()
        var made: JSON
        if let part {
            guard held.parts.indices.contains(part) else {
                throw .noRecord(place: "part \(part + 1)")
            }
            made = try Self.one(held.parts[part], "", &report, newID)
        } else if held.parts.count == 1 {
            made = try Self.one(first, "", &report, newID)
        } else {
            made = try Self.several(held, &report, newID)
        }
        Self.tokens(of: held, &made, &report)
        Self.around(held, &made, &report)
        record = made
        self.report = report
    }

    private static func one(
        _ part: HeldRecord.Part, _ target: String, _ report: inout LossReport,
        _ newID: @escaping () -> String
    ) throws(ConversionError) -> JSON {
        let conversion = try Conversion(learnerRecord1: part.record, newID: newID)
        report.absorb(conversion.report, source: part.place, target: target)
        return conversion.record
    }

    private static func several(
        _ held: HeldRecord, _ report: inout LossReport, _ newID: @escaping () -> String
    ) throws(ConversionError) -> JSON {
        for name in ["learner", "publisher"] {
            let ids = held.parts.map { $0.record[name]?["id"]?.string ?? "" }
            if let other = ids.first(where: { !$0.isSame(as: ids[0]) }) {
                throw .several(place: "/\(name)/id", first: ids[0], second: other)
            }
        }
        let upgrade = Upgrade(newID: newID, issuedOn: "")
        var whole = upgrade.head(
            "ClrCredential", [Upgrade.base, Upgrade.learnerRecords, Upgrade.badges])
        var subject = Members()
        subject.set("type", ["ClrSubject"])
        let first = held.parts[0].record
        if let learner = first["learner"]?["id"]?.string, learner.utf8.contains(0x3A) {
            subject.set("id", .string(learner))
        }
        var latest = ""
        for (index, part) in held.parts.enumerated() {
            let place = "/credentialSubject/verifiableCredential/\(index)"
            _ = subject.append(
                try one(part, place, &report, newID), to: "verifiableCredential")
            let time = LearnerRecord1.dateTime(part.record["issuedOn"]?.string ?? "")
            if (Timestamp(time)?.seconds ?? 0) >= (Timestamp(latest)?.seconds ?? 0) {
                latest = time
            }
        }
        let learner = first["learner"]?["name"]?.string ?? "the learner"
        whole.set("name", .string("Comprehensive Learner Records of \(learner)"))
        let publisher = first["publisher"]
        var issuer = Members()
        issuer.set("id", .string(publisher?["id"]?.string ?? newID()))
        issuer.set("type", ["Profile"])
        if let name = publisher?["name"]?.string { issuer.set("name", .string(name)) }
        whole.set("issuer", issuer.json)
        whole.set("validFrom", .string(latest))
        whole.set("credentialSubject", subject.json)
        for name in ["name", "issuer", "validFrom", "credentialSubject"] {
            report.add("/\(name)", "a record around the records of the set")
        }
        return whole.json
    }

    /// Every signed text is kept whole.
    private static func tokens(
        of held: HeldRecord, _ made: inout JSON, _ report: inout LossReport
    ) {
        let place = "\(held.place)/signedClrs"
        let holder = held.place.isEmpty ? held.source : held.source["credentialSubject"]
        guard let signed = holder?["signedClrs"] else { return }
        for (from, item) in Upgrade.placed(signed, place) {
            guard let text = item.string, !text.isEmpty else { continue }
            let (grown, index) = made.appending(Upgrade.kept(text, "record"), to: "evidence")
            made = grown
            report.record(
                from, .changed(to: "/evidence/\(index)/id", how: "kept whole as a data URL"))
        }
        if signed.isArray, signed.count > 0 {
            report.record(place, .changed(to: "/evidence", how: "one for each"))
        }
    }

    /// What stands around the records.
    private static func around(
        _ held: HeldRecord, _ made: inout JSON, _ report: inout LossReport
    ) {
        let source = held.source
        if !held.place.isEmpty, let id = source["id"]?.string, !id.isEmpty {
            let (grown, index) = made.appending(
                [
                    "id": .string(id), "type": ["Evidence"],
                    "name": "The credential around the original record",
                    "description": "No proof of it covers this record.",
                ], to: "evidence")
            made = grown
            report.record(
                "/id", .changed(to: "/evidence/\(index)/id", how: "named as evidence"))
        }
        report.record("", .changed(to: "", how: "what it holds, as CLR 2.0"))
        if !held.place.isEmpty {
            report.record(held.place, .changed(to: "", how: "what it holds, as CLR 2.0"))
        }
        let service = "it is a service for the original, and says nothing of what was made from it"
        let left = [
            ("@context", "it says what names mean in the original"),
            ("type", LossReport.onlyClass),
            ("proof", "a proof covers the original, and nothing that was made from it"),
            ("credentialStatus", service), ("credentialSchema", service),
            ("refreshService", service),
        ]
        made = report.keepRest(of: source, in: made, leaving: left)
    }
}
