import DIDs

/// Why a document could not be had. The sentences name hosts and no more of a URL: what follows
/// the host can be a secret of the learner.
package indirect enum FetchError: Error, Hashable, Sendable {
    // The URL
    case notAURL
    case urlTooLong(limit: Int)
    case scheme(String)
    case notSecure
    case userInformation
    case ambiguousHost(String)
    case localName(String)
    case port(Int)
    // The way there
    case noAddress(host: String)
    case refusedAddress(host: String, IPAddress, AddressUse)
    case noConnection(host: String)
    case certificate(host: String, reason: String)
    case tooSlow(Phase, milliseconds: Int)
    // The answer
    case notHTTP
    case endedEarly
    case headerTooLarge(limit: Int)
    case bodyTooLarge(limit: Int)
    case framingTooLarge(limit: Int)
    case encoded(String)
    case status(Int)
    case noContent
    case unaskedNotModified
    case webPage
    case mediaType(String, wanted: DocumentKind)
    // Redirects
    case redirectWithoutTarget
    case tooManyRedirects(limit: Int)
    case redirectToInsecure(host: String)
    case redirected(to: String, FetchError)
    // What was allowed
    case tooManyRequests(limit: Int)
    case busy
    case pinDiffers(pinned: String, found: String)
    case pinsFull(limit: Int)
    case pinNotKept

    package enum Phase: String, Sendable {
        case name = "its name was looked up"
        case connecting = "a connection was made"
        case waiting = "it was silent"
        case document = "it was being read"
        case verification = "all that the credential refers to was being read"
    }

    /// Whether the way to the server failed, so that a copy at hand may stand in.
    var isOfTheWay: Bool {
        switch self {
        case .noAddress, .noConnection, .certificate, .tooSlow, .notHTTP, .endedEarly, .busy,
            .tooManyRequests:
            true
        case .status(let code): code >= 500
        case .redirected(_, let error): error.isOfTheWay
        case .notAURL, .urlTooLong, .scheme, .notSecure, .userInformation, .ambiguousHost,
            .localName, .port, .refusedAddress, .headerTooLarge, .bodyTooLarge, .framingTooLarge,
            .encoded, .noContent, .unaskedNotModified, .webPage, .mediaType,
            .redirectWithoutTarget, .tooManyRedirects, .redirectToInsecure, .pinDiffers,
            .pinsFull, .pinNotKept:
            false
        }
    }
}
