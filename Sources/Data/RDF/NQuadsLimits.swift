/// What a text of N-Quads may be at most.
public struct NQuadsLimits: Sendable {
    public var bytes: Int
    public var quads: Int

    public init(bytes: Int = 256 << 20, quads: Int = 2_000_000) {
        self.bytes = bytes
        self.quads = quads
    }

    public static let standard = NQuadsLimits()
}
