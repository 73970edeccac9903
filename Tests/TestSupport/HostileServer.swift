import Foundation
import Synchronization

/// A server that does to its caller what a test tells it to, octet by octet.
package final class HostileServer: Sendable {
    package let port: Int
    private let listener: Int32
    private let heard = Mutex<[String]>([])

    /// The heads of all requests.
    package var requests: [String] { heard.withLock { $0 } }

    /// - Parameters:
    ///   - address: of the loopback; each of 127.0.0.0/8 is another host to a client.
    ///   - behaviour: what is done on each connection, after its request was read.
    package init(
        on address: String = "127.0.0.1", port: Int = 0,
        _ behaviour: @escaping @Sendable (Connection) -> Void
    ) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var on: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        inet_pton(AF_INET, address, &place.sin_addr)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard isListening else { throw Failure.cannotListen(errno) }
        self.listener = listener
        self.port = Int(in_port_t(bigEndian: place.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let socket = accept(listener, nil, nil)
                guard socket >= 0 else { return }
                guard let self else {
                    close(socket)
                    return
                }
                Thread.detachNewThread {
                    let connection = Connection(socket: socket)
                    let request = connection.readRequest()
                    self.heard.withLock { $0.append(request) }
                    behaviour(connection)
                    connection.end()
                }
            }
        }
    }

    /// One that gives the same answer to everybody.
    package convenience init(on address: String = "127.0.0.1", port: Int = 0, answer: String) throws
    {
        try self.init(on: address, port: port) { $0.say(answer) }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    package enum Failure: Error { case cannotListen(Int32) }

    package struct Connection {
        package let socket: Int32

        package func readRequest() -> String {
            var text: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4_096)
            while !text.suffix(4).elementsEqual("\r\n\r\n".utf8) {
                let count = recv(socket, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                text += buffer.prefix(count)
            }
            return String(decoding: text, as: UTF8.self)
        }

        /// Says whether the caller still listens.
        @discardableResult
        package func say(_ text: String) -> Bool { say(Array(text.utf8)) }

        @discardableResult
        package func say(_ octets: [UInt8]) -> Bool {
            var rest = octets[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }

        /// Says something again and again until nobody listens.
        package func sayForever(_ text: String, everyMilliseconds pause: Int = 0) {
            while say(text) {
                if pause > 0 { usleep(UInt32(pause) * 1_000) }
            }
        }

        /// Waits until the caller has gone.
        package func waitForTheEnd() {
            var octet: UInt8 = 0
            while recv(socket, &octet, 1, 0) > 0 {}
        }

        package func shutDownWriting() { shutdown(socket, Int32(SHUT_WR)) }
        package func end() { close(socket) }
    }
}

/// An answer by the rules.
package func answer(
    _ body: String, type: String = "application/json", status: String = "200 OK",
    fields: [String] = []
) -> String {
    let head = [
        "HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)",
    ]
    return (head + fields).joined(separator: "\r\n") + "\r\n\r\n" + body
}

package func redirect(to location: String) -> String {
    "HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"
}
