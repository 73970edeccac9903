/// What is done with the octets of each target: a file of it for each floor.
enum Work {
    /// Ends the process, as a fuzzer has it, where what must hold does not.
    static func demand(_ holds: Bool, _ sentence: @autoclosure () -> String) {
        guard !holds else { return }
        fatalError(sentence())
    }

    /// An input that stands for two: they are parted by the first record separator, which stands
    /// in no text of either.
    static func halves(_ bytes: [UInt8]) -> (first: [UInt8], second: [UInt8]) {
        guard let place = bytes.firstIndex(of: separator) else { return (bytes, []) }
        return (Array(bytes[..<place]), Array(bytes[(place + 1)...]))
    }

    static let separator: UInt8 = 0x1E
}
