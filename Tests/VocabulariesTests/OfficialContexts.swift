import JSONText
import TestSupport
import Testing

/// The official documents, found by the catalog of the standards.
enum OfficialContexts {
    /// Dated copies that stand beside the one in the catalog (SRC-02).
    static let otherCopies: [Text: [String]] = [
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json": [
            "contexts/variants/ob-v3p0-context-3.0.3--validator.json",
            "contexts/variants/dcc-context-3.0.3.json",
        ]
    ]

    /// All copies of the document with this URL.
    static func copies(of url: String) throws -> [NormalizedContext] {
        try paths(of: url).map { try ContextScope.normalized(try Standards.bytes($0)) }
    }

    /// Where the copies stand.
    static func paths(of url: String) throws -> [String] {
        let catalog = try JSONDocument(parsing: try Standards.bytes("catalog.json"))
        var paths = otherCopies[Text(url)] ?? []
        for entry in catalog.root.elements {
            if entry["url"]?.text == Text(url), let path = entry["file"]?.string {
                paths.append(path)
            }
        }
        return paths
    }
}
