import Credentials
import JSONText

/// What a grade is worth: from … to, because institutions differ in hundredths.
struct GradePoints {
    let least: Double
    let most: Double

    var middle: Double { (least + most) / 2 }

    enum Reading {
        case points(GradePoints)
        /// A grade that counts in no average: passed, withdrawn, in progress.
        case notCounted
        /// A grade whose worth is not known: then no average is calculated.
        case unknown
    }

    /// What the results of a course say.
    static func reading(of subject: Subject, _ achievement: Achievement) -> Reading {
        let scales = achievement.resultDescriptions.map { ResultScale($0) }
        let named = scales.compactMap { scale in scale.description.id.map { (Text($0), scale) } }
        let byID = Dictionary(named, uniquingKeysWith: { first, _ in first })
        var answer = Reading.notCounted
        for result in subject.results {
            guard let scale = result.resultDescription.flatMap({ byID[Text($0)] }) else { continue }
            switch reading(of: result, on: scale) {
            case .points(let points): return .points(points)
            case .unknown: answer = .unknown
            case .notCounted: continue
            }
        }
        return answer
    }

    private static func reading(of result: Result, on scale: ResultScale) -> Reading {
        switch Text(scale.description.resultType ?? "") {
        case "GradePointAverage":
            guard let value = result.value.flatMap(PlainNumber.value) else { return .unknown }
            return .points(GradePoints(least: value, most: value))
        case "LetterGrade":
            if let level = result.achievedLevel, let worth = scale.points[Text(level)] {
                return .points(GradePoints(least: worth, most: worth))
            }
            return result.value.map { letter($0) } ?? .unknown
        case "Status": return .notCounted
        default: return .unknown
        }
    }

    private static func letter(_ text: String) -> Reading {
        if let points = ofLetter(text) { return .points(points) }
        return outside.contains(Text(text.uppercased())) ? .notCounted : .unknown
    }

    static func ofLetter(_ text: String) -> GradePoints? {
        guard text.utf8.count < 3, let (least, most) = letters[Text(text.uppercased())] else {
            return nil
        }
        return GradePoints(least: least, most: most)
    }

    /// The scale of four points.
    private static let letters: [Text: (Double, Double)] = [
        "A+": (4, 4.34), "A": (4, 4), "A-": (3.66, 3.7), "B+": (3.3, 3.34), "B": (3, 3),
        "B-": (2.66, 2.7), "C+": (2.3, 2.34), "C": (2, 2), "C-": (1.66, 1.7), "D+": (1.3, 1.34),
        "D": (1, 1), "D-": (0.66, 0.7), "F": (0, 0),
    ]
    private static let outside: Set<Text> = [
        "AU", "CR", "I", "IP", "NC", "NP", "P", "S", "T", "TR", "W", "WP",
    ]
}
