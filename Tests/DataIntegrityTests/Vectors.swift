import DataIntegrity
import JSONLD
import JSONText
import KeyMaterial
import TestSupport

/// The official contexts, by the catalog of the standards.
final class OfficialContexts: ContextLoader {
    private let contexts: [Text: RemoteContext]

    init() throws {
        let catalog = try JSONDocument(parsing: Standards.bytes("catalog.json"))
        var contexts: [Text: RemoteContext] = [:]
        for entry in catalog.root.elements {
            guard let url = entry["url"]?.text, let file = entry["file"]?.string,
                file.hasSuffix(".json") || file.hasSuffix(".jsonld")
            else { continue }
            let document = try JSONDocument(parsing: Standards.bytes(file))
            contexts[url] = RemoteContext(url: url, document: document)
        }
        self.contexts = contexts
    }

    func context(at url: Text) -> RemoteContext? { contexts[url] }
}

enum Vectors {
    static func processor() throws -> JSONLDProcessor {
        JSONLDProcessor(contexts: try OfficialContexts(), options: JSONLDProcessor.Options.safe)
    }

    static func json(_ path: String) throws -> JSONValue {
        try JSONDocument(parsing: Standards.bytes("suites/\(path)")).root
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try Standards.bytes("suites/\(path)"), as: UTF8.self)
    }

    static func secured(_ value: JSONValue) throws -> SecuredDocument {
        SecuredDocument(value, processor: try processor())
    }

    /// The key that stands in the fragment of the proof's verification method.
    static func key(of proof: DataIntegrityProof) throws -> PublicKey {
        let method = proof.verificationMethod?.string ?? ""
        let fragment = method.split(separator: "#").last.map(String.init) ?? ""
        return try PublicKey(multibase: fragment)
    }
}

func hexadecimal(_ octets: [UInt8]) -> String {
    octets.map { (String($0, radix: 16).utf8.count == 1 ? "0" : "") + String($0, radix: 16) }
        .joined()
}

extension JSON {
    func parsed() throws -> JSONValue { try JSONDocument(parsing: serialized()).root }
}
