/// The rule for names in which something is written from right to left (RFC 5893 section 2), so
/// that what is shown has one reading.
extension HostLabel {
    /// Classes of direction, as far as characters that may stand in a label have them.
    private enum Direction {
        case left, right, number, arabicNumber, mark, hyphen
    }

    static func agree(_ labels: [String]) -> Bool {
        let written = labels.map { $0.unicodeScalars.map(direction) }
        let turns = written.contains { label in
            label.contains { $0 == .right || $0 == .arabicNumber }
        }
        return !turns || written.allSatisfy(isOneWay)
    }

    private static func isOneWay(_ label: [Direction]) -> Bool {
        let end = label.last { $0 != .mark }
        switch label.first {
        case .left:
            return !label.contains { $0 == .right || $0 == .arabicNumber }
                && (end == .left || end == .number)
        case .right:
            let numbers = Set(label.filter { $0 == .number || $0 == .arabicNumber })
            return !label.contains(.left) && numbers.count < 2
                && (end == .right || end == .number || end == .arabicNumber)
        default: return false
        }
    }

    private static func direction(_ scalar: Unicode.Scalar) -> Direction {
        switch scalar.value {
        case 0x2D: return .hyphen
        case 0x30...0x39, 0x6F0...0x6F9: return .number
        case 0x660...0x669, 0x10D30...0x10D39, 0x10D40...0x10D49: return .arabicNumber
        default: break
        }
        if scalar.properties.generalCategory == .nonspacingMark { return .mark }
        switch scalar.value {
        // The blocks of the scripts that run from right to left.
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            return .right
        default: return .left
        }
    }
}
