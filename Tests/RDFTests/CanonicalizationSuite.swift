import JSONText
import RDF
import TestSupport
import Testing

/// A test of the W3C suite for RDF Dataset Canonicalization.
struct CanonicalizationTest: Sendable, CustomTestStringConvertible {
    enum Kind: Sendable { case evaluation, issuedIdentifiers, negative }

    let kind: Kind
    let hash: HashAlgorithm
    let action: String
    let result: String?
    let testDescription: String

    private static let folder = "suites/rdf-canon/tests/"

    /// Empty where the standards are not at hand.
    static let all: [CanonicalizationTest] = {
        guard let bytes = try? Standards.bytes(folder + "manifest.jsonld"),
            let manifest = try? JSONDocument(parsing: bytes),
            let entries = manifest.root["entries"]
        else { return [] }
        return entries.elements.compactMap { CanonicalizationTest($0) }
    }()

    static func all(_ kind: Kind) -> [CanonicalizationTest] { all.filter { $0.kind == kind } }

    private init?(_ entry: JSONValue) {
        guard let type = entry["type"]?.text, let kind = Self.kinds[type],
            let action = entry["action"]?.string
        else { return nil }
        self.kind = kind
        self.action = action
        result = entry["result"]?.string
        hash = entry["hashAlgorithm"]?.text == "SHA384" ? .sha384 : .sha256
        testDescription = "\(entry["id"]?.string ?? "") \(entry["name"]?.string ?? "")"
    }

    private static let kinds: [Text: Kind] = [
        "rdfc:RDFC10EvalTest": .evaluation,
        "rdfc:RDFC10MapTest": .issuedIdentifiers,
        "rdfc:RDFC10NegativeEvalTest": .negative,
    ]

    func dataset() throws -> Dataset {
        try Dataset(nquads: Standards.bytes(Self.folder + action))
    }

    func expected() throws -> [UInt8] {
        try Standards.bytes(Self.folder + (result ?? ""))
    }
}
