import DIDs
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
        #expect(fault(#"{"deny": ["☃.edu"]}"#).contains("xn--"))
        #expect(fault(#"{"deny": ["a.example:0", "b.example"]}"#).contains("/deny/0"))
        #expect(fault(#"{"deny": ["a.example:65536"]}"#).contains("/deny/0"))
        #expect(fault(#"{"deny": ["did:web:a b"]}"#).contains("/deny/0"))
        #expect(fault(#"{"deny": ["did:web:a.example/path"]}"#).contains("/deny/0"))
        #expect(fault(#"{"allow": ["*.*.edu"]}"#).contains("/allow/0"))
        #expect(fault(##"{"deny": ["did:key:z6Mk#z6Mk"]}"##).contains("begins with #"))
        #expect(fault(##"{"allow": [{"issuer": "did:web:a.example#k"}]}"##).contains("/allow/0"))
        #expect(fault(#"{"allow": [7]}"#).contains("/allow/0"))
        #expect(fault(#"{"domains": ["https://a.example"]}"#).contains("/domains/0"))
        #expect(fault(#"{"allow": [{"issuer": "a.example", "since": "soon"}]}"#).contains("since"))
    }

    @Test func `an entry that never counts is refused`() {
        for end in ["2026-01-01", "2025-12-31", "2026-01-01T00:00:00Z"] {
            let text =
                "{\"deny\": [{\"issuer\": \"a.example\", \"since\": \"2026-01-01\", "
                + "\"until\": \"\(end)\"}]}"
            #expect(fault(text).contains("never counts"))
        }
        // Nobody is believed whose host cannot be compared; denied by name he may be.
        for issuer in ["https://a.example@evil.example/", "https://☃.example/", "did:web:a%2Eb"] {
            #expect(fault("{\"allow\": [\"\(issuer)\"]}").contains("/allow/0"), "\(issuer)")
            let entitlement = "{\"entitlement\": [{\"issuers\": [\"\(issuer)\"]}]}"
            #expect(fault(entitlement).contains("/entitlement/0/issuers/0"), "\(issuer)")
            #expect(fault("{\"deny\": [\"\(issuer)\"]}") == "none", "\(issuer)")
        }
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
        return rule.matches(RegisteredSpelling.of(issuer), IssuerHost(of: issuer))
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

    @Test func `a host is the same in all its spellings, in rules and in identifiers`() throws {
        let rules = [
            "exämple.edu", "EXÄMPLE.EDU", "xn--exmple-cua.edu", "exa\u{308}mple.edu",
            "ex%C3%A4mple.edu",
        ]
        let issuers: [Text] = [
            "did:web:exämple.edu", "did:web:xn--exmple-cua.edu:1", "https://exämple.edu/1",
            "did:web:ex%C3%A4mple.edu", "https://ex%c3%a4mple.edu/", "https://XN--exmple-cua.edu/",
        ]
        for rule in rules {
            for issuer in issuers { #expect(try matches(rule, issuer), "\(rule) \(issuer)") }
            #expect(try !matches(rule, "did:web:example.edu"))
            #expect(try matches("*." + rule, "https://law.exämple.edu/"))
        }
        #expect(try matches("did:web:exämple.edu:1", "did:web:xn--exmple-cua.edu:1"))
        #expect(try matches("https://xn--exmple-cua.edu/ä", "https://exämple.edu/ä"))
        #expect(try !matches("https://xn--exmple-cua.edu/ä", "https://exämple.edu/"))
    }

    @Test func `hosts that nobody may register or with odd escapes are unclear`() {
        #expect(!IssuerHost.isUnclear("did:web:exämple.edu"))
        #expect(!IssuerHost.isUnclear("did:web:ex%C3%A4mple.edu"))
        #expect(IssuerHost.isUnclear("did:web:ex\u{200D}mple.edu"))
        #expect(IssuerHost.isUnclear("https://xn--n3h.example/"))
        #expect(IssuerHost.isUnclear("https://example.edu:0443/"))
        #expect(IssuerHost.isUnclear("https://university.example@evil.example/"))
        #expect(IssuerHost.isUnclear("did:web:example%2Eedu"))
        #expect(!IssuerHost.isUnclear("did:web:xn--exmple-cua.edu"))
        #expect(!IssuerHost.isUnclear("did:key:z6Mk"))
        #expect(!IssuerHost.isUnclear("urn:uuid:1"))
    }
}
