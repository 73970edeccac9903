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
}
