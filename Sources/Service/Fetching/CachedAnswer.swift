import JSONText
import NIOHTTP1

/// What the cache knows of the answer at one URL.
struct CachedAnswer: Hashable, Sendable {
    let url: Text
    /// The SHA-256 of the body, in hexadecimal.
    let digest: String
    let mediaType: String?
    let entityTag: String?
    let lastModified: String?
    /// Seconds since 1970.
    let storedAt: Int
    let freshUntil: Int

    init(
        url: Text, digest: String, headers: HTTPHeaders, freshness: Freshness, now: Int,
        previous: CachedAnswer? = nil
    ) {
        self.url = url
        self.digest = digest
        mediaType = headers.first(name: "content-type") ?? previous?.mediaType
        entityTag = headers.first(name: "etag") ?? previous?.entityTag
        lastModified = headers.first(name: "last-modified") ?? previous?.lastModified
        storedAt = now
        freshUntil = now + freshness.seconds
    }

    /// A clock that was set back makes nothing fresh.
    func isFresh(at now: Int) -> Bool { storedAt <= now && now < freshUntil }

    /// The fields that ask whether it still holds. What could not stand in a field is not said.
    var conditions: [(String, String)] {
        if let entityTag, Self.isFieldText(entityTag) { return [("If-None-Match", entityTag)] }
        guard let lastModified, Self.isFieldText(lastModified) else { return [] }
        return [("If-Modified-Since", lastModified)]
    }

    private static func isFieldText(_ text: String) -> Bool {
        (1...1_024).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    // MARK: - On disk

    /// nil where the octets are not those of an answer: what is damaged is as if it were not there.
    init?(reading bytes: [UInt8]) {
        guard let root = try? JSONDocument(parsing: bytes).root,
            let url = root["url"]?.string, let digest = root["sha256"]?.string,
            let storedAt = root["storedAt"]?.integer, let freshUntil = root["freshUntil"]?.integer
        else { return nil }
        self.url = Text(url)
        self.digest = digest
        mediaType = root["mediaType"]?.string
        entityTag = root["etag"]?.string
        lastModified = root["lastModified"]?.string
        self.storedAt = storedAt
        self.freshUntil = freshUntil
    }

    var bytes: [UInt8] {
        var members: [(String, JSON)] = [
            ("url", .string(url.string)), ("sha256", .string(digest)),
            ("storedAt", .integer(storedAt)), ("freshUntil", .integer(freshUntil)),
        ]
        if let mediaType { members.append(("mediaType", .string(mediaType))) }
        if let entityTag { members.append(("etag", .string(entityTag))) }
        if let lastModified { members.append(("lastModified", .string(lastModified))) }
        return JSON.object(members.map { (name: $0.0, value: $0.1) }).serialized()
    }
}
