import JSONText

/// What must stand at one place of the list of contexts (CLR2-M-01, OB3-M-01, VC-M-01).
package enum ContextPlace: Sendable, Equatable {
    case exactly(String)
    case learnerRecord
    case openBadges

    /// The places that a class fixes, from the first on.
    package static func places(
        of shape: ShapeClass, in dataModel: ShapeModel.DataModel
    ) -> [ContextPlace] {
        guard dataModel.isLenient, shape.property(named: "@context") != nil else { return [] }
        let first = ContextPlace.exactly(
            dataModel == .v1_1
                ? "https://www.w3.org/2018/credentials/v1" : "https://www.w3.org/ns/credentials/v2")
        switch shape.name {
        case "ClrCredential": return [first, .learnerRecord, .openBadges]
        case "AchievementCredential", "EndorsementCredential": return [first, .openBadges]
        default: return [first]
        }
    }

    package var title: String {
        switch self {
        case .exactly(let url): "\"\(url)\""
        case .learnerRecord: "CLR 2.0"
        case .openBadges: "Open Badges 3.0"
        }
    }

    /// The regular expression of the URLs that may stand here.
    package var pattern: String {
        switch self {
        case .exactly(let url): "^" + url.replacing(".", with: "\\.") + "$"
        case .learnerRecord:
            #"^https://purl\.imsglobal\.org/spec/clr/v2p0/context(-2\.\d\.\d)*\.json$"#
        case .openBadges:
            #"^https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json$"#
        }
    }

    package func fits(_ url: String) -> Bool {
        let start: String
        let series: UInt8
        switch self {
        case .exactly(let whole): return url.isSame(as: whole)
        case .learnerRecord:
            (start, series) = ("https://purl.imsglobal.org/spec/clr/v2p0/context", 0x32)
        case .openBadges:
            (start, series) = ("https://purl.imsglobal.org/spec/ob/v3p0/context", 0x33)
        }
        guard url.utf8.starts(with: start.utf8) else { return false }
        var rest = Array(url.utf8.dropFirst(start.utf8.count))[...]
        while rest.count >= 6, rest.first == UInt8(ascii: "-") {
            let version = Array(rest.prefix(6))
            guard version[1] == series, version[2] == 0x2E, version[4] == 0x2E,
                version[3] &- 0x30 < 10, version[5] &- 0x30 < 10
            else { return false }
            rest = rest.dropFirst(6)
        }
        return rest.elementsEqual(".json".utf8)
    }
}
