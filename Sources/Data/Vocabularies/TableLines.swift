/// The lines of a table: words parted by spaces, continuations joined, remarks left out.
struct TableLines {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next line; an entry is one that is indented.
    mutating func next() -> (isEntry: Bool, words: [String])? {
        while position < bytes.count {
            let isEntry = indentation() > 0
            var words: [String] = []
            takeWords(into: &words)
            while position < bytes.count, indentation() >= 4 { takeWords(into: &words) }
            if !words.isEmpty { return (isEntry, words) }
        }
        return nil
    }

    private func indentation() -> Int {
        var end = position
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
        return end - position
    }

    /// Takes the words of one line and the end of the line.
    private mutating func takeWords(into words: inout [String]) {
        var start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
            if bytes[position] == UInt8(ascii: " ") {
                append(start, &words)
                start = position + 1
            } else if bytes[position] == UInt8(ascii: "#"), position == start, words.isEmpty {
                skipLine()
                return
            }
            position += 1
        }
        append(start, &words)
        position += 1
    }

    private func append(_ start: Int, _ words: inout [String]) {
        guard start < position else { return }
        words.append(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
        position += 1
    }
}

/// The words of one line, taken one after another.
struct TableWords {
    let all: [String]
    private var position = 0

    init(_ words: [String]) { all = words }

    mutating func next() -> String? {
        guard position < all.count else { return nil }
        position += 1
        return all[position - 1]
    }
}
