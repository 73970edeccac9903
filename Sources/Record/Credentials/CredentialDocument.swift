import Baking
import JOSE
import JSONText

/// A credential that has been read and not yet checked.
package struct CredentialDocument: Sendable {
    /// How the credential came.
    package enum Form: Sendable {
        case json
        /// A compact JWS (VC-JWT) or SD-JWT, perhaps in an envelope: the credential is its payload,
        /// or the `vc` claim of it.
        case token(CompactToken)
    }

    package let form: Form
    /// The lens on the credential itself.
    package let credential: Credential
    /// The picture out of which the credential was read; nil where it came by itself.
    package private(set) var image: BakedCredential?
    private let whole: Source

    private enum Source: Sendable {
        case bytes([UInt8])
        case value(JSONValue)
    }

    /// The bytes as they came, or stood in a picture. Proofs cover these: they are kept, and
    /// never written anew.
    package var bytes: [UInt8] {
        switch whole {
        case .bytes(let bytes): bytes
        case .value(let value): Array(value.bytes)
        }
    }

    /// Reads a credential in JSON or as a compact JWS, by itself or baked into a PNG or SVG; the
    /// form is told from the content (VER-01).
    package init(reading bytes: [UInt8]) throws(ReadingError) {
        if ImageFormat(of: bytes) != nil {
            try self.init(image: bytes)
        } else {
            try self.init(text: bytes)
        }
    }

    private init(image bytes: [UInt8]) throws(ReadingError) {
        let baked: BakedCredential
        do { baked = try Picture(reading: bytes).credential() } catch { throw .image(error) }
        do { self = try Self(text: baked.text) } catch { throw .inImage(baked.format, error) }
        image = baked
    }

    private init(text bytes: [UInt8]) throws(ReadingError) {
        switch ContentForm(of: bytes) {
        case .empty: throw .empty
        case .markup: throw .markup
        case .token: try self.init(token: bytes)
        case .json: try self.init(json: bytes)
        }
    }

    private init(json bytes: [UInt8]) throws(ReadingError) {
        let document: JSONDocument
        do { document = try JSONDocument(parsing: bytes) } catch { throw .notJSON(error) }
        guard document.root.isObject else { throw .notAnObject(document.root.kind) }
        if let envelope = try Envelope(Credential(document.root)) {
            try self.init(envelope, in: .bytes(bytes))
        } else {
            self.init(.json, Credential(document.root), .bytes(bytes))
        }
    }

    private init(_ envelope: Envelope, in whole: Source) throws(ReadingError) {
        let token = try CredentialDocument(token: envelope.token)
        let isPresentation = token.credential.kind == .presentation
        guard isPresentation == (envelope.content == .presentation) else {
            throw .envelope(.otherContent)
        }
        self.init(token.form, token.credential, whole)
    }

    private init(token bytes: [UInt8]) throws(ReadingError) {
        let token: CompactToken
        do { token = try CompactToken(reading: bytes) } catch { throw .malformedToken(error) }
        self.init(.token(token), Credential(token.credential), .bytes(bytes))
    }

    private init(_ form: Form, _ credential: Credential, _ whole: Source) {
        self.form = form
        self.credential = credential
        self.whole = whole
    }

    /// The view of a credential that stands inside another: nothing is copied.
    package init(embedded value: JSONValue, at place: JSONPointer) {
        form = .json
        credential = Credential(value, at: place)
        whole = .value(value)
    }

    /// Reads what stands inside another credential: an object, a compact JWS, or an
    /// envelope of one.
    package init(contained part: ContainedCredential) throws(ReadingError) {
        if let text = part.value.string {
            try self.init(token: Array(text.utf8))
        } else if let envelope = try Envelope(Credential(part.value, at: part.pointer)) {
            try self.init(envelope, in: .value(part.value))
        } else {
            self.init(embedded: part.value, at: part.pointer)
        }
    }

    package var token: CompactToken? {
        guard case .token(let token) = form else { return nil }
        return token
    }
}

/// What octets that are no picture seem to be, by their content alone.
enum ContentForm {
    case empty, json, token, markup

    init(of bytes: [UInt8]) {
        let start = bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? bytes.endIndex
        let rest = bytes[start...]
        if rest.isEmpty {
            self = .empty
        } else if rest.first == UInt8(ascii: "<") {
            self = .markup
        } else if CompactJWS.looksLikeToken(Array(rest.prefix(8))) {
            self = .token
        } else {
            self = .json
        }
    }
}
