import JSONText
import Testing

@testable import Demonstration

@Suite struct `The demonstration's story` {
    private let demonstration = Demonstration(publicURL: "http://127.0.0.1:8080/")

    @Test func `is signed by four issuers under the public URL`() {
        #expect(
            demonstration.issuers.map(\.did) == [
                "did:web:127.0.0.1%3A8080:issuers:eskerholt",
                "did:web:127.0.0.1%3A8080:issuers:quernhythe",
                "did:web:127.0.0.1%3A8080:issuers:lowmere",
                "did:web:127.0.0.1%3A8080:issuers:tarnwick",
            ])
        #expect(demonstration.issuers.first?.didPath == "/issuers/eskerholt/did.json")
        #expect(demonstration.statusList.url == "http://127.0.0.1:8080/status/1")
    }

    @Test(arguments: [
        ("https://records.example/clr", "did:web:records.example:clr:issuers:lowmere"),
        ("http://[::1]:80", "did:web:%5B%3A%3A1%5D%3A80:issuers:lowmere"),
    ])
    func `names issuers under any public URL`(_ url: String, _ did: String) {
        #expect(Demonstration(publicURL: url).issuer(.guild).did == did)
    }

    @Test func `has a whole record, a revoked one and an expired one`() throws {
        let standings = demonstration.records.map(\.standing)
        #expect(standings == [.good, .revoked, .expired])
        #expect(demonstration.revoked().isRevocable)
        let expired = try parsed(demonstration.expired())
        #expect(expired["validUntil"]?.text == "2025-01-31T09:00:00Z")
        #expect(demonstration.wholeRecord().nested.count == 23)
    }

    @Test func `gives each draft its own name and identifier`() {
        let drafts = allDrafts
        #expect(Set(drafts.map { Text($0.name) }).count == drafts.count)
        #expect(Set(drafts.map { Text($0.id) }).count == drafts.count)
        #expect(drafts.count == 27)
    }

    @Test func `has no null, no empty text, array or object`() throws {
        for draft in allDrafts {
            #expect(empties(in: try parsed(draft)).isEmpty)
        }
    }

    @Test func `writes each issuer the same everywhere`() throws {
        for draft in allDrafts {
            let issuer = try #require(try parsed(draft)["issuer"])
            let profile = demonstration.issuer(draft.issuer).profile.serialized()
            #expect(Array(issuer.bytes) == profile)
        }
    }

    @Test func `gives every achievement criteria`() throws {
        for draft in demonstration.wholeRecord().nested {
            let subject = try parsed(draft)["credentialSubject"]
            #expect(subject?["achievement"]?["criteria"]?["narrative"]?.text != nil)
        }
    }

    @Test func `has associations between achievements that are in the record`() throws {
        let subject = try #require(try parsed(demonstration.wholeRecord())["credentialSubject"])
        var ids: Set<Text> = []
        for achievement in subject["achievement"]?.oneOrMore ?? [] {
            if let id = achievement["id"]?.text { ids.insert(id) }
        }
        for credential in subject["verifiableCredential"]?.oneOrMore ?? [] {
            let achievement = credential["credentialSubject"]?["achievement"]
            if let id = achievement?["id"]?.text { ids.insert(id) }
        }
        let associations = subject["association"]?.oneOrMore ?? []
        #expect(ids.count == 26)
        #expect(associations.count == 26)
        for association in associations {
            #expect(ids.contains(try #require(association["sourceId"]?.text)))
            #expect(ids.contains(try #require(association["targetId"]?.text)))
        }
    }

    @Test func `speaks of one learner, and names her once`() throws {
        let record = try parsed(demonstration.wholeRecord())
        let subject = try #require(record["credentialSubject"])
        let id = try #require(subject["id"]?.text)
        #expect(id == Text(demonstration.learner.id))
        for credential in subject["verifiableCredential"]?.oneOrMore ?? [] {
            #expect(credential["credentialSubject"]?["id"]?.text == id)
            #expect(credential["credentialSubject"]?["identifier"] == nil)
        }
        #expect(subject["identifier"]?.count == 2)
    }

    private var allDrafts: [CredentialDraft] {
        demonstration.records.flatMap { flattened($0.draft) }
    }

    private func flattened(_ draft: CredentialDraft) -> [CredentialDraft] {
        [draft] + draft.nested.flatMap(flattened)
    }

    private func parsed(_ draft: CredentialDraft) throws -> JSONValue {
        try JSONDocument(parsing: draft.preview.serialized()).root
    }

    private func empties(in value: JSONValue) -> [JSONPointer] {
        switch value.kind {
        case .null: [value.pointer]
        case .bool, .number: []
        case .string: value.text == "" ? [value.pointer] : []
        case .array:
            value.count == 0 ? [value.pointer] : value.elements.flatMap(empties)
        case .object:
            value.count == 0
                ? [value.pointer] : value.members.flatMap { empties(in: $0.value) }
        }
    }
}
