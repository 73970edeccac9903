import Baking
import Crypto
import JSONText
import Multiformat

/// Pictures that a draft names: put inside the credential, or fixed by a digest where they stand.
final class DraftPictures {
    private let read: DraftMaterials.Reader
    /// What `relatedResource` of the credential says of pictures that stand elsewhere.
    private var related: [JSON] = []
    private var left = Limits.draftPictures

    init(_ read: @escaping DraftMaterials.Reader) {
        self.read = read
    }

    /// What was said since the last time: each credential speaks of its own pictures.
    func takeRelated() -> JSON? {
        defer { related = [] }
        return draftList(related)
    }

    /// `image: logo.png`, `image: {file, caption}`, `image: {url, caption}`, or `{file, url}`: the
    /// file is at the URL, and its digest goes into the credential.
    func image(_ object: DraftObject) -> JSON? {
        guard let value = object["image"] else { return nil }
        guard value.isObject else {
            guard let text = object.text("image") else { return nil }
            let isAddress = ["https://", "http://"].contains { text.utf8.starts(with: $0.utf8) }
            return isAddress
                ? Self.image(object.uri("image", web: true), nil)
                : Self.image(embedded(text, object, "image"), nil)
        }
        guard let inner = DraftObject(value, object.notes, "An image", ["file", "url", "caption"])
        else { return nil }
        let caption = inner.text("caption")
        switch (inner.text("file"), inner.uri("url", web: true)) {
        case (let file?, let url?):
            if let (octets, format) = picture(file, inner, "file", Limits.pictureBytes) {
                relate(url, octets, format)
            }
            return Self.image(url, caption)
        case (let file?, nil): return Self.image(embedded(file, inner, "file"), caption)
        case (nil, let url?): return Self.image(url, caption)
        case (nil, nil):
            if value["file"] == nil, value["url"] == nil {
                inner.note(nil, "An image needs a file or a url.")
            }
            return nil
        }
    }

    private static func image(_ id: String?, _ caption: String?) -> JSON? {
        id.map {
            draftObject([("id", .string($0)), ("type", "Image"), ("caption", draftText(caption))])
        }
    }

    private func relate(_ url: String, _ octets: [UInt8], _ format: ImageFormat) {
        let digest = Base64.encode(Array(SHA384.hash(data: octets)))
        related.append([
            "id": .string(url), "digestSRI": .string("sha384-\(digest)"),
            "mediaType": .string(format.draftMediaType),
        ])
    }

    private func embedded(_ file: String, _ object: DraftObject, _ member: String) -> String? {
        guard let (octets, format) = picture(file, object, member, Limits.embeddedPictureBytes)
        else { return nil }
        return "data:\(format.draftMediaType);base64," + Base64.encode(octets)
    }

    /// A whole PNG, or an SVG in which nothing runs; a JPEG or another picture is not for badges.
    private func picture(
        _ file: String, _ object: DraftObject, _ member: String, _ most: Int
    ) -> (octets: [UInt8], format: ImageFormat)? {
        let octets: [UInt8]
        switch read(file, object.notes.file, Limits.pictureBytes) {
        case .octets(let found): octets = found
        case .fault(let reason):
            object.note(member, "The picture \(file) cannot be read: \(reason).")
            return nil
        }
        guard octets.count <= most else {
            object.note(
                member,
                "The picture \(file) has \(octets.count) octets; \(most) at most are put into a "
                    + "credential. Make it smaller, or publish it and write {file, url}: then its "
                    + "digest is put in.")
            return nil
        }
        guard octets.count <= left else {
            object.note(
                member,
                "With \(file) all pictures together have more than \(Limits.draftPictures) octets. "
                    + "Make them smaller, or publish them and write {file, url}.")
            return nil
        }
        do throws(BakingError) {
            let picture = try Picture(reading: octets)
            if let place = picture.activeContent {
                object.note(
                    member,
                    "The SVG \(file) has something at \(place) that could run in a reader's "
                        + "browser, such as a script. Take it out.")
                return nil
            }
            if most == Limits.embeddedPictureBytes { left -= octets.count }
            return (octets, picture.format)
        } catch {
            object.note(member, "The picture \(file) cannot be used: \(error)")
            return nil
        }
    }
}

extension ImageFormat {
    fileprivate var draftMediaType: String {
        switch self {
        case .png: "image/png"
        case .svg: "image/svg+xml"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .webP: "image/webp"
        }
    }
}
