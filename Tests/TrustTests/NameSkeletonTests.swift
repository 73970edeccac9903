import Testing

@testable import Trust

@Suite struct `The skeleton of a name` {
    @Test(arguments: [
        "HOLLIN UNIVERSITY", "Hollin  University ", "Ho\u{0142}lin University", "H0llin University",
        "H\u{043E}llin University", "Holl\u{0456}n University", "Ho11in University",
        "Hollin-University", "Hollin Universit\u{0443}", "\u{FF28}\u{FF4F}llin University",
        "Hollin University\u{200B}", "Ho\u{00AD}llin University", "H\u{03BF}llin University",
        "\u{1D407}ollin University", "Hollin Universi\u{0442}y", "H\u{F6}llin University",
        "Ho\u{301}llin Universi\u{308}ty", "Hol|in Un\u{131}versity",
        "\u{041D}ollin Univer\u{0455}ity", "Hollin \u{054D}niversity",
    ])
    func `is the same for names that look alike`(name: String) {
        #expect(NameSkeleton(name) == NameSkeleton("Hollin University"))
    }

    @Test(arguments: ["Hollis University", "Hollin College", "University Hollin", "東京大学", ""])
    func `differs for names that do not`(name: String) {
        #expect(NameSkeleton(name) != NameSkeleton("Hollin University"))
    }

    @Test func `joins strokes that make another letter`() {
        #expect(NameSkeleton("Modern College") == NameSkeleton("Modem College"))
        #expect(NameSkeleton("Savvyer") == NameSkeleton("Sawyer"))
    }

    @Test func `keeps names in other scripts apart`() {
        #expect(NameSkeleton("東京大学") != NameSkeleton("京都大学"))
        #expect(NameSkeleton("कि") != NameSkeleton("कु"))
        #expect(NameSkeleton("جامعة القاهرة") != NameSkeleton("جامعة دمشق"))
    }

    /// A name of signs alone would otherwise look like every other.
    @Test func `of signs alone is only its own`() {
        #expect(NameSkeleton("---") != NameSkeleton("..."))
        #expect(NameSkeleton("") == NameSkeleton(""))
    }
}
