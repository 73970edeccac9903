import JSONText

extension Upgrade {
    /// Endorsements become credentials of their own, unsigned: their issuers signed other words.
    mutating func endorsements(
        _ value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        guard let list = value[edition.endorsements] else { return }
        let place = "\(target)/endorsement"
        for (from, item) in Self.placed(list, "\(source)/\(edition.endorsements)") {
            guard item["revoked"]?.bool != true, let claim = item["claim"],
                let about = claim["id"]?.string, let issuer = item["issuer"],
                issuer.isObject || edition == .badge2 && issuer.string?.isEmpty == false
            else { continue }
            let to = "\(place)/\(made.count("endorsement"))"
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
                credential.set("evidence", .array([original]))
            }
            _ = made.append(credential.json, to: "endorsement")
        }
        if list.isArray, made.count("endorsement") > 0 {
            report.record("\(source)/\(edition.endorsements)", .carried(to: place))
        }
    }

    private mutating func retype(_ value: JSONValue, _ source: String, _ target: String) {
        guard let type = value["type"], !type.isNull else { return }
        report.recordAll(
            type, "\(source)/type", .changed(to: "\(target)/type", how: "the type of the new form"))
    }

    /// What is signed is kept whole, as evidence; it is not made anew.
    mutating func signed(
        _ value: JSONValue, _ source: String, _ made: inout Members, _ target: String
    ) {
        for name in ["signedAssertions", "signedEndorsements"] {
            guard let list = value[name] else { continue }
            let first = made.count("evidence")
            for (from, item) in Self.placed(list, "\(source)/\(name)") {
                guard let token = item.string, !token.isEmpty else { continue }
                let index = made.append(
                    [
                        "id": .string("data:application/jose,\(token)"), "type": ["Evidence"],
                        "name": "A part of the original that is signed by itself",
                    ], to: "evidence")
                report.record(
                    from,
                    .changed(
                        to: "\(target)/evidence/\(index)/id",
                        how: "kept whole as a data URL; its content was not converted"))
            }
            if list.isArray, made.count("evidence") > first {
                report.record(
                    "\(source)/\(name)", .changed(to: "\(target)/evidence", how: "one for each"))
            }
        }
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
