/// A standard whose credentials are baked into pictures, and the words by which a picture says so.
package enum BakedStandard: CaseIterable, Hashable, Sendable {
    case clr2, openBadges3, openBadges2

    package var name: String {
        switch self {
        case .clr2: "CLR 2.0"
        case .openBadges3: "Open Badges 3.0"
        case .openBadges2: "Open Badges 2.0"
        }
    }

    /// The keyword of the text chunk in a PNG (BAKE-02, OB-B-01).
    package var keyword: String {
        switch self {
        case .clr2: "clrcredential"
        case .openBadges3: "openbadgecredential"
        case .openBadges2: "openbadges"
        }
    }

    /// The namespace of the element in an SVG (BAKE-06, OB-B-03).
    package var namespace: String {
        switch self {
        case .clr2: "https://purl.imsglobal.org/clr/v2p0"
        case .openBadges3: "https://purl.imsglobal.org/ob/v3p0"
        case .openBadges2: "http://openbadges.org"
        }
    }

    /// The local name of the element in an SVG.
    package var element: String {
        switch self {
        case .clr2, .openBadges3: "credential"
        case .openBadges2: "assertion"
        }
    }

    /// The prefix that is written; read is any.
    var prefix: String {
        switch self {
        case .clr2: "clr"
        case .openBadges3, .openBadges2: "openbadges"
        }
    }
}
