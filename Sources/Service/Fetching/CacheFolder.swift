import DIDs
import Foundation
import JSONText

/// What was fetched, on disk: answers by URL, bodies by digest, pins by URL.
///
/// Every file is written beside its place and moved there, so that several processes may share a
/// folder; what is damaged is as if it were not there. What cannot be written is not kept.
package struct CacheFolder: Sendable {
    private let path: String
    private let limits: FetchLimits

    package init(path: String, limits: FetchLimits = FetchLimits()) {
        self.path = path
        self.limits = limits
    }

    // MARK: - Answers

    func answer(at url: Text, as kind: DocumentKind) -> CachedAnswer? {
        guard let bytes = read(Self.answerName(url, kind)),
            let answer = CachedAnswer(reading: bytes), answer.url == url
        else { return nil }
        return answer
    }

    /// The octets of a digest, where they are there and still have it.
    func body(_ digest: String) -> [UInt8]? {
        guard Self.isDigest(digest), let bytes = read("bodies/\(digest)"),
            Digest.hex(bytes).isSame(as: digest)
        else { return nil }
        return bytes
    }

    func keep(_ answer: CachedAnswer, _ body: [UInt8]?, as kind: DocumentKind) {
        if let body { write(body, "bodies/\(answer.digest)") }
        write(answer.bytes, Self.answerName(answer.url, kind))
        if body != nil { trim() }
    }

    func forget(_ url: Text, as kind: DocumentKind) {
        unlink(place(Self.answerName(url, kind)))
    }

    private static func answerName(_ url: Text, _ kind: DocumentKind) -> String {
        "answers/\(Digest.hex("\(kind.rawValue) \(url)".utf8))"
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { $0 &- 0x30 < 10 || (0x61...0x66).contains($0) }
    }

    // MARK: - Pins

    /// The digest that was first seen at a URL.
    func pin(of url: Text) -> String? {
        guard let bytes = read(Self.pinName(url)), let pin = CachedAnswer(reading: bytes),
            pin.url == url, Self.isDigest(pin.digest)
        else { return nil }
        return pin.digest
    }

    /// Pins a URL to a digest, unless it is pinned already; gives the digest that holds.
    func keepPin(_ pin: CachedAnswer) throws(FetchError) -> String {
        let target = place(Self.pinName(pin.url))
        if self.pin(of: pin.url) == nil {
            guard Self.entries(place("pins")).count < limits.pins else {
                throw .pinsFull(limit: limits.pins)
            }
            // Linking fails where another process was first: then its pin holds. So it does where
            // a pin is there and cannot be read: then the document is refused, and not pinned anew.
            if let draft = draft(pin.bytes, for: target) {
                link(draft, target)
                unlink(draft)
            }
        }
        guard let kept = self.pin(of: pin.url) else { throw .pinNotKept }
        return kept
    }

    /// Gives up the pin of a URL, so that what stands there next is taken. Says whether there was
    /// one.
    package func giveUpPin(of url: Text) -> Bool { unlink(place(Self.pinName(url))) == 0 }

    private static func pinName(_ url: Text) -> String { "pins/\(Digest.hex(url.string.utf8))" }

    // MARK: - Files

    private func place(_ name: String) -> String { "\(path)/\(name)" }

    private func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: place(name)).map { [UInt8]($0) }
    }

    private func write(_ bytes: [UInt8], _ name: String) {
        let target = place(name)
        guard let draft = draft(bytes, for: target) else { return }
        if rename(draft, target) != 0 { unlink(draft) }
    }

    /// A file beside its place, for its owner only: what somebody verifies is nobody else's matter.
    private func draft(_ bytes: [UInt8], for target: String) -> String? {
        let folder = (target as NSString).deletingLastPathComponent
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let draft = "\(folder)/.\(UUID().uuidString)"
        guard
            FileManager.default.createFile(
                atPath: draft, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
        else { return nil }
        return draft
    }

    /// The oldest answers and bodies go until a quarter is free again.
    private func trim() {
        var files = ["answers", "bodies"].flatMap { Self.entries(place($0)) }
        var octets = files.reduce(0) { $0 + $1.octets }
        guard files.count > limits.cacheFiles || octets > limits.cacheBytes else { return }
        files.sort { $0.modified > $1.modified }
        while let oldest = files.last,
            files.count > limits.cacheFiles / 4 * 3 || octets > limits.cacheBytes / 4 * 3
        {
            unlink(oldest.path)
            octets -= oldest.octets
            files.removeLast()
        }
    }

    private struct Entry {
        let path: String
        let octets: Int
        let modified: Date
    }

    private static func entries(_ folder: String) -> [Entry] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            let path = "\(folder)/\(name)"
            guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else {
                return nil
            }
            return Entry(
                path: path, octets: facts[.size] as? Int ?? 0,
                modified: facts[.modificationDate] as? Date ?? .distantPast)
        }
    }
}
