/// Where things stand on an A4 page, in points from its top left corner.
enum Frame {
    static let width = 595.276
    static let height = 841.89
    static let left = 56.0
    static let right = width - 56
    static let top = 62.0
    /// The first page has no running head.
    static let firstTop = 50.0
    static let bottom = height - 64
    static let headLine = 44.0
    static let footLine = height - 46
    static var body: Double { right - left }
}

/// What a colour adds to words that say the same without it.
struct Ink {
    let red: Double
    let green: Double
    let blue: Double

    static let black = Ink(red: 0.09, green: 0.10, blue: 0.12)
    static let grey = Ink(red: 0.36, green: 0.38, blue: 0.41)
    static let hairline = Ink(red: 0.76, green: 0.77, blue: 0.79)
    static let verified = Ink(red: 0.05, green: 0.38, blue: 0.22)
    static let failed = Ink(red: 0.64, green: 0.07, blue: 0.09)
    static let undetermined = Ink(red: 0.52, green: 0.33, blue: 0)
    static let link = Ink(red: 0.08, green: 0.25, blue: 0.50)
}

/// How a style looks.
struct Look {
    var size: Double
    var weight: UInt32 = 400
    var isItalic = false
    var isSerif = false
    var ink = Ink.black
    /// Room above the first line of it.
    var before = 0.0
}

extension Style {
    var look: Look {
        switch self {
        case .kind: Look(size: 8.5, ink: .grey)
        case .title: Look(size: 21, isSerif: true)
        case .learner: Look(size: 14, isSerif: true, before: 3)
        case .issuer: Look(size: 11, isSerif: true)
        case .lead: Look(size: 15, weight: 700, isSerif: true)
        case .body: Look(size: 9)
        case .strong: Look(size: 9, weight: 600)
        case .note: Look(size: 8.5, ink: .grey)
        case .label: Look(size: 8.5, ink: .grey)
        case .small: Look(size: 7.5, ink: .grey)
        case .quote: Look(size: 9, isItalic: true, isSerif: true)
        case .verified: Look(size: 8.5, ink: .verified)
        case .failed: Look(size: 8.5, weight: 500, ink: .failed)
        case .undetermined: Look(size: 8.5, weight: 500, ink: .undetermined)
        case .section: Look(size: 14, isSerif: true)
        case .entry: Look(size: 10, weight: 600)
        case .part: Look(size: 8.5, weight: 600, ink: .grey)
        case .column: Look(size: 7.5, weight: 600, ink: .grey)
        }
    }
}
