import Credentials
import DIDs
import JOSE
import JSONText
import KeyMaterial

/// Did the holder bind what an SD-JWT shows to this reader (RFC 9901 section 7.3)?
struct KeyBindingCheck {
    let token: SDJWT
    /// The credential's payload: `cnf` names the holder's key.
    let claims: JSONValue
    let expectation: Expectation
    let examination: Examination

    func answers() async -> [Check] {
        guard let bytes = token.keyBinding else { return absent }
        let binding: KeyBinding
        do { binding = try KeyBinding(reading: bytes) } catch { return [invalid("\(error)")] }
        switch await key() {
        case .failure(let answer): return [answer.check]
        case .success(let key):
            do throws(KeyBindingError) {
                try binding.verify(with: key, over: token)
            } catch {
                return [invalid("\(error)")]
            }
        }
        return answers(about: binding)
    }

    private func answers(about binding: KeyBinding) -> [Check] {
        let latest = Double(examination.now.seconds + examination.policy.leewaySeconds + 1)
        guard binding.issuedAt < latest else { return [invalid("it was made in the future")] }
        var faults: [Check] = []
        if let domain = expectation.domain, binding.audience != Text(domain) {
            faults.append(
                Check(
                    .purposeDomain,
                    "The holder made the key binding for \"\(binding.audience)\", not for "
                        + "\"\(domain)\"."))
        }
        if let challenge = expectation.challenge, binding.nonce != Text(challenge) {
            faults.append(
                Check(.purposeChallenge, "The key binding does not answer the challenge."))
        }
        guard faults.isEmpty else { return faults }
        return [
            Check(
                .keyBound,
                "The holder bound what is shown to \"\(binding.audience)\" with the key that the "
                    + "issuer named.")
        ]
    }

    private var absent: [Check] {
        if expectation.isSet {
            let text =
                "A domain or challenge is expected, and the token has no key binding that could "
                + "name it. Ask the holder to present it."
            return [Check(.keyBindingMissing, text)]
        }
        guard claims["cnf"] != nil else { return [] }
        let text =
            "The token is made for the holder of one key, and nothing shows that this holder gave "
            + "it: anybody who has seen it could."
        return [Check(.keyBindingAbsent, text)]
    }

    private func invalid(_ reason: String) -> Check {
        Check(.keyBindingInvalid, "The key binding does not hold: \(reason).")
    }

    private struct NoKey: Error {
        let check: Check
    }

    /// The key that the issuer confirmed (RFC 7800 section 3): a JWK, or the name of one.
    private func key() async -> Swift.Result<PublicKey, NoKey> {
        guard let confirmation = claims["cnf"] else {
            return .failure(NoKey(check: invalid("the issuer names no holder's key (\"cnf\")")))
        }
        if let jwk = confirmation["jwk"] {
            do {
                return .success(try PublicKey(jwk: jwk))
            } catch {
                return .failure(NoKey(check: invalid("\(error)")))
            }
        }
        guard let name = confirmation["kid"]?.text else {
            return .failure(NoKey(check: invalid("\"cnf\" holds neither \"jwk\" nor \"kid\"")))
        }
        switch await examination.keys.key(name) {
        case .found(let found): return .success(found.publicKey)
        case .failed(let failure) where failure.isUnavailable:
            let text = "The key binding could not be checked: \(failure)."
            return .failure(NoKey(check: Check(.keyBindingUnchecked, text)))
        case .failed(let failure): return .failure(NoKey(check: invalid("\(failure)")))
        }
    }
}
