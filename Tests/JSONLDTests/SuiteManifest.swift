import Foundation
import JSONLD
import JSONText
import TestSupport
import Testing

/// One test of the official suite.
struct SuiteTest: Sendable, CustomTestStringConvertible {
    static let baseIRI = "https://w3c.github.io/json-ld-api/tests/"

    let id: String
    let name: String
    let isNegative: Bool
    let isSyntaxOnly: Bool
    let input: String
    let expect: String?
    let errorCode: String?
    let options: JSONValue?

    var testDescription: String { "\(id) \(name)" }

    /// The tests of a manifest that are not for JSON-LD 1.0 only.
    static func all(_ manifest: String) throws -> [SuiteTest] {
        guard Standards.folder != nil else { return [] }
        let bytes = try Standards.bytes("suites/json-ld-api/tests/\(manifest)-manifest.jsonld")
        let document = try JSONDocument(parsing: bytes)
        return (document.root["sequence"]?.oneOrMore ?? []).compactMap { entry in
            let options = entry["option"]
            if options?["specVersion"]?.text == "json-ld-1.0" { return nil }
            let types = (entry["@type"]?.oneOrMore ?? []).compactMap(\.text)
            return SuiteTest(
                id: entry["@id"]?.string ?? "", name: entry["name"]?.string ?? "",
                isNegative: types.contains("jld:NegativeEvaluationTest"),
                isSyntaxOnly: types.contains("jld:PositiveSyntaxTest"),
                input: entry["input"]?.string ?? "", expect: entry["expect"]?.string,
                errorCode: entry["expectErrorCode"]?.string, options: options)
        }
    }

    func processor() throws -> JSONLDProcessor {
        var made = JSONLDProcessor.Options()
        made.base = Text(options?["base"]?.string ?? Self.baseIRI + input)
        if options?["processingMode"]?.text == "json-ld-1.0" { made.processingMode = .v1_0 }
        made.producesGeneralizedRDF = options?["produceGeneralizedRdf"]?.bool ?? false
        switch options?["rdfDirection"]?.text {
        case "i18n-datatype"?: made.rdfDirection = .i18nDatatype
        case "compound-literal"?: made.rdfDirection = .compoundLiteral
        default: break
        }
        if let path = options?["expandContext"]?.string {
            made.expandContext = try Self.document(path).root
        }
        return JSONLDProcessor(contexts: SuiteContexts(), options: made)
    }

    static func document(_ path: String) throws -> JSONDocument {
        try JSONDocument(parsing: Standards.bytes("suites/json-ld-api/tests/\(path)"))
    }
}

/// The suite's own files, by the addresses under which it publishes them.
struct SuiteContexts: ContextLoader {
    func context(at url: Text) -> RemoteContext? {
        guard url.string.hasPrefix(SuiteTest.baseIRI),
            let document = try? SuiteTest.document(
                String(url.string.dropFirst(SuiteTest.baseIRI.count)))
        else { return nil }
        return RemoteContext(url: url, document: document)
    }
}
