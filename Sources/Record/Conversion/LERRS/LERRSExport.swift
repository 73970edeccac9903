import JSONText

extension Conversion {
    /// Makes a draft of an LER-RS 4.5 (HR Open Standards) of a CLR 2.0 or a badge. Each credential
    /// inside goes into it as it is, with its proofs: these hold on.
    /// - Parameter newID: gives a fresh identifier at each call.
    package init(
        resumeOf source: JSONValue, newID: @escaping () -> String
    ) throws(ConversionError) {
        var export = ResumeExport(source: try RecordSource(source), newID: newID)
        let made = export.credential()
        export.report.accountForRepeats(of: export.source)
        export.report.accountForRest(
            export.source.root, in: "LER-RS", opening: export.source.tokens)
        self.init(record: made, report: export.report)
    }
}

/// A record on its way to a résumé.
private struct ResumeExport {
    private static let schemas = "http://schema.hropenstandards.org/4.5/recruiting/json"

    let source: RecordSource
    let newID: () -> String
    var report = LossReport()

    init(source: RecordSource, newID: @escaping () -> String) {
        self.source = source
        self.newID = newID
    }

    mutating func credential() -> JSON {
        var made = Members()
        made.set(
            "@context",
            [
                "https://www.w3.org/2018/credentials/v1",
                .string("\(Self.schemas)/VerifiableCredentialLER-RSType.json"),
            ])
        made.set("id", .string(newID()))
        made.set("type", ["VerifiableCredential", "LER-RS VC"])
        if source.isRecord {
            report.says(source.root["type"], at: "/type", how: "the types of LER-RS")
            if let (at, _) = source.root.first("validFrom", "issuanceDate") {
                report.put(at, "issuanceDate", in: &made, at: "")
            }
            report.put(
                source.root.first("validUntil", "expirationDate")?.at, "expirationDate", in: &made,
                at: "")
            let issuer = source.root["issuer"]
            report.put(issuer?["id"] ?? issuer, "issuer", in: &made, at: "")
        }
        made.set("credentialSubject", subject())
        return made.json
    }

    private mutating func subject() -> JSON {
        let place = "/credentialSubject"
        let subject = source.root.each("credentialSubject").first { $0.value.isObject }
        var made = Members()
        if source.isRecord { report.put(subject?["id"], "id", in: &made, at: place) }
        made.set("type", .string("\(Self.schemas)/LER-RSType.json"))
        if source.isRecord {
            report.says(subject?["type"], at: "\(place)/type", how: "the type of LER-RS")
        }
        made.set("documentId", ["value": .string(newID())])
        learner(subject, &made)
        if source.isRecord { narrate(&made) }
        for award in source.awards {
            guard let credential = award.credential else { continue }
            put(award, credential, &made)
        }
        for token in source.isRecord ? subject?.each("verifiableCredential") ?? [] : []
        where token.value.isString && source.tokens[token.place] == nil {
            let index = made.append(
                ["verifications": [.verbatim(token.value)]], to: "certifications")
            report.record(
                token.place,
                .carried(to: "\(place)/certifications/\(index)/verifications/0"))
        }
        return made.json
    }

    /// What is said of the record itself, by the name of each member.
    private mutating func narrate(_ made: inout Members) {
        let issuer = source.root["issuer"]
        let told =
            [
                ("name", source.root["name"]), ("description", source.root["description"]),
                ("id", source.root["id"]), ("partial", source.root["partial"]),
                ("issuer", issuer?["name"]),
            ] + (issuer.map(Self.contact) ?? [])
        var texts: [JSON] = []
        for (name, member) in told {
            guard let member, let text = member.text else { continue }
            let place = "/credentialSubject/narratives/0/texts/\(texts.count)/lines/0"
            report.went(member, to: place, as: text, how: nil)
            texts.append(["name": .string(name), "lines": [.string(text)]])
        }
        guard !texts.isEmpty else { return }
        made.set("narratives", [["name": "Record", "texts": .array(texts)]])
    }

    /// How the issuer is reached.
    private static func contact(_ issuer: Placed) -> [(String, Placed?)] {
        let address = issuer["address"]
        let lines = [
            "streetAddress", "postOfficeBoxNumber", "postalCode", "addressLocality",
            "addressRegion", "addressCountry", "addressCountryCode",
        ]
        return ["url", "email", "phone"].map { ("issuer \($0)", issuer[$0]) }
            + lines.map { ("issuer \($0)", address?[$0]) }
    }

    private mutating func learner(_ subject: Placed?, _ made: inout Members) {
        var name = Members()
        var communication = Members()
        var address = Members()
        let place = "/credentialSubject"
        for entry in source.isRecord ? subject?.each("identifier") ?? [] : [] {
            guard entry["hashed"]?.value.bool != true, let value = entry["identityHash"],
                let text = value.text, let type = entry["identityType"]?.text
            else { continue }
            let target: String
            switch type {
            case "ext:fullName", "name": target = member(value, "formattedName", &name)
            case "ext:givenName": target = member(value, "given", &name)
            case "ext:familyName": target = member(value, "family", &name)
            case "emailAddress":
                let index = communication.append(["address": .string(text)], to: "email")
                target = "\(place)/communication/email/\(index)/address"
            case "ext:telephone":
                let index = communication.append(["formattedNumber": .string(text)], to: "phone")
                target = "\(place)/communication/phone/\(index)/formattedNumber"
            case "ext:url":
                let index = communication.append(
                    ["name": "Website", "url": .string(text)], to: "web")
                target = "\(place)/communication/web/\(index)/url"
            case "ext:streetAddress": target = line("line", &address, text)
            case "ext:addressLocality": target = line("city", &address, text)
            case "ext:postalCode": target = line("postalCode", &address, text)
            case "ext:addressCountry", "ext:addressCountryCode":
                guard text.utf8.count == 2, !address.has("countryCode") else { continue }
                target = line("countryCode", &address, text)
            case "ext:addressRegion":
                let index = address.append(
                    ["type": "state", "value": .string(text)], to: "countrySubDivisions")
                target = "\(place)/communication/address/0/countrySubDivisions/\(index)/value"
            case _: continue
            }
            report.went(value, to: target, as: text, how: nil)
            for name in ["identityType", "type", "hashed"] {
                report.says(entry[name], at: target, how: "the name of the member says it")
            }
        }
        if !name.has("formattedName"), !name.list.isEmpty {
            let parts = name.list.compactMap { member -> String? in
                if case .string(let text) = member.value { text } else { nil }
            }
            name.set("formattedName", .string(parts.joined(separator: " ")))
            report.add("\(place)/person/name/formattedName", "made of the parts of the name")
        }
        if !name.list.isEmpty { made.set("person", ["name": name.json]) }
        if !address.list.isEmpty { communication.set("address", [address.json]) }
        if !communication.list.isEmpty { made.set("communication", communication.json) }
    }

    private func line(_ name: String, _ address: inout Members, _ text: String) -> String {
        address.set(name, .string(text))
        return "/credentialSubject/communication/address/0/\(name)"
    }

    private func member(_ value: Placed, _ name: String, _ made: inout Members) -> String {
        if let text = value.text { made.set(name, .string(text)) }
        return "/credentialSubject/person/name/\(name)"
    }

    /// The credential under what it is in a résumé, and what a reader without keys sees of it.
    private mutating func put(
        _ award: AwardedAchievement, _ credential: Placed, _ made: inout Members
    ) {
        let isLearning = Self.isLearning(award)
        let list = isLearning ? "educationAndLearnings" : "certifications"
        let place = "/credentialSubject/\(list)/\(made.count(list))"
        let kept = award.enclosing ?? credential
        report.recordAll(kept.value, kept.place, .carried(to: "\(place)/verifications/0"))
        report.recordContents(
            of: source.tokens, in: kept, at: "\(place)/verifications/0",
            how: "inside the token, kept whole")
        let name = award.achievement["name"]?.text ?? "Achievement"
        var item = Members()
        if isLearning {
            if let school = credential["issuer"]?["name"]?.text {
                item.set("institution", ["name": .string(school)])
            }
            for (from, to) in [("activityStartDate", "start"), ("activityEndDate", "end")] {
                guard let date = award.subject?[from]?.text else { continue }
                item.set(to, .string(String(decoding: date.utf8.prefix(10), as: UTF8.self)))
            }
            item.set("educationDegrees", [["name": .string(name)]])
        } else {
            item.set("name", .string(name))
        }
        report.add(place, "what the credential says, told again for readers without keys")
        item.set("verifications", [.verbatim(kept.value)])
        if award.enclosing == nil, credential["proof"] == nil {
            report.add(
                "\(place)/verifications/0",
                "it has no proof: nobody vouches for it until its issuer signs it")
        }
        _ = made.append(item.json, to: list)
        guard award.achievement["achievementType"]?.text?.isSame(as: "Competency") == true else {
            return
        }
        let index = made.append(["name": .string(name)], to: "skills")
        report.add("/credentialSubject/skills/\(index)", "a competency, told as a skill too")
    }

    private static func isLearning(_ award: AwardedAchievement) -> Bool {
        guard let type = award.achievement["achievementType"]?.text else { return false }
        let learning = [
            "Course", "Degree", "Diploma", "Competency", "LearningProgram", "Assignment",
            "Assessment", "SecondarySchoolDiploma", "GeneralEducationDevelopment", "Fieldwork",
            "CoCurricular",
        ]
        return learning.contains { type.isSame(as: $0) } || type.hasSuffix("Degree")
            || type.hasSuffix("Doctorate")
    }
}
