import Credentials
import JSONText
import Verification

/// What a record of several credentials is told that they do not say themselves.
package struct Gathering: Sendable {
    package enum Learner: Sendable {
        case id(String)
        case identifier(String, type: String)
    }

    /// One credential: as JSON, or as a signed token with what it says.
    package enum Source: Sendable {
        case json(JSONValue)
        case token([UInt8], JSONValue)

        var value: JSONValue {
            switch self {
            case .json(let value), .token(_, let value): value
            }
        }
    }

    package var issuer: String?
    package var issuerName: String?
    package var learner: Learner?
    package var name: String?

    package init() {}
}

extension Conversion {
    /// A draft of a CLR 2.0 around Open Badges 3.0 as they are, their proofs intact. All have to be
    /// about one learner.
    package init(
        gathering sources: [Gathering.Source], as options: Gathering = Gathering(),
        newID: @escaping () -> String
    ) throws(ConversionError) {
        var gathered = GatheredRecord(options: options)
        record = try gathered.record(of: sources, newID)
        report = gathered.report
    }
}

struct GatheredRecord {
    let options: Gathering
    var report = LossReport()

    mutating func record(
        of sources: [Gathering.Source], _ newID: () -> String
    ) throws(ConversionError) -> JSON {
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        for (index, source) in sources.enumerated() {
            try Self.admit(source.value, index)
            try budget.spend(on: source.value)
        }
        let learner = try LearnerOfSeveral(sources.map(\.value), options.learner)
        let issuer = try issuer(of: sources.map(\.value))
        var made = Members()
        made.set(
            "@context",
            .array([Upgrade.base, Upgrade.learnerRecords, Upgrade.badges].map { .string($0) }))
        made.set("id", .string(newID()))
        made.set("type", ["VerifiableCredential", "ClrCredential"])
        made.set("name", .string(options.name ?? "Comprehensive Learner Record"))
        made.set("issuer", issuer)
        if let latest = Self.latest(sources.map(\.value)) {
            made.set("validFrom", .string(latest))
            report.add("/validFrom", "the latest time at which one of them was issued")
        }
        made.set("credentialSubject", subject(learner, sources))
        for name in ["name", "issuer", "credentialSubject"] {
            report.add("/\(name)", "the record around the credentials")
        }
        return made.json
    }

    private static func admit(_ value: JSONValue, _ index: Int) throws(ConversionError) {
        guard !ModelUpgrade.isOld(value) else {
            throw .notGathered(
                index: index,
                why:
                    "is of VCDM 1.1, at /@context/0, and cannot stand inside a record of VCDM 2.0: "
                    + "convert it by itself first, with --to ob3")
        }
        guard value["@context"]?.oneOrMore.first?.string?.isSame(as: Upgrade.base) == true else {
            throw .notGathered(index: index, why: "is no credential of VCDM 2.0, at /@context/0")
        }
        guard let subject = value["credentialSubject"]?.oneOrMore.first,
            subject["achievement"]?.isObject == true, subject["verifiableCredential"] == nil
        else {
            throw .notGathered(
                index: index, why: "is no Open Badge 3.0: /credentialSubject/achievement is absent")
        }
        guard value["credentialSubject"]?.oneOrMore.count == 1 else {
            throw .notGathered(index: index, why: "has several subjects, at /credentialSubject")
        }
    }

    private mutating func issuer(of credentials: [JSONValue]) throws(ConversionError) -> JSON {
        if let id = options.issuer {
            var made = Members()
            made.set("id", .string(id))
            made.set("type", ["Profile"])
            if let name = options.issuerName { made.set("name", .string(name)) }
            return made.json
        }
        let ids = credentials.map { $0["issuer"]?["id"]?.string ?? $0["issuer"]?.string ?? "" }
        if let index = ids.firstIndex(where: { !$0.isSame(as: ids[0]) }) {
            throw .severalIssuers(ids[0], ids[index], index: index)
        }
        guard let issuer = credentials.first?["issuer"] else {
            throw .notGathered(index: 0, why: "names no issuer, at /issuer")
        }
        guard !ids[0].isEmpty else {
            throw .notGathered(index: 0, why: "has no identifier of its issuer, at /issuer/id")
        }
        guard issuer.isObject else { return ["id": .string(ids[0]), "type": ["Profile"]] }
        var profile = OuterProfile()
        let made = profile.json(of: issuer)
        for (place, how) in profile.changes { report.add("/issuer\(place)", how) }
        return made
    }

    private static func latest(_ credentials: [JSONValue]) -> String? {
        let times = credentials.compactMap { value -> (Timestamp, String)? in
            guard let text = value["validFrom"]?.string, let time = Timestamp(text) else {
                return nil
            }
            return (time, text)
        }
        return times.max { $0.0 < $1.0 }?.1
    }

    private mutating func subject(
        _ learner: LearnerOfSeveral, _ sources: [Gathering.Source]
    ) -> JSON {
        var made = learner.subject
        var contents: [JSON] = []
        for (index, source) in sources.enumerated() {
            let from = sources.count == 1 ? "" : "/\(index)"
            let place = "/credentialSubject/verifiableCredential/\(index)"
            switch source {
            case .json(let value):
                report.recordAll(value, from, .carried(to: place))
                contents.append(.verbatim(value))
            case .token(let token, let value):
                report.recordEach(
                    value, from, at: "\(place)/id",
                    how: "inside its token, kept whole in an envelope")
                contents.append(Envelope.json(token, content: .credential))
            }
        }
        made.set("verifiableCredential", .array(contents))
        return made.json
    }
}
