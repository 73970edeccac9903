/// The domain and the challenge that a proof must name, where its reader has set them (LDP-15).
struct Expectation: Sendable {
    var domain: String?
    var challenge: String?

    var isSet: Bool { domain != nil || challenge != nil }
}
