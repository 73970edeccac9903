extension FetchError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAURL: "it is not a URL"
        case .urlTooLong(let limit): "its URL is longer than \(limit) octets"
        case .scheme(let name): "nothing is fetched by \(name):"
        case .notSecure: "it stands at an http: address, and only https: is asked"
        case .userInformation: "its URL carries a user's name, which could pass for the host"
        case .ambiguousHost(let host):
            "its host \(host) is spelled in a way that programs read differently"
        case .localName(let host): "\(host) is the name of a machine of one's own network"
        case .port(let port): "port \(port) is not one that is asked"
        case .noAddress(let host): "the host \(host) has no address"
        case .refusedAddress(let host, let address, let use):
            host == "\(address)" || host == "[\(address)]"
                ? "\(address) is \(use.words), which is not asked"
                : "the host \(host) has the address \(address), \(use.words), which is not asked"
        case .noConnection(let host): "no connection to \(host) could be made"
        case .certificate(let host, let reason):
            "\(host) could not show that it is \(host): \(reason)"
        case .tooSlow(let phase, let milliseconds):
            "its server took longer than \(Self.seconds(milliseconds)) while \(phase.rawValue)"
        case .notHTTP: "its server did not answer by the rules of HTTP"
        case .endedEarly: "its server ended before the answer was whole"
        case .headerTooLarge(let limit):
            "the head of its server's answer is larger than \(limit) octets"
        case .bodyTooLarge(let limit): "it is larger than \(limit) octets"
        case .framingTooLarge(let limit):
            "its server sends more than \(limit) octets around the document"
        case .encoded(let coding):
            "its server sent it compressed or recoded (\(coding)), which was not asked for"
        case .status(let code): "its server answered \(code)\(Self.meaning(code))"
        case .noContent: "its server answered with nothing in it"
        case .unaskedNotModified: "its server answered 304 (not modified), which was not asked"
        case .webPage: "its server answered with a web page (HTML), not with the document"
        case .mediaType(let type, let kind):
            "its server answered with \"\(type)\", which is no type of \(kind.words)"
        case .redirectWithoutTarget: "its server redirects to nowhere"
        case .tooManyRedirects(let limit): "its server redirects more than \(limit) times"
        case .redirectToInsecure(let host): "its server redirects from https: to http://\(host)"
        case .redirected(let host, let error): "its server redirects to \(host), and \(error)"
        case .tooManyRequests(let limit):
            "more than \(limit) requests would be needed for one credential"
        case .busy: "too many documents are being fetched at once"
        case .pinDiffers(let pinned, let found):
            "it has changed since it was first used: the pinned SHA-256 is \(pinned), and now it "
                + "is \(found). What is pinned is never replaced by itself; the new text is taken "
                + "once its pin is given up"
        case .pinsFull(let limit): "\(limit) documents are pinned already, and no more are taken in"
        case .pinNotKept:
            "its digest could not be kept in the cache folder, or the one that is there is damaged"
        }
    }

    private static func seconds(_ milliseconds: Int) -> String {
        milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
    }

    private static func meaning(_ code: Int) -> String {
        switch code {
        case 401, 403: " (not for everybody)"
        case 404: " (not found)"
        case 410: " (gone)"
        case 429: " (asked too often)"
        case 500...599: " (a fault of the server)"
        default: ""
        }
    }
}
