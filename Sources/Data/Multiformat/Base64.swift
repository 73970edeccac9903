/// Base 64 (RFC 4648), read strictly: no white space, no other alphabet, and no second spelling
/// of the same octets.
package enum Base64 {
    /// Section 4, with its padding.
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        Base64Alphabet.standard.encode(bytes, padded: true)
    }

    package static func decode(_ text: some Collection<UInt8>) throws(MultiformatError) -> [UInt8] {
        let characters = Array(text)
        guard characters.count.isMultiple(of: 4) else { throw .invalidLength }
        let padding = characters.suffix(2).count { $0 == UInt8(ascii: "=") }
        return try Base64Alphabet.standard.decode(characters.dropLast(padding))
    }

    package static func decode(_ text: String) throws(MultiformatError) -> [UInt8] {
        try decode(text.utf8)
    }
}

/// Base 64 with the alphabet for URLs and file names (RFC 4648 section 5), without padding, as
/// RFC 7515 has it.
package enum Base64URL {
    package static func encode(_ bytes: some Collection<UInt8>) -> String {
        Base64Alphabet.url.encode(bytes, padded: false)
    }

    package static func decode(_ text: ArraySlice<UInt8>) throws(MultiformatError) -> [UInt8] {
        try Base64Alphabet.url.decode(text)
    }

    package static func decode(_ text: String) throws(MultiformatError) -> [UInt8] {
        try decode(Array(text.utf8)[...])
    }
}
