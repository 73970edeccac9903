import Credentials
import JSONText
import Trust

/// Is the issuer's name written so that readers see what is there?
struct NamesCheck {
    let credential: Credential

    var answers: [Check] {
        guard let name = credential.issuer?.name, let value = credential.issuer?.json["name"] else {
            return []
        }
        var faults = FaultList()
        let writing = NameWriting(name)
        if let word = writing.mixedWord {
            faults.note(
                .nameMixed, at: credential.place(of: value),
                "In the issuer's name, \"\(Quoted.short(name))\", the word \"\(Quoted.short(word))\" "
                    + "has letters of several alphabets that look alike (\(writing.alphabets)). "
                    + "Compare the issuer's identifier, not its name.")
        }
        if writing.isHiding {
            faults.note(
                .nameHidden, at: credential.place(of: value),
                "The issuer's name, \"\(Quoted.short(name))\", has characters in it that nobody "
                    + "sees. Compare the issuer's identifier, not its name.")
        }
        return faults.answers
    }
}

/// Are two issuers of one record called alike (Trust asks the same of those it knows)?
struct RecordNamesCheck {
    let sense: RecordSense

    private struct Party {
        let id: String
        let name: String
        let domain: String?
    }

    var answers: [Check] {
        var faults = FaultList()
        var known: [NameSkeleton: Party] = [:]
        if let own = Self.party(sense.credential) { known[NameSkeleton(own.name)] = own }
        var told: Set<[Text]> = []
        for part in sense.parts {
            guard let party = Self.party(part.credential) else { continue }
            let skeleton = NameSkeleton(party.name)
            guard let first = known[skeleton] else {
                known[skeleton] = party
                continue
            }
            guard !Self.isSame(first, party),
                told.insert([Text(first.id), Text(party.id)]).inserted
            else { continue }
            note(first, party, at: part.place, &faults)
        }
        return faults.answers
    }

    private static func party(_ credential: Credential) -> Party? {
        guard let id = credential.issuerID, let name = credential.issuer?.name, !name.isEmpty else {
            return nil
        }
        return Party(id: id, name: name, domain: Verdict.Party.domain(id))
    }

    /// One institution may sign by several names of keys at its own host.
    private static func isSame(_ left: Party, _ right: Party) -> Bool {
        if left.id.isSame(as: right.id) { return true }
        guard let domain = left.domain, let other = right.domain else { return false }
        return domain.isSame(as: other)
    }

    private func note(
        _ first: Party, _ other: Party, at place: JSONPointer, _ faults: inout FaultList
    ) {
        if first.name.isSame(as: other.name) {
            faults.note(
                .nameShared, at: place,
                "Two issuers of this record are called \"\(Quoted.short(first.name))\": "
                    + "\(Quoted.short(first.id)) and \(Quoted.short(other.id)). Whether they are "
                    + "one is not told.")
        } else {
            faults.note(
                .nameLookAlike, at: place,
                "Two issuers of this record have names that look alike: "
                    + "\"\(Quoted.short(first.name))\" (\(Quoted.short(first.id))) and "
                    + "\"\(Quoted.short(other.name))\" (\(Quoted.short(other.id))). One may want "
                    + "to pass for the other.")
        }
    }
}
