/// Octets in a text that says its base by the first character.
package enum Multibase: Sendable, CaseIterable {
    /// `z`
    case base58btc
    /// `u`
    case base64url

    package var prefix: UInt8 {
        switch self {
        case .base58btc: UInt8(ascii: "z")
        case .base64url: UInt8(ascii: "u")
        }
    }

    package func encode(_ bytes: some Collection<UInt8>) -> String {
        switch self {
        case .base58btc: "z" + Base58BTC.encode(bytes)
        case .base64url: "u" + Base64URL.encode(bytes)
        }
    }

    /// The octets, and the base that they came in. Standards that demand one base compare it.
    package static func decode(
        _ text: String
    ) throws(MultiformatError) -> (base: Multibase, bytes: [UInt8]) {
        let characters = Array(text.utf8)
        guard let prefix = characters.first else { throw .empty }
        guard let base = allCases.first(where: { $0.prefix == prefix }) else {
            throw .unsupportedBase(prefix: prefix)
        }
        switch base {
        case .base58btc: return (base, try Base58BTC.decode(characters.dropFirst()))
        case .base64url: return (base, try Base64URL.decode(characters.dropFirst()))
        }
    }

    /// The octets of a text in this base.
    package func decode(_ text: String) throws(MultiformatError) -> [UInt8] {
        guard let first = text.utf8.first else { throw .empty }
        guard first == prefix else { throw .unsupportedBase(prefix: first) }
        return try Multibase.decode(text).bytes
    }
}
