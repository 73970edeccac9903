import Credentials
import JSONText

/// What the texts of some elements of a transcript are, where they are more than texts.
enum TranscriptType {
    case decimal, integer, truth, date

    init?(of element: String) {
        switch element {
        case "CourseCreditValue", "CourseCreditEarned", "CourseQualityPointsEarned",
            "CreditHoursAttempted", "CreditHoursEarned", "CreditHoursforGPA":
            self = .decimal
        case "ClassRank", "ClassSize": self = .integer
        case "AcademicCompletionIndicator": self = .truth
        case "CourseAddDate", "CourseDropDate", "CourseBeginDate", "CourseEndDate",
            "AcademicAwardDate", "AcademicCompletionDate":
            self = .date
        case _: return nil
        }
    }

    /// Of the codes of a course there is one.
    static let courseCodes = [
        "CourseCIPCode", "CourseCSISCode", "CourseNCESCode", "CourseSCEDCode", "CourseUSISCode",
    ]

    func fits(_ text: String) -> Bool {
        switch self {
        case .decimal: LearnerRecord2.number(text) != nil
        case .integer: !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
        case .truth: ["true", "false", "1", "0"].contains { text.isSame(as: $0) }
        case .date: text.utf8.count == 10 && Timestamp("\(text)T00:00:00Z") != nil
        }
    }

    var noun: String {
        switch self {
        case .decimal: "a number"
        case .integer: "a whole number"
        case .truth: "true or false"
        case .date: "a day"
        }
    }
}
