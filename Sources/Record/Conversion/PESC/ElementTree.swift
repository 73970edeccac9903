import JSONText

extension Limits {
    /// Texts inside one element of a transcript that is written.
    package static let transcriptTexts = 256
}

/// An element that is being made, by paths of names; what is put in has a place at once.
struct ElementTree {
    private(set) var element: XMLElement
    let place: String
    private var left = Limits.transcriptTexts

    init(_ name: String, at place: String) {
        element = XMLElement(name)
        self.place = place
    }

    /// Elements that may stand several times beside each other.
    private static let repeatable = [
        "AddressLine", "MiddleName", "NamePrefix", "NameSuffix", "NoteMessage", "Address",
        "Phone", "Email", "URL", "AcademicAwardProgram", "AcademicHonors",
    ]

    static func isRepeatable(_ name: String) -> Bool {
        repeatable.contains { $0.isSame(as: name) }
    }

    /// Puts a text at the end of a path of names.
    /// - Returns: its place; nil where there is one already and may not be another, or too many.
    mutating func put(_ text: String, at path: [String]) -> String? {
        guard left > 0, let inside = Self.put(text, path[...], &element) else { return nil }
        left -= 1
        return place + inside
    }

    mutating func append(_ child: XMLElement) { element.children.append(child) }

    private static func put(
        _ text: String, _ path: ArraySlice<String>, _ parent: inout XMLElement
    ) -> String? {
        guard let name = path.first else { return nil }
        let same = parent.children.indices.filter {
            parent.children[$0].name.local.isSame(as: name)
        }
        let rest = path.dropFirst()
        if !rest.isEmpty {
            for (count, index) in same.enumerated() {
                if let inside = put(text, rest, &parent.children[index]) {
                    return "/\(name)[\(count + 1)]\(inside)"
                }
            }
        }
        guard same.isEmpty || isRepeatable(name) else { return nil }
        var made = XMLElement(name)
        var inside: String? = ""
        if rest.isEmpty { made.text = text } else { inside = put(text, rest, &made) }
        parent.children.append(made)
        return inside.map { "/\(name)[\(same.count + 1)]\($0)" }
    }
}
