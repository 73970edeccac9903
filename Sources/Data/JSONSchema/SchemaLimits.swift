/// The bounds of this room: on schemas, which strangers write, and on judging by them.
public enum SchemaLimits {
    /// Subschemas of one schema, all the documents that it refers to taken together.
    public static let subschemas = 200_000
    /// Documents that one schema may bring in.
    public static let documents = 256
    /// Meta-schemas that name meta-schemas as their `$schema`.
    public static let metaSchemaDepth = 8
    /// Subschemas that are being applied inside each other.
    public static let depth = 1_600
    /// Steps of one validation, whatever the instance.
    public static let steps = 1_000_000
    /// Steps more for each value and member name of the instance.
    public static let stepsPerValue = 256
    /// Problems that are told of one instance.
    public static let problems = 256
    /// Problems that are told as the cause of another one.
    public static let causes = 16
    /// Instructions of one compiled regular expression.
    public static let patternInstructions = 20_000
    /// Groups inside groups of a regular expression.
    public static let patternDepth = 200
    /// States that one match may mark as tried: instructions times octets.
    public static let patternStates = 1 << 28
    /// Compiled schemas that a cache keeps; past it the cache starts anew.
    public static let cachedSchemas = 256
}
