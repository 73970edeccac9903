import DIDs
import JSONLD
import JSONText
import KeyMaterial
import TestSupport
import Testing

@testable import DataIntegrity

/// The samples of both standards, without the proofs that they came with.
enum DisclosureSamples {
    static let folders = [
        "clr20/dc-bootcamp", "clr20/learncard", "clr20/validator", "ob30/badge-engine",
        "ob30/dc-bootcamp", "ob30/edubadges-nl", "ob30/learncard", "ob30/mynextid",
        "ob30/spec-examples", "ob30/validator", "ob30/verifier-core",
    ]

    static func unsigned(_ path: String) throws -> JSONValue? {
        guard let root = try? JSONDocument(parsing: Standards.bytes("samples/\(path)")).root,
            root.isObject, root["@context"] != nil
        else { return nil }
        return try JSON.object(
            root.members.filter { !$0.hasName("proof") }
                .map { ($0.name, .verbatim($0.value)) }
        ).parsed()
    }
}

@Suite(.enabled(if: Standards.present, "the standards folder is not here"))
struct `Selective disclosure of every sample` {
    /// What nobody can sign, because a member of document or proof is not defined, is left to the
    /// tests of safe mode.
    private func samples(
        _ folder: String, _ workshop: DisclosureWorkshop
    ) throws -> [(name: String, value: JSONValue)] {
        try Standards.files("samples/\(folder)", ending: ".json").compactMap { name in
            guard let value = try DisclosureSamples.unsigned("\(folder)/\(name)"),
                try isDefined(value, workshop)
            else { return nil }
            return (name, value)
        }
    }

    private func isDefined(_ value: JSONValue, _ workshop: DisclosureWorkshop) throws -> Bool {
        do throws(ProofError) {
            let secured = workshop.secured(value)
            let options = ProofOptions(verificationMethod: "did:key:a#a", created: nil)
            _ = try secured.options(
                options.document(options.members(cryptosuite: "ecdsa-sd-2023")), secured.context,
                .list)
            _ = try secured.traced(value)
            return true
        } catch {
            guard case .jsonLD = error else { throw error }
            return false
        }
    }

    @Test func `finds samples that can be signed`() throws {
        let workshop = try DisclosureWorkshop(OfficialContexts())
        let count = try DisclosureSamples.folders.map { try samples($0, workshop).count }
            .reduce(0, +)
        #expect(count >= 41, "\(count)")
    }

    @Test(arguments: DisclosureSamples.folders)
    func `signs, derives whatever is chosen, and verifies`(folder: String) throws {
        let workshop = try DisclosureWorkshop(OfficialContexts())
        var numbers = SeededNumbers(seed: 2026)
        for (name, value) in try samples(folder, workshop) {
            let mandatory = ["issuer", "validFrom", "issuanceDate"]
                .filter { value[$0] != nil }.map { JSONPointer([Text($0)]) }
            let signed = try workshop.sign(value, mandatory: mandatory)
            let base = try workshop.verification(signed)
            #expect(base.isValid && base.isBase, "\(name)")
            let places = value.placesInside
            for round in 0..<6 {
                let chosen = (0..<(1 + round)).compactMap { _ in
                    places.randomElement(using: &numbers)
                }
                let derived = try workshop.derive(signed, chosen)
                let words = "\(name) \(chosen)"
                #expect(try workshop.verification(derived).isValid, "\(words)")
                try tamper(derived, workshop, &numbers, words)
            }
            let whole = try workshop.derive(signed, [JSONPointer()])
            #expect(try workshop.verification(whole).isValid, "\(name)")
        }
    }

    /// A text that is changed, and a mandatory member that is taken out.
    private func tamper(
        _ derived: JSONValue, _ workshop: DisclosureWorkshop, _ numbers: inout SeededNumbers,
        _ words: String
    ) throws {
        let texts = derived.placesInside.filter { derived[$0]?.isString == true }
        if let place = texts.randomElement(using: &numbers),
            let text = derived[place]?.string
        {
            let changed = try derived.replacing(place, .string(text + "1"))
            #expect(!workshop.isAccepted(changed), "\(words) changed at \(place)")
        }
        for name in ["issuer", "validFrom"] where derived[name] != nil {
            let hidden = try derived.replacing(JSONPointer([Text(name)]), nil)
            #expect(!workshop.isAccepted(hidden), "\(words) without \(name)")
        }
    }

    /// A sample for which the readings of RDFC-1.0 differ: signed by somebody who reads a set, it
    /// is verified, and derived from.
    @Test func `follows a base proof in the set reading`() throws {
        let workshop = try DisclosureWorkshop(OfficialContexts())
        let path = "ob30/validator/complete.json"
        let value = try #require(try DisclosureSamples.unsigned(path))
        let signed = try workshop.sign(value, mandatory: [JSONPointer(["issuer"])])
        let list = try workshop.verification(signed)
        #expect(list.isValid && list.reading == .list)
        #expect(list.readingsMayDiffer)
        let other = try workshop.signInSetReading(value, mandatory: [JSONPointer(["issuer"])])
        let set = try workshop.verification(other)
        #expect(set.isValid && set.isBase && set.reading == .set)
        let derived = try workshop.derive(other, [JSONPointer(["credentialSubject"])])
        #expect(try workshop.verification(derived).isValid)
    }
}
