import Credentials
import DIDs
import JOSE
import JSONText
import Testing

@testable import Trust

private let now = FederationFixture.now
private let hollin: Text = "did:web:hollin.example"

/// What a policy with these files and documents says.
func standing(
    _ text: String, of issuer: Text = hollin, files: [String: String] = [:],
    documents: [Text: [UInt8]] = [:]
) async throws -> Standing {
    let policy = try TrustPolicy(reading: Array(text.utf8)) { name in
        files[name].map { Array($0.utf8) }
    }
    let inquiry = TrustInquiry(policy: policy, source: Documents(documents), now: now)
    return await inquiry.standing(of: issuer)
}

private func registry(
    _ kind: String, test: Bool = false, file: String = "r.json", more: String = ""
) -> String {
    """
    {"registries": [{"name": "R", "kind": "\(kind)", "file": "\(file)", "test": \(test)\(more)}]}
    """
}

@Suite struct `The lists of a policy` {
    @Test func `allow and domains vouch, each under its rule and since its day`() async throws {
        let text = #"""
            {"name": "Admissions", "allow": [{"issuer": "did:web:hollin.example",
            "name": "Hollin University", "since": "2024-09-01"}], "domains": ["hollin.example"]}
            """#
        let standing = try await standing(text)
        #expect(standing.isVouchedFor)
        #expect(
            standing.vouchers.map(\.rule) == [
                "allow did:web:hollin.example", "domains hollin.example",
            ])
        #expect(standing.vouchers.first?.since == "2024-09-01T00:00:00Z")
        #expect(standing.vouchers.first?.name == "Hollin University")
        #expect(standing.vouchers.first?.by == "Admissions")
    }

    @Test func `deny outranks allow, domains and every registry`() async throws {
        let text = #"""
            {"allow": ["did:web:law.hollin.example"], "domains": ["*.hollin.example"],
            "deny": [{"issuer": "*.hollin.example", "reason": "closed in 2019"}],
            "registries": [{"name": "R", "kind": "dcc-issuers", "file": "r", "test": false}]}
            """#
        let files = ["r": #"{"registry": {"did:web:law.hollin.example": {"name": "Law"}}}"#]
        let standing = try await standing(text, of: "did:web:law.hollin.example", files: files)
        #expect(!standing.isVouchedFor)
        #expect(standing.denial == "deny *.hollin.example (closed in 2019)")
    }

    @Test func `an entry before or after its time is told and does not vouch`() async throws {
        for period in [#""since": "2026-04-01""#, #""until": "2026-03-01T12:00:00Z""#] {
            let text = "{\"allow\": [{\"issuer\": \"hollin.example\", \(period)}]}"
            let standing = try await standing(text)
            #expect(!standing.isVouchedFor)
            #expect(standing.lapsed == ["allow hollin.example"])
        }
    }

    @Test func `ten thousand rules are as quick as one`() async throws {
        let rules = (0..<Limits.policyEntries).map { "\"*.m\($0).example\"" }
        let text = "{\"deny\": [\(rules.joined(separator: ","))], \"allow\": [\"hollin.example\"]}"
        let policy = try TrustPolicy(reading: Array(text.utf8)) { _ in nil }
        let inquiry = TrustInquiry(policy: policy, source: NoDocuments(), now: now)
        let time = await ContinuousClock().measure {
            for index in 0..<5_000 {
                let standing = await inquiry.standing(of: Text("did:web:a.m\(index).example"))
                #expect(standing.denial != nil)
            }
        }
        #expect(time < .seconds(5))
        #expect(await inquiry.standing(of: hollin).isVouchedFor)
    }

    @Test func `somebody with the name of another is told apart`() async throws {
        let text = #"""
            {"allow": [{"issuer": "did:web:hollin.example", "name": "Hollin University"}],
            "registries": [{"name": "R", "kind": "dcc-issuers", "file": "r", "test": false}]}
            """#
        let files = ["r": #"{"registry": {"did:web:college.example": {"name": "The College"}}}"#]
        let policy = try TrustPolicy(reading: Array(text.utf8)) { files[$0].map { Array($0.utf8) } }
        let inquiry = TrustInquiry(policy: policy, source: NoDocuments(), now: now)
        let one = await inquiry.standing(
            of: "did:web:h0llin.example", calling: "HOLLIN  University")
        #expect(one.namesake == "did:web:hollin.example in the trust policy")
        let two = await inquiry.standing(of: "did:web:x.example", calling: "The College")
        #expect(two.namesake == "did:web:college.example in R")
        let three = await inquiry.standing(of: hollin, calling: "The College")
        #expect(three.namesake == nil)
    }

    @Test func `a host in other letters is known in each spelling`() async throws {
        let spellings: [Text] = ["did:web:höllin.example", "did:web:xn--hllin-jua.example"]
        for rule in spellings {
            for issuer in spellings {
                let allowed = try await standing("{\"allow\": [\"\(rule)\"]}", of: issuer)
                #expect(!allowed.isUnclear && allowed.isVouchedFor)
                let text = "{\"allow\": [\"\(rule)\"], \"deny\": [\"*.example\"]}"
                #expect(try await standing(text, of: issuer).denial == "deny *.example")
                for kind in ["dcc-issuers", "issuer-list"] {
                    let list =
                        kind == "dcc-issuers"
                        ? "{\"registry\": {\"\(rule)\": {\"name\": \"H\"}}}"
                        : "{\"issuers\": [{\"id\": \"\(rule)\"}]}"
                    let listed = try await standing(
                        registry(kind), of: issuer, files: ["r.json": list])
                    #expect(listed.isVouchedFor)
                }
            }
        }
    }

    @Test func `a host that nobody may register is vouched for by nobody`() async throws {
        let list = #"{"registry": {"did:web:h%E2%98%83.example": {"name": "H"}}}"#
        let standing = try await standing(
            registry("dcc-issuers"), of: "did:web:h%E2%98%83.example", files: ["r.json": list])
        #expect(standing.isUnclear && !standing.isVouchedFor)
    }
}

@Suite struct `Registries` {
    @Test func `of issuers by DID vouch under the registry's name`() async throws {
        let files = [
            "r.json": #"""
            {"meta": {"created": "2020"}, "registry": {"did:web:hollin.example":
            {"name": "Hollin University", "location": "Hollin", "url": "https://hollin.example"}}}
            """#
        ]
        let standing = try await standing(registry("dcc-issuers"), files: files)
        #expect(standing.vouchers.map(\.by) == ["R"])
        #expect(standing.vouchers.map(\.name) == ["Hollin University"])
        #expect(standing.isVouchedFor)
        let below = try await TrustTests.standing(
            registry("dcc-issuers"), of: "did:web:hollin.example:x", files: files)
        #expect(!below.isVouchedFor)
    }

    @Test func `for tests vouch for nobody, and neither does what they name`() async throws {
        let issuers = #"{"registry": {"did:web:hollin.example": {"name": "Hollin"}}}"#
        let one = try await standing(
            registry("dcc-issuers", test: true), files: ["r.json": issuers])
        #expect(!one.isVouchedFor && one.vouchers.map(\.isTest) == [true])
        let list = #"[{"name": "Members", "url": "https://r.example/members.json"}]"#
        let two = try await standing(
            registry("dcc-registries", test: true), files: ["r.json": list],
            documents: ["https://r.example/members.json": Array(issuers.utf8)])
        #expect(!two.isVouchedFor && two.vouchers.map(\.isTest) == [true])
    }

    @Test func `named by a list of registries are asked, and sandboxes in it count as tests`()
        async throws
    {
        let issuers = Array(#"{"registry": {"did:web:hollin.example": {"name": "H"}}}"#.utf8)
        for (name, holds) in [
            ("Members", true), ("DCC Sandbox Registry", false), ("Contest Winners", true),
        ] {
            let list =
                "[{\"name\": \"\(name)\", \"type\": \"dcc-legacy\", "
                + "\"url\": \"https://r.example/\"}]"
            let standing = try await standing(
                registry("dcc-registries"), files: ["r.json": list],
                documents: ["https://r.example/": issuers])
            #expect(standing.isVouchedFor == holds, "\(name)")
            #expect(standing.vouchers.map(\.by) == ["\(name) (named by R)"])
        }
    }

    @Test func `of a federation without a pinned key cannot be believed`() async throws {
        let list = #"""
            {"registries": [{"name": "F", "type": "oidf", "fetchEndpoint": "https://f.example/fetch",
            "trustAnchorEC": "https://f.example/.well-known/openid-federation"}]}
            """#
        let standing = try await standing(registry("dcc-registries"), files: ["r.json": list])
        #expect(standing.silent.map(\.isInvalid) == [true])
        #expect(standing.silent.first?.reason.contains("pins no key") == true)
    }

    @Test func `of organisations vouch within their period and status`() async throws {
        for (member, holds) in [
            (#""since": "2020-01-01""#, true), (#""status": "active""#, true),
            (#""status": "suspended""#, false), (#""until": "2025-12-31""#, false),
        ] {
            let list =
                "{\"issuers\": [{\"id\": \"did:web:hollin.example\", "
                + "\"name\": \"H\", \(member)}]}"
            let standing = try await standing(registry("issuer-list"), files: ["r.json": list])
            #expect(standing.isVouchedFor == holds, "\(member)")
            #expect(standing.lapsed.isEmpty == holds)
        }
    }

    @Test func `of authorities vouch while one of their services is granted`() async throws {
        let list = #"""
            {"authorities": [{"name": "Hollin", "country": "XX", "identifiers":
            ["did:web:hollin.example", "https://hollin.example"], "services": [
            {"kind": "accreditation", "status": "withdrawn", "from": "2010-01-01"},
            {"kind": "seal", "status": "granted", "from": "2020-01-01"}]}]}
            """#
        let standing = try await standing(registry("authorities"), files: ["r.json": list])
        #expect(standing.vouchers.map(\.since) == ["2020-01-01T00:00:00Z"])
    }

    @Test func `that cannot be had are told with their URL`() async throws {
        let text = #"""
            {"registries": [{"name": "R", "kind": "dcc-issuers", "url": "https://r.example/i.json",
            "test": false}]}
            """#
        let missing = try await standing(text)
        #expect(missing.silent.map(\.url) == ["https://r.example/i.json"])
        #expect(missing.silent.map(\.isInvalid) == [false])
        let broken = try await standing(
            text, documents: ["https://r.example/i.json": Array("<html>".utf8)])
        #expect(broken.silent.map(\.isInvalid) == [true])
    }

    @Test func `that are signed count only under a pinned key, and all of them once one is`()
        async throws
    {
        let list = Array(#"{"issuers": [{"id": "did:web:hollin.example", "name": "H"}]}"#.utf8)
        let signed = try CompactJWS.sign(
            list, header: [("kid", .string("k4"))], with: FederationFixture.key(4))
        func text(_ seed: UInt8?) throws -> String {
            let keys = try seed.map {
                ", \"keys\": "
                    + String(
                        decoding: try FederationFixture.keys([$0]).serialized(), as: UTF8.self)
            }
            return "{\"registries\": [{\"name\": \"R\", \"kind\": \"issuer-list\", "
                + "\"url\": \"https://r.example/\", \"test\": false\(keys ?? "")}]}"
        }
        for (seed, bytes, holds) in [
            (UInt8(4), signed, true), (5, signed, false), (4, list, false), (nil, signed, false),
            (nil, list, true),
        ] as [(UInt8?, [UInt8], Bool)] {
            let standing = try await standing(
                text(seed), documents: ["https://r.example/": bytes])
            #expect(standing.isVouchedFor == holds)
            #expect(standing.silent.isEmpty == holds)
        }
    }

    @Test func `for accreditation alone do not vouch`() async throws {
        let files = ["r.json": #"{"registry": {"did:web:hollin.example": {"name": "H"}}}"#]
        let standing = try await standing(
            registry("dcc-issuers", more: #", "purpose": "entitlement""#), files: files)
        #expect(!standing.isVouchedFor)
    }

    @Test func `of a hundred thousand entries are read at once and asked at once`() async throws {
        var text = "{\"registry\": {"
        for index in 0..<100_000 { text += "\"did:web:i\(index).example\": {\"name\": \"I\"}," }
        text += "\"did:web:hollin.example\": {\"name\": \"Hollin\"}}}"
        let files = ["r.json": text]
        let policy = try TrustPolicy(reading: Array(registry("dcc-issuers").utf8)) { name in
            files[name].map { Array($0.utf8) }
        }
        let inquiry = TrustInquiry(policy: policy, source: NoDocuments(), now: now)
        let clock = ContinuousClock()
        let time = await clock.measure {
            for index in 0..<2_000 {
                let standing = await inquiry.standing(of: Text("did:web:i\(index * 50).example"))
                #expect(standing.isVouchedFor)
            }
        }
        #expect(time < .seconds(5))
        #expect(await inquiry.standing(of: hollin).isVouchedFor)
    }

    @Test func `Limits.registryEntries holds on both sides`() throws {
        func list(_ count: Int) -> [UInt8] {
            var text = "{\"registry\": {\"a\": 1"
            for index in 1..<count { text += ",\"\(index)\": 1" }
            return Array((text + "}}").utf8)
        }
        _ = try IssuerRegistry(
            reading: list(Limits.registryEntries), as: .dccIssuers, keys: nil)
        #expect(throws: RegistryError.self) {
            _ = try IssuerRegistry(
                reading: list(Limits.registryEntries + 1), as: .dccIssuers, keys: nil)
        }
    }
}

@Suite struct `Rules of entitlement` {
    private let text = #"""
        {"entitlement": [
        {"name": "Degrees", "achievementTypes": ["BachelorDegree"], "registries": ["R"],
        "kinds": ["accreditation"]},
        {"name": "Own courses", "achievementTypes": ["Course"], "issuers": ["hollin.example"]},
        {"name": "Framework", "frameworks": ["Nursing"], "issuers": ["did:web:board.example"]}],
        "registries": [{"name": "R", "kind": "authorities", "file": "r", "test": false,
        "purpose": "entitlement"}]}
        """#

    private func inquiry(_ kind: String) throws -> TrustInquiry {
        let list =
            "{\"authorities\": [{\"name\": \"H\", \"identifiers\": "
            + "[\"did:web:hollin.example\"], \"services\": [{\"kind\": \"\(kind)\"}]}]}"
        let policy = try TrustPolicy(reading: Array(text.utf8)) { _ in Array(list.utf8) }
        return TrustInquiry(policy: policy, source: NoDocuments(), now: now)
    }

    @Test func `speak of kinds of achievement and of frameworks`() async throws {
        let inquiry = try inquiry("accreditation")
        func may(_ type: Text?, _ frameworks: Set<Text> = []) async -> Bool? {
            await inquiry.entitlement(
                of: hollin, to: Award(type: type, frameworks: frameworks))?.isVouchedFor
        }
        #expect(await may("BachelorDegree") == true)
        #expect(await may("Course") == true)
        #expect(await may("License") == nil)
        #expect(await may(nil) == nil)
        #expect(await may("License", ["Nursing"]) == false)
    }

    @Test func `ask for a listing of the kind that they name`() async throws {
        let standing = try await inquiry("seal").entitlement(
            of: hollin, to: Award(type: "BachelorDegree", frameworks: []))
        #expect(standing?.isVouchedFor == false)
    }
}
