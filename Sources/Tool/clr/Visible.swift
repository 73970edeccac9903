import JSONText

/// Text of others as people may be shown it: what a terminal obeys, what ends a line, and what turns
/// the order of the letters around it, is written as JSON escapes it.
///
/// Everything for people goes through here, so that no name can write a line of its own.
enum Visible {
    static func line(_ text: String) -> String { VisibleText.line(text) }

    /// Lines for people that are put together already, where only the ends of lines are the
    /// program's own.
    static func lines(_ text: String) -> [String] {
        var lines = [String.UnicodeScalarView()]
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines.append(String.UnicodeScalarView())
            } else {
                lines[lines.count - 1].append(scalar)
            }
        }
        return lines.map { String($0) }
    }
}
