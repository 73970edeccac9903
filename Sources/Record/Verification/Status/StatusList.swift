import Baking
import Credentials
import JSONText
import Multiformat

/// What a status list credential says (section 3.5), unpacked. Whether it is genuine and in force
/// is a different question: ``StatusLists`` asks it first.
package struct StatusList: Sendable {
    package let url: String
    package let purposes: [String]
    package let issuer: String?
    /// For how long a copy may be kept, in milliseconds, by the list's own word: a hint for those
    /// who keep copies, while `validUntil` is the end of each of them (BSL-11).
    package let ttl: Int?
    package let bits: StatusBits

    package enum Fault: Error, Hashable {
        case notAList
        case noEncodedList
        case notBase64URL
        case compressed(Inflation.Failure)
    }

    /// BSL-05. Multibase asks for a `u` in front; lists without it are read too, since gzip in
    /// base64url begins with `H`.
    package init(reading credential: Credential, at url: String) throws(Fault) {
        guard let subject = credential.subject, Self.isList(credential) else { throw .notAList }
        guard let text = subject.text("encodedList") else { throw .noEncodedList }
        let isOld = credential.hasType(Self.oldClass)
        let packed: [UInt8]
        do { packed = try Self.decoded(text, isOld: isOld) } catch { throw .notBase64URL }
        do {
            bits = StatusBits(
                try Inflation.inflated(packed, from: .gzip, limit: Limits.inflatedStatusListBytes))
        } catch {
            throw .compressed(error)
        }
        self.url = url
        purposes = subject.texts("statusPurpose")
        issuer = credential.issuerID
        ttl = subject.json["ttl"]?.integer.flatMap { $0 < 0 ? nil : $0 }
    }

    private static let oldClass = "StatusList2021Credential"

    private static func isList(_ credential: Credential) -> Bool {
        [CredentialKind.statusListCredential.rawValue, oldClass].contains {
            credential.hasType($0)
        }
    }

    /// Status List 2021 left open which base 64 it means.
    private static func decoded(_ text: String, isOld: Bool) throws(MultiformatError) -> [UInt8] {
        var digits = Array(text.utf8)[...]
        let isStandard = digits.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }
        if isOld, isStandard { return try Base64.decode(digits) }
        if digits.first == UInt8(ascii: "u") { digits.removeFirst() }
        while digits.last == UInt8(ascii: "=") { digits.removeLast() }
        return try Base64URL.decode(digits)
    }

    /// BSL-06: whether the list is long enough to hide whom somebody asks for.
    func isLongEnough(entryBits size: Int) -> Bool {
        bits.count(entryBits: size) >= Limits.shortestStatusListBits
    }

    package func value(at index: Int, entryBits size: Int) -> UInt64? {
        bits.value(at: index, entryBits: size)
    }
}

extension StatusList.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAList: "it is no \"BitstringStatusListCredential\""
        case .noEncodedList: "it has no \"encodedList\""
        case .notBase64URL: "its \"encodedList\" is not base64url"
        case .compressed(.damaged): "its \"encodedList\" is not gzip"
        case .compressed(.endsEarly): "its \"encodedList\" ends early"
        case .compressed(.continues): "its \"encodedList\" has something behind its end"
        case .compressed(.tooLarge(let limit)): "it inflates to more than \(limit) octets"
        }
    }
}
