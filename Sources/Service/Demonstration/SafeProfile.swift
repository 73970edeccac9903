import JSONText

/// What every credential of the safe issuing profile begins with.
enum SafeProfile {
    static let openBadge = contexts([
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ])

    static let record = contexts([
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ])

    static func schema(_ url: String) -> JSON {
        .array([
            object([
                ("id", .string("https://purl.imsglobal.org/spec/\(url)_schema.json")),
                ("type", "1EdTechJsonSchemaValidator2019"),
            ])
        ])
    }

    private static func contexts(_ urls: [String]) -> JSON {
        .array(urls.map { .string($0) })
    }
}
