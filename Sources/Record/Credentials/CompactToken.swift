import JOSE
import JSONText
import Multiformat

/// A compact JWS that carries a credential: read, its signature not yet looked at (JWT-12, JWT-15).
package struct CompactToken: Sendable {
    package let header: JSONValue
    /// The claims: the credential itself, or what holds it. Of an SD-JWT, those that are shown.
    package let payload: JSONValue
    /// The signed token itself, without white space around it and disclosures behind it.
    package let compact: [UInt8]
    /// All of it, disclosures included.
    package let text: [UInt8]
    /// The disclosures, where it is an SD-JWT.
    package let selective: SDJWT?
    package let type: TokenType
    /// The claim that holds the credential, in the older form; nil where the payload is it.
    package let wrapper: Wrapper?

    package enum Wrapper: String, CaseIterable, Sendable {
        case credential = "vc"
        case presentation = "vp"
    }

    package init(reading bytes: [UInt8]) throws(ReadingError.TokenFault) {
        guard bytes.count <= Limits.jsonBytes else { throw .tooLarge(limit: Limits.jsonBytes) }
        let text = bytes.drop { Self.isSpace($0) }.trimmingSuffix { Self.isSpace($0) }
        selective = try Self.selective(text)
        self.text = Array(text)
        compact = selective?.issuerToken ?? self.text
        let parts = compact.split(
            separator: UInt8(ascii: "."), maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .notThreeParts(parts.count) }
        header = try Self.object(.header, parts[0])
        if let selective {
            payload = selective.claims.root
        } else {
            payload = try Self.object(.payload, parts[1])
        }
        _ = try Self.decoded(.signature, parts[2])
        type = TokenType(header: header, isSelective: selective != nil)
        let claims = payload
        wrapper = Wrapper.allCases.first { claims[$0.rawValue]?.isObject == true }
    }

    /// The credential, or the presentation.
    package var credential: JSONValue {
        wrapper.flatMap { payload[$0.rawValue] } ?? payload
    }

    private static func selective(
        _ text: ArraySlice<UInt8>
    ) throws(ReadingError.TokenFault) -> SDJWT? {
        guard text.contains(UInt8(ascii: "~")) else { return nil }
        do { return try SDJWT(reading: Array(text)) } catch { throw .selective(error) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    private static func object(
        _ part: ReadingError.TokenPart, _ text: ArraySlice<UInt8>
    ) throws(ReadingError.TokenFault) -> JSONValue {
        let bytes = try decoded(part, text)
        let document: JSONDocument
        do { document = try JSONDocument(parsing: bytes) } catch { throw .notJSON(part, error) }
        guard document.root.isObject else { throw .notAnObject(part) }
        return document.root
    }

    private static func decoded(
        _ part: ReadingError.TokenPart, _ text: ArraySlice<UInt8>
    ) throws(ReadingError.TokenFault) -> [UInt8] {
        do { return try Base64URL.decode(text) } catch { throw .notBase64URL(part) }
    }
}

extension ArraySlice {
    func trimmingSuffix(_ drops: (Element) -> Bool) -> ArraySlice {
        var rest = self
        while let last = rest.last, drops(last) { rest.removeLast() }
        return rest
    }
}
