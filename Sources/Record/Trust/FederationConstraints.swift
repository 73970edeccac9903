import DIDs
import JSONText

/// What a superior demands of everybody below it (OpenID Federation 1.0 section 6.2).
struct FederationConstraints {
    private let superior: Text
    private let constraints: JSONValue?

    init(_ statement: EntityStatement) {
        superior = statement.issuer
        constraints = statement.claims["constraints"]
    }

    /// - Parameters:
    ///   - count: entities between the statement and the end of the chain.
    ///   - entities: all that stand below, with the end of the chain.
    func check(below count: Int, entities: [Text]) throws(FederationFault) {
        guard let constraints else { return }
        guard constraints.isObject else {
            throw .policy(superior, "its constraints are unreadable")
        }
        if let longest = constraints["max_path_length"] {
            guard let longest = longest.integer, count <= longest else {
                throw .pathTooLong(superior)
            }
        }
        guard let naming = constraints["naming_constraints"] else { return }
        guard naming.isObject else { throw unreadable }
        let permitted = try naming["permitted"].map { value throws(FederationFault) in
            try names(value)
        }
        let excluded = try naming["excluded"].map { value throws(FederationFault) in
            try names(value)
        }
        guard permitted != nil || excluded != nil else { return }
        for entity in entities {
            guard let host = IssuerHost(of: entity)?.name,
                permitted?.contains(where: { Self.matches($0, host) }) ?? true,
                !(excluded?.contains { Self.matches($0, host) } ?? false)
            else { throw .nameNotPermitted(superior, entity) }
        }
    }

    private var unreadable: FederationFault {
        .policy(superior, "its constraints on names are unreadable")
    }

    /// As they are registered. One that is no name could exclude anybody: so nobody passes.
    private func names(_ value: JSONValue) throws(FederationFault) -> [String] {
        guard value.isArray else { throw unreadable }
        var names: [String] = []
        for element in value.elements {
            guard let text = element.string else { throw unreadable }
            let isBelow = text.utf8.first == UInt8(ascii: ".")
            guard let name = HostName(String(Substring(text.utf8.dropFirst(isBelow ? 1 : 0))))
            else { throw unreadable }
            names.append((isBelow ? "." : "") + name.ascii.string)
        }
        return names
    }

    /// RFC 5280 section 4.2.1.10, for URIs: a leading dot stands for one or more labels.
    private static func matches(_ name: String, _ host: String) -> Bool {
        guard name.utf8.first == UInt8(ascii: ".") else { return name.isSame(as: host) }
        return host.utf8.count > name.utf8.count
            && host.utf8.suffix(name.utf8.count).elementsEqual(name.utf8)
    }
}

/// What is stated of an organisation, under the policies of those above it.
///
/// Policies are applied one after the other, the anchor's last, so that none below can undo it.
/// Of the metadata only texts are asked for.
struct OrganizationMetadata {
    private var members: [Text: String] = [:]

    var name: String? { members["organization_name"] }

    init(_ value: JSONValue?) { add(value) }

    mutating func add(_ value: JSONValue?) {
        guard let value, value.isObject else { return }
        for member in value.members {
            if let text = member.value.string { members[Text(member.name)] = text }
        }
    }

    mutating func apply(_ policy: JSONValue?, of superior: Text) throws(FederationFault) {
        guard let policy else { return }
        guard policy.isObject else { throw .policy(superior, "it is no object") }
        for member in policy.members {
            let name = Text(member.name)
            guard member.value.isObject else { throw .policy(superior, "\(name) is no object") }
            if let value = member.value["value"] { members[name] = value.string }
            if let value = member.value["default"]?.string, members[name] == nil {
                members[name] = value
            }
            if let allowed = member.value["one_of"], let own = members[name] {
                let isAllowed = allowed.elements.contains { $0.string?.isSame(as: own) ?? false }
                guard isAllowed else { throw .policy(superior, "\(name) is not one of its values") }
            }
            if member.value["essential"]?.bool == true, members[name] == nil {
                throw .policy(superior, "\(name) is missing")
            }
        }
    }
}
