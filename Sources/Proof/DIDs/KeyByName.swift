import JSONText

extension KeyResolver {
    /// The key that a party publishes under a bare name, as tokens give one (`kid` without a
    /// scheme): a fragment of its own document, the `kid` of a JWK in it, or the `kid` of an
    /// entry in the key set of its host.
    package func key(named name: Text, of party: Text) async -> KeyResolution {
        let isFragment = name.string.utf8.first == UInt8(ascii: "#")
        let direct = await key(Text(party.string + (isFragment ? "" : "#") + name.string))
        guard case .failed(let failure) = direct else { return direct }
        if let key = await keyInDocument(named: name, of: party) { return .found(key) }
        if let key = await keyInSet(named: name, of: party) { return .found(key) }
        return .failed(failure)
    }

    private func keyInDocument(named name: Text, of party: Text) async -> ResolvedKey? {
        do throws(KeyResolutionFailure) {
            let document = try await document(of: party)
            guard
                let method = document.methods.first(where: {
                    $0.keyID == name && $0.controller == party
                })
            else { return nil }
            return ResolvedKey(
                id: method.id, publicKey: method.publicKey, method: method,
                standing: .listed(controller: party, purposes: document.purposes(of: method.id)),
                algorithm: method.algorithm)
        } catch {
            return nil
        }
    }

    /// A key of the host's set says nothing of its controller yet.
    private func keyInSet(named name: Text, of party: Text) async -> ResolvedKey? {
        guard let url = Self.keySetURL(of: party),
            case .document(let value) = await lookup.document(at: url),
            let set = try? KeySet(reading: value), let entry = set.key(id: name)
        else { return nil }
        return ResolvedKey(
            id: name, publicKey: entry.key, method: nil, standing: .unstated(url: url),
            algorithm: entry.algorithm)
    }
}
