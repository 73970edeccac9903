import Credentials
import JSONText

extension Upgrade {
    /// Endorsements become credentials of their own, unsigned: their issuers signed other words.
    /// Those that were signed by themselves are read, and their text is kept whole beside what was
    /// made of it.
    mutating func endorsements(
        _ value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        let place = "\(target)/endorsement"
        var lists: [(name: String, isSigned: Bool)] = [(edition.endorsements, false)]
        if edition == .learnerRecord1 { lists.append(("signedEndorsements", true)) }
        for (name, isSigned) in lists {
            guard let list = value[name] else { continue }
            let before = made.count("endorsement")
            for (from, item) in Self.placed(list, "\(source)/\(name)") {
                let to = "\(place)/\(made.count("endorsement"))"
                let credential =
                    isSigned ? signedEndorsement(item, from, to) : endorsement(item, from, to)
                if let credential { _ = made.append(credential, to: "endorsement") }
            }
            if list.isArray, made.count("endorsement") > before {
                report.record(
                    "\(source)/\(name)",
                    before == 0 && !isSigned
                        ? .carried(to: place) : .changed(to: place, how: "as credentials"))
            }
        }
    }

    private mutating func endorsement(
        _ item: JSONValue, _ from: String, _ to: String, token: String? = nil
    ) -> JSON? {
        guard item["revoked"]?.bool != true else {
            report.recordAll(item, from, .lost(why: "revoked endorsements are not made anew"))
            return nil
        }
        guard let claim = item["claim"], let about = claim["id"]?.string,
            let issuer = item["issuer"],
            issuer.isObject || edition == .badge2 && issuer.string?.isEmpty == false
        else { return nil }
        if token != nil { sayAnew(from, to) }
        var credential = head("EndorsementCredential", [Self.base, Self.badges])
        for (name, value) in members(of: item, from, as: "Endorsement", to: to).list {
            credential.set(name, value)
        }
        require("name", &credential, to, "Endorsement", "required in Open Badges 3.0")
        require("validFrom", &credential, to, .string(issuedOn), "the time of the record")
        retype(item, from, to)
        let subjectPlace = "\(to)/credentialSubject"
        var subject = Members()
        subject.set("id", .string(about))
        subject.set("type", ["EndorsementSubject"])
        report.record("\(from)/claim", .changed(to: subjectPlace, how: "the subject"))
        report.record("\(from)/claim/id", .carried(to: "\(subjectPlace)/id"))
        retype(claim, "\(from)/claim", subjectPlace)
        if let comment = claim["endorsementComment"]?.string, !comment.isEmpty {
            subject.set("endorsementComment", .string(comment))
            report.record(
                "\(from)/claim/endorsementComment",
                .carried(to: "\(subjectPlace)/endorsementComment"))
        }
        credential.set("credentialSubject", subject.json)
        if let original = original(item, from, "endorsement", "\(to)/evidence/0/id") {
            _ = credential.append(original, to: "evidence")
        }
        leaveVerification(item, from)
        if let token {
            let index = credential.append(Self.kept(token, "endorsement"), to: "evidence")
            report.keepRest(of: item, from, inToken: "\(to)/evidence/\(index)/id")
        }
        return credential.json
    }

    /// What a signed endorsement says, as one without a proof (UP-01), and the signed text itself
    /// as its evidence (UPG-07). In the report, places below the text are those of its payload.
    private mutating func signedEndorsement(
        _ item: JSONValue, _ from: String, _ to: String
    ) -> JSON? {
        guard let text = item.string, let payload = payload(of: text, from) else { return nil }
        return endorsement(payload, from, to, token: text)
    }

    private mutating func retype(_ value: JSONValue, _ source: String, _ target: String) {
        guard let type = value["type"], !type.isNull else { return }
        report.recordAll(
            type, "\(source)/type", .changed(to: "\(target)/type", how: "the type of the new form"))
    }

    /// How CLR 1.0 is checked has no meaning for the new form.
    mutating func leaveVerification(_ value: JSONValue, _ source: String) {
        for name in ["verification", "verify", "revoked", "revocationReason"] {
            guard let member = value[name], !member.isNull, member.string?.isEmpty != true else {
                continue
            }
            report.recordAll(
                member, "\(source)/\(name)",
                .lost(why: "the new form is checked by a proof and a status of its own"))
        }
    }
}
