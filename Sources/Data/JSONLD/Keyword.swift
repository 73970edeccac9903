import JSONText

/// The keywords of JSON-LD 1.1 (syntax section 1.7), framing's left out.
enum Keyword: UInt8, CaseIterable {
    case base, container, context, direction, graph, id, importing, included, index, json
    case language, list, nest, none, prefix, propagate, protected, reverse, set, type, value
    case version, vocab

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 3, bytes.count <= 10, unsafe bytes[0] == UInt8(ascii: "@") else {
            return nil
        }
        for keyword in Self.allCases where unsafe bytes.elementsEqual(keyword.name.utf8) {
            self = keyword
            return
        }
        return nil
    }

    init?(_ text: Text) {
        var string = text.string
        guard let keyword = string.withUTF8({ unsafe Keyword($0) }) else { return nil }
        self = keyword
    }

    var name: String {
        switch self {
        case .base: "@base"
        case .container: "@container"
        case .context: "@context"
        case .direction: "@direction"
        case .graph: "@graph"
        case .id: "@id"
        case .importing: "@import"
        case .included: "@included"
        case .index: "@index"
        case .json: "@json"
        case .language: "@language"
        case .list: "@list"
        case .nest: "@nest"
        case .none: "@none"
        case .prefix: "@prefix"
        case .propagate: "@propagate"
        case .protected: "@protected"
        case .reverse: "@reverse"
        case .set: "@set"
        case .type: "@type"
        case .value: "@value"
        case .version: "@version"
        case .vocab: "@vocab"
        }
    }

    var text: Text { Text(name) }

    /// Whether a name looks like a keyword: `@` and letters only (such names are reserved).
    static func isReservedForm(_ bytes: some Collection<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "@"), bytes.count > 1 else { return false }
        return bytes.dropFirst().allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
    }
}
