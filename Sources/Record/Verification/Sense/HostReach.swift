/// How far the host of a URL can be reached, by its name alone: nothing is looked up.
enum HostReach: Equatable {
    case everywhere
    /// Only from one machine, or one network.
    case here(String)

    /// - Parameter authority: of a URL; user and port are passed over.
    init(authority: Substring) {
        var host = authority.utf8[...]
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
        if host.first == UInt8(ascii: "[") {
            self = Self.ofSixes(host.dropFirst().prefix { $0 != UInt8(ascii: "]") })
            return
        }
        var name = host.prefix { $0 != UInt8(ascii: ":") }
        if name.last == UInt8(ascii: ".") { name.removeLast() }
        self = Self.ofName(String(Substring(name)).lowercased())
    }

    private static let localEnds = [
        "localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp",
        "private",
    ]

    private static func ofName(_ name: String) -> HostReach {
        let labels = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let last = labels.last, !name.isEmpty else { return .here("has no host") }
        let isNumber =
            last.allSatisfy { $0 &- 0x30 < 10 }
            || (last.starts(with: "0x".utf8)
                && last.dropFirst(2).allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 })
        if isNumber { return ofNumbers(labels.map { String(Substring($0)) }) }
        if labels.count == 1 || localEnds.contains(where: { last.elementsEqual($0.utf8) })
            || name.utf8.suffix(10).elementsEqual(".home.arpa".utf8)
        {
            return .here("names a machine of one network only")
        }
        return .everywhere
    }

    /// Four numbers of an address; other spellings of one are never a public web address.
    private static func ofNumbers(_ labels: [String]) -> HostReach {
        let numbers = labels.compactMap { label -> UInt8? in
            label.utf8.count > 1 && label.utf8.first == UInt8(ascii: "0") ? nil : UInt8(label)
        }
        guard labels.count == 4, numbers.count == 4 else {
            return .here("writes an address in a way that hides where it leads")
        }
        switch (numbers[0], numbers[1]) {
        case (127, _), (0, _): return .here("is an address of the reader's own machine")
        case (10, _), (192, 168), (172, 16...31), (100, 64...127):
            return .here("is an address of a private network")
        case (169, 254): return .here("is an address of one network segment")
        case (224..., _): return .here("is an address of no single machine")
        default: return .everywhere
        }
    }

    private static func ofSixes(_ text: Substring.UTF8View) -> HostReach {
        let address = String(Substring(text)).lowercased()
        // All but the last group of `::1` may be written out as zeros.
        let digits = address.utf8.filter { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "0") }
        if digits.isEmpty || digits.elementsEqual("1".utf8) {
            return .here("is an address of the reader's own machine")
        }
        let first = Array(address.utf8.prefix(3))
        if first.starts(with: "fc".utf8) || first.starts(with: "fd".utf8) {
            return .here("is an address of a private network")
        }
        if first.starts(with: "fe".utf8), let third = first.last, "89ab".utf8.contains(third) {
            return .here("is an address of one network segment")
        }
        if address.utf8.contains(UInt8(ascii: ".")) || address.utf8.starts(with: "::".utf8) {
            return .here("writes an address in a way that hides where it leads")
        }
        return .everywhere
    }
}
