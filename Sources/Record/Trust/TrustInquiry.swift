import Credentials
import DIDs
import JSONText

/// Who vouches for an issuer: by whose word, since when, and under which rule.
package struct Voucher: Sendable {
    /// The policy, or the name of a registry.
    package let by: String
    /// What that calls the issuer.
    package let name: String?
    package let since: String?
    /// The entry or list in which it stands.
    package let rule: String
    /// Whether it is only a test registry.
    package let isTest: Bool

    init(by: String, name: String?, since: Timestamp?, rule: String, isTest: Bool) {
        self.by = by
        self.name = name
        self.since = since?.description
        self.rule = rule
        self.isTest = isTest
    }
}

/// A registry that could not be asked.
package struct SilentRegistry: Sendable {
    package let name: String
    /// Where it should have been.
    package let url: Text
    package let reason: String
    /// Whether what came was no good, rather than nothing.
    package let isInvalid: Bool
}

/// What a policy and its registries say of one issuer.
package struct Standing: Sendable {
    /// The rule of the deny list that speaks of it, with its reason.
    package var denial: String?
    package var vouchers: [Voucher] = []
    package var silent: [SilentRegistry] = []
    /// Registries that list the issuer as one that no longer counts, or does not yet.
    package var lapsed: [String] = []
    /// Who else has a name that looks like the issuer's own, where nobody vouches for it.
    package var namesake: String?
    /// Whether the host of the identifier is written so that it cannot be compared.
    package var isUnclear = false

    package var isVouchedFor: Bool {
        denial == nil && vouchers.contains { !$0.isTest }
    }
}

/// Asks a policy about the issuers of one verification. Each registry is had once, and each
/// federation is asked once about each issuer.
package actor TrustInquiry {
    private let policy: TrustPolicy
    private let source: any DocumentSource
    private let now: Timestamp
    private var registries: [Text: Task<Swift.Result<IssuerRegistry, RegistryFault>, Never>] = [:]
    private var federated: [Question: Task<Swift.Result<Listing?, FederationFault>, Never>] = [:]

    private struct Question: Hashable {
        let anchor: Text
        let issuer: Text
    }

    enum RegistryFault: Error {
        case unavailable(String)
        case invalid(RegistryError)
    }

    package init(policy: TrustPolicy, source: any DocumentSource, now: Timestamp) {
        self.policy = policy
        self.source = source
        self.now = now
    }

    /// Who vouches for an issuer.
    /// - Parameter name: what the issuer calls itself.
    package func standing(of issuer: Text, calling name: String? = nil) async -> Standing {
        let issuer = RegisteredSpelling.of(issuer)
        var standing = Standing()
        let host = IssuerHost(of: issuer)
        standing.denial = denial(of: issuer, host)
        if IssuerHost.isUnclear(issuer) { standing.isUnclear = true }
        if standing.denial != nil || standing.isUnclear { return standing }
        for (list, rules) in [("allow", policy.allow), ("domains", policy.domains)] {
            for rule in rules.matching(issuer, host) {
                guard rule.period.holds(at: now) else {
                    standing.lapsed.append("\(list) \(rule.text)")
                    continue
                }
                standing.vouchers.append(
                    Voucher(
                        by: policy.name ?? "the trust policy", name: rule.name,
                        since: rule.period.since, rule: "\(list) \(rule.text)", isTest: false))
            }
        }
        for registry in policy.registries where registry.vouches {
            await ask(registry, about: issuer, kinds: [], &standing)
        }
        if let name, !standing.isVouchedFor {
            standing.namesake = await namesake(of: name, issuer, host)
        }
        return standing
    }

    /// Somebody else who is known and whose name looks the same.
    private func namesake(
        of name: String, _ issuer: Text, _ host: IssuerHost?
    ) async -> String? {
        let skeleton = NameSkeleton(name)
        if let rule = policy.allow.rule(calling: skeleton), !rule.matches(issuer, host) {
            return "\(rule.text) in the trust policy"
        }
        for registry in policy.registries where registry.vouches && registry.kind != .federation {
            var ignored = Standing()
            let content = await content(of: registry, &ignored)
            if let id = content?.names[skeleton], id != issuer {
                return "\(id) in \(registry.name)"
            }
        }
        return nil
    }

    private func denial(of issuer: Text, _ host: IssuerHost?) -> String? {
        let rule = policy.deny.matching(issuer, host).first { $0.period.holds(at: now) }
        return rule.map { rule in
            "deny \(rule.text)" + (rule.reason.map { " (\($0))" } ?? "")
        }
    }

    /// Whether the issuer may award this; nil where no rule speaks of it.
    package func entitlement(of issuer: Text, to award: Award) async -> Standing? {
        let rules = policy.entitlements.filter { $0.speaks(of: award) }
        guard !rules.isEmpty else { return nil }
        let issuer = RegisteredSpelling.of(issuer)
        var standing = Standing()
        let host = IssuerHost(of: issuer)
        standing.denial = denial(of: issuer, host)
        standing.isUnclear = IssuerHost.isUnclear(issuer)
        if standing.denial != nil || standing.isUnclear { return standing }
        for rule in rules {
            for own in rule.issuers.matching(issuer, host) {
                guard own.period.holds(at: now) else {
                    standing.lapsed.append(rule.text)
                    continue
                }
                standing.vouchers.append(
                    Voucher(
                        by: policy.name ?? "the trust policy", name: own.name,
                        since: own.period.since, rule: rule.text, isTest: false))
            }
            for index in rule.registries {
                await ask(
                    policy.registries[index], about: issuer, kinds: rule.kinds, &standing,
                    rule: rule.text)
            }
        }
        return standing
    }

    private func ask(
        _ registry: RegistrySource, about issuer: Text, kinds: Set<Text>,
        _ standing: inout Standing, rule: String? = nil
    ) async {
        if registry.kind == .federation {
            await askFederation(registry, about: issuer, kinds: kinds, &standing, rule: rule)
            return
        }
        guard let content = await content(of: registry, &standing) else { return }
        note(content.listings[issuer] ?? [], in: registry, kinds, &standing, rule)
        // One step and no more: a registry that is named by another names none.
        for other in content.others {
            let other = other.within(registry)
            if other.kind == .federation {
                await askFederation(other, about: issuer, kinds: kinds, &standing, rule: rule)
            } else if let content = await self.content(of: other, &standing) {
                note(content.listings[issuer] ?? [], in: other, kinds, &standing, rule)
            }
        }
    }

    private func note(
        _ listings: [Listing], in registry: RegistrySource, _ kinds: Set<Text>,
        _ standing: inout Standing, _ rule: String?
    ) {
        let fitting = listings.filter { listing in
            kinds.isEmpty || listing.kind.map { kinds.contains($0) } ?? false
        }
        guard !fitting.isEmpty else { return }
        guard let listing = fitting.first(where: { $0.holds(at: now) }) else {
            standing.lapsed.append(registry.name)
            return
        }
        standing.vouchers.append(
            Voucher(
                by: registry.name, name: listing.name, since: listing.period.since,
                rule: rule ?? "registry \(registry.kind.rawValue)", isTest: registry.isTest))
    }

    private func askFederation(
        _ registry: RegistrySource, about issuer: Text, kinds: Set<Text>,
        _ standing: inout Standing, rule: String?
    ) async {
        guard let keys = registry.keys, let anchor = registry.anchor else {
            standing.silent.append(
                SilentRegistry(
                    name: registry.name, url: registry.url ?? Text(registry.name),
                    reason: "the policy pins no key of this federation's trust anchor; name it as "
                        + "an openid-federation of its own", isInvalid: true))
            return
        }
        let question = Question(anchor: anchor, issuer: issuer)
        let task =
            federated[question]
            ?? Task { [source, now] in
                let chain = FederationChain(
                    anchor: anchor, keys: keys, intermediates: registry.intermediates,
                    source: source, now: now)
                do throws(FederationFault) {
                    return .success(try await chain.listing(of: issuer))
                } catch {
                    return .failure(error)
                }
            }
        federated[question] = task
        switch await task.value {
        case .success(let listing):
            note(listing.map { [$0] } ?? [], in: registry, kinds, &standing, rule)
        case .failure(let fault):
            standing.silent.append(
                SilentRegistry(
                    name: registry.name, url: fault.url ?? anchor, reason: fault.description,
                    isInvalid: !fault.isUnavailable))
        }
    }

    private func content(
        of registry: RegistrySource, _ standing: inout Standing
    ) async -> IssuerRegistry? {
        if let content = registry.content { return content }
        guard let url = registry.url else { return nil }
        let name = Text("\(registry.name) \(url)")
        let task =
            registries[name]
            ?? Task { [source] in
                switch await source.document(at: url, as: .registry) {
                case .unavailable(let reason), .gone(let reason):
                    return .failure(.unavailable(reason))
                case .found(let bytes, mediaType: _):
                    do throws(RegistryError) {
                        return .success(
                            try IssuerRegistry(
                                reading: bytes, as: registry.kind, keys: registry.keys))
                    } catch {
                        return .failure(.invalid(error))
                    }
                }
            }
        registries[name] = task
        switch await task.value {
        case .success(let content): return content
        case .failure(.unavailable(let reason)):
            standing.silent.append(
                SilentRegistry(name: registry.name, url: url, reason: reason, isInvalid: false))
        case .failure(.invalid(let error)):
            standing.silent.append(
                SilentRegistry(
                    name: registry.name, url: url, reason: error.description, isInvalid: true))
        }
        return nil
    }
}

extension RegistrySource {
    /// A registry as a list of registries names it: a list of tests names nothing else.
    func within(_ list: RegistrySource) -> RegistrySource {
        RegistrySource(
            name: "\(name) (named by \(list.name))", kind: kind, isTest: isTest || list.isTest,
            vouches: true, url: url, keys: keys, anchor: anchor)
    }
}
