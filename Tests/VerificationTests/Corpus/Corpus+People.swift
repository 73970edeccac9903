import Credentials
import Issuance
import JSONText

@testable import Verification

extension Corpus {
    static let later = CorpusRecord.Reader(
        now: Timestamp("2026-06-01T00:00:00Z") ?? Fixture.now)

    private static func identifier(_ kind: String, _ value: String) -> String {
        """
        "identifier": [{"type": "IdentityObject", "hashed": false, "identityHash": "\(value)",
        "identityType": "\(kind)"}]
        """
    }

    /// Of `a@example.com` and the salt `Kosher`.
    private static let hashed = """
        "identifier": [{"type": "IdentityObject", "hashed": true, "identityHash":
        "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        "identityType": "emailAddress", "salt": "Kosher"}]
        """

    private static func course(_ name: String, _ description: String, _ tag: String) -> String {
        Workshop.badge(name, achievement: "\"inLanguage\": \"\(tag)\"")
            .replacing("Groups and rings.", with: description)
    }

    /// Good records: names and languages of the world.
    @Sendable static func peopleAndLanguages() async throws -> [CorpusRecord] {
        let texts = [
            ("german", "Einführung in die Gruppentheorie", "Übungen, Prüfung und Ausblick.", "de"),
            ("arabic", "مقدمة في الجبر", "الزمر والحلقات.", "ar"),
            ("hebrew", "מבוא לאלגברה", "חבורות וחוגים.", "he"),
            ("japanese", "代数学入門", "群と環。", "ja"),
            ("greek", "Εισαγωγή στην Άλγεβρα", "Ομάδες και δακτύλιοι.", "el"),
            ("thai", "พีชคณิตเบื้องต้น", "กลุ่มและริง", "th"),
            ("hindi", "बीजगणित परिचय", "समूह और वलय।", "hi"),
        ]
        var records: [CorpusRecord] = []
        for (name, title, description, tag) in texts {
            records.append(
                CorpusRecord(
                    "in-\(name)", "A course whose name and description are in another language.",
                    .verified, ["shape.fits"],
                    try await Workshop.issued(course(title, description, tag))))
        }
        let three = texts.prefix(3).map { course($0.1, $0.2, $0.3) }
        records += [
            CorpusRecord(
                "in-three-languages", "A transcript of courses in three languages, two directions.",
                .verified, ["shape.fits"], try await Workshop.issued(Workshop.record(three))),
            CorpusRecord(
                "mixed-directions", "A name that is written in both directions.", .verified,
                ["shape.fits"],
                try await Workshop.issued(
                    course("Algebra (الجبر) I", "Rings: \u{2067}حلقات\u{2069}.", "en"))),
            CorpusRecord(
                "beyond-the-plane", "Signs beyond the basic plane, and a family in one sign.",
                .verified, ["shape.fits"],
                try await Workshop.issued(course("𝔸lgebra 👩‍👩‍👧", "𝒢roups.", "en"))),
            CorpusRecord(
                "one-letter-two-spellings",
                "The same letter composed in the name and decomposed in the description.",
                .verified, ["shape.fits"],
                try await Workshop.issued(course("\u{E9}tude", "e\u{301}tude", "fr"))),
            CorpusRecord(
                "learner-by-identifier", "The learner has a student number and no DID.",
                .verified, ["shape.fits"],
                try await Workshop.issued(
                    Workshop.badge(subject: identifier("systemId", "1815-12-10"))
                        .replacing("\"id\": \"did:example:ada\", ", with: ""))),
            CorpusRecord(
                "learner-of-nobody", "Nobody is named: whoever has it can show it.", .verified,
                ["shape.subject-not-identified"],
                try await Workshop.issued(
                    Workshop.badge().replacing("\"id\": \"did:example:ada\", ", with: ""))),
        ]
        return records
    }

    /// Whose it is, where the reader knows who should have it.
    @Sendable static func recipients() async throws -> [CorpusRecord] {
        let plain = try await Workshop.issued(
            Workshop.badge(subject: identifier("emailAddress", "a@example.com")))
        let salted = try await Workshop.issued(Workshop.badge(subject: hashed))
        func asking(_ value: String, _ type: String? = nil) -> CorpusRecord.Reader {
            .init(recipient: value, recipientType: type)
        }
        return [
            CorpusRecord(
                "the-expected-one", "The subject's id is the expected one.", .verified,
                ["recipient.matches"], plain, for: asking("did:example:ada")),
            CorpusRecord(
                "somebody-else", "The subject's id is another.", .failed, ["recipient.differs"],
                plain, for: asking("did:example:bob")),
            CorpusRecord(
                "by-mail-address", "An identifier is the expected one.", .verified,
                ["recipient.matches"], plain, for: asking("a@example.com", "emailAddress")),
            CorpusRecord(
                "by-hashed-mail-address", "A hashed identifier is the expected one.", .verified,
                ["recipient.matches"], salted, for: asking("a@example.com", "emailAddress")),
            CorpusRecord(
                "by-mail-address-in-capitals", "The same once letter case is left aside.",
                .verified, ["recipient.matches-without-case"], salted,
                for: asking(" A@example.com ", "emailAddress")),
            CorpusRecord(
                "by-another-mail-address", "A hashed identifier is another.", .failed,
                ["recipient.differs"], salted, for: asking("b@example.com", "emailAddress")),
            CorpusRecord(
                "by-another-kind", "The value is right, and its kind is another.", .failed,
                ["recipient.differs"], plain, for: asking("a@example.com", "userName")),
        ]
    }
}
