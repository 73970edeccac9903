@testable import Conversion

/// The order of elements in a PESC College Transcript 1.6.0, as far as they are written: each line
/// is a parent and what stands in it, in this order. A star: any number; of those with a bar
/// between them, one.
enum TranscriptOrder {
    private static let notation = """
        CollegeTranscript TransmissionData Student
        TransmissionData DocumentID CreatedDateTime DocumentTypeCode TransmissionType Source Destination
        Source Organization
        Destination Organization
        Student Person AcademicRecord*
        AcademicRecord School AcademicAward* AcademicSummary* AcademicSession* Course*
        AcademicSession AcademicSessionDetail AcademicAward* Course* AcademicSummary*
        AcademicAward AcademicAwardLevel AcademicAwardDate AcademicAwardTitle AcademicHonors* \
        AcademicCompletionIndicator AcademicCompletionDate AcademicAwardProgram* NoteMessage*
        AcademicSummary AcademicSummaryType AcademicSummaryLevel GPA AcademicHonors ClassRank \
        ClassSize NoteMessage*
        Course CourseCreditBasis CourseCreditUnits CourseCreditLevel CourseCreditValue \
        CourseCreditEarned CourseAcademicGradeScaleCode CourseAcademicGrade \
        CourseAcademicGradeStatusCode CourseNarrativeExplanationGrade CourseRepeatCode \
        CourseCIPCode|CourseCSISCode|CourseNCESCode|CourseSCEDCode|CourseUSISCode \
        CourseQualityPointsEarned CourseLevel CourseGPAApplicabilityCode CourseSubjectAbbreviation \
        CourseNumber CourseSectionNumber OriginalCourseID AgencyCourseID CourseTitle CourseAddDate \
        CourseDropDate CourseOverrideSchool OverrideSchoolCourseNumber CourseApplicability \
        CourseBeginDate CourseEndDate CourseInstructionSite CourseInstructionSiteName NoteMessage*
        """

    private static let required = [
        "CollegeTranscript": ["TransmissionData", "Student"],
        "TransmissionData": [
            "DocumentTypeCode", "TransmissionType", "Source", "Destination",
        ],
        "Student": ["Person", "AcademicRecord"], "AcademicRecord": ["School"],
        "AcademicSession": ["AcademicSessionDetail"],
    ]

    private static let lines: [String: [(names: [String], isRepeatable: Bool)]] = {
        var made: [String: [(names: [String], isRepeatable: Bool)]] = [:]
        for line in notation.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            made[words[0]] = words.dropFirst().map { word in
                let isRepeatable = word.hasSuffix("*")
                let names = word.dropLast(isRepeatable ? 1 : 0).split(separator: "|")
                return (names.map(String.init), isRepeatable)
            }
        }
        return made
    }()

    /// What is in another place than the standard has it, absent, too often there or of another type.
    static func faults(_ element: XMLElement, _ place: String = "") -> [String] {
        let name = element.name.local
        var made: [String] = []
        let children = element.children.map(\.name.local)
        if let line = lines[name] {
            var last = -1
            for child in children {
                guard let index = line.firstIndex(where: { $0.names.contains(child) }) else {
                    made.append("\(place)/\(child) is unknown")
                    continue
                }
                if index < last { made.append("\(place)/\(child) stands too late") }
                if index == last, !line[index].isRepeatable {
                    made.append("\(place)/\(child) stands twice")
                }
                last = index
            }
        }
        for child in required[name] ?? [] where !children.contains(child) {
            made.append("\(place)/\(child) is absent")
        }
        if let type = TranscriptType(of: name), !type.fits(element.text) {
            made.append("\(place) is \(element.text)")
        }
        return made + element.steps.flatMap { faults($0.child, place + $0.step) }
    }
}
