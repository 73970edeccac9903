import Credentials
import DIDs
import JOSE
import JSONText
import KeyMaterial

@testable import Trust

/// A federation of invented entities, whose statements stand in a catalog.
struct FederationFixture {
    static let now = Timestamp("2026-03-01T12:00:00Z") ?? Timestamp(seconds: 0)
    static let anchor: Text = "https://anchor.example"

    var documents: [Text: [UInt8]] = [:]

    static func key(_ seed: UInt8) throws -> PrivateKey {
        try PrivateKey(type: .ed25519, secret: [UInt8](repeating: seed, count: 32))
    }

    static func keys(_ seeds: [UInt8]) throws -> JSON {
        .object([
            (
                "keys",
                .array(
                    try seeds.map { seed in
                        .object(
                            [("kid", .string("k\(seed)"))]
                                + (try key(seed).publicKey.jwkMembers))
                    })
            )
        ])
    }

    static func statement(
        _ issuer: Text, _ subject: Text, by seed: UInt8, stating: [UInt8] = [],
        _ more: [(String, JSON)] = [], issued: Int = -60, expires: Int = 3_600,
        type: String = "entity-statement+jwt", kid: String? = nil
    ) throws -> [UInt8] {
        var claims: [(name: String, value: JSON)] = [
            ("iss", .string(issuer.string)), ("sub", .string(subject.string)),
            ("iat", .integer(now.seconds + issued)), ("exp", .integer(now.seconds + expires)),
        ]
        if !stating.isEmpty { claims.append(("jwks", try keys(stating))) }
        claims += more.map { (name: $0.0, value: $0.1) }
        return try CompactJWS.sign(
            JSON.object(claims).serialized(),
            header: [
                ("typ", .string(type)), ("kid", .string(kid ?? "k\(seed)")),
            ], with: key(seed))
    }

    static func fetchURL(_ superior: Text, _ subject: String) -> Text {
        let escaped = subject.replacing(":", with: "%3A").replacing("/", with: "%2F")
        return Text("\(superior)/fetch?sub=\(escaped)")
    }

    /// What an entity says of itself.
    mutating func entity(
        _ id: Text, key seed: UInt8, above: [Text] = [], endpoint: Bool = true,
        expires: Int = 3_600, name: String? = nil
    ) throws {
        var federation: [(name: String, value: JSON)] = []
        if endpoint { federation.append(("federation_fetch_endpoint", .string("\(id)/fetch"))) }
        if let name { federation.append(("organization_name", .string(name))) }
        documents[Text("\(id)/.well-known/openid-federation")] = try Self.statement(
            id, id, by: seed, stating: [seed],
            [
                ("authority_hints", .array(above.map { .string($0.string) })),
                ("metadata", .object([("federation_entity", .object(federation))])),
            ], expires: expires)
    }

    /// What a superior says of one below.
    mutating func about(
        _ subject: Text, from superior: Text, by seed: UInt8, stating: [UInt8] = [],
        _ more: [(String, JSON)] = [], issued: Int = -60, expires: Int = 3_600
    ) throws {
        documents[Self.fetchURL(superior, subject.string)] = try Self.statement(
            superior, subject, by: seed, stating: stating, more, issued: issued, expires: expires)
    }

    /// Anchor (key 1), ministry below it (2), university below that (3).
    static func threeStoreys() throws -> FederationFixture {
        var fixture = FederationFixture()
        try fixture.entity(anchor, key: 1)
        try fixture.entity("https://ministry.example", key: 2, above: [anchor])
        try fixture.entity(
            "https://hollin.example", key: 3, above: ["https://ministry.example"],
            endpoint: false, name: "Hollin University")
        try fixture.about("https://ministry.example", from: anchor, by: 1, stating: [2])
        try fixture.about(
            "https://hollin.example", from: "https://ministry.example", by: 2, stating: [3])
        return fixture
    }

    func chain(pinned: UInt8 = 1, intermediates: [Text] = []) throws -> FederationChain {
        let value = try JSONDocument(parsing: Self.keys([pinned]).serialized()).root
        return FederationChain(
            anchor: Self.anchor, keys: try KeySet(reading: value), intermediates: intermediates,
            source: Documents(documents), now: Self.now)
    }

    /// What comes of asking: the name of the listing, or the fault.
    func answer(
        about issuer: Text = "https://hollin.example", pinned: UInt8 = 1,
        intermediates: [Text] = []
    ) async throws -> String {
        let chain = try chain(pinned: pinned, intermediates: intermediates)
        do throws(FederationFault) {
            guard let listing = try await chain.listing(of: issuer) else { return "not listed" }
            return "listed: \(listing.name ?? "")"
        } catch {
            return error.description
        }
    }
}

/// Documents that are at hand, by their URL.
struct Documents: DocumentSource {
    let documents: [Text: [UInt8]]

    init(_ documents: [Text: [UInt8]]) { self.documents = documents }

    func document(at url: Text) async -> DocumentAnswer {
        guard let bytes = documents[url] else { return .unavailable(reason: "not at hand") }
        return .found(bytes, mediaType: nil)
    }
}
