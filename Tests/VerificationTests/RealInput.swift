import Credentials
import DIDs
import Foundation
import JSONText
import TestSupport
import Testing

@testable import Verification

/// The samples of the standards' world, and what their sources expect of them.
struct RealInput {
    let file: String
    let expected: Expectation
    let reason: String

    enum Expectation: String { case valid, invalid, supporting, unknown, unnamed }

    static let now = Timestamp("2026-06-30T00:00:00Z") ?? Timestamp(seconds: 0)

    /// Every file below these folders, with its expectation where one is stated.
    static func all() throws -> [RealInput] {
        let stated = try JSONDocument(parsing: Standards.bytes("samples/expectations.json")).root
        var expectations: [Text: (Expectation, String)] = [:]
        for entry in stated.elements {
            guard let file = entry["file"]?.text else { continue }
            let word = entry["expected"]?.string.flatMap { Expectation(rawValue: $0) }
            expectations[file] = (word ?? .unnamed, entry["reason"]?.string ?? "")
        }
        return try ["clr20", "ob30", "vc", "vc-ed", "ler-rs"].flatMap { try files(below: $0) }.map {
            file in
            let (expected, reason) = expectations[Text(file)] ?? (.unnamed, "")
            return RealInput(file: file, expected: expected, reason: reason)
        }
    }

    private static func files(below folder: String) throws -> [String] {
        let root = try Standards.url("samples/\(folder)")
        let walk = FileManager.default.enumerator(
            at: root, includingPropertiesForKeys: [.isRegularFileKey])
        let urls = (walk?.allObjects ?? []).compactMap { $0 as? URL }
        return try urls.filter {
            try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
        }.map { url in
            folder + url.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count)
        }.sorted()
    }

    /// What is at hand beside the samples.
    static func documents() throws -> CatalogSource {
        let list = try JSONDocument(parsing: Standards.bytes("samples/documents.json")).root
        return CatalogSource(
            try list.elements.compactMap { entry in
                guard let url = entry["url"]?.string, let file = entry["file"]?.string else {
                    return nil
                }
                return (url, try Standards.bytes("samples/" + file))
            })
    }

    /// When it is judged. The word of a publisher was given while the sample was in force: what was
    /// called valid and has ended since is judged by its last moment.
    func moment(of bytes: [UInt8]) -> Timestamp {
        guard expected == .valid, let document = try? CredentialDocument(reading: bytes),
            let end = document.credential.validUntil
        else { return Self.now }
        return min(end, Self.now)
    }

    func bytes() throws -> [UInt8] { try Standards.bytes("samples/" + file) }

    /// Whether the verdict is the one that the rule for this expectation asks for.
    func fits(_ checked: CheckedCredential) -> Bool {
        let verdict = checked.verdict
        let failed = Set(verdict.checks.filter { $0.outcome == .failed }.map(\.name))
        let isSigned = !verdict.checks.contains { $0.code == Code.proofMissing.rawValue }
        switch expected {
        case .invalid: return verdict.verdict != .verified
        case .valid where !isSigned: return failed == [.proof]
        case .valid:
            return verdict.verdict == .verified
                || (verdict.verdict == .undetermined && Self.namesWhatIsMissing(verdict))
        case .supporting, .unknown, .unnamed: return true
        }
    }

    private static let missing: [Code] = [
        .contextUnavailable, .termsUnavailable, .proofContextUnavailable, .proofKeyUnavailable,
        .controllerUnavailable, .statusUnavailable,
    ]

    /// "Could not tell" is an answer only where something is missing, and it is named.
    private static func namesWhatIsMissing(_ verdict: Verdict) -> Bool {
        let open = verdict.checks.filter { $0.outcome == .undetermined }
        return open.allSatisfy { check in
            // Of a kind of proof that is not known here the kind is named beside it.
            if check.code == Code.proofNoneSupported.rawValue {
                return verdict.codes.contains(Code.proofUnsupported.rawValue)
            }
            return missing.contains { $0.rawValue == check.code }
                && (check.message.contains("://") || check.message.contains("did:")
                    || check.message.contains("urn:"))
        }
    }
}
