/// The files that pages load, and the headers that pages and files are sent with.
package enum PageAssets {
    package struct File: Sendable {
        package let path: String
        package let mediaType: String
        package let bytes: [UInt8]
    }

    package static let files = [
        File(
            path: "/assets/record.css", mediaType: "text/css; charset=utf-8",
            bytes: Array(RecordStylesheet.text.utf8)),
        File(
            path: "/assets/record.js", mediaType: "text/javascript; charset=utf-8",
            bytes: Array(RecordScript.text.utf8)),
    ]

    package static let htmlMediaType = "text/html; charset=utf-8"

    /// Nothing but this server's own files; no frames, no inline script or style.
    package static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

    /// To be sent with every page.
    package static let headers: [(name: String, value: String)] = [
        ("Content-Security-Policy", contentSecurityPolicy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ]
}
