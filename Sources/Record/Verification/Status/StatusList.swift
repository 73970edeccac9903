import Credentials
import JSONText
import Multiformat

/// The bits of a Bitstring Status List (section 3.5), unpacked.
package struct StatusList: Sendable {
    let url: String
    let purposes: [String]
    let issuer: String?
    package let bits: [UInt8]

    package enum Fault: Error {
        case notAList
        case noEncodedList
        case notBase64URL
        case compressed(GZip.Failure)
    }

    /// BSL-05. Multibase asks for a `u` in front; lists without it are read too, since gzip in
    /// base64url begins with `H`.
    package init(reading credential: Credential, at url: String) throws(Fault) {
        guard let subject = credential.subject, Self.isList(credential) else { throw .notAList }
        guard let text = subject.text("encodedList") else { throw .noEncodedList }
        let packed: [UInt8]
        do { packed = try Base64URL.decode(Self.digits(text)) } catch { throw .notBase64URL }
        do {
            bits = try GZip.inflated(packed, limit: Limits.inflatedStatusListBytes)
        } catch {
            throw .compressed(error)
        }
        self.url = url
        purposes = subject.texts("statusPurpose")
        issuer = credential.issuerID
    }

    private static func isList(_ credential: Credential) -> Bool {
        let classes = [CredentialKind.statusListCredential.rawValue, "StatusList2021Credential"]
        return classes.contains { credential.hasType($0) }
    }

    private static func digits(_ text: String) -> ArraySlice<UInt8> {
        var digits = Array(text.utf8)[...]
        if digits.first == UInt8(ascii: "u") { digits.removeFirst() }
        while digits.last == UInt8(ascii: "=") { digits.removeLast() }
        return digits
    }

    /// BSL-06: whether the list is long enough to hide whom somebody asks for.
    func isLongEnough(entryBits size: Int) -> Bool {
        bits.count * 8 / size >= Limits.shortestStatusListBits
    }

    /// BSL-07, BSL-08: the value of an entry; nil beyond the end. Bit 0 is the highest of octet 0.
    package func value(at index: Int, entryBits size: Int) -> UInt64? {
        let (start, overflow) = index.multipliedReportingOverflow(by: size)
        guard !overflow, start >= 0, start <= bits.count * 8 - size else { return nil }
        var value: UInt64 = 0
        for position in start..<start + size {
            let bit = bits[position >> 3] >> UInt8(7 - position & 7) & 1
            value = value << 1 | UInt64(bit)
        }
        return value
    }
}
