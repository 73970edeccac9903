import JSONText

/// What can be achieved (section 1.8).
package struct Achievement: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var name: String? { text("name") }
    package var description: String? { text("description") }
    package var criteria: Criteria? { one("criteria") }
    package var achievementType: String? { text("achievementType") }
    package var alignments: [Alignment] { many("alignment") }
    package var creator: Profile? { one("creator") }
    package var creditsAvailable: String? { text("creditsAvailable") }
    package var fieldOfStudy: String? { text("fieldOfStudy") }
    package var specialization: String? { text("specialization") }
    package var humanCode: String? { text("humanCode") }
    package var image: Image? { Image.reading(json["image"]) }
    package var inLanguage: String? { text("inLanguage") ?? text("@language") }
    package var resultDescriptions: [ResultDescription] { many("resultDescription") }
    package var tags: [String] { texts("tag") }
    package var version: String? { text("version") }
}

/// How the achievement is earned (OB3-M-60).
package struct Criteria: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var narrative: String? { text("narrative") }
}

/// A competency or framework item that a thing answers to (OB3-M-61).
package struct Alignment: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var targetName: String? { text("targetName") }
    package var targetURL: String? { text("targetUrl") }
    package var targetCode: String? { text("targetCode") }
    package var targetDescription: String? { text("targetDescription") }
    package var targetFramework: String? { text("targetFramework") }
    package var targetType: String? { text("targetType") }
}

/// A picture: an object, or a bare URL in older data (OB3-M-63, AMB-28).
package struct Image: Sendable {
    package let url: String
    package let caption: String?

    package static func reading(_ value: JSONValue?) -> Image? {
        guard let value else { return nil }
        let url = value.isString ? value.string : value["id"]?.string
        return url.map { Image(url: $0, caption: value["caption"]?.string) }
    }
}

/// Work done to earn an achievement (OB3-M-62).
package struct Evidence: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var name: String? { text("name") }
    package var narrative: String? { text("narrative") }
    package var description: String? { text("description") }
    package var genre: String? { text("genre") }
    package var audience: String? { text("audience") }
}
