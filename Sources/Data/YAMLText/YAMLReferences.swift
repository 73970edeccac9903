/// Looks for a name that stands both as an anchor (`&name`) and as an alias (`*name`).
///
/// Done before the parser sees the text: aliases of aliases can stand for far more than can be
/// walked through, and the parser compares what they stand for.
enum YAMLReferences {
    /// The first alias whose anchor stands anywhere in the text.
    static func first(in bytes: [UInt8]) -> (name: String, offset: Int)? {
        let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map(\.name))
        guard !anchors.isEmpty else { return nil }
        let alias = names(after: UInt8(ascii: "*"), in: bytes).first { anchors.contains($0.name) }
        return alias.map { (String(decoding: $0.name, as: UTF8.self), $0.offset) }
    }

    private static func names(
        after mark: UInt8, in bytes: [UInt8]
    ) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        var found: [(name: ArraySlice<UInt8>, offset: Int)] = []
        for place in bytes.indices where bytes[place] == mark {
            guard place == 0 || !isName(bytes[place - 1]) else { continue }
            let name = bytes[(place + 1)...].prefix(while: isName)
            if !name.isEmpty { found.append((name, place)) }
        }
        return found
    }

    /// What the parser takes as part of the name of an anchor.
    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
