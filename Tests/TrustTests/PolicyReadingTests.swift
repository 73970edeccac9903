import JSONText
import Testing

@testable import Trust

/// A policy that names no files.
func policy(_ text: String) throws(TrustPolicyError) -> TrustPolicy {
    try TrustPolicy(reading: Array(text.utf8)) { _ in nil }
}

/// Why a text is no policy.
func fault(_ text: String, file: (String) -> [UInt8]? = { _ in nil }) -> String {
    do throws(TrustPolicyError) {
        _ = try TrustPolicy(reading: Array(text.utf8), file: file)
        return "none"
    } catch {
        return error.description
    }
}

@Suite struct `Reading a trust policy` {
    @Test func `an unknown member is an error with its place, at every depth`() {
        #expect(fault(#"{"alow": []}"#).contains("/alow"))
        #expect(fault(#"{"require": {"trsut": true}}"#).contains("/require/trsut"))
        #expect(
            fault(#"{"deny": [{"issuer": "a.example", "untill": "2026-01-01"}]}"#)
                .contains("/deny/0/untill"))
        #expect(
            fault(#"{"entitlement": [{"issuers": ["a.example"], "typ": []}]}"#)
                .contains("/entitlement/0/typ"))
    }

    @Test func `a text in brackets that is no JSON is told as YAML that it is not`() {
        #expect(fault("[allow]\nissuers = [\"a.example\"]\n").contains("not YAML"))
        #expect(fault("[]").contains("needs an object at its top"))
        #expect(fault(#"{"allow": "#).contains("not JSON"))
    }

    @Test func `what is no issuer is refused, so that no rule is silently without effect`() {
        #expect(fault(#"{"deny": ["exämple.edu"]}"#).contains("xn--"))
        #expect(fault(#"{"allow": ["*.*.edu"]}"#).contains("/allow/0"))
        #expect(fault(##"{"deny": ["did:key:z6Mk#z6Mk"]}"##).contains("begins with #"))
        #expect(fault(##"{"allow": [{"issuer": "did:web:a.example#k"}]}"##).contains("/allow/0"))
        #expect(fault(#"{"allow": [7]}"#).contains("/allow/0"))
        #expect(fault(#"{"domains": ["https://a.example"]}"#).contains("/domains/0"))
        #expect(fault(#"{"allow": [{"issuer": "a.example", "since": "soon"}]}"#).contains("since"))
    }

    @Test func `a registry must say whether it is a test, where it is, and of which kind`() {
        let start = #"{"registries": [{"name": "R", "kind": "dcc-issuers""#
        #expect(fault(start + #", "url": "https://r.example/"}]}"#).contains("\"test\""))
        #expect(fault(start + #", "test": false}]}"#).contains("a file or a url"))
        #expect(fault(start + #", "test": false, "url": "http://r.example/"}]}"#).contains("https"))
        #expect(
            fault(#"{"registries": [{"name": "R", "kind": "blog", "test": true}]}"#)
                .contains("openid-federation"))
        #expect(fault(start + #", "test": false, "file": "r.json"}]}"#).contains("r.json"))
        #expect(
            fault(start + #", "test": false, "file": "r.json"}]}"#, file: { _ in [0x7B, 0x7D] })
                .contains("\"registry\""))
    }

    @Test func `a federation without a pinned key is refused`() {
        let text = #"""
            {"registries": [{"name": "F", "kind": "openid-federation", "test": false,
            "anchor": "https://anchor.example"}]}
            """#
        #expect(fault(text).contains("\"keys\""))
    }

    @Test func `two registries have two names`() {
        let registry = #"""
            {"name": "R", "kind": "dcc-issuers", "test": true, "url": "https://r.example/"}
            """#
        #expect(fault("{\"registries\": [\(registry), \(registry)]}").contains("another registry"))
    }

    @Test func `entitlement that is required needs a rule, and a rule needs somebody`() {
        #expect(fault(#"{"require": {"entitlement": true}}"#).contains("entitlement"))
        #expect(fault(#"{"entitlement": [{"name": "x"}]}"#).contains("issuers"))
        #expect(
            fault(#"{"entitlement": [{"registries": ["none"]}]}"#).contains("no registry"))
    }

    @Test func `a policy in YAML is the same, and a fault in it names its line`() throws {
        let yaml = """
            # What we believe.
            name: Admissions
            require:
              trust: true
            deny:
              - issuer: "*.mill.example"
                reason: sells degrees
            """
        let policy = try policy(yaml)
        #expect(policy.requiresTrust)
        #expect(policy.deny.all.map(\.text) == ["*.mill.example"])
        let fault = fault(yaml.replacing("reason:", with: "raeson:"))
        #expect(fault.contains("line 7"))
        #expect(fault.contains("/deny/0/raeson"))
        #expect(TrustTests.fault("name: [").contains("not YAML"))
    }

    @Test func `Limits.policyEntries and Limits.policyRegistries hold on both sides`() {
        func entries(_ count: Int) -> String {
            "{\"deny\": [" + (0..<count).map { "\"a\($0).example\"" }.joined(separator: ",") + "]}"
        }
        func registries(_ count: Int) -> String {
            let all = (0..<count).map {
                #"{"name": "R\#($0)", "kind": "dcc-issuers", "test": true, "#
                    + #""url": "https://r.example/"}"#
            }
            return "{\"registries\": [" + all.joined(separator: ",") + "]}"
        }
        #expect(fault(entries(Limits.policyEntries)) == "none")
        #expect(fault(entries(Limits.policyEntries + 1)).contains("more than"))
        #expect(fault(registries(Limits.policyRegistries)) == "none")
        #expect(fault(registries(Limits.policyRegistries + 1)).contains("more than"))
    }
}

@Suite struct `Rules about issuers` {
    private func matches(_ rule: String, _ issuer: Text) throws -> Bool {
        let pattern = try #require(IssuerRule.Pattern(issuer: rule))
        let rule = IssuerRule(
            pattern: pattern, text: rule, name: nil, period: Period(), reason: nil,
            pointer: JSONPointer())
        return rule.matches(issuer, IssuerHost(of: issuer))
    }

    @Test func `a domain is its host in every form of identifier`() throws {
        for issuer: Text in [
            "did:web:example.edu", "did:web:Example.EDU:issuers:1", "https://example.edu/i/1",
            "did:web:example.edu%3A8443", "https://example.edu:8443/", "https://example.edu./",
        ] { #expect(try matches("example.edu", issuer), "\(issuer)") }
    }

    @Test func `look-alikes of a domain are others`() throws {
        for issuer: Text in [
            "did:web:evil-example.edu", "did:web:example.edu.evil.example",
            "https://example.edu@evil.example/", "https://evil.example/example.edu",
            "did:web:xample.edu", "did:web:evil.example:example.edu", "did:key:z6Mkexample.edu",
            "https://examp\u{142}e.edu/", "http://example.edu/",
        ] {
            #expect(try !matches("example.edu", issuer), "\(issuer)")
            #expect(try !matches("*.example.edu", issuer), "\(issuer)")
        }
    }

    @Test func `a star is what stands below, at any depth, and not the domain itself`() throws {
        #expect(try matches("*.example.edu", "did:web:law.example.edu"))
        #expect(try matches("*.example.edu", "https://a.b.example.edu/x"))
        #expect(try !matches("*.example.edu", "did:web:example.edu"))
    }

    @Test func `a port is asked for only where the rule names one`() throws {
        #expect(try matches("example.edu:8443", "did:web:example.edu%3A8443"))
        #expect(try !matches("example.edu:8443", "did:web:example.edu"))
        #expect(try matches("example.edu:443", "https://example.edu/"))
    }

    @Test func `an identifier is matched code unit by code unit`() throws {
        #expect(try matches("did:web:example.edu", "did:web:example.edu"))
        #expect(try !matches("did:web:example.edu", "did:web:Example.edu"))
        #expect(try !matches("did:web:example.edu", "did:web:example.edu:other"))
    }

    @Test func `hosts in other letters or with odd escapes are unclear`() {
        #expect(IssuerHost.isUnclear("did:web:exämple.edu"))
        #expect(IssuerHost.isUnclear("https://university.example@evil.example/"))
        #expect(IssuerHost.isUnclear("did:web:example%2Eedu"))
        #expect(!IssuerHost.isUnclear("did:web:xn--exmple-cua.edu"))
        #expect(!IssuerHost.isUnclear("did:key:z6Mk"))
        #expect(!IssuerHost.isUnclear("urn:uuid:1"))
    }
}
