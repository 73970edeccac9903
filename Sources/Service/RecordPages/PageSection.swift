import JSONText

/// One group of achievements: a list of rows, or courses in tables by term.
package struct PageSection: Sendable, Equatable {
    package var anchor: String
    package var title: String
    /// A shorter title for the list of contents.
    package var shortTitle: String
    package var about: String
    package var entries: [Entry]
    package var terms: [TermTable]
    package var count: Int
}

package struct TermTable: Sendable, Equatable {
    package var name: Phrase
    package var about: String
    package var hasCredits: Bool
    package var hasCodes: Bool
    /// Whether it holds all courses without a term, so that its heading would say nothing new.
    package var isAll: Bool
    package var courses: [Entry]
}

extension PageSection {
    /// What the page is of.
    enum Whole { case record, credential, presentation }

    static func all(_ entries: [Entry], of whole: Whole = .record) -> [PageSection] {
        if whole == .credential, let only = entries.first, entries.count == 1,
            only.category != .courses
        {
            var section = PageSection(only.category, entries, of: whole)
            (section.title, section.shortTitle) = ("What it attests", "What it attests")
            section.about = ""
            return [section]
        }
        return Category.allCases.compactMap { category in
            let own = entries.filter { $0.category == category }
            return own.isEmpty ? nil : PageSection(category, own, of: whole)
        }
    }

    private init(_ category: Category, _ own: [Entry], of whole: Whole) {
        let isHeld = whole == .presentation && category == .others
        let words =
            isHeld
            ? ("Records", "Records", "others")
            : Self.titles[category] ?? ("Other entries", "Other", "other")
        title = words.0
        shortTitle = words.1
        anchor = words.2
        count = own.count
        about = Words.count(own.count, "entry", "entries")
        entries = []
        terms = []
        if category == .courses {
            about = Self.courseCount(own)
            terms = TermTable.all(own)
        } else {
            entries = own
        }
    }

    private static let titles: [Category: (String, String, String)] = [
        .programmes: ("Programmes and degrees", "Programmes", "programmes"),
        .courses: ("Courses", "Courses", "courses"),
        .competencies: ("Competencies", "Competencies", "competencies"),
        .experience: ("Experience and co-curricular", "Experience", "experience"),
        .certificates: ("Certificates and badges", "Certificates", "certificates"),
        .others: ("Credentials from others", "From others", "others"),
        .described: ("Also described", "Also described", "described"),
        .rest: ("Other credentials", "Other", "other"),
    ]

    /// A total is given only where no course in it is in doubt, and says that it is calculated.
    static func courseCount(_ courses: [Entry]) -> String {
        let words = Words.count(courses.count, "course", "courses")
        let sum = courses.compactMap { $0.credits.flatMap(Double.init) }
        let isSound = courses.allSatisfy { $0.mark.state != .failed }
        guard sum.count == courses.count, isSound, let total = credits(sum) else { return words }
        return "\(words), \(total) credits (calculated)"
    }

    private static func credits(_ values: [Double]) -> String? {
        let hundredths = (values.reduce(0, +) * 100).rounded()
        guard hundredths.isFinite, hundredths > 0, hundredths < 1e9 else { return nil }
        let whole = Int(hundredths) / 100
        let rest = Int(hundredths) % 100
        guard rest > 0 else { return String(whole) }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension TermTable {
    /// Terms in the order in which the record first names them; courses without one come last.
    static func all(_ courses: [Entry]) -> [TermTable] {
        var order: [Text] = []
        var groups: [Text: [Entry]] = [:]
        for course in courses {
            let term = Text(course.term ?? "")
            if groups[term] == nil { order.append(term) }
            groups[term, default: []].append(course)
        }
        let none = Text("")
        let named = order.filter { $0 != none } + (groups[none] == nil ? [] : [none])
        return named.map { term in
            let own = groups[term] ?? []
            let isOnly = named.count == 1
            let fallback = isOnly ? "All courses" : "Without a term"
            return TermTable(
                name: Phrase(term == none ? fallback : term.string),
                about: PageSection.courseCount(own),
                hasCredits: own.contains { $0.credits != nil },
                hasCodes: own.contains { $0.code != nil }, isAll: isOnly && term == none,
                courses: own)
        }
    }
}
