/// The average that a transcript states.
enum GradePoints {
    /// Hundredths of a grade point, weighted by credits and rounded to the nearest; credits are
    /// counted in tenths.
    static func average(of courses: [Course]) -> String {
        var points = 0
        var weight = 0
        for course in courses {
            let credits = tenths(course.credits)
            points += credits * tenths(of: course.grade)
            weight += credits
        }
        guard weight > 0 else { return "0.00" }
        let hundredths = (points * 20 + weight) / (weight * 2)
        let fraction = hundredths % 100
        return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// The tenths in "7.5" or "15".
    static func tenths(_ number: String) -> Int {
        let parts = number.split(separator: ".")
        let whole = parts.first.flatMap { Int($0) } ?? 0
        let tenth = parts.dropFirst().first.flatMap { Int($0) } ?? 0
        return whole * 10 + tenth
    }

    private static func tenths(of grade: String) -> Int {
        switch grade {
        case "A": 40
        case "A-": 37
        case "B+": 33
        case "B": 30
        case "B-": 27
        case "C+": 23
        case "C": 20
        default: 0
        }
    }
}
