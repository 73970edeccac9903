import Credentials
import JSONText
import Vocabularies

/// How texts of the derived types are written (section 1.1), without regular expressions.
enum ModelText {
    /// The published pattern: two small letters, perhaps a hyphen and two capitals.
    static func isLanguageKey(_ name: Text) -> Bool {
        let octets = Array(name.string.utf8)
        guard octets.count == 2 || octets.count == 5, octets.prefix(2).allSatisfy(isSmall) else {
            return false
        }
        return octets.count == 2
            || octets[2] == UInt8(ascii: "-") && octets.suffix(2).allSatisfy(isCapital)
    }

    /// `ll`, then perhaps `-Ssss`, then perhaps `-RR` or `-999`.
    static func isLanguageCode(_ text: Text) -> Bool {
        var parts = text.string.utf8.split(
            separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
        guard let language = parts.popFirst(), (2...4).contains(language.count),
            language.allSatisfy(isSmall)
        else { return false }
        if let script = parts.first, script.count == 4, script.first.map(isCapital) == true {
            guard script.dropFirst().allSatisfy(isSmall) else { return false }
            parts.removeFirst()
        }
        guard let region = parts.popFirst() else { return true }
        let isCountry = region.count == 2 && region.allSatisfy(isCapital)
        return parts.isEmpty && (isCountry || region.count == 3 && region.allSatisfy(isDigit))
    }

    /// Three parts of base64url; what each must hold differs between the generations.
    static func isCompactToken(_ text: Text, _ dataModel: ShapeModel.DataModel) -> Bool {
        let parts = text.string.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy(isTokenOctet) }) else {
            return false
        }
        if dataModel.isLenient { return !parts[0].isEmpty && !parts[2].isEmpty }
        return parts.allSatisfy { $0.count >= 4 }
    }

    /// Two capital letters; which countries there are changes over time.
    static func isCountryCode(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy(isCapital)
    }

    /// A compact token, perhaps with the disclosures of an SD-JWT behind it.
    static func isSignedToken(_ text: Text, _ dataModel: ShapeModel.DataModel) -> Bool {
        let octets = text.string.utf8
        guard let end = octets.firstIndex(of: UInt8(ascii: "~")) else {
            return isCompactToken(text, dataModel)
        }
        return isCompactToken(Text(String(text.string[..<end])), dataModel)
    }

    /// Whether the unanchored pattern of the published schemas finds an extension term.
    static func holdsExtension(_ text: Text) -> Bool {
        let octets = Array(text.string.utf8)
        let start = Array("ext:".utf8)
        guard octets.count > start.count else { return false }
        return (0..<octets.count - start.count).contains { index in
            let next = octets[index + start.count]
            return octets[index..<index + start.count].elementsEqual(start)
                && (isTokenOctet(next) || next == UInt8(ascii: ".") || next == UInt8(ascii: "|"))
        }
    }

    private static func isSmall(_ octet: UInt8) -> Bool { octet &- 0x61 < 26 }
    private static func isCapital(_ octet: UInt8) -> Bool { octet &- 0x41 < 26 }
    private static func isDigit(_ octet: UInt8) -> Bool { octet &- 0x30 < 10 }
    private static func isTokenOctet(_ octet: UInt8) -> Bool {
        isSmall(octet) || isCapital(octet) || isDigit(octet) || octet == 0x2D || octet == 0x5F
    }
}

/// What may be wrong with a date, in words that go on from the name of the member.
enum DateFault {
    static func words(for text: String, range: Text) -> String? {
        if range == "Date" {
            let isDay = Timestamp.reading(text + "T00:00:00Z") != nil
            return isDay ? nil : "must be a day that exists, like 2026-06-03"
        }
        guard let reading = Timestamp.reading(text) else {
            return "must be a date with a time that exists, like 2026-06-03T12:00:00Z"
        }
        guard range == "DateTimeZ", !reading.hasZone else { return nil }
        return "must name its time zone, as in 2026-06-03T12:00:00Z"
    }
}

extension JSONValue {
    /// A map from language tags to texts, as the published schemas let one stand for any text. An
    /// empty object is one.
    func isLanguageMap(where fits: (Text) -> Bool = { _ in true }) -> Bool {
        guard isObject else { return false }
        for member in members {
            guard ModelText.isLanguageKey(Text(member.name)), let text = member.value.text,
                fits(text)
            else { return false }
        }
        return true
    }
}
