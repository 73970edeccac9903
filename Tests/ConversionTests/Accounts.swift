import Credentials
import JSONText
import Testing
import Verification

@testable import Conversion

/// What must be true of every report.
enum Accounts {
    /// A counter that gives identifiers, the same ones in each run.
    static func identifiers() -> () -> String {
        var next = 0
        return {
            next += 1
            return "urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + next)"
        }
    }

    static func json(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    static func read(_ json: JSON) throws -> JSONValue {
        try JSONDocument(parsing: json.serialized()).root
    }

    /// Every place of the source that the report does not name; what stands in an envelope has
    /// its places too.
    static func unaccounted(
        _ value: JSONValue, _ place: String = "", _ report: LossReport
    ) -> [String] {
        let inside =
            LossReport.children(of: value) + said(value).map(LossReport.children(of:)).joined()
        return inside.reduce(report.accounts(for: place) ? [] : [place]) {
            $0 + unaccounted($1.value, place + $1.token, report)
        }
    }

    /// What a text says that is an envelope's token.
    static func said(_ value: JSONValue) -> [JSONValue] {
        guard let text = value.string, text.utf8.starts(with: "data:application/vc+".utf8),
            let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")),
            let token = try? CompactToken(reading: Array(text.utf8[comma...].dropFirst()))
        else { return [] }
        return [token.credential]
    }

    static func unaccounted(
        _ element: XMLElement, _ place: String, _ report: LossReport
    ) -> [String] {
        element.steps.reduce(report.accounts(for: place) ? [] : [place]) {
            $0 + unaccounted($1.child, place + $1.step, report)
        }
    }

    /// Entries that say a value went somewhere, where nothing stands; and carried scalars that
    /// differ from the source.
    static func untrue(
        _ report: LossReport, from source: (String) -> String?, to made: (String) -> String?,
        exists: (String) -> Bool
    ) -> [String] {
        report.entries.compactMap { entry in
            switch entry.fate {
            case .lost: nil
            case .changed(let place, _):
                exists(place) ? nil : "\(entry.source) > \(place) does not exist"
            case .carried(let place):
                if !exists(place) {
                    "\(entry.source) > \(place) does not exist"
                } else if let text = source(entry.source), made(place)?.isSame(as: text) != true {
                    "\(entry.source) differs at \(place)"
                } else {
                    nil
                }
            }
        }
    }

    /// Values that are told as lost, and hold something that stands in the target.
    static func lostHolders(_ report: LossReport) -> [String] {
        var found: Set<String> = []
        for entry in report.entries where entry.fate.target != nil {
            var place = entry.source
            while let parent = LossReport.parent(of: place) {
                place = parent
                if report.fate(of: parent)?.name == "lost" { found.insert(parent) }
            }
        }
        return found.sorted()
    }

    /// A value by its pointer, which goes on in what an envelope says.
    private static func value(_ root: JSONValue, at place: String) -> JSONValue? {
        JSONPointer(place)?.tokens.reduce(Optional(root)) { value, token in
            guard let value else { return nil }
            return (said(value).first ?? value)[JSONPointer([token])]
        }
    }

    /// A scalar by its pointer.
    static func scalar(_ root: JSONValue) -> (String) -> String? {
        { place in
            let value = value(root, at: place)
            return value?.string ?? value?.numberText ?? value?.bool.map { "\($0)" }
        }
    }

    static func exists(_ root: JSONValue) -> (String) -> Bool {
        { place in value(root, at: place) != nil }
    }

    /// An element by its path.
    static func element(_ root: XMLElement, _ path: String) -> XMLElement? {
        var found: XMLElement?
        for step in path.split(separator: "/").map(String.init) {
            if let parent = found {
                found = parent.steps.first { $0.step == "/\(step)" }?.child
                guard found != nil else { return nil }
            } else {
                found = step == "\(root.name.local)[1]" ? root : nil
            }
        }
        return found
    }

    static func scalar(_ root: XMLElement) -> (String) -> String? {
        { path in
            guard let found = element(root, path), found.children.isEmpty else { return nil }
            return found.text
        }
    }

    /// What two reports together say of a value: where it is after going there and back, and
    /// whether it was carried all the way.
    static func wayBack(
        _ there: LossReport, _ back: LossReport
    ) -> [(source: String, place: String, isCarried: Bool)] {
        there.entries.compactMap { entry in
            guard let middle = entry.fate.target, let fate = back.fate(of: middle),
                let place = fate.target
            else { return nil }
            return (entry.source, place, entry.fate.name == "carried" && fate.name == "carried")
        }
    }

    /// Values that both reports call carried, and that came back another.
    static func broken(
        _ there: LossReport, _ back: LossReport, from source: (String) -> String?,
        to made: (String) -> String?
    ) -> [String] {
        wayBack(there, back).compactMap { from, place, isCarried in
            guard isCarried, let text = source(from) else { return nil }
            return made(place)?.isSame(as: text) == true
                ? nil : "\(from) came back to \(place) as \(made(place) ?? "nothing")"
        }
    }

    static func shapeFaults(_ made: JSONValue) async -> [String] {
        let verifier = Verifier(clock: { Timestamp(seconds: 1_800_000_000) })
        let verdict = await verifier.verify(Array(made.bytes)).verdict
        return ([verdict] + verdict.contents).flatMap(\.checks)
            .filter { check in
                let asked = ["shape.", "type.", "context."].contains {
                    check.code.utf8.starts(with: $0.utf8)
                }
                return asked && check.outcome == .failed
            }
            .map { "\($0.at?.description ?? "") \($0.message)" }
    }

    /// A record of this project with something of everything that goes elsewhere.
    static func record() throws -> JSONValue {
        try json(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
              "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
              "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id": "urn:uuid:record", "type": ["VerifiableCredential", "ClrCredential"],
            "name": "Record of Mirela Tamm", "validFrom": "2026-06-01T10:00:00Z",
            "issuer": {"id": "https://hollin.example/", "type": ["Profile"], "name": "Hollin College",
              "email": "registry@hollin.example", "url": "https://hollin.example/",
              "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "00123400",
                "identifierType": "ext:OPEID"}],
              "address": {"type": ["Address"], "streetAddress": "1 Quay", "addressLocality": "Hollin"}},
            "house:pet": {"name": "Rex", "ages": [1, 2], "none": null},
            "proof": {"type": "DataIntegrityProof", "proofValue": "z1"},
            "credentialSubject": {"id": "did:key:zMirela", "type": ["ClrSubject"],
              "identifier": [
                {"type": "IdentityObject", "hashed": false, "identityHash": "Mirela",
                 "identityType": "ext:givenName"},
                {"type": "IdentityObject", "hashed": false, "identityHash": "Tamm",
                 "identityType": "ext:familyName"},
                {"type": "IdentityObject", "hashed": false, "identityHash": "2001-02-03",
                 "identityType": "ext:dateOfBirth"},
                {"type": "IdentityObject", "hashed": false, "identityHash": "m@hollin.example",
                 "identityType": "emailAddress"},
                {"type": "IdentityObject", "hashed": false, "identityHash": "S-42",
                 "identityType": "ext:studentId"},
                {"type": "IdentityObject", "hashed": true, "identityHash": "sha256$ab",
                 "identityType": "emailAddress", "salt": "s"}],
              "association": [{"type": "Association", "associationType": "isPartOf",
                "sourceId": "urn:uuid:a1", "targetId": "urn:uuid:a2"}],
              "achievement": [{"id": "urn:uuid:a4", "type": ["Achievement"], "name": "Pool",
                "description": "d", "criteria": {"narrative": "c"}}],
              "verifiableCredential": [
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:c1", "type": ["VerifiableCredential", "AchievementCredential"],
                 "name": "Tidal ecology, passed", "validFrom": "2026-05-01T00:00:00Z",
                 "awardedDate": "2026-05-01T00:00:00Z",
                 "issuer": {"id": "https://hollin.example/", "type": ["Profile"],
                   "name": "Hollin College"},
                 "evidence": [{"id": "https://hollin.example/essay", "type": ["Evidence"],
                   "name": "Essay", "narrative": "On tides"}],
                 "credentialSubject": {"id": "did:key:zMirela", "type": ["AchievementSubject"],
                   "creditsEarned": 4.50, "term": "Spring 2026", "role": "Learner",
                   "licenseNumber": "L-1", "narrative": "With field work",
                   "activityStartDate": "2026-01-10T00:00:00Z",
                   "activityEndDate": "2026-04-30T00:00:00Z",
                   "result": [{"type": ["Result"], "resultDescription": "urn:uuid:r1",
                     "value": "A-", "status": "Completed"},
                     {"type": ["Result"], "resultDescription": "urn:uuid:r2",
                      "achievedLevel": "urn:uuid:l1"}],
                   "achievement": {"id": "urn:uuid:a1", "type": ["Achievement"],
                     "achievementType": "Course", "name": "Tidal ecology", "description": "Shores",
                     "criteria": {"id": "https://hollin.example/c", "narrative": "Pass"},
                     "humanCode": "ECO 201", "creditsAvailable": 5, "fieldOfStudy": "Ecology",
                     "inLanguage": "en-GB", "tag": ["CourseLevel:Upper", "tides"],
                     "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "7",
                       "identifierType": "ext:CourseSectionNumber"}],
                     "alignment": [{"type": ["Alignment"], "targetName": "Observe",
                       "targetUrl": "https://case.example/1", "targetFramework": "F",
                       "targetCode": "O.1", "targetDescription": "To look"}],
                     "creator": {"id": "https://hollin.example/bio", "type": ["Profile"],
                       "name": "Biology"},
                     "resultDescription": [{"id": "urn:uuid:r1", "type": ["ResultDescription"],
                       "name": "Final grade", "resultType": "LetterGrade"},
                       {"id": "urn:uuid:r2", "type": ["ResultDescription"], "name": "Craft",
                        "resultType": "RubricCriterionLevel", "rubricCriterionLevel": [
                          {"id": "urn:uuid:l1", "type": ["RubricCriterionLevel"],
                           "name": "Mastered"}]}]}}},
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:c2", "type": ["VerifiableCredential", "AchievementCredential"],
                 "validFrom": "2026-06-01T00:00:00Z",
                 "issuer": {"id": "https://other.example/", "type": ["Profile"], "name": "Other"},
                 "proof": {"type": "DataIntegrityProof", "proofValue": "z2"},
                 "credentialSubject": {"id": "did:key:zMirela", "type": ["AchievementSubject"],
                   "achievement": {"id": "urn:uuid:a2", "type": ["Achievement"],
                     "achievementType": "Certificate", "name": "=HYPERLINK(\\"http://x\\")",
                     "description": "-1+1", "criteria": {"narrative": "a, \\"b\\"\\nc"}}}},
                {"@context": ["https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
                 "id": "urn:uuid:c3", "type": ["VerifiableCredential", "AchievementCredential"],
                 "validFrom": "2026-06-01T00:00:00Z",
                 "issuer": {"id": "https://hollin.example/", "type": ["Profile"]},
                 "credentialSubject": {"id": "did:key:zMirela", "type": ["AchievementSubject"],
                   "achievement": {"id": "urn:uuid:a3", "type": ["Achievement"],
                     "achievementType": "Competency", "name": "Sampling", "description": "s",
                     "criteria": {"narrative": "c"}}}},
                "eyJh.eyJi.c2ln"]}}
            """)
    }

    /// All real CLR 2.0 samples in JSON.
    static let samples = [
        "dc-bootcamp/embedded__unsignedClr", "learncard/clr__competency-aligned",
        "learncard/clr__great-plains-full", "learncard/clr__minimal",
        "learncard/clr__multi-achievement", "learncard/clr__university-transcript",
        "validator/simple-noproof", "validator/simple", "validator/simple_v1",
    ]
}
