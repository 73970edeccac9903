import NIOCore

/// Counts what comes in before it is understood: a head without end, or chunks and trailers around
/// next to nothing, end here.
final class OctetGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var octets: OctetCount
    /// Set by the handler that sees the parts.
    var isHeadRead = false
    var bodyBytes = 0

    init(limits: FetchLimits) { octets = OctetCount(limits: limits) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        octets.add(unwrapInboundIn(data).readableBytes)
        context.fireChannelRead(data)
        if let error = octets.fault(isHeadRead: isHeadRead, bodyBytes: bodyBytes) {
            context.fireErrorCaught(error)
        }
    }
}

/// How much came in, and how much of it may be neither head nor body.
struct OctetCount {
    private let limits: FetchLimits
    private var count = 0
    private var countWithHead: Int?

    init(limits: FetchLimits) { self.limits = limits }

    mutating func add(_ octets: Int) { count += octets }

    /// What is wrong with what has come in so far. What comes together with the end of the head
    /// counts as head.
    mutating func fault(isHeadRead: Bool, bodyBytes: Int) -> FetchError? {
        guard isHeadRead else {
            return count > limits.headerBytes ? .headerTooLarge(limit: limits.headerBytes) : nil
        }
        let head = countWithHead ?? count
        countWithHead = head
        return count - head > limits.framingBytes + 9 * bodyBytes
            ? .framingTooLarge(limit: limits.framingBytes) : nil
    }
}
