import Credentials
import DIDs
import JSONText
import Testing

@testable import Trust

private let hollin: Text = "https://hollin.example"
private let ministry: Text = "https://ministry.example"
private let anchor = FederationFixture.anchor

@Suite struct `A chain of trust` {
    @Test func `leads from an entity over an intermediate to the pinned anchor`() async throws {
        let fixture = try FederationFixture.threeStoreys()
        #expect(try await fixture.answer() == "listed: Hollin University")
    }

    @Test func `of a DID begins at the anchor, or at an intermediate that the policy names`()
        async throws
    {
        var fixture = try FederationFixture.threeStoreys()
        let name: JSON = .object([
            ("federation_entity", .object([("organization_name", .string("Hollin"))]))
        ])
        try fixture.about("did:web:a.example", from: anchor, by: 1, [("metadata", name)])
        try fixture.about("did:web:b.example", from: ministry, by: 2, [("metadata", name)])
        #expect(try await fixture.answer(about: "did:web:a.example") == "listed: Hollin")
        #expect(try await fixture.answer(about: "did:web:b.example").contains("not at hand"))
        #expect(
            try await fixture.answer(about: "did:web:b.example", intermediates: [ministry])
                == "listed: Hollin")
    }

    @Test func `does not hold under another anchor's key, however well it is made`() async throws {
        let fixture = try FederationFixture.threeStoreys()
        #expect(try await fixture.answer(pinned: 9).contains("not signed as it should be"))
    }

    @Test func `does not hold where an entity signs with keys that its superior does not state`()
        async throws
    {
        var fixture = try FederationFixture.threeStoreys()
        try fixture.about(ministry, from: anchor, by: 1, stating: [7])
        #expect(try await fixture.answer().contains("not signed as it should be"))
        fixture = try FederationFixture.threeStoreys()
        try fixture.entity(hollin, key: 8, above: [ministry], endpoint: false)
        #expect(try await fixture.answer().contains("not signed as it should be"))
        fixture = try FederationFixture.threeStoreys()
        try fixture.about(ministry, from: anchor, by: 1)
        #expect(try await fixture.answer().contains("no keys are stated"))
    }

    @Test func `does not take one key's name for another key`() async throws {
        var fixture = try FederationFixture.threeStoreys()
        fixture.documents[FederationFixture.fetchURL(ministry, hollin.string)] =
            try FederationFixture.statement(ministry, hollin, by: 9, stating: [3], kid: "k2")
        #expect(try await fixture.answer().contains("does not fit"))
    }

    @Test func `does not hold with a statement of another type`() async throws {
        var fixture = try FederationFixture.threeStoreys()
        fixture.documents[FederationFixture.fetchURL(ministry, hollin.string)] =
            try FederationFixture.statement(ministry, hollin, by: 2, stating: [3], type: "JWT")
        #expect(try await fixture.answer().contains("entity-statement+jwt"))
    }

    @Test func `does not hold with a statement by or about somebody else`() async throws {
        var fixture = try FederationFixture.threeStoreys()
        fixture.documents[FederationFixture.fetchURL(ministry, hollin.string)] =
            try FederationFixture.statement(ministry, "https://other.example", by: 2, stating: [3])
        #expect(try await fixture.answer().contains("somebody else"))
        fixture.documents[FederationFixture.fetchURL(ministry, hollin.string)] =
            try FederationFixture.statement(anchor, hollin, by: 1, stating: [3])
        #expect(try await fixture.answer().contains("somebody else"))
    }

    @Test(arguments: [(-60, -1), (60, 3_600), (-60, 0)])
    func `does not hold outside the time of any of its statements`(issued: Int, expires: Int)
        async throws
    {
        var fixture = try FederationFixture.threeStoreys()
        try fixture.about(
            hollin, from: ministry, by: 2, stating: [3], issued: issued, expires: expires)
        #expect(try await fixture.answer().contains("not in force"))
        fixture = try FederationFixture.threeStoreys()
        try fixture.about(
            ministry, from: anchor, by: 1, stating: [2], issued: issued, expires: expires)
        #expect(try await fixture.answer().contains("not in force"))
    }

    @Test func `does not hold past an entity that allows none below`() async throws {
        for (length, holds) in [(0, false), (1, true)] {
            var fixture = try FederationFixture.threeStoreys()
            let constraints: JSON = .object([("max_path_length", .integer(length))])
            try fixture.about(
                ministry, from: anchor, by: 1, stating: [2], [("constraints", constraints)])
            #expect(try await fixture.answer().contains("listed:") == holds)
        }
    }

    @Test(arguments: [
        ("permitted", ".example", true), ("permitted", "hollin.example", false),
        ("permitted", ".hollin.example", false), ("excluded", "hollin.example", false),
        ("excluded", ".ollin.example", true), ("excluded", ".elsewhere.example", true),
    ])
    func `holds only for names of which its entities may speak`(
        member: String, name: String, holds: Bool
    ) async throws {
        var fixture = try FederationFixture.threeStoreys()
        let naming: JSON = .object([(member, .array([.string(name)]))])
        try fixture.about(
            ministry, from: anchor, by: 1, stating: [2],
            [("constraints", .object([("naming_constraints", naming)]))])
        #expect(try await fixture.answer().contains("listed:") == holds)
    }

    @Test(arguments: [
        (#"{"excluded": [".b\u00fccher.example"]}"#, false),
        (#"{"permitted": [".xn--bcher-kva.example", "ministry.example"]}"#, true),
        (#"{"excluded": [".evil.example"]}"#, true),
        // What cannot be read could exclude anybody.
        (#"{"excluded": [7]}"#, false), (#"{"excluded": ".evil.example"}"#, false),
        (#"{"excluded": [".☃"]}"#, false), ("[]", false), (#"{"permitted": null}"#, false),
    ])
    func `reads the names of hosts in each spelling, and believes nobody where one is unreadable`(
        constraint: String, holds: Bool
    ) async throws {
        let issuer: Text = "https://hollin.bücher.example"
        let registered: Text = "https://hollin.xn--bcher-kva.example"
        var fixture = try FederationFixture.threeStoreys()
        let naming = JSON.verbatim(
            try JSONDocument(parsing: Array(constraint.utf8)).root)
        try fixture.about(
            ministry, from: anchor, by: 1, stating: [2],
            [("constraints", .object([("naming_constraints", naming)]))])
        try fixture.entity(registered, key: 3, above: [ministry], endpoint: false, name: "H")
        try fixture.about(registered, from: ministry, by: 2, stating: [3])
        for spelling in [issuer, registered] {
            #expect(try await fixture.answer(about: spelling).contains("listed:") == holds)
        }
    }

    @Test func `takes the name of an organisation under the policies above it`() async throws {
        func policy(_ operators: [(name: String, value: JSON)]) -> [(String, JSON)] {
            let name: JSON = .object([("organization_name", .object(operators))])
            return [("metadata_policy", .object([("federation_entity", name)]))]
        }
        var fixture = try FederationFixture.threeStoreys()
        let value = policy([("value", .string("By the ministry"))])
        try fixture.about(hollin, from: ministry, by: 2, stating: [3], value)
        #expect(try await fixture.answer() == "listed: By the ministry")
        let other = policy([("value", .string("By the anchor"))])
        try fixture.about(ministry, from: anchor, by: 1, stating: [2], other)
        #expect(try await fixture.answer() == "listed: By the anchor")
        let oneOf = policy([("one_of", .array([.string("Others")]))])
        try fixture.about(ministry, from: anchor, by: 1, stating: [2], oneOf)
        #expect(try await fixture.answer().contains("metadata policy"))
    }

    @Test func `does not hold where a statement demands what is not understood`() async throws {
        var fixture = try FederationFixture.threeStoreys()
        try fixture.about(
            ministry, from: anchor, by: 1, stating: [2], [("crit", .array([.string("x")]))])
        #expect(try await fixture.answer().contains("extensions"))
    }

    @Test func `that could not be had names the URL`() async throws {
        var fixture = try FederationFixture.threeStoreys()
        fixture.documents[FederationFixture.fetchURL(anchor, ministry.string)] = nil
        #expect(
            try await fixture.answer().contains(
                "https://anchor.example/fetch?sub=https%3A%2F%2Fministry.example"))
    }
}

@Suite struct `A hostile federation` {
    @Test func `that leads round in a circle comes to an end`() async throws {
        var fixture = FederationFixture()
        try fixture.entity(anchor, key: 1)
        let (a, b): (Text, Text) = ("https://a.example", "https://b.example")
        try fixture.entity(a, key: 2, above: [b, a])
        try fixture.entity(b, key: 3, above: [a, hollin])
        try fixture.entity(hollin, key: 4, above: [a])
        for (subject, superior, key) in [
            (hollin, a, UInt8(2)), (a, b, 3), (b, a, 2), (a, a, 2),
        ] { try fixture.about(subject, from: superior, by: key, stating: [4]) }
        #expect(try await fixture.answer().contains("circle"))
    }

    @Test func `Limits.federationDepth: a chain without an end is not followed`() async throws {
        for (count, holds) in [
            (Limits.federationDepth - 1, true), (Limits.federationDepth, false),
        ] {
            var fixture = FederationFixture()
            try fixture.entity(anchor, key: 1)
            var below = hollin
            for index in 0..<count {
                let above: Text = Text("https://e\(index).example")
                try fixture.entity(below, key: 1, above: [above])
                try fixture.about(below, from: above, by: 1, stating: [1])
                below = above
            }
            try fixture.entity(below, key: 1, above: [anchor])
            try fixture.about(below, from: anchor, by: 1, stating: [1])
            #expect(try await fixture.answer().contains("listed:") == holds, "\(count)")
        }
    }

    /// Limits.federationStatements and Limits.federationSuperiors.
    @Test func `Limits.federationStatements: one that branches everywhere is left`() async throws {
        var fixture = FederationFixture()
        try fixture.entity(anchor, key: 1)
        let all = (0..<20).map { Text("https://e\($0).example") }
        try fixture.entity(hollin, key: 1, above: all)
        for one in all {
            try fixture.entity(one, key: 1, above: all)
            for other in all + [hollin] {
                try fixture.about(other, from: one, by: 1, stating: [1])
            }
        }
        let chain = try fixture.chain()
        await #expect(throws: FederationFault.self) { _ = try await chain.listing(of: hollin) }
        #expect(try await fixture.answer().contains("\(Limits.federationStatements)"))
    }

    @Test func `Limits.federationSuperiors: only the first superiors are asked`() async throws {
        for (count, holds) in [
            (Limits.federationSuperiors - 1, true), (Limits.federationSuperiors, false),
        ] {
            var fixture = try FederationFixture.threeStoreys()
            let others = (0..<count).map { Text("https://e\($0).example") }
            try fixture.entity(hollin, key: 3, above: others + [ministry], endpoint: false)
            #expect(try await fixture.answer().contains("listed:") == holds)
        }
    }

    @Test func `Limits.entityStatementBytes: a statement that is too large is refused`()
        async throws
    {
        var fixture = try FederationFixture.threeStoreys()
        let large = String(repeating: "x", count: Limits.entityStatementBytes)
        try fixture.about(
            hollin, from: ministry, by: 2, stating: [3], [("x", .string(large))])
        #expect(try await fixture.answer().contains("not usable"))
    }
}
