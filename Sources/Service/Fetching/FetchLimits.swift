/// The bounds of this room: on what servers send, and on how long they take for it.
///
/// They are members, and not constants, so that a test can come to their other side.
package struct FetchLimits: Sendable {
    /// Octets of a key document or key set.
    package var keyBytes = 1 << 20
    /// Octets of a JSON-LD context.
    package var contextBytes = 2 << 20
    /// Octets of a JSON Schema.
    package var schemaBytes = 2 << 20
    /// Octets of a status list or revocation list.
    package var statusListBytes = 16 << 20
    /// Octets of a credential, and of what is of no known kind.
    package var credentialBytes = 16 << 20
    /// Octets of the status line and the header fields of one answer.
    package var headerBytes = 32 << 10
    /// Octets that framing and trailers may take beside the body (and eight for each of its own).
    package var framingBytes = 64 << 10
    /// Octets of a URL.
    package var urlBytes = 2_048
    /// Redirects that are followed from one URL.
    package var redirects = 5
    /// Addresses of one host that are tried, one after the other.
    package var addresses = 4
    /// Requests that one verification may lead to, redirects counted.
    package var requests = 64
    /// Requests that are under way at once.
    package var concurrentRequests = 8
    /// Requests that wait for their turn.
    package var waitingRequests = 64
    /// Milliseconds until a connection stands.
    package var connectMilliseconds = 5_000
    /// Milliseconds in which a server may say nothing.
    package var idleMilliseconds = 10_000
    /// Milliseconds for one document: the look-up of the name, all redirects, all octets.
    package var documentMilliseconds = 20_000
    /// Milliseconds for all documents of one verification.
    package var verificationMilliseconds = 60_000
    /// Seconds for which an answer is kept without asking again, whatever its server says.
    package var freshnessSeconds = 86_400
    /// The same for status lists, because a credential may have been revoked meanwhile; a list's own
    /// `ttl` shortens it further.
    package var statusFreshnessSeconds = 3_600
    /// Octets that the cache keeps; past it the oldest go.
    package var cacheBytes = 128 << 20
    /// Files that the cache keeps; past it the oldest go.
    package var cacheFiles = 4_096
    /// Pinned documents; past it no new one is taken in.
    package var pins = 10_000

    package init() {}
}
