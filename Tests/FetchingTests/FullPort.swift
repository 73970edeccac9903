import Foundation
import TestSupport

/// A port that takes no more connections and refuses none: nobody accepts, and the queue is full.
final class FullPort {
    let port: Int
    private var sockets: [Int32] = []

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        sockets.append(listener)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = Self.with(&place) {
            bind(listener, $0, length) == 0 && listen(listener, 0) == 0
                && getsockname(listener, $0, &length) == 0
        }
        port = Int(in_port_t(bigEndian: place.sin_port))
        guard isListening else { throw HostileServer.Failure.cannotListen(errno) }
        for _ in 0..<4 {
            let caller = socket(
                AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
            sockets.append(caller)
            _ = Self.with(&place) { connect(caller, $0, length) }
        }
    }

    private static func with<Result>(
        _ place: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
    ) -> Result {
        withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }

    deinit {
        for socket in sockets { close(socket) }
    }
}
