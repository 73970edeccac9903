import Foundation
import JSONLD
import JSONText
import TestSupport
import Testing

/// One test of an official suite.
struct SuiteTest: Sendable, CustomTestStringConvertible {
    enum Suite: String, CaseIterable {
        case api = "json-ld-api"
        case framing = "json-ld-framing"

        var baseIRI: String { "https://w3c.github.io/\(rawValue)/tests/" }

        func bytes(_ path: String) throws -> [UInt8] {
            try Standards.bytes("suites/\(rawValue)/tests/\(path)")
        }

        func document(_ path: String) throws -> JSONDocument {
            try JSONDocument(parsing: bytes(path))
        }
    }

    let suite: Suite
    let id: String
    let name: String
    let isNegative: Bool
    let isSyntaxOnly: Bool
    let input: String
    let context: String?
    let frame: String?
    let expect: String?
    let errorCode: String?
    let options: JSONValue?

    var testDescription: String { "\(id) \(name)" }

    /// The tests of a manifest that are not for JSON-LD 1.0 only.
    static func all(_ manifest: String, of suite: Suite = .api) throws -> [SuiteTest] {
        guard Standards.folder != nil else { return [] }
        let document = try suite.document("\(manifest)-manifest.jsonld")
        return (document.root["sequence"]?.oneOrMore ?? []).compactMap { entry in
            let options = entry["option"]
            if options?["specVersion"]?.text == "json-ld-1.0" { return nil }
            let types = (entry["@type"]?.oneOrMore ?? []).compactMap(\.text)
            return SuiteTest(
                suite: suite, id: entry["@id"]?.string ?? "", name: entry["name"]?.string ?? "",
                isNegative: types.contains("jld:NegativeEvaluationTest"),
                isSyntaxOnly: types.contains("jld:PositiveSyntaxTest"),
                input: entry["input"]?.string ?? "", context: entry["context"]?.string,
                frame: entry["frame"]?.string, expect: entry["expect"]?.string,
                errorCode: entry["expectErrorCode"]?.string, options: options)
        }
    }

    func document() throws -> JSONDocument { try suite.document(input) }

    func expected() throws -> JSONDocument { try suite.document(#require(expect)) }

    func processor() throws -> JSONLDProcessor {
        var made = JSONLDProcessor.Options()
        made.base = Text(options?["base"]?.string ?? suite.baseIRI + input)
        if options?["processingMode"]?.text == "json-ld-1.0" { made.processingMode = .v1_0 }
        made.producesGeneralizedRDF = options?["produceGeneralizedRdf"]?.bool ?? false
        made.compactsArrays = options?["compactArrays"]?.bool ?? true
        made.compactsToRelative = options?["compactToRelative"]?.bool ?? true
        made.usesNativeTypes = options?["useNativeTypes"]?.bool ?? false
        made.usesRDFType = options?["useRdfType"]?.bool ?? false
        made.framing.omitsGraph = options?["omitGraph"]?.bool
        made.ordered = options?["ordered"]?.bool ?? false
        switch options?["rdfDirection"]?.text {
        case "i18n-datatype"?: made.rdfDirection = .i18nDatatype
        case "compound-literal"?: made.rdfDirection = .compoundLiteral
        default: break
        }
        if let path = options?["expandContext"]?.string {
            made.expandContext = try suite.document(path).root
        }
        return JSONLDProcessor(contexts: SuiteContexts(), options: made)
    }
}

/// The suites' own files, by the addresses under which they are published.
struct SuiteContexts: ContextLoader {
    func context(at url: Text) -> RemoteContext? {
        for suite in SuiteTest.Suite.allCases where url.string.hasPrefix(suite.baseIRI) {
            let path = String(url.string.dropFirst(suite.baseIRI.count))
            guard let document = try? suite.document(path) else { return nil }
            return RemoteContext(url: url, document: document)
        }
        return nil
    }
}
