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
        let style = RecordStylesheet.text + runningLines
        markup["standalone"] =
            [
                "policy": Self.policy(style: style), "style": style, "script": RecordScript.text,
            ] as Markup
        return markup
    }

    /// Only what this page was made with: its own style and script, by their digests.
    private static func policy(style: String) -> String {
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
            + "style-src '\(digest(style))'; script-src '\(digest(RecordScript.text))'"
    }

    /// What stands on each sheet of paper: whose and what, from whom and when it was checked,
    /// so that sheets which got apart still say it (VIEW-40).
    private var runningLines: String {
        let whose = [page.title.text, page.learner?.text].compactMap(\.self)
        let checked = page.headline.checkedAt.map { "checked \($0.words)" }
        let foot = [page.headline.lead, checked].compactMap(\.self)
        return """

            @media print {
              @page {
                @top-left { content: \(Self.quoted(whose)); font: 8pt serif; }
                @top-right { content: \(Self.quoted([page.letterhead.name.text])); font: 8pt serif; }
                @bottom-left { content: \(Self.quoted(foot)); font: 8pt serif; }
              }
              @page :first {
                @top-left { content: none; }
                @top-right { content: none; }
              }
            }

            """
    }

    /// A string of CSS in which no character of the record means anything: what is no letter or
    /// digit of ASCII is written by its number.
    private static func quoted(_ parts: [String]) -> String {
        let text = parts.map { QuotedText.inSentence($0, longest: 60) }.joined(separator: " · ")
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ": out.unicodeScalars.append(scalar)
            default: out += "\\" + String(scalar.value, radix: 16) + " "
            }
        }
        return out + "\""
    }

    private static func digest(_ text: String) -> String {
        "sha256-" + Base64.encode(Array(SHA256.hash(data: Array(text.utf8))))
    }
}

extension PageRenderer {
    /// One HTML file that needs no server.
    package func html(_ page: StandalonePage) -> String { render(page.markup, "record") }
}
