import Credentials
import Foundation
import JSONText
import TestSupport
import Testing

@testable import Verification

/// The samples of older generations, each with what is expected of it.
@Suite(.enabled(if: Standards.present)) struct `Samples of older generations` {
    /// What is hosted for the samples of Open Badges 2.0.
    private static func assets() throws -> LegacyFixture.Documents {
        let folder = try Standards.url("samples/ob20/validator/assets")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.filter { $0.hasSuffix(".json") }.flatMap { name in
            let bytes = try Standards.bytes("samples/ob20/validator/assets/\(name)")
            // Some name their addresses without the ending.
            let bare = String(name.dropLast(5))
            return ["https", "http"].flatMap { scheme in
                [name, bare].map { ("\(scheme)://example.org/\($0)", bytes) }
            }
        }
    }

    private static func entries(_ folder: String) throws -> [(file: String, expected: String)] {
        let stated = try JSONDocument(parsing: Standards.bytes("samples/expectations.json")).root
        return stated.elements.compactMap { entry in
            guard let file = entry["file"]?.string, file.hasPrefix(folder) else { return nil }
            return (file, entry["expected"]?.string ?? "")
        }
    }

    /// Those whose answer differs are counted with all others (`real-input-differences.txt`), and
    /// of this generation there is none.
    @Test func `of Open Badges 2.0 get the answer of their source`() async throws {
        var differing: Set<String> = []
        var table = ""
        let assets = try Self.assets()
        let entries = try Self.entries("ob20/").filter { $0.expected != "supporting" }
        for (file, expected) in entries where file.hasSuffix(".json") || file.hasSuffix(".jwt") {
            let bytes = try Standards.bytes("samples/" + file)
            let read = try CredentialDocument(reading: bytes).credential
            var documents = assets
            if !file.hasSuffix(".jwt"), let id = read.id {
                documents.removeAll { $0.url == id }
                documents.append((id, bytes))
            }
            let verdict = await Fixture.verify(bytes, documents: documents)
            let fits =
                switch expected {
                case "valid": verdict.verdict == .verified
                case "invalid": verdict.verdict == .failed
                default: verdict.standard == "OB 2.0" || verdict.standard == "OB 1.x"
                }
            if !fits { differing.insert(file) }
            table += "\(fits ? " " : "!")\(file) \(expected) \(verdict.standard) "
            table += "\(verdict.verdict.rawValue) \(verdict.problems)\n"
            // Nothing of it is green as long as nobody has looked.
            let alone = await Fixture.verify(bytes)
            #expect(alone.verdict != .verified, "\(file)")
        }
        #expect(differing == [], "\(table)")
        #expect(entries.count == 28)
    }

    /// None of the real ones is signed: they are read, told of, and never green.
    @Test func `of CLR 1.0 are read, and not verified`() async throws {
        let entries = try Self.entries("clr10/")
        #expect(entries.count == 12)
        for (file, _) in entries {
            let verdict = await Fixture.verify(
                try Standards.bytes("samples/" + file), now: RealInput.now)
            #expect(verdict.verdict != .verified, "\(file)")
            if verdict.standard == "VCDM 1.1" {
                #expect(verdict.codes.contains("type.wraps-clr-1"), "\(file)")
            } else {
                #expect(verdict.standard.hasPrefix("CLR 1.0"), "\(file): \(verdict.standard)")
                // One says that it is signed, and came without its signature.
                let isSaidSigned = file.hasSuffix("/nd-clr-transcript.json")
                #expect(
                    verdict.problems == [isSaidSigned ? "proof.missing" : "proof.not-verifiable"],
                    "\(file)")
                #expect(verdict.kind == "Clr" && verdict.name != nil && verdict.issuer != nil)
                #expect(verdict.codes.contains("type.older-generation"))
            }
            #expect(!verdict.contents.isEmpty, "\(file)")
        }
    }

    @Test func `of the Extended Transcript are read, and cannot be verified`() async throws {
        let bytes = try Standards.bytes("samples/extended-transcript/my-first-transcript.json")
        let verdict = await Fixture.verify(bytes)
        #expect(verdict.standard == "Extended Transcript 1.0")
        #expect(verdict.verdict == .undetermined, "\(verdict.problems)")
        #expect(verdict.codes.contains("proof.not-verifiable"))
    }
}
