import JSONText

/// What a token says that it is (`typ`): a reader takes no other for a credential or a
/// presentation, whatever its payload looks like (RFC 8725 section 3.11).
package enum TokenType: Hashable, Sendable {
    /// Nothing, or `JWT`, as Open Badges has it (JWT-04).
    case plain
    /// `vc+jwt` or, with selective disclosures, `vc+sd-jwt` and `dc+sd-jwt`.
    case credential
    /// `vp+jwt` or `vp+sd-jwt`.
    case presentation
    case other(String)

    init(header: JSONValue, isSelective: Bool) {
        guard let text = header["typ"]?.string else {
            self = .plain
            return
        }
        let lower = text.lowercased()
        let prefix = "application/"
        let name =
            lower.utf8.starts(with: prefix.utf8)
            ? String(decoding: lower.utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : lower
        let credentials =
            isSelective
            ? ["vc+sd-jwt", "dc+sd-jwt"] : ["vc+jwt", "vc+ld+jwt", "vc-ld+jwt", "vc+ld+json+jwt"]
        let presentations =
            isSelective
            ? ["vp+sd-jwt"] : ["vp+jwt", "vp+ld+jwt", "vp-ld+jwt", "vp+ld+json+jwt"]
        if name.isSame(as: "jwt") {
            self = .plain
        } else if credentials.contains(where: { $0.isSame(as: name) }) {
            self = .credential
        } else if presentations.contains(where: { $0.isSame(as: name) }) {
            self = .presentation
        } else {
            self = .other(text)
        }
    }
}
