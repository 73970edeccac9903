import Credentials
import JSONText

/// Whom a subject names, as it is compared with another (MCHK-07).
struct LearnerIdentity: Sendable {
    private var ids: Set<Text> = []
    private var plain: [Text: Set<Text>] = [:]
    private var hashed: [Text: [Hashed]] = [:]

    private struct Hashed: Sendable {
        let stored: Text
        let hash: IdentityHash
        let salt: String
    }

    enum Relation { case same, other, notComparable }

    init(_ subjects: [Subject]) {
        ids = Set(subjects.compactMap(\.id).filter { !$0.isEmpty }.map { Text($0) })
        for identity in subjects.flatMap(\.identifiers) {
            guard let type = identity.identityType, let stored = identity.identityHash,
                !stored.isEmpty, stored.utf8.count <= Limits.comparedIdentityOctets
            else { continue }
            if !identity.isHashed {
                plain[Text(type), default: []].insert(Self.folded(stored, type))
            } else if let hash = IdentityHash(stored) {
                let salt = identity.salt ?? ""
                guard salt.utf8.count <= Limits.comparedIdentityOctets else { continue }
                let stored = Text(stored.lowercased())
                hashed[Text(type), default: []].append(
                    Hashed(stored: stored, hash: hash, salt: salt))
            }
        }
    }

    var isEmpty: Bool { ids.isEmpty && plain.isEmpty && hashed.isEmpty }

    private static func folded(_ value: String, _ type: String) -> Text {
        Text(type.isSame(as: "emailAddress") ? RecipientCheck.loosened(value) : value)
    }

    /// Names that differ tell nothing: people write theirs in more ways than one. Hashes with
    /// different salts tell nothing either.
    func relation(to other: LearnerIdentity) -> Relation {
        if !ids.isDisjoint(with: other.ids) { return .same }
        var canCompare = !ids.isEmpty && !other.ids.isEmpty
        for type in Set(plain.keys).union(hashed.keys) {
            switch relation(to: other, by: type) {
            case .same: return .same
            case .other: canCompare = canCompare || type != "name"
            case .notComparable: continue
            }
        }
        return canCompare ? .other : .notComparable
    }

    private func relation(to other: LearnerIdentity, by type: Text) -> Relation {
        let (mine, theirs) = (plain[type] ?? [], other.plain[type] ?? [])
        if !mine.isDisjoint(with: theirs) { return .same }
        let most = Limits.comparedIdentities
        let (myHashes, theirHashes) = (
            (hashed[type] ?? []).prefix(most), (other.hashed[type] ?? []).prefix(most)
        )
        var canCompare = !mine.isEmpty && !theirs.isEmpty
        for (values, hashes) in [(mine, theirHashes), (theirs, myHashes)] {
            for value in values.sorted().prefix(most) {
                for hash in hashes {
                    if hash.hash.isOf(value.string, salt: hash.salt) { return .same }
                    canCompare = true
                }
            }
        }
        for mine in myHashes {
            for theirs in theirHashes where mine.salt.isSame(as: theirs.salt) {
                if mine.stored == theirs.stored { return .same }
                canCompare = canCompare || mine.hash.isSameKind(as: theirs.hash)
            }
        }
        return canCompare ? .other : .notComparable
    }
}
