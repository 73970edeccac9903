import NIOCore
import NIOHTTP1
import NIOSSL

/// Says one request and takes in its answer, within the limits; then the connection ends.
final class ExchangeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let exchange: HTTPExchange
    private let octets: OctetGuard
    private let promise: EventLoopPromise<HTTPAnswer>
    private var head: HTTPResponseHead?
    private var body: [UInt8] = []
    private var isDone = false
    private var isConnected = false
    private var deadline: Scheduled<Void>?
    private var silence: Scheduled<Void>?

    init(
        _ exchange: HTTPExchange, octets: OctetGuard, promise: EventLoopPromise<HTTPAnswer>
    ) {
        self.exchange = exchange
        self.octets = octets
        self.promise = promise
    }

    func channelActive(context: ChannelHandlerContext) {
        isConnected = true
        guard context.remoteAddress.map(exchange.isAddressed) ?? false else {
            return fail(.noConnection(host: exchange.target.host.text), context)
        }
        let late = exchange.deadlineError
        deadline = context.eventLoop.assumeIsolated().scheduleTask(deadline: exchange.deadline) {
            self.fail(late, context)
        }
        hear(context)
        context.write(wrapOutboundOut(.head(exchange.head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        hear(context)
        switch unwrapInboundIn(data) {
        case .head(let head): take(head, context)
        case .body(let part): take(part, context)
        case .end: finish(context)
        }
    }

    private func take(_ head: HTTPResponseHead, _ context: ChannelHandlerContext) {
        octets.isHeadRead = true
        self.head = head
        // Only the body of a document is wanted, and not that of a page about an error.
        guard head.status.code == 200 else { return finish(context) }
        for name in ["content-encoding", "transfer-encoding"] {
            let codings = head.headers[canonicalForm: name].map { $0.lowercased() }
            let fine = name == "content-encoding" ? "identity" : "chunked"
            if let other = codings.first(where: { $0 != fine }) {
                return fail(.encoded(String(other.prefix(40))), context)
            }
        }
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if length > exchange.bodyLimit { fail(.bodyTooLarge(limit: exchange.bodyLimit), context) }
    }

    private func take(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        octets.bodyBytes += part.readableBytes
        guard body.count + part.readableBytes <= exchange.bodyLimit else {
            return fail(.bodyTooLarge(limit: exchange.bodyLimit), context)
        }
        body.append(contentsOf: part.readableBytesView)
    }

    /// The time of silence begins anew.
    private func hear(_ context: ChannelHandlerContext) {
        silence?.cancel()
        let limit = exchange.limits.idleMilliseconds
        silence = context.eventLoop.assumeIsolated().scheduleTask(
            in: .milliseconds(Int64(limit))
        ) {
            self.fail(.tooSlow(.waiting, milliseconds: limit), context)
        }
    }

    // MARK: - The end

    private func finish(_ context: ChannelHandlerContext) {
        guard !isDone, let head else { return }
        end(context)
        promise.succeed(
            HTTPAnswer(status: Int(head.status.code), headers: head.headers, body: body))
    }

    private func fail(_ error: FetchError, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        end(context)
        promise.fail(error)
    }

    private func end(_ context: ChannelHandlerContext) {
        isDone = true
        deadline?.cancel()
        silence?.cancel()
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(.endedEarly, context)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(exchange.reading(error), context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        // Before there is a connection, its own failure says why.
        if isConnected { fail(.endedEarly, context) }
    }
}
