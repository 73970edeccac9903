import Credentials
import JOSE
import JSONText
import KeyMaterial

extension Seeds {
    /// A policy, and behind the separator identifiers to be judged by it.
    static func policy() -> [[UInt8]] {
        let issuers = """
            did:web:northgate.example
            https://law.hollin.example:8443/issuers/1
            did:web:ex%C3%A4mple.example%3A8443:a
            https://xn--exmple-cua.example/
            did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK
            """
        let texts = [
            #"""
            {"name": "Admissions", "require": {"trust": true, "entitlement": true}, "deny":
            [{"issuer": "*.mill.example", "reason": "r", "until": "2030-01-01"}, "did:web:a.example"],
            "allow": ["exämple.example", {"issuer": "https://hollin.example/issuers/1", "name": "H",
            "since": "2024-09-01"}, "did:web:exämple.example:x"], "domains": ["*.hollin.example",
            "northgate.example:8443", "xn--exmple-cua.example", "例え.example"],
            "registries": [{"name": "R", "kind": "dcc-issuers", "file": "dcc-issuers", "test":
            false}, {"name": "A", "kind": "authorities", "file": "authorities", "test": true,
            "purpose": "entitlement"}], "entitlement": [{"name": "D", "achievementTypes":
            ["BachelorDegree"], "frameworks": ["F"], "registries": ["A"], "kinds": ["k"],
            "issuers": ["did:web:b.example"]}]}
            """#,
            """
            name: Admissions
            require:
              trust: true
            deny:
              - issuer: "*.mill.example"
                reason: sells degrees
            allow:
              - did:web:northgate.example
            domains: [northgate.example, "*.schools.example"]
            registries:
              - name: Members
                kind: issuer-list
                file: issuer-list
                test: false
              - name: Federation
                kind: openid-federation
                test: false
                anchor: https://anchor.example
                keys: {"keys": [{"kty": "OKP", "crv": "Ed25519",
                  "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}
            """,
            "", #"{"deny": ["דוגמה.example", "ελλάδα.example", "col·lege.example"]}"#,
        ]
        return texts.map { Array($0.utf8) + [Work.separator] + Array(issuers.utf8) }
    }

    // MARK: - Registries

    /// One list of each kind, by the name of the kind.
    static let lists: [(kind: String, text: String)] = [
        (
            "dcc-issuers",
            #"{"registry": {"did:web:hollin.example": {"name": "Hollin", "url": "https://h/"}}}"#
        ),
        (
            "dcc-registries",
            #"""
            [{"name": "Members", "type": "dcc-legacy", "url": "https://hollin.example/members"},
            {"name": "F", "type": "oidf", "trustAnchorEC": "https://anchor.example"}]
            """#
        ),
        (
            "issuer-list",
            #"""
            {"issuers": [{"id": "did:web:hollin.example", "name": "Hollin", "since": "2020-01-01",
            "until": "2030-01-01", "status": "granted", "kind": "k"}, {"id":
            "https://exämple.example/1"}]}
            """#
        ),
        (
            "authorities",
            #"""
            {"authorities": [{"name": "M", "identifiers": ["did:web:hollin.example", "did:web:b"],
            "services": [{"kind": "k", "status": "active", "from": "2020-01-01", "to":
            "2030-01-01"}, {"kind": "l", "status": "withdrawn"}]}]}
            """#
        ),
    ]

    /// Lists, signed and not, and what a ministry and an issuer state in a federation: three sets
    /// of claims and the issuer, parted by the separator.
    static func registry() throws -> [[UInt8]] {
        try lists.map { Array($0.text.utf8) } + signedLists() + [
            federation(), federation(issuer: "https://exämple.example"),
            federation(issuer: "did:web:hollin.example"), signedFederation(),
        ]
    }

    static func signedLists() throws -> [[UInt8]] {
        try lists.map { list in
            try CompactJWS.sign(
                Array(list.text.utf8), header: [("kid", "k1")], with: federationKey(1))
        }
    }

    static func federationKey(_ seed: UInt8) throws -> PrivateKey {
        try PrivateKey(type: .ed25519, secret: [UInt8](repeating: seed, count: 32))
    }

    static func keySet(_ seed: UInt8) throws -> JSON {
        .object([
            (
                "keys",
                .array([
                    .object(
                        [("kid", .string("k\(seed)"))]
                            + (try federationKey(seed).publicKey.jwkMembers))
                ])
            )
        ])
    }

    static func statement(_ claims: [UInt8], by seed: UInt8) throws -> [UInt8] {
        try CompactJWS.sign(
            claims, header: [("typ", "entity-statement+jwt"), ("kid", .string("k\(seed)"))],
            with: federationKey(seed))
    }

    static func claims(
        _ issuer: String, _ subject: String, stating seed: UInt8, _ more: [(String, JSON)] = []
    ) throws -> [UInt8] {
        let members: [(name: String, value: JSON)] = [
            ("iss", .string(issuer)), ("sub", .string(subject)),
            ("iat", .integer(now.seconds - 60)), ("exp", .integer(now.seconds + 3_600)),
            ("jwks", try keySet(seed)),
        ]
        return JSON.object(members + more.map { (name: $0.0, value: $0.1) }).serialized()
    }

    static let ministry = "https://ministry.example"

    private static func federation(issuer: String = "https://hollin.example") throws -> [UInt8] {
        let organization: JSON = .object([
            (
                "federation_entity",
                .object([
                    ("federation_fetch_endpoint", .string(ministry + "/fetch")),
                    ("organization_name", "Hollin"),
                ])
            )
        ])
        let policy: JSON = .object([
            (
                "federation_entity",
                .object([
                    (
                        "organization_name",
                        .object([("one_of", ["Hollin"]), ("essential", .bool(true))])
                    )
                ])
            )
        ])
        let parts = [
            try claims(
                ministry, ministry, stating: 2,
                [("authority_hints", ["https://anchor.example"]), ("metadata", organization)]),
            try claims(ministry, issuer, stating: 3, [("metadata_policy", policy)]),
            try claims(
                issuer, issuer, stating: 3,
                [("authority_hints", [.string(ministry)]), ("metadata", organization)]),
            Array(issuer.utf8),
        ]
        return Array(parts.joined(separator: [Work.separator]))
    }

    /// The same as tokens.
    private static func signedFederation() throws -> [UInt8] {
        let parts = try federation().split(separator: Work.separator).map { Array($0) }
        let tokens = try parts.prefix(3).enumerated().map { index, claims in
            try statement(claims, by: index == 2 ? 3 : 2)
        }
        return Array((tokens + parts.dropFirst(3)).joined(separator: [Work.separator]))
    }

    /// The statements that stand in the seeds as tokens.
    static func tokens() throws -> Set<[UInt8]> {
        Set(try signedFederation().split(separator: Work.separator).map { Array($0) })
    }
}
