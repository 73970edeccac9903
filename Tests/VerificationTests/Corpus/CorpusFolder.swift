import DIDs
import Foundation
import JSONText
import TestSupport

@testable import Verification

/// The folder of the corpus: where each thing stands, and the index that says so.
struct CorpusFolder: Sendable {
    static let url = Standards.packageRoot.appendingPathComponent("Corpus")

    let chapter: String
    let record: CorpusRecord

    /// What the index calls it.
    var name: String { "\(chapter)/\(record.name)" }
    var file: String { "records/\(name).\(record.ending)" }
    private var documentFolder: String { "documents/\(chapter)/\(record.name)" }
    private var catalog: String { "\(documentFolder)/catalog.json" }
    private var trustFolder: String { "trust/\(chapter)/\(record.name)" }

    /// The record, and what the world around it has.
    var files: [(path: String, bytes: [UInt8])] {
        var files = [(path: file, bytes: record.bytes)]
        let documents = record.reader.documents
        if !documents.isEmpty {
            let entries = documents.indices.map { index -> JSON in
                ["url": .string(documents[index].url), "file": .string("\(index + 1).json")]
            }
            files.append((catalog, JSON.array(entries).serialized(pretty: true) + [0x0A]))
            for (index, document) in documents.enumerated() {
                files.append(("\(documentFolder)/\(index + 1).json", document.bytes))
            }
        }
        if let trust = record.reader.trust {
            files.append(("\(trustFolder)/policy.json", Array(trust.utf8)))
            for file in record.reader.trustFiles {
                files.append(("\(trustFolder)/\(file.name)", Array(file.text.utf8)))
            }
        }
        return files
    }

    /// The entry of the index, with the answer that was given.
    func entry(_ verdict: Verdict) -> JSON {
        let reader = record.reader
        var members: [(name: String, value: JSON)] = [
            ("name", .string(name)),
            ("says", .string(record.sentence)), ("file", .string(file)),
            ("now", .string("\(reader.now)")),
        ]
        if !reader.documents.isEmpty { members.append(("documents", .string(catalog))) }
        if reader.isOnline { members.append(("online", .bool(true))) }
        if reader.trust != nil {
            members.append(("trust", .string("\(trustFolder)/policy.json")))
        }
        let options = [
            ("recipient", reader.recipient), ("recipientType", reader.recipientType),
            ("domain", reader.domain), ("challenge", reader.challenge),
        ]
        for (name, value) in options { if let value { members.append((name, .string(value))) } }
        members.append(("shows", .array(record.shows.map { .string($0) })))
        members.append(("requirements", .array(requirements(verdict).map { .string($0) })))
        members.append(("expect", Self.expectation(verdict)))
        return .object(members)
    }

    private func requirements(_ verdict: Verdict) -> [String] {
        let specs = verdict.tree.flatMap(\.checks).filter { record.shows.contains($0.code) }
            .flatMap { $0.spec.split(separator: ",").map { $0.trimmingPrefix(" ") } }
        return Set(specs.map { String($0) }).sorted()
    }

    /// The answer and the codes of all that stands out, and the same for all contents.
    static func expectation(_ verdict: Verdict) -> JSON {
        var members: [(name: String, value: JSON)] = []
        if let at = verdict.at { members.append(("at", .string(at.description))) }
        members.append(("verdict", .string(verdict.verdict.rawValue)))
        if verdict.at == nil { members.append(("aggregate", .string(verdict.aggregate.rawValue))) }
        for outcome in [Check.Outcome.failed, .undetermined, .warning] {
            let codes = Set(verdict.checks.filter { $0.outcome == outcome }.map(\.code)).sorted()
            guard !codes.isEmpty else { continue }
            members.append((outcome.rawValue, .array(codes.map { .string($0) })))
        }
        if !verdict.contents.isEmpty {
            members.append(("contents", .array(verdict.contents.map { expectation($0) })))
        }
        return .object(members)
    }

    /// What can be compared of a file: all of it, save signatures that come out otherwise each time.
    static func comparable(_ bytes: [UInt8]) -> [UInt8] {
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("\"ecdsa-") {
            return Array(text.replacing(/"proofValue": ?"[^"]*"/, with: "").utf8)
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, text.hasPrefix("eyJ"), let first = parts.first,
            let header = Data(base64url: first).map({ String(decoding: $0, as: UTF8.self) }),
            ["\"ES256\"", "\"ES384\"", "\"PS256\""].contains(where: { header.contains($0) })
        else { return bytes }
        return Array(parts.prefix(2).joined(separator: ".").utf8)
    }

    static func bytes(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: url.appendingPathComponent(path))).map { [UInt8]($0) }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Every file below these folders.
    static func all(below folders: [String]) -> Set<String> {
        var found: Set<String> = []
        for folder in folders {
            let walk = FileManager.default.enumerator(
                atPath: url.appendingPathComponent(folder).path)
            while let path = walk?.nextObject() as? String {
                guard !path.split(separator: "/").isEmpty,
                    path.split(separator: "/").last?.contains(".") == true
                else { continue }
                found.insert("\(folder)/\(path)")
            }
        }
        return found
    }
}

extension Data {
    fileprivate init?(base64url text: Substring) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}

extension Verdict {
    /// It and all contents, each before its own.
    var tree: [Verdict] { [self] + contents.flatMap(\.tree) }
}
