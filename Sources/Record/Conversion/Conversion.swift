import Credentials
import JSONText

/// A record in its new form, unsigned, and the account of what became of the old.
package struct Conversion: Sendable {
    package let record: JSON
    package let report: LossReport

    init(record: JSON, report: LossReport) {
        self.record = record
        self.report = report
    }

    /// Makes a draft of a CLR 2.0 from a CLR 1.0, Final or Candidate Final (UP-01 … UP-25).
    /// - Parameter newID: gives a fresh identifier at each call. What is converted is a new
    ///   thing: nobody may take an old signature for one over it.
    package init(
        learnerRecord1 source: JSONValue, newID: @escaping () -> String
    ) throws(ConversionError) {
        guard source.isObject, source["learner"]?.isObject == true,
            source["publisher"]?.isObject == true
        else { throw .notLearnerRecord1 }
        guard source["revoked"]?.bool != true else { throw .revoked }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: source)
        guard let issued = source["issuedOn"]?.string else { throw .missing("issuedOn") }
        var upgrade = Upgrade(newID: newID, issuedOn: LearnerRecord1.zoned(issued))
        record = upgrade.keepRest(of: source, in: try upgrade.record(source))
        report = upgrade.report
    }
}

/// Spellings of values that differ between the editions.
enum LearnerRecord1 {
    /// A time with a zone: Candidate data leave it out, and it is taken as UTC.
    static func zoned(_ time: String) -> String {
        let clock = time.utf8.drop { $0 != UInt8(ascii: "T") }
        guard !clock.isEmpty else { return time.utf8.count == 10 ? time + "T00:00:00Z" : time }
        let zones = "Zz+-".utf8
        return clock.contains { zones.contains($0) } ? time : time + "Z"
    }

    /// A whole time with a zone, from a time without one or without seconds, or from a number of
    /// seconds since 1970.
    static func dateTime(_ time: String) -> String {
        if let seconds = Int(time), seconds > 99_999, seconds < 1 << 40 {
            return Timestamp(seconds: seconds).description
        }
        let zoned = zoned(time)
        guard Timestamp(zoned) == nil else { return zoned }
        let text = Array(zoned.utf8)
        guard text.count > 16 else { return zoned }
        let whole = String(decoding: text[..<16] + Array(":00".utf8) + text[16...], as: UTF8.self)
        return Timestamp(whole) == nil ? zoned : whole
    }

    /// UP-21.
    static func achievementType(_ token: String) -> String {
        switch token {
        case "AssessmentResult", "Assessment Result": "Assessment"
        case "Community Service": "CommunityService"
        case "Co-Curricular": "CoCurricular"
        case _: token
        }
    }

    /// UP-20.
    static func associationType(_ token: String) -> String {
        ["exemplar", "hasSkillLevel"].contains { token.isSame(as: $0) } ? "isRelatedTo" : token
    }

    static func identityType(_ token: String) -> String {
        switch token {
        case "email": "emailAddress"
        case "sourcedId": "sourcedId"
        case _: token.utf8.starts(with: "ext:".utf8) ? token : "ext:\(token)"
        }
    }

    static func identifierType(_ token: String) -> String {
        switch token {
        case "LisSourcedId": "lisSourcedId"
        case "OneRosterSourcedId": "oneRosterSourcedId"
        case _: token
        }
    }
}
