import Crypto

/// The `urn:uuid:` of a thing of the story, the same in every demonstration: a UUID of version 8
/// (RFC 9562, 5.8) made from the thing's own short name.
func storyID(_ name: String) -> String {
    var bytes = Array(SHA256.hash(data: Array("demonstration/\(name)".utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    return "urn:uuid:" + grouped(bytes)
}

private func grouped(_ bytes: [UInt8]) -> String {
    var text = ""
    for (index, byte) in bytes.enumerated() {
        if [4, 6, 8, 10].contains(index) { text += "-" }
        text += byte < 16 ? "0" : ""
        text += String(byte, radix: 16)
    }
    return text
}
