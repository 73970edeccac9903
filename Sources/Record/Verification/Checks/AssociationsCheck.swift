import Credentials
import JSONText

/// Do the associations of a record name achievements that are in it (CLR2-M-44, CLR2-M-46)?
struct AssociationsCheck {
    let credential: Credential

    var answers: [Check] {
        guard credential.kind == .clrCredential, let subject = credential.subject else { return [] }
        let known = achievementIDs(of: subject)
        let faults = subject.associations.lazy.flatMap { unresolved($0, known) }
        return faults.prefix(Limits.toldFaults) + cycle(subject)
    }

    private func achievementIDs(of subject: Subject) -> Set<Text> {
        let contents = credential.contained().filter { $0.value.isObject }
            .flatMap { Credential($0.value, at: $0.pointer).subjects }
        let all = ([subject] + contents).flatMap(\.achievements)
        return Set(all.compactMap { $0.id.map { Text($0) } })
    }

    private func unresolved(_ association: Association, _ known: Set<Text>) -> [Check] {
        let ends = [("sourceId", association.sourceID), ("targetId", association.targetID)]
        return ends.compactMap { name, id in
            guard let id, !known.contains(Text(id)) else { return nil }
            return Check(
                .associationUnresolved,
                "\"\(name)\" names the achievement \(id), which is not in the record.",
                at: association.json.pointer.appending(name))
        }
    }

    /// Follows "is part of" upwards; whoever is met twice stands in a circle.
    private func cycle(_ subject: Subject) -> [Check] {
        var parents: [Text: [Text]] = [:]
        for association in subject.associations {
            guard let sourceID = association.sourceID, let targetID = association.targetID else {
                continue
            }
            let (source, target) = (Text(sourceID), Text(targetID))
            switch association.associationType {
            case "isChildOf", "isPartOf": parents[source, default: []].append(target)
            case "isParentOf": parents[target, default: []].append(source)
            default: continue
            }
        }
        guard let start = Self.nodeInCycle(parents) else { return [] }
        return [
            Check(
                .associationCycle,
                "The associations lead from \(start) back to itself; it cannot be part of itself.",
                at: subject.json.pointer.appending("association"))
        ]
    }

    /// Takes away, again and again, what has no parent left; what stays is in or below a circle.
    private static func nodeInCycle(_ parents: [Text: [Text]]) -> Text? {
        var waiting = parents.mapValues(\.count)
        var children: [Text: [Text]] = [:]
        for (child, above) in parents {
            for parent in above { children[parent, default: []].append(child) }
        }
        var free = Set(children.keys).subtracting(parents.keys).sorted()
        while let parent = free.popLast() {
            for child in children[parent] ?? [] {
                let left = (waiting[child] ?? 0) - 1
                waiting[child] = left
                if left == 0 { free.append(child) }
            }
        }
        return waiting.filter { $0.value > 0 }.keys.min()
    }
}
