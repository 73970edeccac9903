import Credentials
import JSONText

/// Is a stated grade point average what the grades of the record give?
///
/// It is calculated only where the record is whole, each grade's worth is known and one average
/// speaks of all courses, or of the courses that are part of what it belongs to.
struct AveragesCheck {
    let sense: RecordSense
    let awards: RecordAwards

    private struct Stated {
        let award: RecordAwards.Award
        let result: Result
        let text: String
        let value: Double
    }

    var answers: [Check] {
        guard sense.isWhole else { return [] }
        let stated = awards.all.compactMap(stated)
        guard !stated.isEmpty else { return [] }
        let graph = AssociationGraph(sense.credential.subjects.flatMap(\.associations))
        let parts = Dictionary(
            graph.parts.map { ($0.whole, $0.parts) }, uniquingKeysWith: { first, _ in first })
        var faults = FaultList()
        for average in stated {
            let own = average.award.achievement.id.flatMap { parts[Text($0)] } ?? []
            var courses = own.compactMap { awards.only($0) }
            if courses.isEmpty, stated.count == 1 { courses = awards.all }
            guard let calculated = Self.average(of: courses, beside: average.award) else {
                continue
            }
            note(average, calculated, &faults)
        }
        return faults.answers
    }

    /// The average that an award states, where it states one, and on the scale of four points.
    private func stated(_ award: RecordAwards.Award) -> Stated? {
        guard award.achievement.achievementType?.isSame(as: "Course") != true else { return nil }
        let descriptions = award.achievement.resultDescriptions.filter {
            $0.resultType?.isSame(as: "GradePointAverage") == true
        }
        guard descriptions.count == 1, let description = descriptions.first,
            let id = description.id
        else { return nil }
        let results = award.subject.results.filter { $0.resultDescription?.isSame(as: id) == true }
        let most = description.valueMax.flatMap(PlainNumber.value) ?? 4
        guard results.count == 1, let result = results.first, let text = result.value,
            let value = PlainNumber.value(of: text), (0...4.34).contains(value),
            (4...4.34).contains(most)
        else { return nil }
        return Stated(award: award, result: result, text: text, value: value)
    }

    private func note(_ stated: Stated, _ calculated: GradePoints, _ faults: inout FaultList) {
        let unit = PlainNumber.unit(of: stated.text)
        guard
            PlainNumber.isMore(calculated.least - unit, than: stated.value)
                || PlainNumber.isMore(stated.value, than: calculated.most + unit)
        else { return }
        let least = PlainNumber.words(calculated.least)
        let most = PlainNumber.words(calculated.most)
        faults.note(
            .creditsAverageDiffers,
            at: stated.award.part.isInToken
                ? stated.award.part.place : stated.result.json.pointer.appending("value"),
            "\(stated.award.name) states a grade point average of \(Quoted.short(stated.text)); "
                + "the grades in this record, weighed by their credits, give "
                + (least.isSame(as: most) ? "\(least)." : "\(least) to \(most)."))
    }

    /// Nil where a grade's worth is not known, or nothing counts.
    private static func average(
        of courses: [RecordAwards.Award], beside stated: RecordAwards.Award
    ) -> GradePoints? {
        var weight = 0.0
        var least = 0.0
        var most = 0.0
        for course in courses where course.part.offset != stated.part.offset {
            switch GradePoints.reading(of: course.subject, course.achievement) {
            case .notCounted: continue
            case .unknown: return nil
            case .points(let points):
                guard let credits = credits(of: course) else { return nil }
                weight += credits
                least += credits * points.least
                most += credits * points.most
            }
        }
        guard weight > 0 else { return nil }
        return GradePoints(least: least / weight, most: most / weight)
    }

    /// What was not passed earned nothing, and counts with what it would have given.
    private static func credits(of course: RecordAwards.Award) -> Double? {
        if let earned = course.earned, earned > 0 { return earned }
        return course.achievement.creditsAvailable.flatMap(PlainNumber.value)
            .flatMap { $0 > 0 ? $0 : nil }
    }
}
