import JSONText

/// What was reached (OB3-M-65).
package struct Result: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var resultDescription: String? { text("resultDescription") }
    package var value: String? { text("value") }
    package var status: String? { text("status") }
    package var achievedLevel: String? { text("achievedLevel") }
    package var alignments: [Alignment] { many("alignment") }
}

/// What could be reached (OB3-M-66).
package struct ResultDescription: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var name: String? { text("name") }
    package var resultType: String? { text("resultType") }
    package var allowedValues: [String] { texts("allowedValue") }
    package var requiredValue: String? { text("requiredValue") }
    package var requiredLevel: String? { text("requiredLevel") }
    package var valueMin: String? { text("valueMin") }
    package var valueMax: String? { text("valueMax") }
    package var levels: [RubricCriterionLevel] { many("rubricCriterionLevel") }
}

/// A step of a rubric (OB3-M-67).
package struct RubricCriterionLevel: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var name: String? { text("name") }
    package var description: String? { text("description") }
    package var level: String? { text("level") }
    package var points: String? { text("points") }
}
