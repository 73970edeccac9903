import Foundation
import NIOPosix

/// From the name of a host to its addresses.
package protocol HostResolver: Sendable {
    /// All addresses of the name; none where there are none, for whatever reason.
    func addresses(of name: String) async -> [IPAddress]
}

/// Asks the system (`getaddrinfo`), on a thread that may wait.
package struct SystemResolver: HostResolver {
    package init() {}

    package func addresses(of name: String) async -> [IPAddress] {
        (try? await NIOThreadPool.singleton.runIfActive { Self.ask(name) }) ?? []
    }

    private static func ask(_ name: String) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var next = list
        while let entry = next {
            if let address = address(in: entry.pointee), !found.contains(address) {
                found.append(address)
            }
            next = entry.pointee.ai_next
        }
        return found
    }

    private static func address(in entry: addrinfo) -> IPAddress? {
        guard let place = entry.ai_addr else { return nil }
        switch entry.ai_family {
        case AF_INET:
            return place.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                .v4(UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
            }
        case AF_INET6:
            return place.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                IPAddress(octets: withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) })
            }
        default: return nil
        }
    }
}
