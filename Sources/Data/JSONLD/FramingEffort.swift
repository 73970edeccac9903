import JSONText

/// What one framing may still do: embedding multiplies what a document says.
final class FramingEffort {
    private let whole: Int
    private var left: Int

    init(_ size: Int) {
        whole = Limits.framingSteps + size * Limits.framingStepsForEachValue
        left = whole
    }

    func spend() throws(JSONLDError) {
        left -= 1
        guard left >= 0 else {
            throw JSONLDError(.limitExceeded, "framing takes more than \(whole) steps")
        }
    }
}

extension Limits {
    /// Nodes inside nodes that framing writes out.
    static let framedDepth = 512
    /// Nodes and values that one framing may look at or write, whatever the document.
    static let framingSteps = 100_000
    /// How many more it may for each node and value of the document.
    static let framingStepsForEachValue = 32
}
