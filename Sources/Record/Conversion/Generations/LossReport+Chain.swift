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
            var fate = next.fate(of: middle) ?? .lost(why: "it stands in no place of its own")
            if fate.target == nil {
                let others = copies[Text(entry.source)] ?? []
                let found = others.lazy.compactMap { next.fate(of: $0) }.first { $0.target != nil }
                fate = found ?? fate
            }
            whole.record(entry.source, entry.fate.then(fate))
        }
        for addition in additions {
            guard let target = next.fate(of: addition.place)?.target else { continue }
            whole.add(target, addition.why)
        }
        for addition in next.additions { whole.add(addition.place, addition.why) }
        for lack in next.lacking { whole.lack(lack.place, lack.why) }
        return whole
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
