import Issuance
import JSONText
import Verification

/// What keeps a draft from being issued, each thing on a line of its own.
struct IssuanceFaults {
    /// By place, for programs; the place is empty where it is of no one place.
    let list: [(place: String, text: String)]
    private let error: IssuanceError

    init(_ error: IssuanceError) {
        self.error = error
        list = error.each.flatMap(Self.told)
    }

    /// One thing is the answer itself; of several each is told below it.
    var stop: Stop {
        switch error {
        case .contentsRefused:
            Stop(
                .no,
                "nothing was issued: the draft holds a credential that does not verify, and your "
                    + "signature would vouch for it. Take it out, or say --allow-failing-contents",
                details: lines)
        case .partsRefused:
            Stop(
                .no, "nothing was issued: parts of the draft would not verify:", details: lines)
        case .refused, .several:
            Stop(.no, "nothing was issued:", details: lines)
        case .notAnObject, .classUnknown, .alreadySigned, .emptyValue, .issuerDiffers, .noKey,
            .statusTwice, .unreadableContent, .noPlaceForContents, .notSignable, .contextUnknown,
            .signing,
            .proofNotForKey, .statusList:
            Stop(.no, "\(error)")
        }
    }

    private var lines: [String] {
        list.map(\.text) + (error.omitted > 0 ? ["…and \(error.omitted) more."] : [])
    }

    private static func told(_ error: IssuanceError) -> [(place: String, text: String)] {
        switch error {
        case .refused(let checks): checks.map(line)
        case .partsRefused(let parts), .contentsRefused(let parts):
            parts.map { ($0.place.description, "\($0)") }
        case .notAnObject, .classUnknown, .alreadySigned, .emptyValue, .issuerDiffers, .noKey,
            .statusTwice, .unreadableContent, .noPlaceForContents, .notSignable, .contextUnknown,
            .signing,
            .proofNotForKey, .statusList, .several:
            [(error.place?.description ?? "", "\(error)")]
        }
    }

    static func line(_ check: Check) -> (place: String, text: String) {
        let place = check.at?.description ?? ""
        let told = place.isEmpty ? "" : ", \(place)"
        return (place, "in the credential\(told): \(check.message) [\(check.code)]")
    }
}
