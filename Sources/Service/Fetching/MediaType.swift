/// A media type of a header field, without its parameters.
enum MediaType {
    static func essence(_ field: String?) -> String {
        let whole = (field ?? "").utf8.prefix { $0 != UInt8(ascii: ";") }
        let small = whole.filter { $0 != 0x20 && $0 != 0x09 }
            .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return String(decoding: small, as: UTF8.self)
    }

    static func isWebPage(_ essence: String, _ body: [UInt8]) -> Bool {
        if essence == "text/html" || essence == "application/xhtml+xml" { return true }
        // Pictures are XML too, and no document that is wanted otherwise begins like this.
        guard essence != "image/svg+xml" else { return false }
        let start = body.prefix(64).drop { $0 <= 0x20 }.prefix(9).map { $0 | 0x20 }
        return start.starts(with: "<!doctype".utf8) || start.starts(with: "<html".utf8)
    }
}
