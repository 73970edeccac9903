import Credentials
import DIDs
import JSONText
import KeyMaterial
import Verification

/// Entries of a status list that are to be set anew.
package struct StatusListChange: Sendable {
    /// The list as it was signed last.
    package var list: [UInt8]
    package var values: [Int: UInt64]
    package var entryBits: Int
    /// A new end of the list; nil leaves it as it is.
    package var validUntil: Timestamp?

    package init(
        list: [UInt8], values: [Int: UInt64], entryBits: Int = 1, validUntil: Timestamp? = nil
    ) {
        self.list = list
        self.values = values
        self.entryBits = entryBits
        self.validUntil = validUntil
    }
}

/// A list that was signed again, and what is different in it.
package struct ChangedStatusList: Sendable {
    package let issued: IssuedCredential
    /// The entries that have another value than before.
    package let changes: [Change]

    package struct Change: Sendable, Hashable {
        package let index: Int
        package let old: UInt64
        package let new: UInt64
    }
}

extension Issuance {
    /// Sets entries, and signs the list again: the same list with a later `validFrom`.
    ///
    /// The list as it is must be genuine, so that nobody can slip in one in which a revocation is
    /// missing, and have it signed.
    package func issue(
        _ change: StatusListChange
    ) async throws(IssuanceError) -> ChangedStatusList {
        let credential: Credential
        let draft: JSON
        let changes: [ChangedStatusList.Change]
        do throws(StatusListFault) {
            credential = try await genuine(change.list)
            let start = try start(after: credential)
            try refuseEnded(credential, change)
            let list: StatusList
            do { list = try StatusList(reading: credential, at: credential.id ?? "") } catch {
                throw .unreadable("\(error)")
            }
            var bits = list.bits
            changes = try Self.apply(change, to: &bits)
            try Self.refuseReversal(changes, list)
            draft = Self.draft(credential, bits, change, start)
        } catch {
            throw .statusList(error)
        }
        return ChangedStatusList(
            issued: try await issue(statusList: draft), changes: changes)
    }

    private static func apply(
        _ change: StatusListChange, to bits: inout StatusBits
    ) throws(StatusListFault) -> [ChangedStatusList.Change] {
        guard (1...StatusListFault.mostEntryBits).contains(change.entryBits) else {
            throw .entryBits(change.entryBits)
        }
        var changes: [ChangedStatusList.Change] = []
        for (index, new) in change.values.sorted(by: { $0.key < $1.key }) {
            let old = bits.value(at: index, entryBits: change.entryBits)
            try bits.set(index, to: new, bits: change.entryBits)
            if let old, old != new { changes.append(.init(index: index, old: old, new: new)) }
        }
        return changes
    }

    /// What was revoked stays revoked, by the standard's own word; likewise for a newer version.
    private static func refuseReversal(
        _ changes: [ChangedStatusList.Change], _ list: StatusList
    ) throws(StatusListFault) {
        let final = ["revocation", "refresh"]
        let purpose = list.purposes.first { name in final.contains { $0.isSame(as: name) } }
        guard let purpose, let undone = changes.first(where: { $0.new == 0 }) else { return }
        throw .notReversible(undone.index, purpose: purpose)
    }

    /// The list, if it is ours and was whole when it was signed. What our keys say of themselves
    /// stands in for an issuer's document that is not at hand.
    private func genuine(_ bytes: [UInt8]) async throws(StatusListFault) -> Credential {
        let document: CredentialDocument
        do { document = try CredentialDocument(reading: bytes) } catch {
            throw .unreadable("\(error)")
        }
        guard document.token == nil else { throw .token }
        let credential = document.credential
        guard credential.dataModel == .version2 else { throw .olderModel }
        guard credential.json["proof"] != nil else { throw .unsigned }
        guard let issuer = credential.issuerID,
            keys.contains(where: { $0.issuer.isSame(as: issuer) })
        else {
            throw .otherIssuer(credential.issuerID ?? "nobody", ours: keys.map(\.issuer))
        }
        let signing = credential.validFrom ?? clock()
        let verifier = Verifier(
            source: SourceChain([source, OwnDocuments(keys: keys)]), contexts: contexts,
            clock: { signing })
        let verdict = await verifier.verify(bytes).verdict
        guard verdict.verdict == .verified else {
            let problem = verdict.checks.first {
                $0.outcome == .failed || $0.outcome == .undetermined
            }
            throw .notGenuine(problem.map { "\($0.message) [\($0.code)]" } ?? "")
        }
        return credential
    }

    private func start(after credential: Credential) throws(StatusListFault) -> Timestamp {
        let now = clock().wholeSeconds
        guard let old = credential.validFrom, now < old else { return now }
        // Lists may be signed twice in a second.
        guard old.seconds == now.seconds else { throw .fromFuture(old) }
        return old
    }

    private func refuseEnded(
        _ credential: Credential, _ change: StatusListChange
    ) throws(StatusListFault) {
        guard let end = change.validUntil ?? credential.validUntil, end <= clock() else { return }
        throw .ended(end)
    }

    private static func draft(
        _ credential: Credential, _ bits: StatusBits, _ change: StatusListChange, _ start: Timestamp
    ) -> JSON {
        var members: [(name: String, value: JSON)] = []
        for member in credential.json.members where !member.hasName("proof") {
            if member.hasName("credentialSubject") {
                members.append((member.name, subject(member.value, bits)))
            } else if member.hasName("validFrom") {
                members.append((member.name, .string("\(start)")))
            } else if !member.hasName("validUntil") || change.validUntil == nil {
                members.append((member.name, .verbatim(member.value)))
            }
        }
        if let end = change.validUntil { members.append(("validUntil", .string("\(end)"))) }
        return .object(members)
    }

    private static func subject(_ value: JSONValue, _ bits: StatusBits) -> JSON {
        .object(
            value.members.map { member in
                let isList = member.hasName("encodedList")
                return (member.name, isList ? .string(bits.encoded) : .verbatim(member.value))
            })
    }
}

/// The documents of our own issuers, as far as our keys make them.
private struct OwnDocuments: DocumentSource {
    let keys: [IssuingKey]

    func document(at url: Text) async -> DocumentAnswer {
        for key in keys {
            let issuer = Text(key.issuer)
            guard let place = try? KeyResolver.url(of: issuer), place == url,
                var draft = try? ControllerDocumentDraft(id: issuer),
                (try? draft.add(key.signer.publicKey, name: key.verificationMethod)) != nil,
                let document = try? draft.document()
            else { continue }
            return .found(document.serialized(), mediaType: nil)
        }
        return .unavailable(reason: "not at hand")
    }
}
