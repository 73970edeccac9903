import Hummingbird
import JSONText
import Storage

/// The name of a state of a resource (RFC 9110 section 8.8.3).
struct EntityTag {
    let text: String

    init(_ digest: ContentDigest) {
        text = "\"\(digest.hexadecimal)\""
    }

    /// Whether `If-None-Match` names it; compared weakly (section 13.1.2).
    func isKnown(to request: Request) -> Bool {
        request.headers[values: .ifNoneMatch].contains { value in
            value.utf8.split(separator: UInt8(ascii: ",")).contains { part in
                var tag = part.drop { $0 == 0x20 || $0 == 0x09 }
                while tag.last == 0x20 || tag.last == 0x09 { tag.removeLast() }
                if tag.elementsEqual("*".utf8) { return true }
                if tag.starts(with: "W/".utf8) { tag = tag.dropFirst(2) }
                return tag.elementsEqual(text.utf8)
            }
        }
    }
}
