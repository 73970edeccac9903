#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The lexical forms that numbers get in RDF (JSON-LD API section 8.6).
enum RDFNumber {
    /// Digits only, where the value has no fraction and is below 10²¹.
    static func integer(_ value: Double) -> String? {
        guard value.magnitude < 1e21, value.rounded(.towardZero) == value else { return nil }
        if let exact = Int64(exactly: value) { return String(exact) }
        return format("%.0f", value)
    }

    /// The canonical form of xsd:double: one digit before the point, sixteen in all at most.
    static func double(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-INF" : "INF" }
        let text = format("%1.15E", value)
        let parts = text.utf8.split(separator: UInt8(ascii: "E")).map { Array($0) }
        guard parts.count == 2 else { return text }
        var mantissa = parts[0]
        while mantissa.last == UInt8(ascii: "0") { mantissa.removeLast() }
        if mantissa.last == UInt8(ascii: ".") { mantissa.append(UInt8(ascii: "0")) }
        let exponent = Int(String(decoding: parts[1], as: UTF8.self)) ?? 0
        return String(decoding: mantissa, as: UTF8.self) + "E\(exponent)"
    }

    private static func format(_ format: String, _ value: Double) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            let count = unsafe withVaList([value]) {
                unsafe vsnprintf(buffer.baseAddress, 64, format, $0)
            }
            return unsafe String(
                decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) },
                as: UTF8.self)
        }
    }
}

/// The shape of language tags (BCP 47 section 2.1, as far as RDF needs it).
enum LanguageTag {
    static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var length = 0
        var isFirst = true
        for place in 0..<bytes.count {
            let byte = unsafe bytes[place]
            if byte == UInt8(ascii: "-") {
                guard length > 0 else { return false }
                length = 0
                isFirst = false
                continue
            }
            let isLetter = (byte | 0x20) &- 0x61 < 26
            guard isLetter || (!isFirst && byte &- 0x30 < 10), length < 8 else { return false }
            length += 1
        }
        return length > 0
    }
}
