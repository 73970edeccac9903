import DIDs
import JSONText

extension DocumentKind {
    /// The field `Accept`. That of status lists is BSL-02's.
    var accept: String {
        switch self {
        case .keys:
            "application/did+ld+json, application/did+json, application/did, application/cid, "
                + "application/jwk-set+json, application/json, application/ld+json;q=0.9"
        case .context: "application/ld+json, application/json;q=0.9"
        case .schema: "application/schema+json, application/json"
        case .statusList:
            "application/vc, application/vc+ld+json, application/ld+json, application/json, "
                + "application/vc+jwt, text/plain"
        case .revocationList: "application/json"
        case .credential:
            "application/vc, application/vc+jwt, application/ld+json, application/json, "
                + "image/png, image/svg+xml, text/plain;q=0.5"
        case .registry:
            "application/entity-statement+jwt, application/jose, application/json, text/plain;q=0.5"
        case .any: "application/json, application/ld+json, */*;q=0.5"
        }
    }

    /// Whether what is first seen at a URL must stay: it changes the meaning of what is signed.
    var isPinned: Bool { self == .context || self == .schema }

    /// Whether it is kept on disk. A credential is the learner's, and is not.
    var isCached: Bool { self != .credential && self != .any }

    /// Seconds for which an answer may be kept, whatever its server says (BSL-11).
    func freshnessLimit(_ limits: FetchLimits, for body: [UInt8]) -> Int {
        switch self {
        case .keys, .context, .schema, .credential, .any: return limits.freshnessSeconds
        case .revocationList, .registry: return limits.statusFreshnessSeconds
        case .statusList:
            let list = try? JSONDocument(parsing: body).root
            let subject = list?["credentialSubject"]?.oneOrMore.first
            let own = subject?["ttl"]?.integer.map { max(0, $0 / 1_000) }
            return min(own ?? .max, limits.statusFreshnessSeconds)
        }
    }

    func limit(_ limits: FetchLimits) -> Int {
        switch self {
        case .keys: limits.keyBytes
        case .context: limits.contextBytes
        case .schema: limits.schemaBytes
        case .statusList, .revocationList, .registry: limits.statusListBytes
        case .credential, .any: limits.credentialBytes
        }
    }

    /// Whether a media type, without its parameters and in small letters, can be such a document.
    ///
    /// Servers of plain files know no better than `text/plain` or `application/octet-stream`, or
    /// name no type: what it is shows when it is read.
    func fits(_ type: String) -> Bool {
        let plain = ["", "application/json", "text/json", "text/plain", "application/octet-stream"]
        if plain.contains(type) || type.hasSuffix("+json") { return true }
        switch self {
        case .keys: return ["application/did", "application/cid"].contains(type)
        case .context, .schema, .revocationList: return false
        case .registry:
            return ["application/entity-statement+jwt", "application/jwt", "application/jose"]
                .contains(type)
        case .statusList, .credential, .any: return Self.credentialTypes.contains(type)
        }
    }

    private static let credentialTypes = [
        "application/vc", "application/vp", "application/jwt", "application/jose",
        "application/vc+jwt", "application/vp+jwt", "application/vc+sd-jwt",
        "application/dc+sd-jwt", "image/png", "image/svg+xml",
    ]

    /// How the messages call such a document.
    var words: String {
        switch self {
        case .keys: "a key document"
        case .context: "a context"
        case .schema: "a JSON Schema"
        case .statusList: "a status list"
        case .revocationList: "a revocation list"
        case .credential: "a credential"
        case .registry: "a registry"
        case .any: "a document"
        }
    }
}
