import JSONText

extension Conversion {
    /// Makes a draft of a CLR 2.0 from a PESC College Transcript in XML.
    /// - Parameter newID: gives a fresh identifier at each call.
    package init(
        transcript bytes: [UInt8], newID: @escaping () -> String
    ) throws(ConversionError) {
        let root: XMLElement
        do { root = try XMLElement(reading: bytes) } catch { throw .xml(error) }
        guard root.name.local.isSame(as: "CollegeTranscript"),
            root.name.namespace.isEmpty
                || root.name.namespace.utf8.starts(
                    with: "urn:org:pesc:message:CollegeTranscript:".utf8)
        else { throw .notTranscript(root: String(root.name.local.prefix(64))) }
        var budget = PlaceBudget(left: Limits.reportedPlaces)
        try budget.spend(on: root)
        let source = PlacedElement(element: root, place: "/CollegeTranscript[1]")
        var draft = TranscriptImport(newID: newID)
        let made = try draft.record(source)
        draft.report.accountForRest(source)
        self.init(record: made, report: draft.report)
    }
}

/// A transcript on its way to CLR 2.0.
struct TranscriptImport {
    let newID: () -> String
    var report = LossReport()
    private var learner = ""
    private var issuedOn = "1970-01-01T00:00:00Z"
    private var issuer = ""
    private var credentials = 0
    private var described: [JSON] = []
    private var associations: [JSON] = []
    private var left = Limits.repeatedBytes

    init(newID: @escaping () -> String) { self.newID = newID }

    mutating func record(_ source: PlacedElement) throws(ConversionError) -> JSON {
        guard let student = source["Student"], student["AcademicRecord"] != nil else {
            throw .noStudent
        }
        var made = LearnerRecord2.record(id: newID())
        let sending = source["TransmissionData"]
        let learner = subject(student["Person"])
        title(student["Person"], &made)
        if let created = sending?["CreatedDateTime"], let text = created.text {
            issuedOn = LearnerRecord1.zoned(text)
            let isSame = issuedOn.isSame(as: text)
            report.record(
                created.place,
                isSame
                    ? .carried(to: "/validFrom")
                    : .changed(to: "/validFrom", how: "a time without a zone is taken as UTC"))
            made.set("validFrom", .string(issuedOn))
        } else {
            report.add("/validFrom", "required; clr issue writes the time of issuing")
        }
        var subject = learner
        for (index, record) in student.each("AcademicRecord").enumerated() {
            let profile = school(record["School"], isFirst: index == 0)
            if index == 0 { made.set("issuer", profile) }
            try awards(of: record, term: nil, session: nil, &subject)
            for session in record.each("AcademicSession") { try self.session(session, &subject) }
        }
        guard credentials > 0 else { throw .noStudent }
        if !described.isEmpty { subject.set("achievement", .array(described)) }
        if !associations.isEmpty { subject.set("association", .array(associations)) }
        made.set("credentialSubject", subject.json)
        let document = sending?["DocumentID"]
        if let document, document.text != nil {
            report.record(
                document.place,
                .changed(
                    to: "/evidence/0/name", how: Fate.ownIdentifier))
        }
        made.set(
            "evidence",
            .array([
                LearnerRecord2.original(
                    id: nil, name: document?.text ?? "The original transcript",
                    kind: "PESC College Transcript")
            ]))
        return made.json
    }

    // MARK: - Learner and school

    private mutating func title(_ person: PlacedElement?, _ made: inout Members) {
        let name = person?["Name"]
        let parts = ["FirstName", "MiddleName", "LastName"].compactMap { name?[$0]?.text }
        let full = name?["CompositeName"]?.text ?? parts.joined(separator: " ")
        made.set("name", .string("Transcript" + (full.isEmpty ? "" : " of \(full)")))
        report.add("/name", "required in CLR 2.0; made of the learner's name")
    }

    private mutating func subject(_ person: PlacedElement?) -> Members {
        var made = Members()
        learner = newID()
        made.set("id", .string(learner))
        report.add("/credentialSubject/id", "the learner has no address in a transcript")
        made.set("type", ["ClrSubject"])
        guard let person else { return made }
        for line in TranscriptTable.person.lines {
            for element in person.each(line.path) {
                guard let text = element.text else { continue }
                let index = made.append(
                    LearnerRecord2.identity(text, line.target), to: "identifier")
                report.record(
                    element.place,
                    .carried(to: "/credentialSubject/identifier/\(index)/identityHash"))
            }
        }
        return made
    }

    /// The school as a profile; only the first one's stands whole, as the issuer of the record.
    private mutating func school(_ school: PlacedElement?, isFirst: Bool) -> JSON {
        var made = Members()
        issuer = newID()
        made.set("id", .string(issuer))
        made.set("type", ["Profile"])
        guard let school, isFirst else {
            if isFirst { report.add("/issuer", "the transcript names no school") }
            return made.json
        }
        report.add("/issuer/id", "a transcript has no address for the school: put in your own")
        var address = Members()
        for line in TranscriptTable.school.lines {
            for (index, element) in school.each(line.path).enumerated() {
                guard let text = element.text else { continue }
                if line.rule == .identifier {
                    let index = made.append(
                        Self.identifier(text, line.element), to: "otherIdentifier")
                    report.record(
                        element.place, .carried(to: "/issuer/otherIdentifier/\(index)/identifier"))
                    continue
                }
                guard index == 0 else { continue }
                let names = line.target.split(separator: "/").map(String.init)
                if names.count == 3 {
                    address.set(names[2], .string(text))
                } else {
                    made.set(names[1], .string(text))
                }
                report.record(element.place, .carried(to: "/\(line.target)"))
            }
        }
        if !address.list.isEmpty {
            address.set("type", ["Address"])
            made.set("address", address.json)
        }
        return made.json
    }

    private static func identifier(_ text: String, _ element: String) -> JSON {
        [
            "type": "IdentifierEntry", "identifier": .string(text),
            "identifierType": .string("ext:\(element)"),
        ]
    }

    // MARK: - Sessions and what was achieved in them

    private mutating func session(
        _ session: PlacedElement, _ subject: inout Members
    ) throws(ConversionError) {
        let detail = session["AcademicSessionDetail"]
        let term = detail?["SessionName"]?.text ?? detail?["SessionDesignator"]?.text
        var id: String?
        if let detail {
            let made = newID()
            let place = "/credentialSubject/achievement/\(described.count)"
            var maker = AchievementMaker(place: place, credential: "", subject: "")
            maker.take(detail, TranscriptTable.session, &report)
            if maker.achievement.has("name") == false, let term {
                maker.achievement.set("name", .string(term))
            }
            described.append(
                maker.finished(id: made, type: "ext:AcademicSession", name: "Session", &report))
            id = made
        }
        try awards(of: session, term: term, session: id, &subject)
    }

    private mutating func awards(
        of parent: PlacedElement, term: String?, session: String?, _ subject: inout Members
    ) throws(ConversionError) {
        for (element, table, type, name) in [
            ("AcademicAward", TranscriptTable.award, "Degree", "Award"),
            ("AcademicSummary", .summary, "ext:AcademicSummary", "Academic summary"),
            ("Course", .course, "Course", "Course"),
        ] {
            for source in parent.each(element) {
                left -= (term?.utf8.count ?? 0) + 512
                guard left >= 0 else { throw .resultTooLarge }
                let made = award(source, table, type, name, term: term, session: session)
                _ = subject.append(made, to: "verifiableCredential")
                credentials += 1
            }
        }
    }

    private mutating func award(
        _ source: PlacedElement, _ table: TranscriptTable, _ type: String, _ name: String,
        term: String?, session: String?
    ) -> JSON {
        let place = "/credentialSubject/verifiableCredential/\(credentials)"
        var maker = AchievementMaker(
            place: "\(place)/credentialSubject/achievement", credential: place,
            subject: "\(place)/credentialSubject")
        maker.newID = newID
        maker.take(source, table, &report)
        var made = LearnerRecord2.credential(id: newID())
        made.set("issuer", ["id": .string(issuer), "type": ["Profile"]])
        var validFrom = issuedOn
        for (name, value) in maker.credential.list {
            made.set(name, value)
            if case .string(let text) = value, name.isSame(as: "awardedDate") { validFrom = text }
        }
        made.set("validFrom", .string(validFrom))
        report.add("\(place)/validFrom", "when it was awarded, or else the transcript was made")
        var subject = maker.subject
        subject.set("id", .string(learner))
        subject.set("type", ["AchievementSubject"])
        if let term { subject.set("term", .string(term)) }
        let id = newID()
        if let session {
            associations.append([
                "type": "Association", "associationType": "isPartOf", "sourceId": .string(id),
                "targetId": .string(session),
            ])
        }
        subject.set(
            "achievement", maker.finished(id: id, type: type, name: name, &report))
        made.set("credentialSubject", subject.json)
        report.record(
            source.place, .changed(to: place, how: "a credential for what was achieved"))
        return made.json
    }
}
