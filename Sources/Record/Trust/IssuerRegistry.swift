import Credentials
import DIDs
import JOSE
import JSONText

/// What a registry says of one issuer.
package struct Listing: Sendable {
    /// What the registry calls the issuer.
    package let name: String?
    let period: Period
    /// What the listing is for ("accreditation"), where the registry tells such apart.
    let kind: Text?
    /// Whether the registry itself says that it holds no more, whatever the period.
    let isWithdrawn: Bool

    func holds(at now: Timestamp) -> Bool { !isWithdrawn && period.holds(at: now) }
}

/// A registry that has been read: who is in it, found at once however many there are.
struct IssuerRegistry: Sendable {
    private(set) var listings: [Text: [Listing]] = [:]
    /// Who is called so; of several the first.
    private(set) var names: [NameSkeleton: Text] = [:]
    /// Registries that this one names.
    private(set) var others: [RegistrySource] = []
    private var count = 0

    /// Reads a registry, signed or not. Members that are not asked for are left alone: these are
    /// the formats of others.
    init(reading bytes: [UInt8], as kind: RegistryKind, keys: KeySet?) throws(RegistryError) {
        let root: JSONValue
        do {
            root = try JSONDocument(parsing: Self.content(of: bytes, keys)).root
        } catch let error as JSONError {
            throw .notJSON(error)
        } catch let error as RegistryError {
            throw error
        } catch {
            throw .notSigned
        }
        switch kind {
        case .dccIssuers: try readIssuers(root)
        case .dccRegistries: try readRegistries(root)
        case .issuerList: try readList(root)
        case .authorities: try readAuthorities(root)
        case .federation: throw .notThisKind(kind, "a federation is asked, not read")
        }
    }

    /// The text itself, or what a compact JWS around it carries once its signature holds.
    private static func content(
        of bytes: [UInt8], _ keys: KeySet?
    ) throws(RegistryError) -> [UInt8] {
        let trimmed = Array(bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
        guard CompactJWS.looksLikeToken(trimmed) else {
            guard keys == nil else { throw .notSigned }
            return bytes
        }
        guard let keys else { throw .noKeyPinned }
        do {
            let token = try CompactJWS(reading: trimmed)
            try token.verify(with: keys)
            return token.payload
        } catch {
            throw .signature(error.description)
        }
    }

    private mutating func add(_ id: Text, _ listing: Listing) throws(RegistryError) {
        count += 1
        guard count <= Limits.registryEntries else {
            throw .tooManyEntries(limit: Limits.registryEntries)
        }
        let id = RegisteredSpelling.of(id)
        listings[id, default: []].append(listing)
        guard let name = listing.name.map({ NameSkeleton($0) }), names[name] == nil else { return }
        names[name] = id
    }

    private mutating func readIssuers(_ root: JSONValue) throws(RegistryError) {
        guard let registry = root["registry"], registry.isObject else {
            throw .notThisKind(.dccIssuers, "it has no object \"registry\"")
        }
        for member in registry.members {
            try add(
                Text(member.name),
                Listing(
                    name: member.value["name"]?.string, period: Period(), kind: nil,
                    isWithdrawn: false))
        }
    }

    private mutating func readRegistries(_ root: JSONValue) throws(RegistryError) {
        let list = root.isArray ? root : root["registries"]
        guard let list, list.isArray else {
            throw .notThisKind(.dccRegistries, "it is no list of registries")
        }
        guard list.count <= Limits.policyRegistries else {
            throw .tooManyEntries(limit: Limits.policyRegistries)
        }
        for (index, entry) in list.elements.enumerated() {
            let place = JSONPointer().appending(index)
            guard let name = entry["name"]?.string else {
                throw .entryInvalid(place, "a registry has a name")
            }
            let type = entry["type"]?.string ?? "dcc-legacy"
            let isFederation = type.isSame(as: "oidf")
            guard isFederation || type.isSame(as: "dcc-legacy") else {
                throw .entryInvalid(place, "its type is neither dcc-legacy nor oidf")
            }
            let member = isFederation ? "trustAnchorEC" : "url"
            guard let url = entry[member]?.text else {
                throw .entryInvalid(place, "it lacks \"\(member)\"")
            }
            others.append(
                RegistrySource(
                    name: name, kind: isFederation ? .federation : .dccIssuers,
                    isTest: Self.soundsLikeTest(name), vouches: true,
                    url: RegisteredSpelling.of(url)))
        }
    }

    /// The format has no word for it, but the sandboxes in the lists of the field have names.
    private static func soundsLikeTest(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["sandbox", "test", "demo", "pilot", "staging"].contains { word in
            name.utf8.split { !($0 &- 0x61 < 26) }.contains { $0.elementsEqual(word.utf8) }
        }
    }

    private mutating func readList(_ root: JSONValue) throws(RegistryError) {
        guard let issuers = root["issuers"], issuers.isArray else {
            throw .notThisKind(.issuerList, "it has no list \"issuers\"")
        }
        for (index, entry) in issuers.elements.enumerated() {
            guard let id = entry["id"]?.text else {
                throw .entryInvalid(
                    JSONPointer([Text("issuers")]).appending(index), "it lacks \"id\"")
            }
            try add(id, listing(entry, name: entry["name"]?.string, at: index, in: "issuers"))
        }
    }

    private mutating func readAuthorities(_ root: JSONValue) throws(RegistryError) {
        guard let authorities = root["authorities"], authorities.isArray else {
            throw .notThisKind(.authorities, "it has no list \"authorities\"")
        }
        for (index, entry) in authorities.elements.enumerated() {
            let place = JSONPointer([Text("authorities")]).appending(index)
            guard let identifiers = entry["identifiers"], identifiers.isArray,
                let services = entry["services"], services.isArray
            else { throw .entryInvalid(place, "it lacks \"identifiers\" or \"services\"") }
            // Each identifier with each service: bounded before it is multiplied out.
            guard identifiers.count <= 64, services.count <= 64 else {
                throw .entryInvalid(place, "it has more than 64 identifiers or services")
            }
            for service in services.elements {
                let listing = try listing(
                    service, name: entry["name"]?.string, at: index, in: "authorities")
                for identifier in identifiers.elements {
                    guard let id = identifier.text else {
                        throw .entryInvalid(place, "an identifier is a text")
                    }
                    try add(id, listing)
                }
            }
        }
    }

    private func listing(
        _ value: JSONValue, name: String?, at index: Int, in list: String
    ) throws(RegistryError) -> Listing {
        let status = value["status"]?.string
        let isGood = status.map { $0.isSame(as: "granted") || $0.isSame(as: "active") } ?? true
        var ends: [Timestamp?] = []
        for names in [["since", "from"], ["until", "to"]] {
            guard let member = names.lazy.compactMap({ value[$0] }).first else {
                ends.append(nil)
                continue
            }
            guard let time = member.string.flatMap({ Timestamp(instantOrDay: $0) }) else {
                throw .entryInvalid(
                    JSONPointer([Text(list)]).appending(index), "its period is not readable")
            }
            ends.append(time)
        }
        return Listing(
            name: name, period: Period(since: ends[0], until: ends[1]),
            kind: value["kind"]?.text, isWithdrawn: !isGood)
    }
}

extension CompactJWS {
    /// Checks the signature with the one key of a set that the header names, or with the only one.
    func verify(with keys: KeySet) throws(JOSEError) {
        let found = header.keyID.map { keys.key(id: $0) } ?? keys.keys.first
        guard let key = found, header.keyID != nil || keys.keys.count == 1 else {
            throw .invalidHeader("kid")
        }
        guard key.permits(header.algorithm) else {
            throw .algorithmNotForKey(header.algorithm, key.key.type)
        }
        try verify(with: key.key)
    }
}
