import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    private static let members = """
        {"registry": {"\(Workshop.address)": {"name": "Hollin University"}}}
        """

    private static func believing(
        _ policy: String, files: [(name: String, text: String)] = []
    ) throws -> CorpusRecord.Reader {
        .init(
            documents: [try Workshop.document()], trust: policy + "\n", trustFiles: files)
    }

    private static func registry(_ require: Bool, _ more: String) -> String {
        """
        {"require": {"trust": \(require)},
         "registries": [{"name": "Members", "kind": "dcc-issuers", \(more)}]}
        """
    }

    @Sendable static func trust() async throws -> [CorpusRecord] {
        let badge = try await Workshop.issued(Workshop.badge(), by: [Workshop.published()])
        let file = [(name: "members.json", text: members)]
        let test = #""file": "members.json", "test": true"#
        let real = #""file": "members.json", "test": false"#
        let remote = #""url": "https://registry.example/members.json", "test": false"#
        return [
            CorpusRecord(
                "nobody-asked", "No policy is given.", .verified,
                ["trust.not-checked", "entitlement.not-checked"], badge,
                for: .init(documents: [try Workshop.document()])),
            CorpusRecord(
                "allowed", "The policy names the issuer's domain.", .verified, ["trust.vouched"],
                badge,
                for: try believing(#"{"require": {"trust": true}, "allow": ["hollin.example"]}"#)),
            CorpusRecord(
                "in-a-registry", "A registry knows the issuer.", .verified, ["trust.vouched"],
                badge, for: try believing(registry(true, real), files: file)),
            CorpusRecord(
                "denied", "The policy denies the issuer, whoever vouches.", .failed,
                ["trust.denied"], badge,
                for: try believing(#"{"deny": ["*.example"], "allow": ["hollin.example"]}"#)),
            CorpusRecord(
                "nobody-vouches", "Somebody must vouch, and nobody does.", .failed,
                ["trust.nobody-vouches"], badge,
                for: try believing(#"{"require": {"trust": true}}"#)),
            CorpusRecord(
                "nobody-known", "Nobody vouches, and nobody must.", .verified,
                ["trust.nobody-known"], badge,
                for: try believing(#"{"allow": ["northgate.example"]}"#)),
            CorpusRecord(
                "name-of-a-known-issuer", "Nobody vouches, and the name looks like a known one.",
                .verified, ["names.like-a-known-issuer", "trust.nobody-known"],
                try await Workshop.issued(
                    Workshop.badge(), by: [Workshop.university(name: "Ho11in University")]),
                for: try believing(
                    #"{"allow": [{"issuer": "hollin.example", "name": "Hollin University"}]}"#)),
            CorpusRecord(
                "test-registry-only", "Only a test registry knows the issuer, which is not enough.",
                .failed, ["trust.test-registry-only"], badge,
                for: try believing(registry(true, test), files: file)),
            CorpusRecord(
                "test-registry", "Only a test registry knows the issuer.", .verified,
                ["trust.test-registry"], badge,
                for: try believing(registry(false, test), files: file)),
            CorpusRecord(
                "registry-unavailable", "The registry could not be asked, and must be.",
                .undetermined, ["trust.registry-unavailable"], badge,
                for: try believing(registry(true, remote))),
            CorpusRecord(
                "registry-not-at-hand", "The registry could not be asked.", .verified,
                ["trust.registry-not-at-hand"], badge, for: try believing(registry(false, remote))),
            CorpusRecord(
                "not-asked-for-a-forgery", "Nobody is asked about a forgery's issuer.", .failed,
                ["trust.not-asked", "entitlement.not-asked", "proof.signature-invalid"],
                try Workshop.changed(badge, [("Groups", "Lattices")]),
                for: try believing(#"{"allow": ["hollin.example"]}"#)),
        ] + (try await entitlement())
    }

    private static func entitlement() async throws -> [CorpusRecord] {
        let degree = try await Workshop.issued(
            Workshop.badge(achievement: #""achievementType": "Degree""#),
            by: [Workshop.published()])
        func rule(_ require: Bool, _ rule: String) throws -> CorpusRecord.Reader {
            try believing(
                """
                {"require": {"entitlement": \(require)}, "allow": ["hollin.example"],
                 "entitlement": [{"name": "Degrees", \(rule)}],
                 "registries": [{"name": "Bodies", "kind": "dcc-issuers", "test": false,
                  "purpose": "entitlement", "url": "https://bodies.example/"}]}
                """)
        }
        return [
            CorpusRecord(
                "entitled", "The issuer may award degrees.", .verified, ["entitlement.entitled"],
                degree, for: try rule(true, #""issuers": ["hollin.example"]"#)),
            CorpusRecord(
                "not-entitled", "The issuer may not award degrees.", .failed,
                ["entitlement.not-entitled"], degree,
                for: try rule(true, #""issuers": ["northgate.example"]"#)),
            CorpusRecord(
                "entitlement-not-shown", "Nothing shows that the issuer may award degrees.",
                .verified, ["entitlement.not-shown"], degree,
                for: try rule(false, #""issuers": ["northgate.example"]"#)),
            CorpusRecord(
                "bodies-unavailable", "Who may award degrees could not be asked, and must be.",
                .undetermined, ["entitlement.registry-unavailable"], degree,
                for: try rule(true, #""registries": ["Bodies"]"#)),
            CorpusRecord(
                "bodies-not-at-hand", "Who may award degrees could not be asked.", .verified,
                ["entitlement.registry-not-at-hand"], degree,
                for: try rule(false, #""registries": ["Bodies"]"#)),
            CorpusRecord(
                "no-rule", "No rule speaks of degrees.", .verified, ["entitlement.no-rule"],
                degree,
                for: try rule(
                    true, #""achievementTypes": ["Course"], "issuers": ["northgate.example"]"#)),
        ]
    }
}
