import Credentials
import DIDs
import JOSE
import JSONText

/// One statement of a federation: what an entity says of itself or of one below it
/// (OpenID Federation 1.0 section 3). Nothing in it holds before its signature is checked.
struct EntityStatement: Sendable {
    let token: CompactJWS
    let claims: JSONValue
    let issuer: Text
    let subject: Text
    let period: Period
    /// The subject's keys in the federation; an issuer of credentials below may have none.
    let keys: KeySet?

    init(reading bytes: [UInt8]) throws(FederationFault) {
        do {
            token = try CompactJWS(reading: bytes)
        } catch {
            throw .unreadable(error.description)
        }
        guard token.header.type == "entity-statement+jwt" else {
            throw .unreadable("its \"typ\" is not entity-statement+jwt")
        }
        guard token.header.keyID != nil else { throw .unreadable("it names no key (\"kid\")") }
        do {
            claims = try JSONDocument(
                parsing: token.payload, maximumBytes: Limits.entityStatementBytes
            ).root
        } catch {
            throw .unreadable(error.description)
        }
        guard let issuer = claims["iss"]?.text, let subject = claims["sub"]?.text,
            let issued = claims["iat"].flatMap(Self.seconds),
            let expires = claims["exp"].flatMap(Self.seconds)
        else { throw .unreadable("it lacks one of iss, sub, iat and exp") }
        guard claims["crit"] == nil, claims["metadata_policy_crit"] == nil else {
            throw .unreadable("it demands extensions that are not understood here")
        }
        self.issuer = RegisteredSpelling.of(issuer)
        self.subject = RegisteredSpelling.of(subject)
        period = Period(since: issued, until: expires)
        keys = claims["jwks"].flatMap { try? KeySet(reading: $0) }
    }

    private static func seconds(_ value: JSONValue) -> Timestamp? {
        guard let number = value.double, number.magnitude < 1e11 else { return nil }
        return Timestamp(seconds: Int(number))
    }

    /// Where the entity answers for those below it.
    var fetchEndpoint: Text? {
        claims["metadata"]?["federation_entity"]?["federation_fetch_endpoint"]?.text
            .map(RegisteredSpelling.of)
    }

    var superiors: [Text] {
        guard let hints = claims["authority_hints"], hints.isArray else { return [] }
        return hints.elements.prefix(Limits.federationSuperiors).compactMap(\.text)
            .map(RegisteredSpelling.of)
    }

    func check(by keys: KeySet?, at now: Timestamp) throws(FederationFault) {
        guard period.holds(at: now) else { throw .notInForce(issuer, subject) }
        guard let keys else { throw .noKeys(issuer) }
        do {
            try token.verify(with: keys)
        } catch {
            throw .signature(issuer, subject, error.description)
        }
    }
}

/// Why a chain of trust does not hold, or could not be had.
enum FederationFault: Error, Sendable, CustomStringConvertible {
    case unavailable(url: Text, String)
    case unreadable(String)
    case invalid(url: Text, String)
    case notInForce(Text, Text)
    case noKeys(Text)
    case signature(Text, Text, String)
    case wrongParties(url: Text)
    case tooMany
    case loop(Text)
    case pathTooLong(Text)
    case nameNotPermitted(Text, Text)
    case policy(Text, String)
    case noSuperior(Text)

    /// Whether more documents could change the answer.
    var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }

    var rank: Int {
        switch self {
        case .unavailable: 2
        case .tooMany: 1
        default: 0
        }
    }

    var url: Text? {
        if case .unavailable(let url, _) = self { url } else { nil }
    }

    var description: String {
        switch self {
        case .unavailable(let url, let reason): "\(url) could not be had: \(reason)"
        case .unreadable(let why): "a statement is not usable: \(why)"
        case .invalid(let url, let why): "the statement at \(url) is not usable: \(why)"
        case .notInForce(let issuer, let subject):
            "the statement of \(issuer) about \(subject) is not in force at this time"
        case .noKeys(let entity): "no keys are stated for \(entity)"
        case .signature(let issuer, let subject, let why):
            "the statement of \(issuer) about \(subject) is not signed as it should be: \(why)"
        case .wrongParties(let url): "the statement at \(url) is by or about somebody else"
        case .tooMany: "more than \(Limits.federationStatements) statements would have to be read"
        case .loop(let entity): "the chain leads round in a circle at \(entity)"
        case .pathTooLong(let entity):
            "there are more entities below \(entity) than it allows, or than are followed"
        case .nameNotPermitted(let superior, let entity):
            "\(superior) does not speak for names like that of \(entity)"
        case .policy(let superior, let why): "it breaks the metadata policy of \(superior): \(why)"
        case .noSuperior(let entity): "nothing leads from \(entity) to the trust anchor"
        }
    }
}

extension Limits {
    /// Octets of one statement of a federation.
    package static let entityStatementBytes = 1 << 20
}
