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
    private let whole: Source

    private enum Source: Sendable {
        case bytes([UInt8])
        case value(JSONValue)
    }

    /// The bytes as they came. Proofs cover these: they are kept, and never written anew.
    package var bytes: [UInt8] {
        switch whole {
        case .bytes(let bytes): bytes
        case .value(let value): Array(value.bytes)
        }
    }

    /// Reads a credential in JSON or as a compact JWS; the form is told from the content (VER-01).
    package init(reading bytes: [UInt8]) throws(ReadingError) {
        switch ContentForm(of: bytes) {
        case .empty: throw .empty
        case .png: throw .image(.png)
        case .svg: throw .image(.svg)
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

/// What octets seem to be, by their content alone.
enum ContentForm {
    case empty, json, token, png, svg, markup

    init(of bytes: [UInt8]) {
        let start = bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? bytes.endIndex
        let rest = bytes[start...]
        if rest.isEmpty {
            self = .empty
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if rest.first == UInt8(ascii: "<") {
            self = Self.holdsSVG(rest) ? .svg : .markup
        } else if CompactJWS.looksLikeToken(Array(rest.prefix(8))) {
            self = .token
        } else {
            self = .json
        }
    }

    /// Whether an `<svg` element begins near the start.
    private static func holdsSVG(_ bytes: ArraySlice<UInt8>) -> Bool {
        let start = bytes.prefix(4_096)
        let name = Array("<svg".utf8)
        return start.indices.contains { start[$0...].starts(with: name) }
    }
}
