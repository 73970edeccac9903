/// What is read of one YAML text at most (docs/limits.md).
package enum YAMLLimits {
    /// Octets of one YAML text: it is written by hand.
    package static let bytes = 4 << 20
    /// Lists and mappings inside each other.
    package static let depth = 128
}
