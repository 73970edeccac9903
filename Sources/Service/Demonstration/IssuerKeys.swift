import Issuance
import JSONText
import KeyMaterial
import Storage

/// The keys of the demonstration's issuers, each made once and kept wrapped.
struct IssuerKeys {
    let store: any TenantStore
    let wrapping: WrappingKey

    /// In the order of the issuers.
    func keys(of demonstration: Demonstration) async throws(SeedingError) -> [IssuingKey] {
        var keys: [IssuingKey] = []
        for plan in demonstration.issuers {
            keys.append(
                IssuingKey(
                    signer: try await key(of: plan), issuer: plan.did,
                    verificationMethod: plan.keyID, profile: plan.profile))
        }
        return keys
    }

    private func key(of plan: IssuerPlan) async throws(SeedingError) -> PrivateKey {
        let id = Text(plan.keyID)
        let kept: Storage.WrappedKey?
        do { kept = try await store.key(id) } catch { throw .storage(error) }
        let key: PrivateKey
        let wrapped: KeyMaterial.WrappedKey
        do throws(KeyError) {
            if let kept {
                return try KeyMaterial.WrappedKey(keyID: id, sealed: kept.bytes)
                    .unwrapped(under: wrapping)
            }
            key = try PrivateKey.generate(.ed25519)
            wrapped = try KeyMaterial.WrappedKey(wrapping: key, keyID: id, under: wrapping)
        } catch {
            throw .key(error, issuer: plan.title)
        }
        let new = Storage.WrappedKey(id: id, bytes: wrapped.sealed)
        do {
            _ = try await store.commit(Commit(.demonstration("key"), [.key(new)]))
        } catch {
            throw .storage(error)
        }
        return key
    }
}
