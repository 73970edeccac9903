import JSONText

extension Export {
    static let transcriptNamespace = "urn:org:pesc:message:CollegeTranscript:v1.6.0"

    /// Makes a PESC College Transcript in XML of a CLR 2.0 or a badge. The report names elements
    /// as XPath does.
    /// - Parameter newID: gives a fresh identifier at each call.
    package init(
        transcriptOf source: JSONValue, newID: @escaping () -> String
    ) throws(ConversionError) {
        var transcript = TranscriptExport(source: try RecordSource(source))
        let root = transcript.root(newID)
        bytes = XMLWriter(root, prefix: "ColTrn", namespace: Self.transcriptNamespace).bytes
        transcript.report.accountForRepeats(of: transcript.source)
        transcript.report.accountForRest(
            transcript.source.root, in: "a PESC transcript", opening: transcript.source.tokens)
        transcript.report.settleHolders()
        report = transcript.report
    }
}

/// A record on its way to a transcript.
private struct TranscriptExport {
    private static let recordPlace = "/CollegeTranscript[1]/Student[1]/AcademicRecord[1]"

    let source: RecordSource
    var report = LossReport()
    private var record = Shelf(place: recordPlace)
    private var sessions: [Session] = []
    private var terms: [Text: Int] = [:]
    private var issuer: String?

    init(source: RecordSource) { self.source = source }

    /// What stands side by side, by name.
    private struct Shelf {
        let place: String
        var awards: [XMLElement] = []
        var summaries: [XMLElement] = []
        var courses: [XMLElement] = []

        /// The place of the next one.
        func place(of kind: Kind) -> String {
            let count =
                switch kind {
                case .award: awards.count
                case .summary: summaries.count
                case .course: courses.count
                }
            return "\(place)/\(kind.element)[\(count + 1)]"
        }

        mutating func add(_ element: XMLElement, as kind: Kind) {
            switch kind {
            case .award: awards.append(element)
            case .summary: summaries.append(element)
            case .course: courses.append(element)
            }
        }
    }

    private struct Session {
        var detail: XMLElement
        var shelf: Shelf
    }

    mutating func root(_ newID: () -> String) -> XMLElement {
        issuer = source.root.first("issuer")?.text ?? source.root["issuer"]?["id"]?.text
        let sending = sending(newID)
        let person = person()
        let school = school()
        // Sessions that the record describes come before those that a term only names.
        for award in source.awards where award.achievement.isSession { describe(award) }
        for award in source.awards where !award.achievement.isSession { put(award) }
        var children = [school]
        children += record.awards + record.summaries
        for session in sessions {
            children.append(
                XMLElement(
                    "AcademicSession",
                    [session.detail] + session.shelf.awards + session.shelf.courses
                        + session.shelf.summaries))
        }
        children += record.courses
        if children.count == 1 {
            report.add(
                Self.recordPlace,
                "nothing in the record is a course, an award or a summary that was earned: the "
                    + "transcript is empty")
        }
        let student = XMLElement("Student", [person, XMLElement("AcademicRecord", children)])
        return XMLElement("CollegeTranscript", [sending, student])
    }

    // MARK: - Around the record

    private mutating func sending(_ newID: () -> String) -> XMLElement {
        let place = "/CollegeTranscript[1]/TransmissionData[1]"
        let original = source.root.each("evidence").first {
            $0["genre"]?.text?.isSame(as: "PESC College Transcript") == true
        }
        let document = original?["name"] ?? source.root["id"]
        var tree = ElementTree("TransmissionData", at: place)
        put(document, ["DocumentID"], in: &tree)
        if let (at, text) = source.root.first("validFrom", "issuanceDate") {
            put(text, at, ["CreatedDateTime"], in: &tree)
        }
        for (name, value) in [
            ("DocumentTypeCode", "StudentRequest"), ("TransmissionType", "Original"),
        ] {
            _ = tree.put(value, at: [name])
            report.add("\(place)/\(name)[1]", "required; the record does not say why it is sent")
        }
        tree.append(XMLElement("Source", [XMLElement("Organization", organization())]))
        tree.append(XMLElement("Destination", [XMLElement("Organization")]))
        report.add("\(place)/Destination[1]", "required: put in to whom the transcript goes")
        return tree.element
    }

    private func organization() -> [XMLElement] {
        guard let name = source.root["issuer"]?["name"]?.text else { return [] }
        return [XMLElement("OrganizationName", text: XMLWriter.sayable(name))]
    }

    private mutating func person() -> XMLElement {
        var tree = ElementTree("Person", at: "/CollegeTranscript[1]/Student[1]/Person[1]")
        let subject = source.root.each("credentialSubject").first { $0.value.isObject }
        let known = subject?.each("identifier") ?? []
        for line in TranscriptTable.person.lines {
            for entry in known where entry["hashed"]?.value.bool != true {
                guard entry["identityType"]?.text?.isSame(as: line.target) == true,
                    let place = put(entry["identityHash"], line.path, in: &tree)
                else { continue }
                for name in ["identityType", "type", "hashed"] {
                    guard let member = entry[name] else { continue }
                    report.recordAll(
                        member.value, member.place,
                        .changed(to: place, how: "the name of the element says it"))
                }
            }
        }
        return tree.element
    }

    private mutating func school() -> XMLElement {
        var tree = ElementTree("School", at: "\(Self.recordPlace)/School[1]")
        guard let issuer = source.root["issuer"], issuer.value.isObject else {
            return tree.element
        }
        for line in TranscriptTable.school.lines {
            if line.rule == .identifier {
                putIdentifiers(issuer, line, in: &tree)
            } else {
                let names = line.target.split(separator: "/").dropFirst()
                let member = names.reduce(Optional(issuer)) { $0?[String($1)] }
                put(member, line.path, in: &tree)
            }
        }
        says(issuer, "type", tree.place)
        return tree.element
    }

    // MARK: - Sessions and what was achieved

    private mutating func describe(_ award: AwardedAchievement) {
        guard let name = award.achievement["name"]?.text, terms[Text(name)] == nil else { return }
        let place = "\(Self.recordPlace)/AcademicSession[\(sessions.count + 1)]"
        var tree = ElementTree(
            "AcademicSessionDetail", at: "\(place)/AcademicSessionDetail[1]")
        fill(&tree, TranscriptTable.session, award)
        terms[Text(name)] = sessions.count
        sessions.append(Session(detail: tree.element, shelf: Shelf(place: place)))
    }

    private mutating func put(_ award: AwardedAchievement) {
        guard let kind = Kind(award) else {
            let what = award.achievement["achievementType"]?.text ?? "of no type"
            for part in [award.credential, award.achievement] {
                guard let part, !report.accounts(for: part.place) else { continue }
                report.recordAll(
                    part.value, part.place,
                    .lost(
                        why:
                            "a transcript tells courses, awards and summaries that were earned; "
                            + "this is an achievement: \(what.prefix(64))"
                    ))
            }
            return
        }
        guard let term = award.subject?["term"], let name = term.text else {
            let made = element(of: award, kind, at: record.place(of: kind))
            record.add(made, as: kind)
            return
        }
        let index: Int
        if let known = terms[Text(name)] {
            index = known
        } else {
            index = sessions.count
            let detail = XMLElement(
                "AcademicSessionDetail",
                [XMLElement("SessionName", text: XMLWriter.sayable(name))])
            let place = "\(Self.recordPlace)/AcademicSession[\(index + 1)]"
            terms[Text(name)] = index
            sessions.append(Session(detail: detail, shelf: Shelf(place: place)))
        }
        report.record(
            term.place,
            .changed(
                to: "\(sessions[index].shelf.place)/AcademicSessionDetail[1]",
                how: "it stands in the session of this name"))
        let made = element(of: award, kind, at: sessions[index].shelf.place(of: kind))
        sessions[index].shelf.add(made, as: kind)
    }

    private mutating func element(
        of award: AwardedAchievement, _ kind: Kind, at place: String
    ) -> XMLElement {
        var tree = ElementTree(kind.element, at: place)
        fill(&tree, kind.table, award)
        return tree.element
    }

    // MARK: - Members to elements

    private mutating func fill(
        _ tree: inout ElementTree, _ table: TranscriptTable, _ award: AwardedAchievement
    ) {
        for line in table.lines { fill(&tree, line, award) }
        says(award.achievement, "achievementType", tree.place)
        for part in [award.credential, award.subject, award.achievement] {
            if let part { says(part, "type", tree.place) }
        }
    }

    private mutating func fill(
        _ tree: inout ElementTree, _ line: TranscriptTable.Line, _ award: AwardedAchievement
    ) {
        switch line.rule {
        case .text, .number, .date: fill(member: line, award, &tree)
        case .tag:
            let start = "\(line.element):"
            for tag in award.achievement.each("tag") {
                guard let text = tag.text, text.utf8.starts(with: start.utf8) else { continue }
                let rest = String(decoding: text.utf8.dropFirst(start.utf8.count), as: UTF8.self)
                let written = XMLWriter.sayable(rest)
                guard fits(written, tag, line.path), !written.isEmpty,
                    let place = tree.put(written, at: line.path)
                else { continue }
                report.record(
                    tag.place, .changed(to: place, how: "without the name before it"))
            }
        case .identifier: putIdentifiers(award.achievement, line, in: &tree)
        case .result: fill(result: line, award, &tree)
        case .code: fill(code: line, award, &tree)
        case .school:
            guard let other = award.credential?["issuer"], let id = other["id"]?.text,
                !id.isSame(as: issuer ?? ""), let name = other["name"]
            else { return }
            put(name, line.path, in: &tree)
        case .identity: break
        }
    }

    private mutating func fill(
        member line: TranscriptTable.Line, _ award: AwardedAchievement, _ tree: inout ElementTree
    ) {
        let names = line.target.split(separator: "/").map(String.init)
        let holder: Placed? =
            switch names[0] {
            case "credential": award.credential
            case "subject": award.subject
            case _: award.achievement
            }
        var member = holder?[names[1]]
        if member == nil, names[1].isSame(as: "awardedDate") {
            member = holder?.first("validFrom", "issuanceDate")?.at
        }
        guard let member, let text = member.text else { return }
        if line.rule == .date {
            let day = String(decoding: text.utf8.prefix(10), as: UTF8.self)
            put(day, member, line.path, in: &tree, how: "the day alone")
        } else {
            put(member, line.path, in: &tree)
        }
        if names[1].isSame(as: "fieldOfStudy") {
            put(holder?["specialization"], line.path, in: &tree)
        }
    }

    private mutating func fill(
        result line: TranscriptTable.Line, _ award: AwardedAchievement, _ tree: inout ElementTree
    ) {
        let fitting = award.results.filter { result in
            award.description(of: result)?["resultType"]?.text?.isSame(as: line.target) == true
        }
        let isGrade = line.target.isSame(as: "LetterGrade")
        let others = isGrade ? award.results.filter { $0["value"]?.text != nil } : []
        guard let result = fitting.first ?? others.first, let value = result["value"] else {
            return
        }
        let description = award.description(of: result)
        let type = description?["resultType"]?.text ?? "no type"
        guard
            let place = put(
                value, line.path, in: &tree,
                how: fitting.isEmpty ? "a result of \(type.prefix(64))" : nil)
        else { return }
        says(result, "type", place)
        says(result, "resultDescription", place)
        for name in ["id", "name", "type", "resultType"] {
            if let description { says(description, name, place) }
        }
    }

    private mutating func fill(
        code line: TranscriptTable.Line, _ award: AwardedAchievement, _ tree: inout ElementTree
    ) {
        guard let member = award.achievement["humanCode"], let code = member.text else { return }
        let words = XMLWriter.sayable(code).split(separator: " ")
        guard let last = words.last else { return }
        if line.element.isSame(as: "CourseNumber") {
            put(String(last), member, line.path, in: &tree, how: "its last word")
        } else if words.count > 1 {
            _ = tree.put(words.dropLast().joined(separator: " "), at: line.path)
        }
    }

    private mutating func putIdentifiers(
        _ holder: Placed, _ line: TranscriptTable.Line, in tree: inout ElementTree
    ) {
        for entry in holder.each("otherIdentifier") {
            let isChoice = TranscriptType.courseCodes.contains { $0.isSame(as: line.element) }
            let hasCode = tree.element.children.contains { child in
                TranscriptType.courseCodes.contains { $0.isSame(as: child.name.local) }
            }
            if isChoice, hasCode { continue }
            guard entry["identifierType"]?.text?.isSame(as: "ext:\(line.element)") == true,
                let place = put(entry["identifier"], line.path, in: &tree)
            else { continue }
            says(entry, "identifierType", place)
            says(entry, "type", place)
        }
    }

    /// A member whose sense the element itself has.
    private mutating func says(_ holder: Placed, _ name: String, _ place: String) {
        guard let member = holder[name] else { return }
        report.recordAll(
            member.value, member.place, .changed(to: place, how: "the element itself says it"))
    }

    /// Whether the text is of the type that the standard has here; what is not is told as lost.
    private mutating func fits(_ text: String, _ member: Placed, _ path: [String]) -> Bool {
        guard let element = path.last, let type = TranscriptType(of: element),
            !type.fits(text)
        else { return true }
        report.record(
            member.place,
            .lost(why: "a PESC transcript has \(type.noun) in \(element), and this is none"))
        return false
    }

    @discardableResult
    private mutating func put(
        _ member: Placed?, _ path: [String], in tree: inout ElementTree, how: String? = nil
    ) -> String? {
        guard let member, let text = member.text else { return nil }
        return put(text, member, path, in: &tree, how: how)
    }

    @discardableResult
    private mutating func put(
        _ text: String, _ member: Placed, _ path: [String], in tree: inout ElementTree,
        how: String? = nil
    ) -> String? {
        let written = XMLWriter.sayable(text)
        guard fits(written, member, path), !written.isEmpty,
            let place = tree.put(written, at: path)
        else { return nil }
        let isSame = written.isSame(as: member.text ?? "")
        report.record(
            member.place,
            isSame && how == nil
                ? .carried(to: place)
                : .changed(to: place, how: how ?? "without what XML cannot say"))
        return place
    }
}

/// What an achievement is in a transcript.
private enum Kind {
    case award, summary, course

    init?(_ award: AwardedAchievement) {
        guard award.subject != nil else { return nil }
        let type = award.achievement["achievementType"]?.text ?? ""
        let awards = [
            "Degree", "Diploma", "Certificate", "License", "SecondarySchoolDiploma",
            "GeneralEducationDevelopment", "CertificateOfCompletion", "MasterCertificate",
        ]
        if type.isSame(as: "ext:AcademicSummary") {
            self = .summary
        } else if awards.contains(where: { type.isSame(as: $0) }) || type.hasSuffix("Degree")
            || type.hasSuffix("Doctorate")
        {
            self = .award
        } else if type.isSame(as: "Course") || award.subject?["creditsEarned"] != nil
            || award.subject?["term"] != nil || award.achievement["creditsAvailable"] != nil
        {
            self = .course
        } else {
            return nil
        }
    }

    var element: String {
        switch self {
        case .award: "AcademicAward"
        case .summary: "AcademicSummary"
        case .course: "Course"
        }
    }

    var table: TranscriptTable {
        switch self {
        case .award: .award
        case .summary: .summary
        case .course: .course
        }
    }
}

extension Placed {
    fileprivate var isSession: Bool {
        self["achievementType"]?.text?.isSame(as: "ext:AcademicSession") == true
    }
}
