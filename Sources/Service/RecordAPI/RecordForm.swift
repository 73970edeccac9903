import Hummingbird
import JSONText
import Storage

/// The forms in which a record is given: the page, and the octets in the form in which they came.
enum RecordForm: Hashable, Sendable {
    case page, json, token

    init(kept type: Storage.MediaType) {
        let name = type.text.utf8
        let isToken = ["jwt", "jose", "text/plain"].contains {
            name.suffix($0.utf8.count).elementsEqual($0.utf8)
        }
        self = isToken ? .token : .json
    }

    var fileExtension: String {
        switch self {
        case .page: "html"
        case .json: "json"
        case .token: "jwt"
        }
    }

    /// The names by which clients ask for what there is. The page comes first: who asks for
    /// anything is a person with a link.
    static func offers(_ kept: RecordForm) -> [(type: String, form: RecordForm)] {
        let types =
            kept == .token
            ? ["application/vc+jwt", "application/jwt", "text/plain"]
            : [
                "application/vc+ld+json", "application/vc", "application/ld+json",
                "application/json",
            ]
        return [(type: "text/html", form: .page)] + types.map { (type: $0, form: kept) }
    }

    static func wanted(by request: Request, kept: RecordForm) -> RecordForm? {
        let offers = offers(kept)
        return AcceptHeader(request.headers[.accept]).best(of: offers.map(\.type))
            .map { offers[$0].form }
    }
}
