import Foundation

/// Standard output for answers, standard error for people.
enum Console {
    static func answer(_ bytes: [UInt8], endingLine: Bool = true) {
        var data = Data(bytes)
        if endingLine, data.last != 0x0A { data.append(0x0A) }
        FileHandle.standardOutput.write(data)
    }

    static func answer(_ text: String) { answer(Array(text.utf8)) }

    static func say(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Whether colours may be used: only on a terminal, and not where `NO_COLOR` is set.
    static var hasColour: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
}
