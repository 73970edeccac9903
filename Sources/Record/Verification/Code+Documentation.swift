extension Code {
    /// The page docs/codes.md.
    static var documentation: String {
        var page = """
            # Codes of the verdict

            Every check gives one of these answers. Codes are stable: `check.reason-in-words`.
            `spec` names the requirement behind the answer. This page is made of the table in
            `Sources/Record/Verification/Code+Table.swift`.

            """
        for name in CheckName.allCases {
            let codes = allCases.filter { $0.check == name }
            guard !codes.isEmpty else { continue }
            page += "\n## \(name.rawValue) (\(name.question.rawValue))\n\n"
            page += "| code | outcome | spec | meaning |\n|---|---|---|---|\n"
            for code in codes {
                page += "| `\(code.rawValue)` | \(code.outcome.rawValue) | \(code.spec) | "
                page += "\(code.meaning) |\n"
            }
        }
        return page
    }
}
