/// Bounds on what a record can make large on paper (docs/limits.md).
package enum DocumentLimits {
    /// Pages of one document.
    package static let pages = 10_000
    /// Octets of one text that are set; the attached original has the rest.
    package static let textBytes = 20_000
    /// Octets of a paragraph that are laid out at once.
    package static let stretchBytes = 3_000
    /// Bookmarks of one document: past these only sections get one.
    package static let bookmarks = 2_000
}
