import JSONText

/// The host and port of a URL, in the one spelling that all programs read alike.
struct Authority: Hashable, Sendable {
    let host: Host
    let port: Int?

    enum Host: Hashable, Sendable {
        case name(String)
        case address(IPAddress)

        /// As it stands in a URL.
        var text: String {
            switch self {
            case .name(let name): name
            case .address(.v4(let number)): "\(IPAddress.v4(number))"
            case .address(let six): "[\(six)]"
            }
        }
    }

    /// nil where the text could be read in more than one way: with a user's name, escapes, an
    /// address in octal, hexadecimal or as one number, a name that is no name of the DNS.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        let end: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let close = bytes.firstIndex(of: UInt8(ascii: "]")),
                let six = IPAddress(String(decoding: bytes[1..<close], as: UTF8.self)),
                case .v6 = six
            else { return nil }
            host = .address(six)
            end = close + 1
        } else {
            end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
            guard let host = Self.host(Array(bytes[..<end])) else { return nil }
            self.host = host
        }
        guard end < bytes.count else {
            port = nil
            return
        }
        guard bytes[end] == UInt8(ascii: ":"), let port = Self.port(bytes[(end + 1)...]) else {
            return nil
        }
        self.port = port
    }

    private static func port(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...5).contains(digits.count), digits.allSatisfy(isDigit),
            digits.first != UInt8(ascii: "0"),
            let port = Int(String(decoding: digits, as: UTF8.self)), port <= 65_535
        else { return nil }
        return port
    }

    private static func host(_ bytes: [UInt8]) -> Host? {
        let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let labels = small.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard small.count <= 253, labels.allSatisfy(isLabel), let last = labels.last else {
            return nil
        }
        let text = String(decoding: small, as: UTF8.self)
        // A last label that is a number makes browsers read the whole as an address.
        guard isNumber(last) else { return .name(text) }
        guard let four = IPAddress(text), case .v4 = four, "\(four)".isSame(as: text) else {
            return nil
        }
        return .address(four)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
            && label.allSatisfy { isDigit($0) || (0x61...0x7A).contains($0) || $0 == hyphen }
    }

    private static func isNumber(_ label: ArraySlice<UInt8>) -> Bool {
        label.allSatisfy(isDigit) || label.starts(with: "0x".utf8)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Whether the name is one of a machine or a network of its own, and not of the public DNS.
    var isLocalName: Bool {
        guard case .name(let name) = host else { return false }
        let labels = name.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
        guard labels.count > 1, let last = labels.last else { return true }
        return ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home"]
            .contains { $0.isSame(as: last) }
            || name.utf8.reversed().starts(
                with: ".home.arpa".utf8.reversed())
    }
}
