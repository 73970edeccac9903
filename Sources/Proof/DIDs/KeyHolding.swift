import JSONText
import KeyMaterial

extension KeyResolver {
    /// Whether an issuer publishes this key as its own, for assertions (or another purpose): in its
    /// document, or in the key set of its host (JWT-22).
    package func holding(
        of key: PublicKey, by issuer: Text, for purpose: VerificationPurpose = .assertionMethod
    ) async -> KeyHolding {
        var places: [Text] = []
        var missing: KeyHolding?
        do throws(KeyResolutionFailure) {
            let document = try await document(of: issuer)
            let held = document.methods.filter { method in
                method.publicKey == key && method.controller == issuer
                    && document.purposes(of: method.id).contains(purpose)
            }
            if let method = held.max(by: { $0.end ?? .max < $1.end ?? .max }) {
                return .held(place: method.id, end: method.end)
            }
            places.append(issuer)
        } catch {
            if case .unavailable(let url, let reason) = error {
                missing = .unavailable(url: url, reason: reason)
            }
        }
        guard let url = Self.keySetURL(of: issuer) else {
            return missing ?? .notHeld(places: places)
        }
        switch await keySet(at: url) {
        case .success(let set):
            let isThere = set.keys.contains { $0.key == key && Self.binds($0, to: issuer) }
            return isThere
                ? .held(place: url, end: nil) : missing ?? .notHeld(places: places + [url])
        case .failure(let absence):
            return missing ?? (places.isEmpty ? absence.holding : .notHeld(places: places))
        }
    }

    /// Whether an entry of a host's key set speaks for this issuer. Several may share a host: then
    /// an entry has to name the issuer (`iss`), or anybody on the host could sign for all.
    static func binds(_ entry: PublicJWK, to issuer: Text) -> Bool {
        guard let named = entry.issuer else { return isWholeHost(issuer) }
        return named == issuer
    }

    /// Whether an identifier is that of the host itself, without a path.
    private static func isWholeHost(_ issuer: Text) -> Bool {
        if let did = DID(issuer) { return !did.specific.string.utf8.contains(UInt8(ascii: ":")) }
        // `https:`, nothing, the authority, and at most an empty path.
        let parts = issuer.string.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isBare = parts.count == 3 || (parts.count == 4 && parts[3].isEmpty)
        return isBare && !issuer.string.utf8.contains { "?#".utf8.contains($0) }
    }

    private struct Absence: Error {
        let holding: KeyHolding
    }

    private func keySet(at url: Text) async -> Result<KeySet, Absence> {
        switch await lookup.document(at: url) {
        case .unavailable(let reason):
            return .failure(Absence(holding: .unavailable(url: url, reason: reason)))
        case .invalid: return .failure(Absence(holding: .notHeld(places: [url])))
        case .document(let value):
            guard let set = try? KeySet(reading: value) else {
                return .failure(Absence(holding: .notHeld(places: [url])))
            }
            return .success(set)
        }
    }

    /// `/.well-known/jwks.json` of the issuer's authority; nil where it has none.
    package static func keySetURL(of issuer: Text) -> Text? {
        guard let url = try? url(of: issuer).string.utf8,
            let slashes = url.firstIndex(of: UInt8(ascii: "/"))
        else { return nil }
        let start = url.index(slashes, offsetBy: 2)
        let rest = url[start...].prefix {
            $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?")
        }
        guard !rest.isEmpty, !rest.contains(UInt8(ascii: "@")) else { return nil }
        return Text("\(Substring(url[..<start]))\(Substring(rest))/.well-known/jwks.json")
    }
}
