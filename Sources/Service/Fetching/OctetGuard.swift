import NIOCore

/// Counts what comes in before it is understood: a head without end, or chunks and trailers around
/// next to nothing, end here.
final class OctetGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let limits: FetchLimits
    private var count = 0
    private var countWithHead: Int?
    /// Set by the handler that sees the parts.
    var isHeadRead = false
    var bodyBytes = 0

    init(limits: FetchLimits) { self.limits = limits }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        count += unwrapInboundIn(data).readableBytes
        context.fireChannelRead(data)
        guard isHeadRead else {
            if count > limits.headerBytes {
                context.fireErrorCaught(FetchError.headerTooLarge(limit: limits.headerBytes))
            }
            return
        }
        let head = countWithHead ?? count
        countWithHead = head
        if count - head > limits.framingBytes + 9 * bodyBytes {
            context.fireErrorCaught(FetchError.framingTooLarge)
        }
    }
}
