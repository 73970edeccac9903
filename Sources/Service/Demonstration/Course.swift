/// A course that the learner took at the university.
struct Course: Sendable {
    let slug: String
    let term: Term
    let code: String
    let title: String
    let field: String
    /// A number as its text: 7.5 or 15.
    let credits: String
    let grade: String
    let description: String

    enum Term: String, CaseIterable, Sendable {
        case autumn2023 = "Autumn 2023"
        case spring2024 = "Spring 2024"
        case autumn2024 = "Autumn 2024"
        case spring2025 = "Spring 2025"

        /// First day, last day, and when the grades were entered.
        var dates: (began: String, ended: String, awarded: String) {
            switch self {
            case .autumn2023:
                ("2023-09-04T08:00:00Z", "2023-12-15T17:00:00Z", "2024-01-12T10:00:00Z")
            case .spring2024:
                ("2024-01-29T08:00:00Z", "2024-05-31T17:00:00Z", "2024-06-14T10:00:00Z")
            case .autumn2024:
                ("2024-09-02T08:00:00Z", "2024-12-13T17:00:00Z", "2025-01-10T10:00:00Z")
            case .spring2025:
                ("2025-01-27T08:00:00Z", "2025-05-30T17:00:00Z", "2025-06-13T10:00:00Z")
            }
        }
    }

    var award: AwardPlan {
        let dates = term.dates
        return AwardPlan(
            issuer: .university, achievement: achievement, awarded: dates.awarded,
            creditsEarned: credits, term: term.rawValue, began: dates.began, ended: dates.ended)
    }

    private var achievement: AchievementPlan {
        AchievementPlan(
            slug: slug, type: "Course", name: title, description: description,
            criteria: "A grade of C or better over coursework and a final examination.",
            humanCode: code, fieldOfStudy: field, creditsAvailable: credits,
            results: [ResultPlan(slug: "grade", name: "Final grade", scale: .letterGrade(grade))])
    }
}

extension Course {
    static let all: [Course] = table.split(separator: "\n").compactMap(Course.init(line:))

    private init?(line: Substring) {
        let fields = line.split(separator: "|").map(String.init)
        guard fields.count == 8, let term = Term(rawValue: fields[1]) else { return nil }
        slug = fields[0]
        self.term = term
        code = fields[2]
        credits = fields[3]
        grade = fields[4]
        field = fields[5]
        title = fields[6]
        description = fields[7]
    }

    private static let table = """
        hydrology|Autumn 2023|EDS 101|7.5|A-|Earth science|Foundations of Hydrology|How water \
        moves through a landscape, from rain to river mouth, and how each step is measured.
        mathematics|Autumn 2023|EDS 103|7.5|B+|Mathematics|Calculus and Linear Models|Change, \
        slope and least squares, worked through on rainfall and runoff.
        programming|Autumn 2023|EDS 105|7.5|A|Computer science|Programming with Data|Reading, \
        cleaning and drawing data with programs that others can run again.
        writing|Autumn 2023|EDS 107|7.5|B+|Communication|Academic Writing for Scientists|Saying \
        what was found, how sure it is, and what it does not show.
        statistics-1|Spring 2024|EDS 110|7.5|B+|Statistics|Statistics I: Uncertainty|Probability, \
        estimation and tests, with measurements that disagree.
        field-methods|Spring 2024|EDS 112|7.5|A|Environmental science|Field Methods: Rivers and \
        Wetlands|Gauging, sampling and keeping a field book, in nine days outdoors.
        chemistry|Spring 2024|EDS 114|7.5|B-|Chemistry|Environmental Chemistry|Nutrients, metals \
        and what they do to living water.
        statistics-2|Autumn 2024|EDS 201|7.5|A-|Statistics|Statistics II: Time Series|Seasons, \
        trends and rare events in long records.
        remote-sensing|Autumn 2024|EDS 203|7.5|B+|Geography|Remote Sensing|Water and wetland \
        seen from satellites, checked on the ground.
        water-law|Autumn 2024|EDS 205|7.5|B|Law|Water Law and Policy|Who may use a river, who \
        must look after it, and how that is decided.
        data-ethics|Autumn 2024|EDS 207|7.5|A|Philosophy|Data, Consent and Care|Whose data it \
        is, what was promised, and what may be published.
        flood-modelling|Spring 2025|EDS 210|7.5|A-|Earth science|Flood Modelling|Building, \
        testing and doubting a model of a flood plain.
        risk|Spring 2025|EDS 212|7.5|A|Communication|Communicating Risk|Telling a town what a \
        hundred-year flood means, and listening to the answer.
        project|Spring 2025|EDS 290|15|A|Environmental science|Bachelor's Project|A question of \
        one's own, answered with data and defended before a panel.
        """
}
