/// How framing works where a frame's own flags say nothing (JSON-LD framing section 5.2).
public struct FramingDefaults: Sendable, Hashable {
    /// Which mentions of a node are written out (the object embed flag).
    public enum Embed: String, Sendable, Hashable, CaseIterable {
        case always = "@always"
        case once = "@once"
        case never = "@never"
    }

    public var embed = Embed.once
    /// Whether only properties that the frame names are written.
    public var isExplicit = false
    /// Whether a node must match all properties of a frame and not only one.
    public var requiresAll = false
    /// Whether properties of the frame that a node does not have are left out.
    public var omitsDefault = false
    /// Whether a single node is written without `@graph`; nil follows the processing mode.
    public var omitsGraph: Bool?
    /// Whether identifiers of blank nodes that nothing refers to are left out; nil follows the
    /// processing mode.
    public var prunesBlankNodeIdentifiers: Bool?

    public init() {}
}
