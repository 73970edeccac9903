import JSONText

extension IRIReference {
    /// A reference that resolves against the base to the IRI; the IRI where there is none.
    static func relative(_ iri: String, to base: String) -> String {
        let target = URIReference(iri)
        let base = (text: base, parts: URIReference(base))
        guard let scheme = target.scheme, isSame(scheme, base.parts.scheme),
            isSame(target.authority, base.parts.authority)
        else { return iri }
        var reference = URIReference("")
        reference.path = Substring(relativePath(target, to: base.parts))
        reference.query = target.query
        reference.fragment = target.fragment
        var text = reference.text
        if isAbsolute(text.utf8) || text.isEmpty || text.utf8.starts(with: "//".utf8) {
            text = "./" + text
        }
        return resolve(text, against: base.text).utf8.elementsEqual(iri.utf8) ? text : iri
    }

    private static func isSame(_ one: Substring?, _ other: Substring?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        return one.utf8.elementsEqual(other.utf8)
    }

    private static func relativePath(_ target: URIReference, to base: URIReference) -> String {
        let slash = UInt8(ascii: "/")
        var rest = target.path.utf8.split(separator: slash, omittingEmptySubsequences: false)[...]
        var start = base.path.utf8.split(separator: slash, omittingEmptySubsequences: false)[...]
        // The last segment of a path that is all there is must stay.
        let kept = target.query == nil && target.fragment == nil ? 1 : 0
        while rest.count > kept, let one = rest.first, let other = start.first,
            one.elementsEqual(other)
        {
            rest.removeFirst()
            start.removeFirst()
        }
        if start.isEmpty, rest.isEmpty { return "" }
        let up = String(repeating: "../", count: max(0, start.count - 1))
        return up + rest.map { String(Substring($0)) }.joined(separator: "/")
    }
}
