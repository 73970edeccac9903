import Crypto
import Multiformat

/// A record's page as one file: style, script and the record itself are in it, and it loads
/// nothing, so that it opens from disk and stays as it was when it was made.
package struct StandalonePage: Sendable {
    package var page: RecordPage
    /// The file as received: the page gives it back octet for octet.
    package var original: [UInt8]
    /// What the file is called when it is saved from the page.
    package var fileName: String
    package var mediaType: String

    package init(page: RecordPage, original: [UInt8], fileName: String, mediaType: String) {
        self.page = page
        self.original = original
        self.fileName = fileName
        self.mediaType = mediaType
    }

    var markup: Markup {
        var markup = page.markup
        markup["downloadPath"] = "data:\(mediaType);base64,\(Base64.encode(original))"
        markup["downloadName"] = fileName
        markup["standalone"] =
            [
                "policy": Self.policy, "style": RecordStylesheet.text, "script": RecordScript.text,
            ] as Markup
        return markup
    }

    /// Only what this page was made with: its own style and script, by their digests.
    private static let policy =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "style-src '\(digest(RecordStylesheet.text))'; "
        + "script-src '\(digest(RecordScript.text))'"

    private static func digest(_ text: String) -> String {
        "sha256-" + Base64.encode(Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension PageRenderer {
    /// One HTML file that needs no server.
    package func html(_ page: StandalonePage) -> String { render(page.markup, "record") }
}
