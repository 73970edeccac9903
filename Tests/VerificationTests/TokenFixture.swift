import Credentials
import Issuance
import JOSE
import JSONText
import KeyMaterial

@testable import Verification

extension Fixture {
    /// A course as a token.
    static func token(
        _ draft: String = course(), as request: TokenRequest = TokenRequest(),
        key: IssuingKey? = nil
    ) async throws -> [UInt8] {
        try await issuance([key ?? issuingKey()]).issue(
            IssuanceRequest(draft: document(draft)), as: request
        ).bytes
    }

    /// A course whose holder can keep parts back.
    static func selectiveToken(
        _ places: [String] = [
            "/credentialSubject/creditsEarned", "/credentialSubject/achievement/description",
        ],
        holder: PublicKey? = nil
    ) async throws -> [UInt8] {
        let places = places.compactMap { JSONPointer($0) }
        return try await token(
            as: TokenRequest(disclosure: .init(places: places, decoys: 1, holder: holder)))
    }

    /// A payload signed with a key of ours, whatever it says.
    static func signed(
        _ payload: String, typ: String? = "JWT", key seed: UInt8 = 1,
        header: [(name: String, value: JSON)] = []
    ) throws -> [UInt8] {
        let key = try key(seed)
        let name = key.publicKey.multibase
        var members: [(name: String, value: JSON)] = [
            ("kid", .string("did:key:\(name)#\(name)"))
        ]
        if let typ { members.append(("typ", .string(typ))) }
        return try CompactJWS.sign(Array(payload.utf8), header: members + header, with: key)
    }

    static func presentation(
        _ credentials: [[UInt8]], form: PresentationRequest.Form = .embedded(nil),
        key seed: UInt8 = 3,
        challenge: String? = "c", domain: String? = "d.example"
    ) async throws -> [UInt8] {
        try await issuance([issuingKey(seed)]).present(
            PresentationRequest(
                credentials: credentials, challenge: challenge, domain: domain, form: form)
        ).bytes
    }

    static func policy(challenge: String? = "c", domain: String? = "d.example")
        -> VerificationPolicy
    {
        var policy = VerificationPolicy()
        policy.expectedChallenge = challenge
        policy.expectedDomain = domain
        return policy
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
