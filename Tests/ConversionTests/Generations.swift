import Credentials
import Issuance
import JSONText
import KeyMaterial
import TestSupport
import Testing
import Verification

@testable import Conversion

/// What must be true of every conversion from one generation to the next.
enum Generations {
    static func sample(_ path: String) throws -> JSONValue {
        try JSONDocument(parsing: Standards.bytes("samples/\(path)")).root
    }

    static func read(_ made: Converted) throws -> JSONValue {
        switch made.body {
        case .json(let json): try Accounts.read(json)
        case .bytes(let bytes): try JSONDocument(parsing: bytes).root
        }
    }

    /// Values that are no objects and no arrays, and empty ones.
    static func leaves(_ value: JSONValue, _ place: String = "") -> [String] {
        let children = LossReport.children(of: value)
        return children.isEmpty
            ? [place] : children.flatMap { leaves($0.value, place + $0.token) }
    }

    /// As many leaves of the source as have their entry; and the places that have none.
    static func expectWhole(
        _ source: JSONValue, _ report: LossReport, _ made: JSONValue, besides: [String] = [],
        _ location: SourceLocation = #_sourceLocation
    ) {
        let leaves = leaves(source)
        let told = Set(report.entries.map(\.source))
        let untold = leaves.filter { !told.contains($0) }
        #expect(untold == [], sourceLocation: location)
        #expect(
            leaves.count == leaves.count { report.accounts(for: $0) }, sourceLocation: location)
        #expect(untrue(report, source, made) == [], sourceLocation: location)
    }

    /// Entries that say a value went where nothing stands, and carried texts that changed.
    static func untrue(_ report: LossReport, _ source: JSONValue, _ made: JSONValue) -> [String] {
        report.entries.compactMap { entry in
            guard let place = entry.fate.target else { return nil }
            guard let there = JSONPointer(place).flatMap({ made[$0] }) else {
                return "\(entry.source) > \(place) does not exist"
            }
            guard case .carried = entry.fate,
                let from = JSONPointer(entry.source).flatMap({ source[$0] })
            else { return nil }
            let same = from.string.map { there.string?.isSame(as: $0) == true } ?? true
            return same && from.numberText == there.numberText && from.bool == there.bool
                ? nil : "\(entry.source) differs at \(place)"
        }
    }

    /// Signs the draft with a key of ours in its issuer's place, and says what is wrong.
    static func signingFault(_ made: JSONValue) async throws -> String? {
        let key = IssuingKey(
            selfContained: try PrivateKey(
                type: .ed25519, secret: [UInt8](repeating: 5, count: 32)))
        var members: [(name: String, value: JSON)] = []
        for member in made.members {
            members.append(
                (
                    member.name,
                    member.hasName("issuer")
                        ? ["id": .string(key.issuer), "type": ["Profile"]] : .verbatim(member.value)
                ))
        }
        // What has ended by then is issued as of its start.
        let now = Timestamp(seconds: 1_800_000_000)
        let end = made["validUntil"]?.string.flatMap { Timestamp($0) } ?? now
        let start = made["validFrom"]?.string.flatMap { Timestamp($0) } ?? now
        let issuance = Issuance(
            keys: [key], clock: { end < now ? start : now },
            randomness: { [UInt8](repeating: 7, count: $0) })
        do {
            let draft = try JSONDocument(parsing: JSON.object(members).serialized())
            var request = IssuanceRequest(draft: draft)
            request.allowsFailingContents = true
            let issued = try await issuance.issue(request)
            let proof = issued.checked.verdict.checks.first { $0.name == .proof }
            return proof?.outcome == .passed ? nil : "the proof: \(proof?.message ?? "absent")"
        } catch {
            return "\(error)"
        }
    }
}
