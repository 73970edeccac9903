import Credentials
import DIDs
import JSONText

/// Looks for a chain of statements from one issuer up to a pinned trust anchor, and checks it from
/// the anchor down (OpenID Federation 1.0 sections 4 and 10).
///
/// What is fetched on the way up is believed in nothing until the way down: the anchor's keys come
/// from the policy, and the keys of everybody below from the statement of the one above.
struct FederationChain {
    let anchor: Text
    let keys: KeySet
    let intermediates: [Text]
    let source: any DocumentSource
    let now: Timestamp

    /// One superior with what it says of itself and of the one below.
    private struct Link {
        let configuration: EntityStatement
        let statement: EntityStatement
    }

    private struct Budget {
        var statements = 0
        /// The fault that is told where no chain is found: what could not be had comes first, then
        /// that not all was looked at.
        var fault: FederationFault?

        mutating func note(_ new: FederationFault) {
            if new.rank > fault?.rank ?? -1 { fault = new }
        }
    }

    /// What the federation says of the issuer; nil where it has nothing on it.
    func listing(of issuer: Text) async throws(FederationFault) -> Listing? {
        let issuer = RegisteredSpelling.of(issuer)
        var budget = Budget()
        var hints = intermediates + [anchor]
        var own: EntityStatement?
        if issuer.string.utf8.starts(with: "https://".utf8) {
            let statement = try await configuration(of: issuer, &budget)
            own = statement
            hints = statement.superiors
        }
        guard let links = await climb(from: issuer, hints, around: [issuer], &budget) else {
            if let fault = budget.fault { throw fault }
            return nil
        }
        return try judge(links, own, issuer)
    }

    /// The links from the issuer's superior up to the anchor; the first path that is found.
    private func climb(
        from entity: Text, _ hints: [Text], around path: [Text], _ budget: inout Budget
    ) async -> [Link]? {
        guard path.count <= Limits.federationDepth else {
            budget.note(.pathTooLong(anchor))
            return nil
        }
        for hint in hints.prefix(Limits.federationSuperiors) {
            guard !path.contains(hint) else { budget.note(.loop(hint)); continue }
            do throws(FederationFault) {
                let configuration = try await configuration(of: hint, &budget)
                let statement = try await statement(of: configuration, about: entity, &budget)
                let link = Link(configuration: configuration, statement: statement)
                if hint == anchor { return [link] }
                if let rest = await climb(
                    from: hint, configuration.superiors, around: path + [hint], &budget)
                {
                    return [link] + rest
                }
            } catch {
                budget.note(error)
            }
        }
        if hints.isEmpty { budget.note(.noSuperior(entity)) }
        return nil
    }

    private func configuration(
        of entity: Text, _ budget: inout Budget
    ) async throws(FederationFault) -> EntityStatement {
        let base =
            entity.string.utf8.last == UInt8(ascii: "/")
            ? String(Substring(entity.string.utf8.dropLast())) : entity.string
        let url = Text(base + "/.well-known/openid-federation")
        let statement = try await read(url, &budget)
        guard statement.issuer == entity, statement.subject == entity else {
            throw .wrongParties(url: url)
        }
        return statement
    }

    private func statement(
        of superior: EntityStatement, about entity: Text, _ budget: inout Budget
    ) async throws(FederationFault) -> EntityStatement {
        guard let endpoint = superior.fetchEndpoint,
            endpoint.string.utf8.starts(with: "https://".utf8)
        else { throw .invalid(url: superior.issuer, "it has no federation_fetch_endpoint") }
        let joint = endpoint.string.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        let url = Text(endpoint.string + joint + "sub=" + Self.escaped(entity.string))
        let statement = try await read(url, &budget)
        guard statement.issuer == superior.issuer, statement.subject == entity else {
            throw .wrongParties(url: url)
        }
        return statement
    }

    private func read(
        _ url: Text, _ budget: inout Budget
    ) async throws(FederationFault) -> EntityStatement {
        budget.statements += 1
        guard budget.statements <= Limits.federationStatements else { throw .tooMany }
        switch await source.document(at: url, as: .registry) {
        case .unavailable(let reason), .gone(let reason): throw .unavailable(url: url, reason)
        case .found(let bytes, mediaType: _):
            do throws(FederationFault) {
                return try EntityStatement(reading: bytes)
            } catch {
                throw .invalid(url: url, error.description)
            }
        }
    }

    /// From the anchor down: each statement by the keys that the one above stated.
    private func judge(
        _ links: [Link], _ own: EntityStatement?, _ issuer: Text
    ) throws(FederationFault) -> Listing {
        var trusted: KeySet? = keys
        for (index, link) in links.enumerated().reversed() {
            try link.configuration.check(by: trusted, at: now)
            try link.statement.check(by: trusted, at: now)
            try FederationConstraints(link.statement)
                .check(
                    below: index, entities: links[..<index].map(\.configuration.issuer) + [issuer])
            trusted = link.statement.keys
        }
        if let own { try own.check(by: trusted, at: now) }
        var metadata = OrganizationMetadata(
            own?.claims["metadata"]?["federation_entity"])
        for (index, link) in links.enumerated() {
            if index == 0 { metadata.add(link.statement.claims["metadata"]?["federation_entity"]) }
            let policy = link.statement.claims["metadata_policy"]?["federation_entity"]
            try metadata.apply(policy, of: link.statement.issuer)
        }
        let statements =
            links.map(\.statement) + links.map(\.configuration) + (own.map { [$0] } ?? [])
        return Listing(
            name: metadata.name,
            period: Period(
                since: links.first?.statement.period.since,
                until: statements.compactMap(\.period.until).min()),
            kind: nil, isWithdrawn: false)
    }

    /// Everything but unreserved characters (RFC 3986) is escaped.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~".utf8.contains(byte) {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
