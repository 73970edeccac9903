/// The public URL under which a demonstration is issued, and the names that follow from it.
struct Place: Hashable, Sendable {
    /// Without a slash at its end.
    let url: String

    init(publicURL: String) {
        var url = Substring(publicURL)
        while url.utf8.last == UInt8(ascii: "/") { url.removeLast() }
        self.url = String(url)
    }

    func url(of path: String) -> String { url + path }

    /// The did:web of a path: host and port as one part, slashes as colons
    /// (did:web Method Specification, 3).
    func did(of path: String) -> String {
        let parts = withoutScheme.split(separator: "/") + path.split(separator: "/")
        return "did:web:" + parts.map { Self.encoded($0) }.joined(separator: ":")
    }

    private var withoutScheme: Substring {
        for scheme in ["https://", "http://"] where url.hasPrefix(scheme) {
            return url.dropFirst(scheme.count)
        }
        return url[...]
    }

    private static func encoded(_ part: Substring) -> String {
        var text = ""
        for byte in part.utf8 {
            if isUnreserved(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += byte < 16 ? "%0" : "%"
                text += String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
