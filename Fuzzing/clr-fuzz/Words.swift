/// Words that a fuzzer is told, so that it need not find them by chance.
enum Words {
    static let json = [
        "true", "false", "null", "\\u0000", "\\ud83d\\ude00", "\\\\", "1e400", "-0", "{\"", "\":",
    ]

    static let nquads = [
        "<http://a/b>", "<urn:x>", "_:b0", "_:b1", "\"a\"", "@en", "^^<", " .\n", "\\u0041",
        "\\U0001F600", "# ", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    ]

    static let jsonld = [
        "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit",
        "@graph", "@id", "@import", "@included", "@index", "@json", "@language", "@list", "@nest",
        "@none", "@null", "@omitDefault", "@prefix", "@preserve", "@propagate", "@protected",
        "@requireAll", "@reverse", "@set", "@type", "@value", "@version", "@vocab", "1.1", "_:b0",
        "https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        "https://w3id.org/security/data-integrity/v2",
    ]

    static let convert = [
        "badge", "Assertion", "recipient", "issuedOn", "endorsement", "claim", "clrs", "ClrSet",
        "signedClrs", "signedAssertions", "learner", "publisher", "assertions", "achievement",
        "associations", "evidence", "artifacts", "recordOf", "transcriptEntities", "person",
        "progress", "towards", "https://www.w3.org/2018/credentials/v1", "issuanceDate", "proof",
        "expirationDate", "credentialStatus", "StatusList2021Entry", "credentialSubject",
        "verifiableCredential", "identifier", "urn:uuid:1",
    ]
    static let draft = [
        "\"draft\": 1", "kind", "badge", "endorse", "learner", "hashed", "courses",
        "achievements", "definitions", "associations", "endorsements", "template", "T@1", "key",
        "parent", "grade", "percent", "outcome", "results", "rubric", "level", "allowed", "min",
        "max", "required", "image", "file", "url", "status", "index", "vocabularies", "terms",
        "creditStep", "evidence", "alignment", "competencies", "2026-01-01T00:00:00Z",
    ]

    static let pesc = [
        "<CollegeTranscript>", "<Student>", "<AcademicRecord>", "<AcademicSession>", "<Course>",
        "<CourseTitle>", "<NoteMessage>", "<AcademicAward>", "<GPA>", "</", "/>", "<![CDATA[",
        "]]>", "<!--", "-->", "<!DOCTYPE", "&amp;", "&#x41;", "xmlns:", "encoding='ISO-8859-1'",
        "encoding='windows-1252'", "\u{FEFF}", "\u{20AC}",
    ]

    static let policy = [
        "\"allow\"", "\"deny\"", "\"domains\"", "\"registries\"", "\"entitlement\"", "\"issuer\"",
        "\"since\"", "\"until\"", "\"require\"", "\"2026-01-01\"", "\"file\"", "\"kind\"",
        "\"test\"",
        "\"purpose\"", "\"kinds\"", "\"issuers\"", "allow:\n- ", "deny:\n- ", "did:web:",
        "did:key:",
        "https://", "*.", "xn--", "xn--exmple-cua", "%C3%A4", "ä", "例え", "א", "٣", "\u{200D}",
        "%3A8443",
        "a\u{308}", "İ", "ß", ".example",
    ]

    static let registry = [
        "\"registry\"", "\"registries\"", "\"issuers\"", "\"authorities\"", "\"identifiers\"",
        "\"services\"", "\"status\"", "\"granted\"", "\"active\"", "\"kind\"", "\"since\"",
        "\"until\"",
        "\"from\"", "\"to\"", "\"dcc-legacy\"", "\"oidf\"", "\"url\"", "\"trustAnchorEC\"",
        "\"iss\"",
        "\"sub\"", "\"iat\"", "\"exp\"", "\"jwks\"", "\"authority_hints\"", "\"metadata\"",
        "\"metadata_policy\"", "\"constraints\"", "\"naming_constraints\"", "\"permitted\"",
        "\"excluded\"", "\"max_path_length\"", "\"federation_entity\"", "\"organization_name\"",
        "\"one_of\"", "\"default\"", "\"value\"", "\"essential\"", "\"crit\"", "did:web:",
        "https://hollin.example", "https://ministry.example", "https://anchor.example", "evil",
        "xn--exmple-cua", "ä", "\u{1E}",
    ]

    static let elm = [
        "credential", "hasClaim", "hasPart", "isPartOf", "specifiedBy", "provenBy", "awardedBy",
        "influencedBy", "additionalNote", "noteLiteral", "prefLabel", "identifier", "notation",
        "schemeName", "title", "en", "und", "urn:epass:", "contactPoint", "learningOutcome",
    ]

    static let export = [
        "verifiableCredential", "credentialSubject", "achievement", "result", "resultDescription",
        "rubricCriterionLevel", "achievedLevel", "alignment", "identifier", "identityType",
        "association", "isPartOf", "evidence", "issuer", "term", "tag", "Course", "Degree",
        "Competency", "ext:AcademicSession", "ext:AcademicSummary", "humanCode", "\"", "\r\n",
    ]

    static let multibase = ["z6Mk", "zDna", "z82L", "u7Q", "111", "==", "\u{80}\u{1}"]

    static let schema = [
        "$schema", "$id", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef",
        "$recursiveAnchor", "$defs", "definitions", "id", "allOf", "anyOf", "oneOf", "not", "if",
        "then", "else", "properties", "patternProperties", "additionalProperties",
        "propertyNames", "unevaluatedProperties", "unevaluatedItems", "items", "prefixItems",
        "additionalItems", "contains", "minContains", "maxContains", "uniqueItems", "enum",
        "const", "type", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
        "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
        "maxProperties", "minProperties", "required", "dependentRequired", "dependentSchemas",
        "dependencies", "format", "date-time", "date", "time", "uri", "uri-reference", "email",
        "uuid", "regex", "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema", "integer", "number", "string", "object",
        "array", "boolean", "null", "\u{1E}", "#/", "1e300", "0.1",
    ]

    static let pattern = [
        "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<a>", "\\k<a>", "\\1", "\\p{L}", "\\P{Lu}",
        "\\b", "\\B", "\\d", "\\w", "\\S", "[^", "{2,3}", "{0,}", "*?", "+?", "\\u{1F600}",
        "\\cA", "\\x41", "\u{1E}",
    ]

    static let keys = [
        "kty", "crv", "OKP", "EC", "RSA", "Ed25519", "P-256", "P-384", "x", "y", "n", "e", "d",
        "kid", "use", "sig", "alg", "keys", "id", "verificationMethod", "assertionMethod",
        "controller", "publicKeyMultibase", "publicKeyJwk", "Multikey", "JsonWebKey2020",
        "revoked", "expires", "did:web:", "did:key:z6Mk", "did:jwk:", "%3A",
    ]

    static let disclosure = ["/issuer", "/validFrom", "/name", "/credentialSubject/id", "/type/0"]

    static let jws = [
        "eyJhbGciOiJFZERTQSJ9", "eyJhbGciOiJFUzI1NiJ9", "eyJhbGciOiJub25lIn0", ".", "..",
    ]

    static let png = [
        "IHDR", "PLTE", "IDAT", "IEND", "iTXt", "tEXt", "zTXt", "clrcredential\0",
        "openbadgecredential\0", "openbadges\0", "https://", "eyJ",
    ]

    static let svg = [
        "<svg ", "</svg>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version=\"1.0\"?>",
        "<!DOCTYPE svg", "<!ENTITY ", "/>", "verify=\"", "credential", "assertion", "clr:",
        "openbadges:", "xmlns=\"\"", "xmlns:clr=\"https://purl.imsglobal.org/clr/v2p0\"",
        "xmlns:o=\"https://purl.imsglobal.org/ob/v3p0\"",
        "xmlns:openbadges=\"http://openbadges.org\"", "http://www.w3.org/2000/svg", "&lt;",
        "&#13;", "&#x5D;", "&amp;", "onload=", "javascript:", "<script>", "\u{FEFF}",
    ]

    static let status = [
        "encodedList", "statusPurpose", "revocation", "credentialSubject", "type",
        "BitstringStatusListCredential", "StatusList2021Credential", "uH4sIAAAAAAAA",
        "\u{1F}\u{8B}",
    ]

    static let credential =
        jsonld + keys + [
            "VerifiableCredential", "ClrCredential", "OpenBadgeCredential", "AchievementCredential",
            "EndorsementCredential", "credentialSubject", "verifiableCredential", "issuer", "proof",
            "proofValue", "DataIntegrityProof", "eddsa-rdfc-2022", "Ed25519Signature2020",
            "cryptosuite", "verificationMethod", "proofPurpose", "created", "validFrom",
            "validUntil",
            "credentialStatus", "credentialSchema", "refreshService", "termsOfUse", "evidence",
            "achievement", "result", "resultDescription", "association", "endorsement",
            "endorsementJwt", "previousProof", "name", "description", "image", "alignment",
            "2026-01-01T00:00:00Z", "urn:uuid:00000000-0000-4000-8000-000000000001",
        ]
}
