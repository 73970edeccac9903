import Hummingbird
import JSONText
import RecordPages
import Storage

extension Response {
    /// A page is about somebody, and true for a moment: nobody on the way keeps it.
    static func page(_ html: String) -> Response {
        octets(Array(html.utf8), mediaType: PageAssets.htmlMediaType)
    }

    static func json(_ json: JSON, mediaType: String = "application/json") -> Response {
        octets(json.serialized(pretty: true) + [0x0A], mediaType: mediaType)
    }

    static func octets(
        _ bytes: [UInt8], mediaType: String, cacheControl: String = "no-store"
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: mediaType, .cacheControl: cacheControl],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Octets that have a name: whoever has them already is told only that.
    static func octets(
        _ bytes: [UInt8], digest: ContentDigest, mediaType: String, cacheControl: String,
        for request: Request
    ) -> Response {
        let tag = EntityTag(digest)
        var response =
            tag.isKnown(to: request)
            ? Response(status: .notModified, headers: [.cacheControl: cacheControl])
            : octets(bytes, mediaType: mediaType, cacheControl: cacheControl)
        response.headers[.eTag] = tag.text
        return response
    }

    static func redirect(_ status: HTTPResponse.Status, to path: String) -> Response {
        Response(status: status, headers: [.location: path, .cacheControl: "no-cache"])
    }
}
