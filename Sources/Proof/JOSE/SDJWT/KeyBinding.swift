import JSONText
import KeyMaterial

/// The token by which a holder binds what is shown to one reader and one occasion (RFC 9901
/// section 4.3).
package struct KeyBinding: Sendable {
    package let jws: CompactJWS
    /// Seconds since 1970.
    package let issuedAt: Double
    package let audience: Text
    package let nonce: Text
    private let hash: Text

    static let type: Text = "kb+jwt"

    package init(reading bytes: [UInt8]) throws(KeyBindingError) {
        do { jws = try CompactJWS(reading: bytes) } catch { throw .token(error) }
        guard jws.header.type == Self.type else { throw .wrongType(jws.header.type) }
        let claims: JSONValue
        do { claims = try JSONDocument(parsing: jws.payload).root } catch {
            throw .token(.notJSON(.payload, error))
        }
        guard let issuedAt = claims["iat"]?.double, issuedAt.isFinite else { throw .claim("iat") }
        guard let audience = claims["aud"]?.text else { throw .claim("aud") }
        guard let nonce = claims["nonce"]?.text else { throw .claim("nonce") }
        guard let hash = claims["sd_hash"]?.text else { throw .claim("sd_hash") }
        self.issuedAt = issuedAt
        self.audience = audience
        self.nonce = nonce
        self.hash = hash
    }

    /// Checks that the holder of the key made it for exactly these disclosures.
    package func verify(with key: PublicKey, over token: SDJWT) throws(KeyBindingError) {
        guard hash == Text(token.hash.digest(of: token.boundPart)) else { throw .otherDisclosures }
        do { try jws.verify(with: key) } catch { throw .token(error) }
    }

    /// The token with a binding behind its disclosures.
    package static func bound(
        _ token: SDJWT, audience: String, nonce: String, issuedAt: Int, with signer: any Signer
    ) throws(KeyError) -> [UInt8] {
        let unbound = token.unbound
        let claims = JSON.object([
            ("iat", .integer(issuedAt)), ("aud", .string(audience)), ("nonce", .string(nonce)),
            ("sd_hash", .string(token.hash.digest(of: unbound))),
        ])
        let header: [(name: String, value: JSON)] = [("typ", .string(type.string))]
        return unbound + (try CompactJWS.sign(claims.serialized(), header: header, with: signer))
    }
}

/// Why a holder's token binds nothing.
package enum KeyBindingError: Error, Hashable, Sendable {
    case token(JOSEError)
    /// Its `typ` must be `kb+jwt`, so that no other token can be passed off as one.
    case wrongType(Text?)
    /// A claim that must be there is missing or of another kind.
    case claim(String)
    /// `sd_hash` is of another choice of disclosures, or of another token.
    case otherDisclosures
}

extension KeyBindingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .token(let error): "\(error)"
        case .wrongType(let type):
            "its \"typ\" is \(type.map { "\"\($0)\"" } ?? "absent"), not \"kb+jwt\""
        case .claim(let name): "its \"\(name)\" is missing or not what it must be"
        case .otherDisclosures: "it was made for other disclosures than those that came with it"
        }
    }
}
