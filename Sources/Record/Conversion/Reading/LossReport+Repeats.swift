import JSONText

extension LossReport {
    /// What a record says again of its learner and of its issuer is not lost where it was taken
    /// once, in the same words.
    mutating func accountForRepeats(of source: RecordSource) {
        tellOnce(timesOf: source.root)
        for award in source.awards {
            if let credential = award.credential { tellOnce(timesOf: credential) }
        }
        guard source.isRecord else { return }
        let learner = source.root.each("credentialSubject").first { $0.value.isObject }
        let issuer = source.root["issuer"]
        var known = SaidOnce()
        known.note(learner?["id"], in: self)
        for entry in learner?.each("identifier") ?? [] { known.note(entry, in: self) }
        var profiles = SaidOnce()
        for member in issuer?.members ?? [] { profiles.note(member, in: self) }
        for award in source.awards {
            for entry in award.subject?.each("identifier") ?? [] { tell(entry, known) }
            if let id = award.subject?["id"] { tell(id, known) }
            guard let own = issuer?.value["id"]?.string ?? issuer?.text else { continue }
            for profile in [award.credential?["issuer"], award.achievement["creator"]] {
                guard let profile else { continue }
                let id = profile.value["id"]?.string ?? profile.text
                guard id?.isSame(as: own) == true else { continue }
                for member in profile.members { tell(member, profiles, sameEnd: true) }
                if profile.text != nil { tell(profile, profiles) }
            }
        }
    }

    /// When it was awarded is mostly when it becomes valid.
    private mutating func tellOnce(timesOf credential: Placed) {
        guard let awarded = credential["awardedDate"], let text = awarded.text,
            let (valid, other) = credential.first("validFrom", "issuanceDate"),
            text.isSame(as: other)
        else { return }
        for (one, again) in [(awarded, valid), (valid, awarded)] {
            guard let target = fate(of: one.place)?.target, fate(of: again.place) == nil else {
                continue
            }
            record(again.place, .changed(to: target, how: "the same time, told once"))
        }
    }

    private mutating func tell(_ copy: Placed, _ once: SaidOnce, sameEnd: Bool = false) {
        guard let original = once[copy, sameEnd] else { return }
        recordMissing(copy, like: original)
    }

    /// The fate of each part of the original for the same part of the copy.
    private mutating func recordMissing(_ copy: Placed, like original: Placed) {
        if let target = fate(of: original.place)?.target {
            record(
                copy.place,
                .changed(to: target, how: "told once, of the record, in the same words"))
        }
        for (token, child) in Self.children(of: copy.value) {
            guard let other = original.value[JSONPointer(token) ?? JSONPointer()] else { continue }
            recordMissing(
                Placed(child, copy.place + token), like: Placed(other, original.place + token))
        }
    }
}

/// Values of which something was taken, by their octets.
private struct SaidOnce {
    private var values: [Text: Placed] = [:]

    mutating func note(_ value: Placed?, in report: LossReport) {
        guard let value, Self.isTaken(value, report) else { return }
        values[Self.key(value, false)] = value
        values[Self.key(value, true)] = value
    }

    subscript(_ copy: Placed, _ sameEnd: Bool) -> Placed? { values[Self.key(copy, sameEnd)] }

    private static func isTaken(_ value: Placed, _ report: LossReport) -> Bool {
        report.fate(of: value.place)?.target != nil
            || LossReport.children(of: value.value).contains {
                isTaken(Placed($0.value, value.place + $0.token), report)
            }
    }

    /// The octets, with the name of the member where only the same member will do.
    private static func key(_ value: Placed, _ withName: Bool) -> Text {
        let name = withName ? value.place.split(separator: "/").last.map(String.init) ?? "" : ""
        return Text("\(name)\u{0}" + String(decoding: value.value.bytes, as: UTF8.self))
    }
}

extension Placed {
    /// The members of an object, each with its place.
    fileprivate var members: [Placed] {
        value.members.map { Placed($0.value, place + LossReport.token($0.name)) }
    }
}
