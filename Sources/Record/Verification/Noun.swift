/// Names of classes and standards in sentences.
enum Noun {
    /// The name behind "a" or "an"; names of standards that begin with letters are spelled out.
    static func phrase(_ name: some CustomStringConvertible) -> String {
        let text = name.description
        let first = text.utf8.first.map { $0 | 0x20 } ?? 0
        let isSpelled = text.utf8.prefix(2).allSatisfy { 0x41...0x5A ~= $0 }
        let vowels = isSpelled ? "aefhilmnorsx" : "aeiou"
        return (vowels.utf8.contains(first) ? "an " : "a ") + text
    }
}
