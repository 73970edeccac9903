/// What a document is wanted for. A source that goes out asks for the media types that fit, and
/// reads no more octets than such a document has.
public enum DocumentKind: String, CaseIterable, Sendable {
    /// A controller document, a DID document or a key set.
    case keys
    case context
    case schema
    case statusList
    case revocationList
    /// A credential itself: what a reader names by its URL, or a newer version.
    case credential
    /// Who vouches for whom: a registry, or a statement of a federation.
    case registry
    case any
}
