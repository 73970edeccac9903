import DIDs
import JSONText
import NIOCore
import NIOHTTP1
import NIOSSL

/// The only way out to the network.
///
/// Each request goes so: the URL is judged, its name looked up, every address judged, and the
/// connection made to an address that was judged. What a redirect names begins anew.
package final class Fetcher: Sendable {
    package let limits: FetchLimits
    private let policy: FetchPolicy
    private let resolver: any HostResolver
    private let cache: CacheFolder?
    private let clock: @Sendable () -> Int
    private let trust: NIOSSLContext?
    private let turnstile: Turnstile

    /// - Parameters:
    ///   - cacheFolder: where answers and pins are kept; nil keeps neither.
    ///   - trusting: certificates (PEM) that are trusted beside those of the system.
    ///   - clock: seconds since 1970, for what the cache keeps.
    package init(
        policy: FetchPolicy = FetchPolicy(), limits: FetchLimits = FetchLimits(),
        resolver: any HostResolver = SystemResolver(), cacheFolder: String? = nil,
        trusting certificates: [UInt8] = [], clock: @escaping @Sendable () -> Int
    ) throws {
        self.policy = policy
        self.limits = limits
        self.resolver = resolver
        self.clock = clock
        cache = cacheFolder.map { CacheFolder(path: $0, limits: limits) }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        if !certificates.isEmpty {
            configuration.additionalTrustRoots = [
                .certificates(try NIOSSLCertificate.fromPEMBytes(certificates))
            ]
        }
        trust = try NIOSSLContext(configuration: configuration)
        turnstile = Turnstile(
            through: limits.concurrentRequests, waiting: limits.waitingRequests)
    }

    /// The document at a URL. What is pinned comes as it was when it was first seen, or not at all.
    package func document(
        at url: Text, as kind: DocumentKind, _ allowance: FetchAllowance
    ) async throws(FetchError) -> FetchedDocument {
        guard kind.isPinned, let cache else { return try await follow(url, kind, allowance) }
        let pin = cache.pin(of: url)
        let found: FetchedDocument
        do throws(FetchError) {
            found = try await follow(url, kind, allowance)
        } catch {
            guard error.isOfTheWay, let pin, let copy = cache.body(pin) else { throw error }
            return FetchedDocument(bytes: copy, mediaType: nil)
        }
        let digest = Digest.hex(found.bytes)
        let kept = try cache.keepPin(
            CachedAnswer(
                url: url, digest: digest, headers: [:],
                freshness: Freshness([:], limit: 0), now: clock()))
        guard kept.isSame(as: digest) else { throw .pinDiffers(pinned: kept, found: digest) }
        return found
    }

    private func follow(
        _ url: Text, _ kind: DocumentKind, _ allowance: FetchAllowance
    ) async throws(FetchError) -> FetchedDocument {
        let (deadline, late) = allowance.forOneDocument()
        var errand = Errand(kind: kind, deadline: deadline, late: late)
        var target = try FetchTarget(url, policy, limits)
        while true {
            do throws(FetchError) {
                switch try await visit(target, errand, allowance) {
                case .document(let document): return document
                case .redirect(let location):
                    guard errand.redirects < limits.redirects else {
                        throw .tooManyRedirects(limit: limits.redirects)
                    }
                    target = try next(location, after: target)
                    errand.redirects += 1
                    errand.host = target.host.text
                }
            } catch {
                guard let host = errand.host, !error.isOfRedirecting else { throw error }
                throw .redirected(to: host, error)
            }
        }
    }

    private struct Errand {
        let kind: DocumentKind
        let deadline: NIODeadline
        let late: FetchError
        var redirects = 0
        /// The host that a redirect led to.
        var host: String?
    }

    private enum Visit: Sendable {
        case document(FetchedDocument)
        case redirect(String)
    }

    func next(
        _ location: String, after target: FetchTarget
    ) throws(FetchError) -> FetchTarget {
        let base = URIReference(target.url.string)
        let text = Text(URIReference(location).resolved(against: base).text)
        let next: FetchTarget
        do throws(FetchError) {
            next = try FetchTarget(text, policy, limits)
        } catch {
            let host = URIReference(text.string).authority.flatMap { Authority(String($0)) }
            throw .redirected(to: host?.host.text ?? "another address", error)
        }
        guard next.isSecure || !target.isSecure else {
            throw .redirectToInsecure(host: next.host.text)
        }
        return next
    }

    /// One URL: out of the cache while it is fresh, else from its server.
    private func visit(
        _ target: FetchTarget, _ errand: Errand, _ allowance: FetchAllowance
    ) async throws(FetchError) -> Visit {
        let cache = errand.kind.isCached ? self.cache : nil
        var known: (answer: CachedAnswer, body: [UInt8])?
        if let answer = cache?.answer(at: target.url, as: errand.kind),
            let body = cache?.body(answer.digest)
        {
            let document = FetchedDocument(bytes: body, mediaType: answer.mediaType)
            if answer.isFresh(at: clock()) { return .document(document) }
            known = (answer, body)
        }
        try allowance.take()
        let conditions = known?.answer.conditions ?? []
        let answer = try await turnstile.pass { () async throws(FetchError) in
            try await self.ask(target, errand, conditions)
        }
        let freshness = Freshness(
            answer.headers,
            limit: errand.kind.freshnessLimit(limits, for: known?.body ?? answer.body))
        switch answer.status {
        case 200:
            let document = try read(answer, errand.kind)
            if freshness.isStorable {
                let kept = CachedAnswer(
                    url: target.url, digest: Digest.hex(answer.body), headers: answer.headers,
                    freshness: freshness, now: clock())
                cache?.keep(kept, answer.body, as: errand.kind)
            } else {
                cache?.forget(target.url, as: errand.kind)
            }
            return .document(document)
        case 304:
            guard let known, !conditions.isEmpty else { throw .unaskedNotModified }
            let kept = CachedAnswer(
                url: target.url, digest: known.answer.digest, headers: answer.headers,
                freshness: freshness, now: clock(), previous: known.answer)
            cache?.keep(kept, nil, as: errand.kind)
            return .document(FetchedDocument(bytes: known.body, mediaType: kept.mediaType))
        case 301, 302, 303, 307, 308:
            guard let location = answer.headers.first(name: "location"), !location.isEmpty else {
                throw .redirectWithoutTarget
            }
            return .redirect(location)
        case 204, 205: throw .noContent
        default: throw .status(answer.status)
        }
    }

    private func read(
        _ answer: HTTPAnswer, _ kind: DocumentKind
    ) throws(FetchError) -> FetchedDocument {
        let field = answer.headers.first(name: "content-type")
        let type = MediaType.essence(field)
        guard !MediaType.isWebPage(type, answer.body) else { throw .webPage }
        guard kind.fits(type) else { throw .mediaType(String(type.prefix(80)), wanted: kind) }
        return FetchedDocument(bytes: answer.body, mediaType: field)
    }

    // MARK: - The way out

    private func ask(
        _ target: FetchTarget, _ errand: Errand, _ conditions: [(String, String)]
    ) async throws(FetchError) -> HTTPAnswer {
        var last = FetchError.noAddress(host: target.host.text)
        for address in try await judgedAddresses(target, errand).prefix(limits.addresses) {
            let exchange = HTTPExchange(
                target: target, address: address,
                fields: [
                    ("Accept", errand.kind.accept), ("Accept-Encoding", "identity"),
                    ("User-Agent", "learner-record"),
                ] + conditions,
                bodyLimit: errand.kind.limit(limits), limits: limits, trust: trust,
                deadline: errand.deadline, deadlineError: errand.late)
            do throws(FetchError) {
                return try await exchange.answer()
            } catch {
                // Another address is worth trying only where this one could not be reached.
                guard error.isOfConnecting else { throw error }
                last = error
            }
        }
        throw last
    }

    /// The addresses of a host, once all of them may be connected to. One that may not is enough
    /// to refuse the host: its owner, or somebody on the way, means harm.
    private func judgedAddresses(
        _ target: FetchTarget, _ errand: Errand
    ) async throws(FetchError) -> [IPAddress] {
        let addresses =
            switch target.host {
            case .address(let address): [address]
            case .name(let name): try await look(up: name, errand)
            }
        guard !addresses.isEmpty else { throw .noAddress(host: target.host.text) }
        for address in addresses {
            if let use = target.addresses.refusal(of: address) {
                throw .refusedAddress(host: target.host.text, address, use)
            }
        }
        return addresses
    }

    /// The system gives no way to end a look-up; past the deadline it is left to itself.
    private func look(up name: String, _ errand: Errand) async throws(FetchError) -> [IPAddress] {
        let loop = NIOSingletons.posixEventLoopGroup.next()
        let promise = loop.makePromise(of: [IPAddress].self)
        let late: FetchError =
            errand.deadline < .now()
            ? errand.late : .tooSlow(.name, milliseconds: limits.documentMilliseconds)
        let timer = loop.scheduleTask(deadline: errand.deadline) { promise.fail(late) }
        let resolver = resolver
        Task { promise.succeed(await resolver.addresses(of: name)) }
        defer { timer.cancel() }
        do {
            return try await promise.futureResult.get()
        } catch {
            throw late
        }
    }
}

extension FetchError {
    /// Whether nothing came of the connection at all.
    fileprivate var isOfConnecting: Bool {
        switch self {
        case .noConnection, .tooSlow(.connecting, _): true
        default: false
        }
    }

    /// Whether it names the redirect itself.
    fileprivate var isOfRedirecting: Bool {
        switch self {
        case .tooManyRedirects, .redirectToInsecure, .redirected: true
        default: false
        }
    }
}
