import JSONText

/// How the members of one class become members of another. A line is
/// `source target how [argument]`; several names of one member are joined by `|`.
struct MemberTable: Sendable {
    enum Rule: Sendable {
        case same, list, image, date, day, text, country
        case one(String)
        case each(String)
        /// An object of the class, or a link to one.
        case link(String)
    }

    struct Line: Sendable {
        let target: String
        let rule: Rule
    }

    let classes: [Text: [Text: Line]]

    init(_ notation: String) {
        var classes: [Text: [Text: Line]] = [:]
        var current = Text("")
        for line in notation.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 2 { current = Text(words[1]) }
            guard words.count > 2, let rule = Rule(words) else { continue }
            for name in words[0].split(separator: "|") {
                classes[current, default: [:]][Text(String(name))] = Line(
                    target: words[1], rule: rule)
            }
        }
        self.classes = classes
    }
}

extension MemberTable.Rule {
    fileprivate init?(_ words: [String]) {
        let argument = words.count > 3 ? words[3] : ""
        switch words[2] {
        case "same": self = .same
        case "list": self = .list
        case "image": self = .image
        case "date": self = .date
        case "day": self = .day
        case "text": self = .text
        case "country": self = .country
        case "one": self = .one(argument)
        case "each": self = .each(argument)
        case "link": self = .link(argument)
        case _: return nil
        }
    }
}
