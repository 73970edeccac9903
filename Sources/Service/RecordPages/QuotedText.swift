/// Text of a record inside a sentence of ours.
///
/// A name may hold characters that turn the order of the letters around it, or be long enough
/// to push our words away; neither may reach the verdict.
enum QuotedText {
    private static let longest = 120

    static func inSentence(_ text: String, longest: Int = longest) -> String {
        var kept = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isBidiControl { continue }
            if count == longest { return String(kept) + "…" }
            let isBreak = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            kept.append(isBreak || scalar.properties.isWhitespace ? " " : scalar)
            count += 1
        }
        return String(kept)
    }
}
