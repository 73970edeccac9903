import JSONText

/// The reference of a generation, made of the model: every class, property, range, multiplicity,
/// enumeration and requirement.
package struct ModelReference {
    private let model: ShapeModel

    package init(_ dataModel: ShapeModel.DataModel) {
        model = ShapeModel.on(dataModel)
    }

    package var markdown: String {
        var lines = [
            "# \(model.dataModel.title)", "",
            "Made of the model (`Sources/Data/Vocabularies/Tables`); `CLR_WRITE_DOCS=1` writes it anew.",
            "`clr schema show CLASS --standard \(model.dataModel.rawValue)` prints the JSON Schema of a class.",
            "How often: `1` and `0..1` one value, `..*` a list. An open class takes other members, too.",
            "",
        ]
        for shape in model.classes.sorted(by: { $0.name < $1.name }) { lines += section(shape) }
        if !model.vocabularies.isEmpty { lines += ["## Enumerations", ""] }
        for list in model.vocabularies { lines += section(list) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ shape: ShapeClass) -> [String] {
        var words = [shape.isOpen ? "open" : "closed"]
        if shape.isAbstract { words.append("only a base of others") }
        if let base = shape.bases.first { words.append("a kind of \(base)") }
        if let requirement = shape.requirement { words.append(requirement) }
        var lines = [
            "## \(shape.name)", "", words.joined(separator: ", ").capitalizedFirst + ".", "",
        ]
        guard !shape.properties.isEmpty else { return lines }
        lines += ["| property | how often | range | requirement |", "|---|---|---|---|"]
        for property in shape.properties {
            let ranges = property.ranges.map { "\($0)" }.joined(separator: " or ")
            lines.append(
                "| `\(property.name)` | \(property.times) | \(ranges) | "
                    + "\(property.requirement ?? "") |")
        }
        return lines + [""]
    }

    private func section(_ list: Vocabulary) -> [String] {
        let rule =
            list.isExtensible ? "or a term of one's own that begins with `ext:`" : "no others"
        let terms = list.terms.map { "`\($0)`" }.joined(separator: ", ")
        return ["### \(list.name)", "", "\(list.requirement). \(terms); \(rule).", ""]
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension ShapeProperty {
    /// `1`, `0..1`, `2..*`.
    package var times: String {
        guard let maximum else { return "\(minimum)..*" }
        return minimum == maximum ? "\(minimum)" : "\(minimum)..\(maximum)"
    }
}
