import DIDs
import JSONText
import YAMLText

/// Whom a reader believes, as a file says it (docs/trust.md).
package struct TrustPolicy: Sendable {
    package let name: String?
    /// Whether an issuer for whom nobody vouches fails the verdict.
    package let requiresTrust: Bool
    package let requiresEntitlement: Bool
    let allow: IssuerRules
    let deny: IssuerRules
    let domains: IssuerRules
    let registries: [RegistrySource]
    let entitlements: [EntitlementRule]

    package var asksEntitlement: Bool { !entitlements.isEmpty }

    /// Reads a policy in JSON or in YAML.
    ///
    /// - Parameter file: gives the octets of a file that the policy names beside itself.
    package init(
        reading bytes: [UInt8], file: (String) -> [UInt8]?
    ) throws(TrustPolicyError) {
        let first = bytes.first { $0 > 0x20 }
        // What begins like a list may be JSON; what is not is told as YAML that it is not.
        let isList = first == UInt8(ascii: "[") && (try? JSONDocument(parsing: bytes)) != nil
        if first == UInt8(ascii: "{") || isList {
            try self.init(json: bytes, file: file)
            return
        }
        let document: YAMLDocument
        do {
            document = try YAMLDocument(reading: bytes)
        } catch {
            throw .notYAML(error)
        }
        do {
            try self.init(json: document.json, file: file)
        } catch {
            guard let place = error.place, let line = document.line(at: place.description) else {
                throw error
            }
            throw .inLine(line, error)
        }
    }

    private init(json bytes: [UInt8], file: (String) -> [UInt8]?) throws(TrustPolicyError) {
        let root: JSONValue
        do {
            root = try JSONDocument(parsing: bytes).root
        } catch {
            throw .notJSON(error)
        }
        let reader = try PolicyReader(
            root, at: JSONPointer(),
            members: [
                "name", "require", "allow", "deny", "domains", "registries", "entitlement",
            ])
        name = try reader.text("name")
        if let value = root["require"] {
            let require = try PolicyReader(
                value, at: reader.place("require"), members: ["trust", "entitlement"])
            requiresTrust = try require.flag("trust")
            requiresEntitlement = try require.flag("entitlement")
        } else {
            requiresTrust = false
            requiresEntitlement = false
        }
        allow = IssuerRules(try Self.rules(reader, "allow"))
        deny = IssuerRules(try Self.rules(reader, "deny"))
        domains = IssuerRules(try Self.domains(reader))
        registries = try Self.registries(reader, file)
        entitlements = try Self.entitlements(reader, registries)
        if requiresEntitlement, entitlements.isEmpty {
            throw .missing(JSONPointer(), "entitlement")
        }
    }

    private static func rules(
        _ reader: PolicyReader, _ name: String
    ) throws(TrustPolicyError) -> [IssuerRule] {
        var rules: [IssuerRule] = []
        for (value, place) in try reader.list(name) {
            rules.append(
                try IssuerRule(reading: value, at: place, believing: !name.isSame(as: "deny")))
        }
        return rules
    }

    private static func domains(
        _ reader: PolicyReader
    ) throws(TrustPolicyError) -> [IssuerRule] {
        var rules: [IssuerRule] = []
        for (text, place) in try reader.texts("domains") {
            guard let pattern = IssuerRule.Pattern(domain: text) else {
                throw .invalid(
                    place, "a domain is a host or *.host, with letters that may be registered")
            }
            rules.append(
                IssuerRule(
                    pattern: pattern, text: text, name: nil, period: Period(), reason: nil,
                    pointer: place))
        }
        return rules
    }

    private static func registries(
        _ reader: PolicyReader, _ file: (String) -> [UInt8]?
    ) throws(TrustPolicyError) -> [RegistrySource] {
        var sources: [RegistrySource] = []
        var names: Set<Text> = []
        for (value, place) in try reader.list("registries", limit: Limits.policyRegistries) {
            let source = try RegistrySource(reading: value, at: place, file)
            guard names.insert(Text(source.name)).inserted else {
                throw .invalid(place.appending("name"), "another registry has this name")
            }
            sources.append(source)
        }
        return sources
    }

    private static func entitlements(
        _ reader: PolicyReader, _ registries: [RegistrySource]
    ) throws(TrustPolicyError) -> [EntitlementRule] {
        var rules: [EntitlementRule] = []
        for (value, place) in try reader.list("entitlement") {
            rules.append(try EntitlementRule(reading: value, at: place, registries))
        }
        return rules
    }
}

extension Limits {
    /// Entries of one list of a trust policy.
    package static let policyEntries = 10_000
    /// Registries that a trust policy names.
    package static let policyRegistries = 64
    /// Entries of one registry.
    package static let registryEntries = 200_000
    /// Entity statements that are read for one issuer in one federation.
    package static let federationStatements = 32
    /// Entities above each other in a chain of trust.
    package static let federationDepth = 8
    /// Superiors of one entity that are asked.
    package static let federationSuperiors = 8
}
