/// Every answer that a check can give, by its stable name `check.reason-in-words`.
enum Code: String, CaseIterable {
    // readable
    case readAsJSON = "readable.json"
    case readAsToken = "readable.jwt"
    case readAsPart = "readable.embedded"
    case empty = "readable.empty"
    case notJSON = "readable.not-json"
    case markup = "readable.markup"
    case notAnObject = "readable.not-an-object"
    case malformedToken = "readable.malformed-jwt"
    case bakedImage = "readable.baked-image-unsupported"
    case embeddedTooDeep = "readable.embedded-too-deep"
    case tooManyEmbedded = "readable.too-many-embedded"

    // type
    case typeKnown = "type.known"
    case typeMissing = "type.missing"
    case notACredential = "type.not-a-credential"
    case typeGeneric = "type.no-known-class"

    // context
    case contextsInOrder = "context.in-order"
    case contextMissing = "context.missing"
    case contextUnknownFirst = "context.unknown-first"
    case contextOutOfOrder = "context.wrong-order"
    case contextOlder = "context.older-version"
    case contextUnavailable = "context.unavailable"
    case contextProtected = "context.protected-term-redefined"
    case contextInvalid = "context.invalid"
    case contextModelMismatch = "context.jwt-form-mismatch"

    // terms
    case termsDefined = "terms.all-defined"
    case termUndefined = "terms.undefined"
    case termUndefinedUnderToken = "terms.undefined-but-signed-as-text"
    case termsInvalid = "terms.invalid-json-ld"
    case termsUnavailable = "terms.context-unavailable"
    case termsUncheckedUnderToken = "terms.unchecked-but-signed-as-text"
    case termsTooLarge = "terms.limit-exceeded"

    // shape
    case shapeFits = "shape.fits"
    case shapeMemberMissing = "shape.member-missing"
    case shapeWrongType = "shape.wrong-json-type"
    case shapeWrongClass = "shape.wrong-class"
    case shapeTooMany = "shape.too-many"
    case shapeNoSubjectIdentity = "shape.subject-not-identified"
    case shapeTokenClaim = "shape.jwt-claim-differs"
    case shapeTokenClaimMissing = "shape.jwt-claim-missing"
    case shapeTokenClaimTolerated = "shape.jwt-claim-tolerated"
    case shapeTolerated = "shape.tolerated"
    case shapeMemberUnknown = "shape.member-unknown"
    case shapeCriteriaEmpty = "shape.criteria-empty"
    case shapeUnmodelled = "shape.no-model"

    // schema
    case schemaNotYet = "schema.not-checked"

    // proof
    case signatureFits = "proof.signature-fits"
    case signatureFitsOtherReading = "proof.signature-fits-set-reading"
    case signatureInvalid = "proof.signature-invalid"
    case proofMissing = "proof.missing"
    case proofRecordUndetermined = "proof.record-undetermined"
    case proofVouched = "proof.vouched-by-record"
    case proofMalformed = "proof.malformed"
    case proofUnsupported = "proof.unsupported"
    case proofNoneSupported = "proof.none-supported"
    case proofKeyUnavailable = "proof.key-unavailable"
    case proofKeyInvalid = "proof.key-invalid"
    case proofKeyMismatch = "proof.key-does-not-fit-algorithm"
    case proofContextUnavailable = "proof.context-unavailable"
    case proofNotCanonical = "proof.not-canonicalizable"
    case proofTooComplex = "proof.too-complex"
    case proofTooMany = "proof.too-many"
    case proofHeaderRefused = "proof.header-refused"
    case proofAlgorithmRefused = "proof.algorithm-refused"

    // controller
    case controllerIsIssuer = "controller.is-the-issuer"
    case controllerUnavailable = "controller.document-unavailable"
    case controllerUnusable = "controller.document-unusable"
    case controllerKeyNotListed = "controller.key-not-listed"
    case controllerKeyNotForPurpose = "controller.key-not-for-purpose"
    case controllerKeyDiffers = "controller.key-differs"
    case controllerNotIssuer = "controller.not-the-issuer"
    case controllerMethodUnsupported = "controller.did-method-unsupported"
    case controllerMethodInvalid = "controller.verification-method-invalid"
    case controllerKeyRetired = "controller.key-retired"
    case controllerNobodyNamed = "controller.issuer-not-named"
    case controllerTokenIssuer = "controller.jwt-iss-differs"
    case controllerOtherParty = "controller.another-party"

    // purpose
    case purposeFits = "purpose.fits"
    case purposeWrong = "purpose.wrong"
    case purposeDomain = "purpose.domain-differs"
    case purposeChallenge = "purpose.challenge-differs"
    case purposeExpired = "purpose.proof-expired"
    case purposeDateInvalid = "purpose.invalid-date"
    case purposeFromFuture = "purpose.created-in-future"

    // period
    case periodInForce = "period.in-force"
    case periodNotYet = "period.not-yet-valid"
    case periodExpired = "period.expired"
    case periodInvalidDate = "period.invalid-date"
    case periodZoneMissing = "period.zone-missing"
    case periodMissing = "period.no-start"
    case periodTokenDiffers = "period.jwt-claim-differs"

    // status
    case statusGood = "status.not-set"
    case statusNone = "status.none"
    case statusRevoked = "status.revoked"
    case statusSuspended = "status.suspended"
    case statusInformative = "status.other-purpose"
    case statusUnavailable = "status.list-unavailable"
    case statusListUnverified = "status.list-not-verified"
    case statusListUndetermined = "status.list-undetermined"
    case statusListMalformed = "status.list-malformed"
    case statusListTooShort = "status.list-too-short"
    case statusListTooLarge = "status.list-too-large"
    case statusOutOfRange = "status.index-out-of-range"
    case statusPurposeDiffers = "status.purpose-differs"
    case statusEntryMalformed = "status.entry-malformed"
    case statusUnsupported = "status.type-unsupported"
    case statusNotAsked = "status.not-asked"
    case statusListIssuer = "status.list-by-another-issuer"

    // refresh
    case refreshCurrent = "refresh.current"
    case refreshNewer = "refresh.newer-version"
    case refreshNotUsable = "refresh.not-usable"
    case refreshUnavailable = "refresh.unavailable"
    case refreshNotAsked = "refresh.not-asked"

    // later issues
    case trustNotYet = "trust.not-checked"
    case entitlementNotYet = "entitlement.not-checked"

    // recipient
    case recipientMatches = "recipient.matches"
    case recipientMatchesLoosely = "recipient.matches-without-case"
    case recipientDiffers = "recipient.differs"

    // sense of the record as a whole
    case associationUnresolved = "associations.unresolved"
    case associationCycle = "associations.cycle"
    case resultUnresolved = "results.unresolved"
    case resultOutOfRange = "results.value-not-allowed"
    case resultStatusMissing = "results.status-missing"
    case datesReversed = "dates.end-before-start"
    case contentsOtherSubject = "contents.another-subject"
    case contentsNotPinned = "contents.not-pinned"
    case contentsEndorsementTarget = "contents.endorses-something-else"
}
