import DIDs
import JSONText

/// The formats in which others say whom they vouch for.
package enum RegistryKind: String, CaseIterable, Sendable {
    /// `{"registry": {DID: {"name", "location", "url"}}}`
    case dccIssuers = "dcc-issuers"
    /// A list of registries (`known-did-registries`).
    case dccRegistries = "dcc-registries"
    /// OpenID Federation 1.0, below one trust anchor.
    case federation = "openid-federation"
    /// `{"issuers": [{"id", "name", "since", "until", "status"}]}`
    case issuerList = "issuer-list"
    /// `{"authorities": [{"name", "identifiers", "services": [{"kind", "status", …}]}]}`
    case authorities
}

/// A registry that a policy names.
struct RegistrySource: Sendable {
    let name: String
    let kind: RegistryKind
    /// A test registry is shown and never makes a verdict good.
    let isTest: Bool
    /// Whether it vouches; else it is there for rules of entitlement alone.
    let vouches: Bool
    let url: Text?
    /// What stood in the file that the policy names.
    let content: IssuerRegistry?
    /// Keys with which the registry is signed, or the trust anchor's.
    let keys: KeySet?
    let anchor: Text?
    let intermediates: [Text]

    init(
        name: String, kind: RegistryKind, isTest: Bool, vouches: Bool, url: Text?,
        content: IssuerRegistry? = nil, keys: KeySet? = nil, anchor: Text? = nil,
        intermediates: [Text] = []
    ) {
        self.name = name
        self.kind = kind
        self.isTest = isTest
        self.vouches = vouches
        self.url = url
        self.content = content
        self.keys = keys
        self.anchor = anchor
        self.intermediates = intermediates
    }
}

extension RegistrySource {
    private static let members = [
        "name", "kind", "file", "url", "test", "purpose", "keys", "anchor", "intermediates",
    ]

    init(
        reading value: JSONValue, at place: JSONPointer, _ file: (String) -> [UInt8]?
    ) throws(TrustPolicyError) {
        let reader = try PolicyReader(value, at: place, members: Self.members)
        guard let name = try reader.text("name") else { throw .missing(place, "name") }
        guard let word = try reader.text("kind") else { throw .missing(place, "kind") }
        guard let kind = RegistryKind(rawValue: word) else {
            let known = RegistryKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid(reader.place("kind"), "the kinds are \(known)")
        }
        // Whoever forgets the word must not make a sandbox count.
        guard value["test"] != nil else { throw .missing(place, "test") }
        let purpose = try reader.text("purpose") ?? "trust"
        guard purpose.isSame(as: "trust") || purpose.isSame(as: "entitlement") else {
            throw .invalid(reader.place("purpose"), "a purpose is trust or entitlement")
        }
        let keys = try Self.keys(reader)
        let url = try Self.url(reader, "url")
        let anchor = try Self.url(reader, "anchor")
        var intermediates: [Text] = []
        for (text, place) in try reader.texts("intermediates") {
            guard IssuerHost(of: Text(text)) != nil, text.utf8.starts(with: "https://".utf8) else {
                throw .wrongType(place, wanted: "an https URL")
            }
            intermediates.append(RegisteredSpelling.of(Text(text)))
        }
        var content: IssuerRegistry?
        let path = try reader.text("file")
        if kind == .federation {
            guard anchor != nil else { throw .missing(place, "anchor") }
            guard keys != nil else { throw .missing(place, "keys") }
            if path != nil || url != nil {
                throw .invalid(place, "a federation has an anchor, and no file or url")
            }
        } else {
            if anchor != nil || !intermediates.isEmpty {
                throw .invalid(place, "anchor and intermediates are a federation's")
            }
            guard (path == nil) != (url == nil) else {
                throw .invalid(place, "a registry has a file or a url, one of them")
            }
        }
        if let path {
            let filePlace = reader.place("file")
            guard let bytes = file(path) else { throw .noFile(filePlace, path) }
            do {
                content = try IssuerRegistry(reading: bytes, as: kind, keys: keys)
            } catch {
                throw .registryInvalid(filePlace, error)
            }
        }
        self.init(
            name: name, kind: kind, isTest: try reader.flag("test"),
            vouches: purpose.isSame(as: "trust"), url: url, content: content, keys: keys,
            anchor: anchor, intermediates: intermediates)
    }

    private static func url(
        _ reader: PolicyReader, _ name: String
    ) throws(TrustPolicyError) -> Text? {
        guard let text = try reader.text(name) else { return nil }
        guard text.utf8.starts(with: "https://".utf8), IssuerHost(of: Text(text)) != nil else {
            throw .wrongType(reader.place(name), wanted: "an https URL")
        }
        return RegisteredSpelling.of(Text(text))
    }

    /// A JWK Set; one that is there and holds no usable key is an error.
    private static func keys(_ reader: PolicyReader) throws(TrustPolicyError) -> KeySet? {
        guard let value = reader.value["keys"] else { return nil }
        guard let keys = try? KeySet(reading: value), !keys.keys.isEmpty else {
            throw .wrongType(
                reader.place("keys"), wanted: "a JWK Set with at least one public key")
        }
        return keys
    }
}
