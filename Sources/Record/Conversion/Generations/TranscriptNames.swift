/// How the two forms of the first generation name the same things.
enum TranscriptNames: Sendable {
    case extendedTranscript, performance

    var issuer: String {
        switch self {
        case .extendedTranscript: "issuer"
        case .performance: "organization"
        }
    }

    var person: String {
        switch self {
        case .extendedTranscript: "person"
        case .performance: "user"
        }
    }

    var records: String {
        switch self {
        case .extendedTranscript: "records"
        case .performance: "progress"
        }
    }

    static let publisher = [
        (from: "name", to: "name"), ("legal_name", "name"), ("url", "url"), ("website", "url"),
        ("phone", "telephone"), ("issuingPersonFullName", "official"), ("logo", "image"),
        ("email", "email"),
    ]

    static let learner = [
        (from: "fullName", to: "name"), ("name", "name"), ("givenName", "givenName"),
        ("middleName", "additionalName"), ("familyName", "familyName"), ("email", "email"),
        ("phone", "telephone"), ("url", "url"), ("studentId", "studentId"),
        ("birthDate", "birthDate"), ("sourcedId", "sourcedId"), ("sourced_id", "sourcedId"),
    ]

    static let achievement = [
        (from: "name", to: "name"), ("title", "name"), ("statement", "name"), ("label", "name"),
        ("description", "description"), ("ext_description", "description"),
        ("courseCode", "humanCode"), ("code", "humanCode"), ("level", "level"),
        ("degree_level", "level"), ("domain", "fieldOfStudy"),
    ]

    /// The type of an achievement, by the kind of entity and by the name of its list.
    static func achievementType(_ kind: String, list: String) -> String {
        switch kind {
        case "Competency", "Degree", "Course", "Assessment", "Certificate": return kind
        case "Program": return "Degree"
        case "CourseSection": return "Course"
        case "Extracurricular", "ExtraCurricular", "CoCurricular": return "Co-Curricular"
        case _: break
        }
        return switch list {
        case "competencies": "Competency"
        case "courses": "Course"
        case "degrees", "programs": "Degree"
        case "assessments": "Assessment"
        case "certificates": "Certificate"
        case "extracurriculars", "extraCurriculars", "coCurriculars": "Co-Curricular"
        case _: "Achievement"
        }
    }
}
