import JSONText

/// A compact JWS that carries a credential: read, its signature not yet looked at (JWT-12, JWT-15).
package struct CompactToken: Sendable {
    package let header: JSONValue
    /// The claims: the credential itself, or what holds it.
    package let payload: JSONValue
    /// The octets that the signature covers: `header.payload` as they came.
    package let signingInput: [UInt8]
    package let signature: [UInt8]
    /// The claim that holds the credential, in the older form; nil where the payload is it.
    package let wrapper: Wrapper?

    package enum Wrapper: String, CaseIterable, Sendable {
        case credential = "vc"
        case presentation = "vp"
    }

    package init(reading bytes: [UInt8]) throws(ReadingError.TokenFault) {
        guard bytes.count <= Limits.jsonBytes else { throw .tooLarge(limit: Limits.jsonBytes) }
        let text = bytes.drop { Self.isSpace($0) }.trimmingSuffix { Self.isSpace($0) }
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw .notThreeParts(parts.count) }
        header = try Self.object(.header, parts[0])
        payload = try Self.object(.payload, parts[1])
        signature = try Self.decoded(.signature, parts[2])
        signingInput = Array(text[..<parts[1].endIndex])
        let claims = payload
        wrapper = Wrapper.allCases.first { claims[$0.rawValue]?.isObject == true }
    }

    /// The credential, or the presentation.
    package var credential: JSONValue {
        wrapper.flatMap { payload[$0.rawValue] } ?? payload
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
        guard let bytes = Base64URL.decoded(text) else { throw .notBase64URL(part) }
        return bytes
    }
}

extension ArraySlice {
    func trimmingSuffix(_ drops: (Element) -> Bool) -> ArraySlice {
        var rest = self
        while let last = rest.last, drops(last) { rest.removeLast() }
        return rest
    }
}

/// Base64url without padding (RFC 4648 section 5), strict.
enum Base64URL {
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 != 1 else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(text.count / 4 * 3 + 2)
        var bits: UInt32 = 0
        var count: UInt32 = 0
        for byte in text {
            guard let value = value(of: byte) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            out.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        guard bits & ((1 << count) - 1) == 0 else { return nil }
        return out
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
