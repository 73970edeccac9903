import Credentials
import JSONText

/// Do the associations of a record join achievements that are in it, in a sense that holds
/// (CLR2-M-44 to CLR2-M-46)?
struct AssociationsCheck {
    let sense: RecordSense

    var answers: [Check] {
        let associations = sense.credential.subjects.flatMap(\.associations)
        guard !associations.isEmpty else { return [] }
        let kinds = achievementTypes
        let graph = AssociationGraph(associations)
        let steps = graph.steps
        var faults = FaultList()
        var others: Set<Text>?
        for association in associations {
            for (name, id) in Self.ends(of: association) {
                guard let id, kinds[Text(id)] == nil else { continue }
                let all = others ?? otherIdentifiers()
                others = all
                noteEnd(name, id, of: association, isOther: all.contains(Text(id)), &faults)
            }
            noteSense(of: association, kinds, steps, &faults)
        }
        for order in AssociationGraph.Order.allCases { noteCircle(order, graph, &faults) }
        return faults.answers
    }

    /// The kinds of all achievements, by their identifiers.
    private var achievementTypes: [Text: String] {
        let all = sense.achievements.compactMap { achievement, _ in
            achievement.id.map { (Text($0), achievement.achievementType ?? "") }
        }
        return Dictionary(all, uniquingKeysWith: { first, _ in first })
    }

    private static func ends(of association: Association) -> [(String, String?)] {
        [("sourceId", association.sourceID), ("targetId", association.targetID)]
    }

    /// Credentials, people and descriptions of results: what an end may name by mistake.
    private func otherIdentifiers() -> Set<Text> {
        var ids: Set<Text> = []
        let credentials = [sense.credential] + sense.parts.map(\.credential)
        for credential in credentials {
            let all = [credential.id, credential.issuerID] + credential.subjects.map(\.id)
            ids.formUnion(all.compactMap { $0 }.map { Text($0) })
        }
        for (achievement, _) in sense.achievements {
            ids.formUnion(achievement.resultDescriptions.compactMap(\.id).map { Text($0) })
        }
        return ids
    }

    private func noteEnd(
        _ name: String, _ id: String, of association: Association, isOther: Bool,
        _ faults: inout FaultList
    ) {
        func place() -> JSONPointer { association.json.pointer.appending(name) }
        if isOther {
            faults.note(
                .associationNotAchievement, at: place(),
                "\"\(name)\" names \(Quoted.short(id)), which is in the record and is no "
                    + "achievement. Associations join achievements.")
        } else if !sense.isSelective {
            let unread =
                sense.unreadable > 0
                ? " It may stand in one of the parts that could not be read." : ""
            faults.note(
                .associationUnresolved, at: place(),
                "\"\(name)\" names the achievement \(Quoted.short(id)), which is not in the "
                    + "record." + unread)
        }
    }

    private func noteCircle(
        _ order: AssociationGraph.Order, _ graph: AssociationGraph, _ faults: inout FaultList
    ) {
        guard let (names, association) = graph.circle(in: order), let first = names.first else {
            return
        }
        let way = names.prefix(5).map { Quoted.short($0) } + (names.count > 5 ? ["…"] : [])
        faults.note(
            .associationCycle, at: association.json.pointer,
            "The associations lead from \(Quoted.short(first)) back to itself "
                + "(\(way.joined(separator: ", "))); \(order.words).")
    }

    // MARK: - What can stand in which relation

    private func noteSense(
        of association: Association, _ kinds: [Text: String], _ steps: Set<[Text]>,
        _ faults: inout FaultList
    ) {
        guard let type = association.associationType, let source = association.sourceID,
            let target = association.targetID
        else { return }
        let ends = [Text(source), Text(target)]
        if ends[0] == ends[1] {
            // Where the kind has a direction, it is told as a circle.
            guard ["exactMatchOf", "isPeerOf", "isRelatedTo"].contains(Text(type)) else { return }
            faults.note(
                .associationSenseless, at: association.json.pointer,
                "The association joins \(Quoted.short(source)) to itself, which says nothing.")
            return
        }
        if ["exactMatchOf", "isPeerOf"].contains(Text(type)),
            steps.contains(ends) || steps.contains(ends.reversed())
        {
            faults.note(
                .associationSenseless, at: association.json.pointer,
                "By one association \(Quoted.short(source)) and \(Quoted.short(target)) are the "
                    + "same or of one rank (\(type)), by another one is part of the other.")
            return
        }
        guard let from = AchievementFamily(kinds[ends[0]]),
            let to = AchievementFamily(kinds[ends[1]]),
            let fault = Self.fault(of: Text(type), from, to)
        else { return }
        faults.note(
            .associationSenseless, at: association.json.pointer,
            "\(Quoted.short(source)) is \(from.words) and \(Quoted.short(target)) is \(to.words): "
                + "\(fault) (\(type)). Source and target may have changed places.")
    }

    /// Why two families do not stand in a relation; nil where they may.
    private static func fault(
        of type: Text, _ source: AchievementFamily, _ target: AchievementFamily
    ) -> String? {
        switch type {
        case "isChildOf", "isPartOf":
            source.rawValue > target.rawValue ? "the larger cannot be part of the smaller" : nil
        case "isParentOf":
            source.rawValue < target.rawValue ? "the smaller cannot hold the larger" : nil
        case "exactMatchOf": source == target ? nil : "they cannot be the same"
        case "replacedBy": source == target ? nil : "one cannot take the place of the other"
        default: nil
        }
    }
}
