import JSONText

extension LossReport {
    /// Takes in the report on a part: where the part stood, and where what came of it stands.
    mutating func absorb(_ part: LossReport, source: String, target: String) {
        for entry in part.entries {
            record(source + entry.source, entry.fate.moved(below: target))
        }
        for addition in part.additions { add(target + addition.place, addition.why) }
        for (place, copies) in part.copies {
            for copy in copies { alsoStands(source + place.string, at: target + copy) }
        }
    }

    /// The report on two conversions, the second of what the first made.
    func then(_ next: LossReport) -> LossReport {
        var whole = LossReport()
        for entry in entries {
            guard let middle = entry.fate.target else {
                whole.record(entry.source, entry.fate)
                continue
            }
            var fate = next.fate(of: middle) ?? .lost(why: Self.noName)
            if fate.target == nil {
                let others = copies[Text(entry.source)] ?? []
                let found = others.lazy.compactMap { next.fate(of: $0) }.first { $0.target != nil }
                fate = found ?? fate
            }
            whole.record(entry.source, entry.fate.then(fate))
        }
        whole.settleHolders()
        for addition in additions {
            guard let target = next.fate(of: addition.place)?.target else { continue }
            whole.add(target, addition.why)
        }
        for addition in next.additions { whole.add(addition.place, addition.why) }
        for lack in next.lacking { whole.lack(lack.place, lack.why) }
        return whole
    }
}

extension LossReport {
    private static let noName = "it names nothing that stands there"

    /// What holds something is not lost where that stands in the end, and has its reason where it
    /// does not: in a first step, a holder went to one place of all that it holds, and what is
    /// left out as a whole may have gone elsewhere in part.
    mutating func settleHolders() {
        for entry in entries {
            guard let target = entry.fate.target else { continue }
            settle(above: entry.source, to: .changed(to: target, how: Self.inside)) { _ in true }
        }
        for entry in entries {
            guard case .lost(let why) = entry.fate, !Self.isVague(why) else { continue }
            settle(above: entry.source, to: .lost(why: why)) { Self.isVague($0) }
        }
    }

    /// Gives this fate to the holders of a place that were lost for such a reason, up to the first
    /// that was not.
    private mutating func settle(
        above source: String, to fate: Fate, where isSettled: (String) -> Bool
    ) {
        var place = source
        while let parent = Self.parent(of: place) {
            place = parent
            guard let index = index(of: parent) else { continue }
            guard case .lost(let why) = entries[index].fate, isSettled(why) else { return }
            redirect(index, to: fate)
        }
    }

    private static func isVague(_ why: String) -> Bool {
        [onlyClass, noName, saysNothing].contains { why.isSame(as: $0) }
    }
}

extension Fate {
    fileprivate func moved(below place: String) -> Fate {
        switch self {
        case .carried(let target): .carried(to: place + target)
        case .changed(let target, let how): .changed(to: place + target, how: how)
        case .lost: self
        }
    }

    fileprivate func then(_ next: Fate) -> Fate {
        switch (self, next) {
        case (.lost, _): self
        case (_, .lost): next
        case (.carried, _): next
        case (.changed(_, let how), .carried(let target)): .changed(to: target, how: how)
        case (.changed(_, let how), .changed(let target, let more)):
            .changed(to: target, how: "\(how); then \(more)")
        }
    }
}

extension JSON {
    /// The object with one element more in an array of it, and the place of that element.
    func appending(_ element: JSON, to name: String) -> (json: JSON, index: Int) {
        guard case .object(var members) = self else { return (self, 0) }
        guard let at = members.firstIndex(where: { $0.name.isSame(as: name) }),
            case .array(let elements) = members[at].value
        else {
            members.append((name, .array([element])))
            return (.object(members), 0)
        }
        members[at].value = .array(elements + [element])
        return (.object(members), elements.count)
    }
}
