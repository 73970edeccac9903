import Credentials
import DIDs
import JSONText

/// An entry of the lists of a policy: one identifier, or the hosts of a domain.
struct IssuerRule: Sendable {
    enum Pattern: Sendable {
        /// Exactly this identifier, code unit by code unit, its host as it is registered.
        case identifier(Text)
        /// This host; at this port, where one is named, else at any.
        case host(String, port: String?)
        /// Every host below this one, and not the one itself (`*.university.example`).
        case below(String)
    }

    let pattern: Pattern
    /// How the rule is written.
    let text: String
    /// What the policy calls the issuer.
    let name: String?
    let period: Period
    let reason: String?
    /// Where the rule stands in the policy.
    let pointer: JSONPointer

    /// - Parameter issuer: in its ``RegisteredSpelling``.
    func matches(_ issuer: Text, _ host: IssuerHost?) -> Bool {
        switch pattern {
        case .identifier(let id): return id == issuer
        case .host(let name, let port):
            guard let host, host.name.isSame(as: name) else { return false }
            guard let port else { return true }
            return host.port?.isSame(as: port) ?? port.isSame(as: "443")
        case .below(let name):
            guard let host, host.name.utf8.count > name.utf8.count + 1 else { return false }
            return host.name.utf8.suffix(name.utf8.count + 1)
                .elementsEqual(("." + name).utf8)
        }
    }
}

extension IssuerRule.Pattern {
    /// A domain as a policy writes it: `university.example`, `university.example:8443`, or
    /// `*.university.example`, in either spelling.
    init?(domain: String) {
        if domain.utf8.starts(with: "*.".utf8) {
            let rest = String(Substring(domain.utf8.dropFirst(2)))
            guard let host = IssuerHost(authority: rest), host.port == nil,
                // The longest names have none below them.
                host.name.utf8.count <= 251
            else { return nil }
            self = .below(host.name)
        } else {
            guard let host = IssuerHost(authority: domain) else { return nil }
            self = .host(host.name, port: host.port)
        }
    }

    /// An identifier, or a domain, told apart by the colon of a scheme.
    init?(issuer: String) {
        let isIdentifier = ["did:", "https://"].contains { issuer.utf8.starts(with: $0.utf8) }
        guard isIdentifier else { self.init(domain: issuer); return }
        let id = RegisteredSpelling.of(Text(issuer))
        // What is no identifier is nobody's.
        if id.string.utf8.starts(with: "did:".utf8), DID(id) == nil { return nil }
        self = .identifier(id)
    }
}

/// From when to when something is said; either end may be open.
struct Period: Sendable {
    var since: Timestamp?
    var until: Timestamp?

    func holds(at now: Timestamp) -> Bool {
        (since.map { $0 <= now } ?? true) && (until.map { now < $0 } ?? true)
    }
}

extension Timestamp {
    /// An instant, or the first instant of a day in UTC.
    init?(instantOrDay text: String) {
        if let instant = Timestamp(text) { self = instant; return }
        guard text.utf8.count == 10, let day = Timestamp(text + "T00:00:00Z") else { return nil }
        self = day
    }
}
