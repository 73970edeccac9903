import Credentials
import JSONText

/// Whom a subject names, as it is compared with another (MCHK-07).
struct LearnerIdentity: Sendable {
    private var ids: Set<Text> = []
    private var plain: [Text: Set<Text>] = [:]
    /// The first plain ones of each kind, which are compared with hashes: each takes a digest.
    private var first: [Text: [Text]] = [:]
    /// The first hashed ones of each kind.
    private var hashed: [Text: [Hashed]] = [:]
    /// Kinds of which there are more than are compared.
    private var cut: Set<Text> = []

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
                add(Self.folded(stored, type), Text(type))
            } else if let hash = IdentityHash(stored), hash.isWhole {
                let salt = identity.salt ?? ""
                guard salt.utf8.count <= Limits.comparedIdentityOctets else { continue }
                let one = Hashed(stored: Text(stored.lowercased()), hash: hash, salt: salt)
                append(one, Text(type))
            }
        }
    }

    private mutating func append(_ one: Hashed, _ type: Text) {
        if hashed[type, default: []].count < Limits.comparedIdentities {
            hashed[type, default: []].append(one)
        } else {
            cut.insert(type)
        }
    }

    private mutating func add(_ value: Text, _ type: Text) {
        plain[type, default: []].insert(value)
        if first[type, default: []].count < Limits.comparedIdentities {
            first[type, default: []].append(value)
        } else {
            cut.insert(type)
        }
    }

    var isEmpty: Bool { ids.isEmpty && plain.isEmpty && hashed.isEmpty }

    private static func folded(_ value: String, _ type: String) -> Text {
        Text(type.isSame(as: "emailAddress") ? RecipientCheck.loosened(value) : value)
    }

    /// Names that differ tell nothing: people write theirs in more ways than one. Hashes with
    /// different salts tell nothing either. Of a part, seen from the record: what is gone through
    /// is as large as the part.
    func relation(to other: LearnerIdentity) -> Relation {
        if ids.contains(where: other.ids.contains) { return .same }
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
        if mine.contains(where: theirs.contains) { return .same }
        let (myHashes, theirHashes) = (hashed[type] ?? [], other.hashed[type] ?? [])
        var canCompare = !mine.isEmpty && !theirs.isEmpty
        let pairs = [(first[type] ?? [], theirHashes), (other.first[type] ?? [], myHashes)]
        for (values, hashes) in pairs {
            for value in values {
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
        let isOpen =
            !(myHashes.isEmpty && theirHashes.isEmpty)
            && (cut.contains(type) || other.cut.contains(type))
        return canCompare && !isOpen ? .other : .notComparable
    }
}
