import Baking
import JOSE
import JSONText

/// One JSON text of a file: the file's own, or one that a token in it carries.
///
/// All of them together have every value of the file. Nothing is judged: what looks like a token
/// and is none stays the string that it is.
package struct FileText: Sendable {
    package enum Part: String, Sendable {
        /// The file itself, or what is baked into a picture.
        case text
        case header, claims
        /// Of a token with selective disclosures: what its issuer signed, with digests. Its claims
        /// are these with the disclosures in their places.
        case signedClaims = "signed claims"
        case bindingHeader = "key binding header"
        case bindingClaims = "key binding claims"
    }

    package let part: Part
    /// Where the token stands that carries it, from the file inwards; empty for the file's own.
    package let token: String
    package let root: JSONValue

    package static func all(of bytes: [UInt8]) -> [FileText] {
        var walk = FileTextWalk()
        if ImageFormat(of: bytes) == nil {
            walk.read(bytes)
        } else if let baked = try? Picture(reading: bytes).credential() {
            walk.read(baked.text)
        }
        return walk.found
    }
}

private struct FileTextWalk {
    private(set) var found: [FileText] = []
    private var tokens = 0

    mutating func read(_ bytes: [UInt8]) {
        switch ContentForm(of: bytes) {
        case .empty, .markup: break
        case .token: read(token: bytes, at: "", depth: 0)
        case .json:
            guard let document = try? JSONDocument(parsing: bytes) else { return }
            add(.text, document.root, in: "", depth: 0)
        }
    }

    private mutating func read(token bytes: [UInt8], at place: String, depth: Int) {
        guard depth <= Limits.embeddingDepth, tokens < Limits.embeddedCredentials,
            let token = try? CompactToken(reading: bytes)
        else { return }
        tokens += 1
        add(.header, token.header, in: place, depth: depth)
        add(.claims, token.payload, in: place, depth: depth)
        guard let selective = token.selective else { return }
        found.append(
            FileText(part: .signedClaims, token: place, root: selective.payload.root))
        guard let binding = selective.keyBinding, let bound = try? CompactToken(reading: binding)
        else { return }
        found.append(FileText(part: .bindingHeader, token: place, root: bound.header))
        found.append(FileText(part: .bindingClaims, token: place, root: bound.payload))
    }

    /// A text, and the tokens among its strings. Each is shorter than what holds it by a quarter,
    /// so that all levels together are linear work.
    private mutating func add(
        _ part: FileText.Part, _ root: JSONValue, in place: String, depth: Int
    ) {
        found.append(FileText(part: part, token: place, root: root))
        var inside: [(at: String, token: [UInt8])] = []
        root.forEachLeaf { pointer, value in
            guard value.isString, let token = Self.token(in: value) else { return }
            inside.append((pointer, token))
        }
        let outer =
            switch part {
            case .text: ""
            case .header, .claims, .signedClaims, .bindingHeader, .bindingClaims:
                place.isEmpty ? "\(part.rawValue) " : "\(place) \(part.rawValue) "
            }
        for (pointer, token) in inside {
            read(token: token, at: outer + pointer, depth: depth + 1)
        }
    }

    /// By itself, or behind the comma of a `data:` URL.
    private static func token(in value: JSONValue) -> [UInt8]? {
        var text = value.bytes.dropFirst().dropLast()
        if text.starts(with: "data:application/".utf8),
            let comma = text.prefix(80).firstIndex(of: UInt8(ascii: ","))
        {
            text = text[(comma + 1)...]
        }
        // What begins an object, in base64url.
        guard ["ey", "ew", "eC"].contains(where: { text.starts(with: $0.utf8) }) else {
            return nil
        }
        return Array(text)
    }
}
