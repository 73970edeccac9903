import Foundation

/// An address of the Internet Protocol, as its number.
package enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    /// Reads the one spelling that needs no interpretation: four decimal numbers, or the text
    /// form of RFC 4291 without a zone.
    package init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self = .v4(UInt32(bigEndian: four.s_addr))
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(octets: withUnsafeBytes(of: six) { Array($0) })
        } else {
            return nil
        }
    }

    /// Takes the octets of an address, in network order; nil where they are neither 4 nor 16.
    package init?(octets: [UInt8]) {
        switch octets.count {
        case 4: self = .v4(UInt32(truncatingIfNeeded: Self.number(octets[...])))
        case 16: self = .v6(high: Self.number(octets[..<8]), low: Self.number(octets[8...]))
        default: return nil
        }
    }

    package var octets: [UInt8] {
        switch self {
        case .v4(let number): Array(Self.octets(UInt64(number)).suffix(4))
        case .v6(let high, let low): Self.octets(high) + Self.octets(low)
        }
    }

    private static func number(_ octets: ArraySlice<UInt8>) -> UInt64 {
        octets.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func octets(_ number: UInt64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

extension IPAddress: CustomStringConvertible {
    package var description: String {
        switch self {
        case .v4: octets.map(String.init).joined(separator: ".")
        case .v6: sixText
        }
    }

    /// By RFC 5952, as the system writes it.
    private var sixText: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let octets = octets
        guard inet_ntop(AF_INET6, octets, &text, socklen_t(text.count)) != nil else { return "" }
        return String(
            decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
