import JSONText

/// Whoever, or whatever, a credential speaks of: `ClrSubject`, `AchievementSubject`,
/// `EndorsementSubject` or any other; a member that a class lacks reads as nothing.
package struct Subject: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var identifiers: [IdentityObject] { many("identifier") }

    // ClrSubject (section 1.3), AchievementSubject (section 1.7)
    package var achievements: [Achievement] { many("achievement") }
    package var achievement: Achievement? { achievements.first }
    package var associations: [Association] { many("association") }

    package var activityStartDate: String? { text("activityStartDate") }
    package var activityEndDate: String? { text("activityEndDate") }
    package var creditsEarned: String? { text("creditsEarned") }
    package var image: Image? { Image.reading(json["image"]) }
    package var licenseNumber: String? { text("licenseNumber") }
    package var narrative: String? { text("narrative") }
    package var results: [Result] { many("result") }
    package var role: String? { text("role") }
    package var source: Profile? { one("source") }
    package var term: String? { text("term") }

    // EndorsementSubject (OB3-M-74)
    package var endorsementComment: String? { text("endorsementComment") }
}

/// A relation between two achievements (section 1.4).
package struct Association: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var associationType: String? { text("associationType") }
    package var sourceID: String? { text("sourceId") }
    package var targetID: String? { text("targetId") }
}

/// An identifier of a person, plain or hashed (OB3-M-72).
package struct IdentityObject: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var identityType: String? { text("identityType") }
    package var identityHash: String? { text("identityHash") }
    package var isHashed: Bool { json["hashed"]?.bool ?? false }
    package var salt: String? { text("salt") }
}
