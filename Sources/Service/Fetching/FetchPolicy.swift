import JSONText

/// Where this room goes at all.
package struct FetchPolicy: Sendable {
    /// Ports of https. Others are those of services that were not meant to be asked by strangers.
    package var ports: Set<Int> = [443]
    /// Hosts that somebody who runs the program has named: see ``NamedHost``.
    package var namedHosts: [NamedHost] = []

    package init(namedHosts: [NamedHost] = []) {
        self.namedHosts = namedHosts
    }
}

/// A host that may be asked although it is on this machine or in the own network, at this port,
/// and by http too: an institution's own servers, and those of tests.
package struct NamedHost: Hashable, Sendable {
    let host: String
    /// nil: any port.
    let port: Int?

    /// Reads `HOST` or `HOST:PORT`; an IPv6 address stands in brackets.
    package init?(_ text: String) {
        guard let authority = Authority(text) else { return nil }
        host = authority.host.text
        port = authority.port
    }

    func fits(_ authority: Authority, port: Int) -> Bool {
        authority.host.text.isSame(as: host) && (self.port ?? port) == port
    }
}
