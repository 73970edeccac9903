import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// One request to one address. The name of the host is said in TLS and in the request; the
/// connection itself knows only the address that was judged.
struct HTTPExchange: Sendable {
    let target: FetchTarget
    let address: IPAddress
    let fields: [(String, String)]
    let bodyLimit: Int
    let limits: FetchLimits
    let trust: NIOSSLContext?
    let deadline: NIODeadline
    let deadlineError: FetchError

    /// HTTP/1.1, one connection for each request: nothing of one server's answer can reach
    /// another's.
    var head: HTTPRequestHead {
        var headers = HTTPHeaders([("Host", target.hostField)])
        headers.add(contentsOf: fields)
        headers.add(name: "Connection", value: "close")
        return HTTPRequestHead(
            version: .http1_1, method: .GET, uri: target.path, headers: headers)
    }

    func answer() async throws(FetchError) -> HTTPAnswer {
        let left = deadline - .now()
        guard left > .zero else { throw deadlineError }
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let promise = loop.makePromise(of: HTTPAnswer.self)
        let limit = TimeAmount.milliseconds(Int64(limits.connectMilliseconds))
        do {
            let place = try SocketAddress(
                packedIPAddress: ByteBuffer(bytes: address.octets), port: target.port)
            ClientBootstrap(group: loop)
                .connectTimeout(min(limit, left))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try add(to: channel, promise) }
                }
                .connect(to: place)
                .whenFailure { promise.fail($0) }
            return try await promise.futureResult.get()
        } catch let error as FetchError {
            throw error
        } catch {
            throw reading(error)
        }
    }

    private func add(to channel: any Channel, _ promise: EventLoopPromise<HTTPAnswer>) throws {
        let pipeline = channel.pipeline.syncOperations
        if target.isSecure, let trust {
            try pipeline.addHandler(NIOSSLClientHandler(context: trust, serverHostname: name))
        }
        let octets = OctetGuard(limits: limits)
        try pipeline.addHandler(octets)
        try pipeline.addHandler(HTTPRequestEncoder())
        try pipeline.addHandler(
            ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)))
        try pipeline.addHandler(ExchangeHandler(self, octets: octets, promise: promise))
    }

    /// For the certificate; where the host is an address, that is what the certificate must name.
    private var name: String? {
        if case .name(let name) = target.host { name } else { nil }
    }

    func isAddressed(_ remote: SocketAddress) -> Bool {
        switch (remote, address) {
        case (.v4(let there), .v4(let number)):
            return UInt32(bigEndian: there.address.sin_addr.s_addr) == number
        case (.v6(let there), .v6):
            let octets = withUnsafeBytes(of: there.address.sin6_addr) { Array($0) }
            return octets == address.octets
        default: return false
        }
    }

    /// What an error of the connection means.
    func reading(_ error: any Error) -> FetchError {
        let host = target.host.text
        switch error {
        case let error as FetchError: return error
        case let error as HTTPParserError:
            switch error {
            case .invalidEOFState, .closedConnection: return .endedEarly
            case .headerOverflow: return .headerTooLarge(limit: limits.headerBytes)
            default: return .notHTTP
            }
        case NIOSSLError.uncleanShutdown: return .endedEarly
        case NIOSSLError.handshakeFailed, NIOSSLError.unableToValidateCertificate,
            NIOSSLError.noCertificateToValidate, is NIOSSLExtraError, is BoringSSLError:
            return .certificate(host: host, reason: Self.words(error))
        case ChannelError.connectTimeout:
            return .tooSlow(.connecting, milliseconds: limits.connectMilliseconds)
        default: return .noConnection(host: host)
        }
    }

    private static func words(_ error: any Error) -> String {
        let text = "\(error)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("unableToValidate") {
            return "its certificate is not of an authority that is trusted here, or has expired"
        }
        if text.contains("failedToValidateHostname") || text.contains("ostname") {
            return "its certificate is for another host"
        }
        return "TLS 1.2 or newer could not be agreed on"
    }
}
