/// How much one thing may be that is kept.
package enum StorageLimits {
    /// Octets of a record or a document.
    package static let bytes = 32 << 20
    /// UTF-8 octets of an identifier, a path, a URL, a client key.
    package static let name = 2_048
    /// UTF-8 octets of a title, a setting, a reason.
    package static let text = 16_384
    /// Octets of a wrapped key.
    package static let key = 65_536
    /// Changes in one commit.
    package static let changes = 10_000
    /// Entries of a status list (the specification's smallest list has 131,072).
    package static let statusList = 1 << 24
    /// Items of one page of a list.
    package static let page = 500
}
