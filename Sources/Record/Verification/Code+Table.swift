extension Code {
    /// What the documentation says of a code (docs/codes.md is made of this table).
    struct Entry {
        let outcome: Check.Outcome
        /// The requirements behind it.
        let spec: String
        let meaning: String

        init(_ outcome: Check.Outcome, _ spec: String, _ meaning: String) {
            self.outcome = outcome
            self.spec = spec
            self.meaning = meaning
        }
    }

    var outcome: Check.Outcome { entry.outcome }
    var spec: String { entry.spec }
    var meaning: String { entry.meaning }

    /// The check that gives the answer: the word before the dot.
    var check: CheckName {
        CheckName(rawValue: String(rawValue.prefix { $0 != "." })) ?? .readable
    }

    var entry: Entry {
        switch self {
        case .readAsJSON: .init(.passed, "VER-01", "The input is a credential in JSON.")
        case .readAsToken:
            .init(
                .passed, "VER-01, JWT-12",
                "The input is a compact JWS that carries a credential."
            )
        case .readAsPart:
            .init(.passed, "VER-16", "The credential stands inside another and was read with it.")
        case .empty: .init(.failed, "VER-01", "There is nothing to read.")
        case .notAtHand:
            .init(
                .undetermined, "VER-20",
                "A credential was asked for by its URL, and could not be had."
            )
        case .notJSON:
            .init(
                .failed, "VER-01",
                "The text is not strict JSON; line, column and place are named."
            )
        case .markup: .init(.failed, "VER-01", "The text is a web page or XML, not a credential.")
        case .notAnObject:
            .init(.failed, "VER-01", "The JSON text is a list or a bare value, not one credential.")
        case .malformedToken:
            .init(.failed, "JWT-12", "The text begins like a compact JWS and is not one.")
        case .readAsSelective:
            .init(
                .passed, "VER-01, JWT-12",
                "The input is an SD-JWT (RFC 9901): a signed token of which its holder shows parts."
            )
        case .malformedSelective:
            .init(
                .failed, "JWT-12",
                """
                The text is an SD-JWT whose disclosures are not what was signed (RFC 9901 \
                section 7.1).
                """)
        case .envelopeInvalid:
            .init(.failed, "VER-01", "An enveloped credential does not hold a token as it must.")
        case .envelopeUnsupported:
            .init(
                .undetermined, "VER-01, VER-20",
                "An enveloped credential holds a form that is not read here."
            )
        case .readFromImage:
            .init(
                .passed, "VER-01, BAKE-05, BAKE-07",
                "The credential was read out of a PNG or SVG; what carries it is named."
            )
        case .imageBroken:
            .init(
                .failed, "BAKE-03, OB-B-05",
                "The picture is damaged or malformed; the place and the reason are named."
            )
        case .imageUnsafe:
            .init(
                .failed, "BAKE-07, OB-B-05",
                """
                The picture has something that is not read because of what can be done with it \
                (entities, declarations, another encoding), or passes a limit.
                """)
        case .imageOfAnotherKind:
            .init(.failed, "BAKE-01", "The picture is neither PNG nor SVG.")
        case .imageWithoutCredential:
            .init(.failed, "BAKE-05", "The picture is sound, and nothing is baked into it.")
        case .imageAmbiguous:
            .init(
                .failed, "BAKE-04, BAKE-07",
                "Several credentials are baked into the picture; none is preferred."
            )
        case .imageHoldsAddress:
            .init(
                .undetermined, "OB-B-02, OB-B-04",
                "The picture holds only the address of a hosted badge; nothing was fetched."
            )
        case .imageActive:
            .init(
                .warning, "OB-B-05",
                "The picture has something that a browser could run; its place is named."
            )
        case .imageMatches:
            .init(
                .passed, "OB3-M-26, OB3-M-51",
                "The picture is the one that the credential names."
            )
        case .imageDiffers:
            .init(
                .warning, "OB3-M-26, OB3-M-51",
                "The picture is not the one that the credential names."
            )
        case .embeddedTooDeep:
            .init(
                .failed, "VER-22",
                "Credentials stand inside credentials more often than the limit."
            )
        case .tooManyEmbedded:
            .init(.failed, "VER-22", "More credentials stand inside than the limit.")
        case .tooMuchWork:
            .init(
                .failed, "VER-22",
                "The credential and all that stands inside take more work than the limit."
            )
        case .typeKnown: .init(.passed, "VER-03", "The types name a credential of a known class.")
        case .typeMissing: .init(.failed, "VER-03", "There is no `type`.")
        case .notACredential:
            .init(.failed, "VER-03, VAL-04", "The types name no verifiable credential.")
        case .typeLegacy:
            .init(
                .passed, "CLR1-X-03",
                """
                A record or badge of a generation before verifiable credentials (CLR 1.0, Open \
                Badges 2.0, Extended Transcript); its generation is named, and its own rules apply.
                """)
        case .typeLegacyWrapped:
            .init(
                .passed, "CLR1-X-03",
                "A verifiable credential whose subject is a record in CLR 1.0."
            )
        case .typeLegacyElsewhere:
            .init(
                .failed, "CLR1-M-01, CLR1-M-22",
                "What stands inside an older record is of another class than its place asks for."
            )
        case .typeGeneric:
            .init(
                .warning, "VER-03, VER-16",
                """
                A verifiable credential of a class without a model here; judged by the general \
                rules.
                """)
        case .contextsInOrder:
            .init(.passed, "VER-04", "The contexts stand in the order that the standard fixes.")
        case .contextMissing: .init(.failed, "VER-04", "There is no `@context`.")
        case .contextUnknownFirst:
            .init(.failed, "VER-02", "The first context is neither data model 1.1 nor 2.0.")
        case .contextOutOfOrder:
            .init(
                .failed, "VER-04, CLR2-M-01, OB3-M-01",
                "A required context is absent or stands elsewhere."
            )
        case .contextOlder:
            .init(
                .warning, "VAL-03, AMB-01",
                "An older version of a context is named; it is used as it is."
            )
        case .contextAdded:
            .init(
                .warning, "LDP-12",
                "Contexts were added behind those that a proof over the JSON covers."
            )
        case .contextInline:
            .init(
                .warning, "LDP-12, VER-07",
                "A context is written into the credential; a proof over RDF does not cover it."
            )
        case .contextUnavailable:
            .init(
                .undetermined, "SRC-01",
                "A context is not known here and could not be had; its URL is named."
            )
        case .contextProtected: .init(.failed, "AMB-34", "A context redefines a protected term.")
        case .contextInvalid: .init(.failed, "VER-07", "A context does not follow JSON-LD.")
        case .contextModelMismatch:
            .init(
                .failed, "JWT-15",
                "The form of the JWT and the data model of its credential disagree."
            )
        case .termsDefined: .init(.passed, "VER-07", "Every member is defined by the contexts.")
        case .termUndefined:
            .init(
                .failed, "VER-07, LDP-08",
                "A member is defined by no context, so no signature covers it."
            )
        case .termUndefinedUnderToken:
            .init(
                .warning, "VER-07, JWT-11",
                "A member is defined by no context; the signature covers it as text all the same."
            )
        case .termUncovered:
            .init(
                .failed, "VER-07, LDP-08",
                "A member that no known context defines says nothing, so no signature covers it."
            )
        case .termEmpty:
            .init(
                .warning, "VER-07, LDP-08",
                "A member is null or empty: the signature does not cover it, and it is not heeded."
            )
        case .termsInvalid: .init(.failed, "VER-07", "The document is not valid JSON-LD.")
        case .termsUnavailable:
            .init(
                .undetermined, "VER-07",
                "Whether all members are defined hangs on a context that could not be had."
            )
        case .termsUncheckedUnderToken:
            .init(
                .warning, "VER-07, JWT-11",
                """
                The document is not usable as JSON-LD; the signature covers its text all the \
                same.
                """)
        case .termsRecordOpen:
            .init(
                .undetermined, "CLR1-X-03, VER-07",
                """
                A CLR 1.0 in a credential is signed over RDF, and contexts are at work that can \
                give its members other names.
                """)
        case .termsRecordMerged:
            .init(
                .warning, "CLR1-X-03, VER-07",
                """
                A CLR 1.0 in a credential is signed over RDF, where its context gives one meaning \
                to several members.
                """)
        case .termsTooLarge:
            .init(.failed, "VER-22", "The document passes a limit of JSON-LD processing.")
        case .shapeFits:
            .init(
                .passed, "CLR2-M-21, OB3-M-14",
                "Required members are there and have their JSON types."
            )
        case .shapeMemberMissing: .init(.failed, "VER-05", "A required member is missing.")
        case .shapeMemberWithheld:
            .init(
                .warning, "VER-05",
                "A required member is missing where the holder may have kept it back."
            )
        case .shapeWrongType: .init(.failed, "GEN-01, VER-05", "A member has the wrong JSON type.")
        case .shapeWrongClass:
            .init(.failed, "VAL-07", "An object lacks the class that its place asks for.")
        case .shapeTooMany:
            .init(.failed, "VER-05", "A member that may stand once holds several values.")
        case .shapeNotInVocabulary:
            .init(
                .failed, "ENUM-EXT, VER-05", "A text is no term of the list that its member takes.")
        case .shapeNoSubjectIdentity:
            .init(
                .warning, "VER-06, MCHK-01, VAL-23",
                "The subject has neither `id` nor `identifier`.")
        case .shapeIdentifierEmpty:
            .init(
                .failed, "VER-06, VAL-07",
                "The subject has no `id`, and its list of identifiers is empty.")
        case .shapeTokenClaim:
            .init(.failed, "JWT-17, JWT-19", "A claim of the JWT differs from the credential.")
        case .shapeTokenClaimMissing:
            .init(.failed, "JWT-16, JWT-18, JWT-19", "A claim that the JWT must carry is missing.")
        case .shapeTokenClaimTolerated:
            .init(
                .warning, "JWT-17, JWT-21, AMB-11",
                "A claim of the JWT is missing or differs in a way that is put up with."
            )
        case .shapeLegacyDeparts:
            .init(
                .warning, "CLR1-Q-02, CLR1-Q-06",
                """
                A CLR 1.0 or an Extended Transcript is not as its model has it; real ones rarely \
                are, so it is read all the same.
                """)
        case .shapeLinkedUnavailable:
            .init(
                .undetermined, "OB-V-01",
                "A badge class, profile or endorsement that is named by URL could not be had."
            )
        case .shapeLinkedWrong:
            .init(
                .failed, "OB-V-01",
                "What stands at the URL of a badge class, profile or endorsement is something else."
            )
        case .shapeLinkedMoved:
            .init(
                .warning, "OB-V-01",
                "What stands at a URL says that it has another address on the same host."
            )
        case .shapeTolerated:
            .init(
                .warning, "AMB-04, AMB-09, AMB-14, AMB-28",
                "A value is written in another form than the model's; it is read all the same."
            )
        case .shapeMemberExpected:
            .init(
                .warning, "OB-M-02, OB-M-03, OB-M-05, OB-M-09",
                "A member that should be there is missing; what has none is read all the same."
            )
        case .shapeImageAsData:
            .init(
                .failed, "OB-M-01, OB-V-01",
                """
                The picture of an Open Badges 2.0 assertion is written into it; it must stand \
                at an address.
                """)
        case .shapeMemberUnknown:
            .init(.failed, "GEN-06", "A closed class has a member that it does not know.")
        case .shapeCriteriaEmpty:
            .init(
                .failed, "MCHK-06, OB3-M-60, VAL-07",
                "Criteria say neither where nor what they are.")
        case .shapeUnmodelled: .init(.skipped, "VER-05", "No model for this class is known here.")
        case .schemaFits:
            .init(.passed, "VER-05, VAL-05", "The credential fits a JSON Schema that it names.")
        case .schemaDiffers:
            .init(
                .failed, "VER-05, VAL-06",
                "The credential does not fit a JSON Schema that it names.")
        case .schemaUnavailable:
            .init(
                .undetermined, "VER-05, VER-20",
                "A JSON Schema that the credential names could not be had, or not run within the limits."
            )
        case .schemaNotAtHand:
            .init(
                .warning, "VER-05, VER-20",
                "A JSON Schema of a kind that the standard leaves to the reader could not be had, or not run within the limits."
            )
        case .schemaWithheld:
            .init(
                .skipped, "VER-05, SD-12",
                "Its holder shows parts of the credential, and a JSON Schema asks for others.")
        case .schemaUnsupported:
            .init(
                .skipped, "VER-05", "The credential names a schema of a kind that is not run here.")
        case .schemaNotAsked:
            .init(
                .skipped, "VER-05, VER-11",
                "A JSON Schema was not asked for, because no signature holds.")
        case .signatureFits:
            .init(.passed, "VER-08", "The signature fits: nothing was changed since it was made.")
        case .signatureFitsOtherReading:
            .init(
                .passed, "VER-08",
                """
                The signature fits in the second reading of RDFC-1.0 (related blank nodes as a \
                set).
                """)
        case .signatureFitsBase:
            .init(
                .passed, "SD-12",
                """
                The signatures of a base proof for selective disclosure fit. The holder keeps it; \
                a reader is shown a credential that was derived from it.
                """)
        case .signatureInvalid:
            .init(
                .failed, "VER-08, LDP-13, JWT-14",
                "The signature does not fit: something was changed, or another key signed."
            )
        case .proofMissing: .init(.failed, "PRF-01, VER-08", "Nobody has signed.")
        case .proofRecordUndetermined:
            .init(
                .undetermined, "VER-17",
                "Only the record that holds it could vouch, and that could not be verified."
            )
        case .proofVouched:
            .init(
                .warning, "VER-17",
                """
                An embedded credential without a signature of its own; the record that holds \
                it vouches.
                """)
        case .proofMalformed:
            .init(
                .failed, "LDP-03, LDP-11",
                "The proof lacks a member or its value cannot be read."
            )
        case .proofUnsupported:
            .init(.skipped, "LDP-10", "A proof of a kind that is not checked here.")
        case .proofNoneSupported:
            .init(.undetermined, "LDP-10", "No proof is of a kind that can be checked here.")
        case .proofKeyUnavailable:
            .init(.undetermined, "KEY-01", "The key could not be had; its URL or DID is named.")
        case .proofKeyInvalid:
            .init(.failed, "KEY-05, LDP-13", "The key that is named cannot be one.")
        case .proofKeyMismatch:
            .init(
                .failed, "JWT-14, LDP-13",
                "The key is of another kind than the signature algorithm."
            )
        case .proofContextUnavailable:
            .init(
                .undetermined, "LDP-04",
                "The signed statements hang on a context that could not be had."
            )
        case .proofNotCanonical:
            .init(
                .failed, "LDP-04, LDP-08",
                "What was signed cannot be worked out from the document."
            )
        case .proofTooComplex:
            .init(
                .failed, "LDP-31",
                """
                The document is built so that working out what was signed passes the effort \
                allowed.
                """)
        case .proofChainBroken:
            .init(
                .failed, "LDP-10",
                "The proof names previous proofs that are not there, or not one each.")
        case .proofTooMany:
            .init(.failed, "VER-22", "The credential carries more proofs than the limit.")
        case .proofNotVerifiable:
            .init(
                .undetermined, "CLR1-V-01",
                """
                An older record, or a part of it, says no way to verify it: neither signed nor \
                hosted, so it cannot be told who wrote it.
                """)
        case .proofHostedAgrees:
            .init(
                .passed, "CLR1-V-03, OB-V-02",
                "The hosted original was looked at and says the same."
            )
        case .proofHostedDiffers:
            .init(
                .failed, "CLR1-V-03, OB-V-02",
                "The hosted original was looked at and says something else."
            )
        case .proofHostedUnavailable:
            .init(
                .undetermined, "CLR1-V-03, CLR1-V-04, OB-V-02",
                "The hosted original, which alone shows who wrote this, was not looked at."
            )
        case .proofOfParts:
            .init(
                .passed, "CLR1-M-22, CLR1-M-23",
                "A list of records or badges: it says nothing itself, and each in it is verified."
            )
        case .proofHeaderRefused:
            .init(
                .failed, "JWT-01, JWT-14",
                """
                The JWT header asks for something that is refused (`crit`, `jku`, `x5u`, a \
                private key).
                """)
        case .proofAlgorithmRefused:
            .init(.failed, "JWT-02, JWT-14", "The signature algorithm is `none` or not allowed.")
        case .controllerIsIssuer:
            .init(
                .passed, "KEY-06, LDP-14",
                """
                The key is listed by its controller for assertions, and the controller is the \
                issuer.
                """)
        case .controllerUnavailable:
            .init(
                .undetermined, "KEY-01, KEY-07",
                "The controller's document could not be had; its URL or DID is named."
            )
        case .controllerUnusable:
            .init(
                .failed, "KEY-03, KEY-04",
                "The controller's document is not one, or is of somebody else."
            )
        case .controllerKeyNotListed:
            .init(.failed, "KEY-06", "The controller's document does not list the key.")
        case .controllerKeyNotForPurpose:
            .init(
                .failed, "KEY-06, LDP-14",
                "The controller lists the key, but not for assertions."
            )
        case .controllerKeyDiffers:
            .init(
                .failed, "KEY-07, JWT-13",
                "The controller's document lists another key under this name."
            )
        case .controllerNotIssuer:
            .init(.failed, "KEY-06", "The key belongs to somebody other than the issuer.")
        case .controllerMethodUnsupported:
            .init(.undetermined, "KEY-02", "The DID method is not supported here.")
        case .controllerMethodInvalid:
            .init(.failed, "KEY-02", "The verification method is not a URL or DID URL.")
        case .controllerKeyRetired:
            .init(
                .failed, "KEY-03",
                "The controller had withdrawn the key before the proof was made."
            )
        case .controllerNobodyNamed: .init(.failed, "CLR2-M-08", "The credential names no issuer.")
        case .controllerHolderUnnamed:
            .init(
                .warning, "KEY-06",
                "A presentation names no holder; whose key signed it is told."
            )
        case .controllerTokenIssuer:
            .init(.failed, "JWT-16", "The `iss` claim differs from the issuer.")
        case .controllerOutsideScope:
            .init(
                .failed, "CLR1-V-02, OB-V-02",
                """
                The hosted original stands where its issuer does not say that it hosts its own \
                (`startsWith`, `allowedOrigins`, else the issuer's own host).
                """)
        case .controllerDescriptionElsewhere:
            .init(
                .warning, "OB-V-02",
                """
                A badge class, looked at by itself, stands where its issuer does not say that it \
                hosts its own; a hosted assertion of it is not verified.
                """)
        case .controllerOtherPublisher:
            .init(
                .warning, "CLR1-V-05",
                """
                A credential wraps a CLR 1.0 of another publisher: it is its issuer's word, and \
                not shown to be the publisher's.
                """)
        case .controllerOtherParty:
            .init(
                .warning, "KEY-06, PRF-02",
                "A further proof is by somebody other than the issuer."
            )
        case .purposeFits:
            .init(.passed, "LDP-10, LDP-15", "The proof was made for this purpose and is in force.")
        case .purposeWrong:
            .init(.failed, "LDP-10, OB3-M-79", "The proof was made for another purpose.")
        case .purposeDomain: .init(.failed, "LDP-15", "The proof was made for another domain.")
        case .purposeChallenge: .init(.failed, "LDP-15", "The proof answers another challenge.")
        case .purposeExpired: .init(.failed, "LDP-15", "The proof itself has expired.")
        case .purposeDateInvalid: .init(.failed, "LDP-02", "A date of the proof is not one.")
        case .purposeFromFuture:
            .init(.warning, "LDP-16", "The proof says that it was made in the future.")
        case .keyBound:
            .init(
                .passed, "LDP-15",
                "The holder bound what is shown to its reader (RFC 9901 section 7.3)."
            )
        case .keyBindingAbsent:
            .init(
                .warning, "LDP-15",
                "The token is made for one holder, and nothing shows that the holder gave it."
            )
        case .keyBindingMissing:
            .init(.failed, "LDP-15", "A key binding was asked for, and there is none.")
        case .keyBindingInvalid: .init(.failed, "LDP-15", "The key binding does not hold.")
        case .keyBindingUnchecked:
            .init(.undetermined, "LDP-15, VER-20", "The holder's key could not be had.")
        case .periodInForce:
            .init(.passed, "VER-12, VER-13", "Now lies inside the validity period.")
        case .periodNotYet: .init(.failed, "VER-12", "The validity period has not begun.")
        case .periodExpired: .init(.failed, "VER-13", "The validity period has ended.")
        case .periodInvalidDate:
            .init(.failed, "CLR2-M-09, OB3-M-10", "A date of the validity period is not one.")
        case .periodZoneMissing:
            .init(.warning, "CLR2-M-09, OB3-M-10", "A date has no time zone; it is read as UTC.")
        case .periodMissing:
            .init(.failed, "CLR2-M-09, OB3-M-10", "The start of the validity period is missing.")
        case .periodTokenDiffers:
            .init(.failed, "JWT-18, JWT-20", "A time claim of the JWT differs from the credential.")
        case .statusGood: .init(.passed, "VER-11, BSL-08", "The list does not mark the credential.")
        case .statusNone: .init(.skipped, "VER-11", "The credential names no status list.")
        case .statusRevoked:
            .init(.failed, "VER-11, BSL-08", "The list says that the credential is revoked.")
        case .statusSuspended:
            .init(.failed, "BSL-01, BSL-08", "The list says that the credential is suspended.")
        case .statusInformative:
            .init(.skipped, "BSL-01", "The entry serves a purpose that does not decide validity.")
        case .statusNewer:
            .init(.warning, "BSL-01, BSL-08", "The list says that there is a newer version.")
        case .statusMessage:
            .init(.warning, "BSL-01, BSL-08", "The list has a message that decides nothing.")
        case .statusUnavailable:
            .init(.undetermined, "BSL-02, VER-20", "The list could not be had; its URL is named.")
        case .statusListUnverified: .init(.failed, "BSL-03", "The list itself is not verified.")
        case .statusListUndetermined:
            .init(.undetermined, "BSL-03", "Whether the list itself is genuine could not be told.")
        case .statusListMalformed: .init(.failed, "BSL-03, BSL-05", "The list cannot be read.")
        case .statusListTooShort:
            .init(
                .warning, "BSL-06",
                """
                The list is shorter than the standard allows: whoever asks for it tells the \
                publisher more than need be.
                """)
        case .statusListTooLarge: .init(.failed, "BSL-05", "The list inflates beyond the limit.")
        case .statusOutOfRange:
            .init(.failed, "BSL-07", "The entry points beyond the end of the list.")
        case .statusPurposeDiffers:
            .init(.failed, "BSL-04", "The list serves another purpose than the entry.")
        case .statusEntryMalformed: .init(.failed, "OB3-M-76", "The status entry cannot be read.")
        case .statusUnsupported:
            .init(
                .undetermined, "VER-11, VER-20",
                "The kind of status entry is not supported here."
            )
        case .statusNotAsked:
            .init(.skipped, "VER-11", "Lists are read only once a proof has been verified.")
        case .statusListIssuer:
            .init(
                .warning, "BSL-09, RVL-06",
                "The list is issued by somebody other than the issuer of the credential."
            )
        case .refreshCurrent:
            .init(.passed, "VER-09", "The refresh service gives this version: there is none newer.")
        case .refreshNewer:
            .init(
                .warning, "VER-09, VER-10",
                "The refresh service gives a newer version of the credential, verified itself.")
        case .refreshNotUsable:
            .init(
                .warning, "VER-09, VER-10",
                """
                What the refresh service gives is no version of this credential that could take \
                its place.
                """)
        case .refreshUnavailable:
            .init(
                .skipped, "VER-09, RFS-04",
                "The refresh service gave nothing; the credential is judged as it is.")
        case .refreshNotAsked:
            .init(
                .skipped, "VER-09",
                """
                Newer versions were not looked for: offline, the signature does not hold, or the \
                kind of refresh service is not known.
                """)
        case .trustNotYet:
            .init(
                .skipped, "VER-19",
                """
                No trust policy is given, so that nobody was asked who vouches for the issuer: \
                issuer data is as the issuer states it.
                """)
        case .trustNotAsked:
            .init(
                .skipped, "VER-19",
                """
                Nobody was asked who vouches for the issuer: no signature shows that it is the \
                issuer's own.
                """)
        case .trustVouched:
            .init(
                .passed, "VER-19",
                "Somebody whom the trust policy believes vouches for the issuer.")
        case .trustDenied:
            .init(
                .failed, "VER-19",
                "The deny list of the trust policy names the issuer, whoever vouches for it.")
        case .trustNobody:
            .init(
                .failed, "VER-19",
                "Nobody vouches for the issuer, and the trust policy requires that somebody does.")
        case .trustNobodyKnown:
            .init(.warning, "VER-19", "Nobody whom the trust policy believes knows the issuer.")
        case .trustTestOnly:
            .init(
                .failed, "VER-19",
                """
                Only a test registry knows the issuer, and the trust policy requires that \
                somebody vouches for it.
                """)
        case .trustTestKnown:
            .init(.warning, "VER-19", "Only a test registry knows the issuer.")
        case .trustUnavailable:
            .init(
                .undetermined, "VER-19, VER-20",
                """
                A registry could not be asked, nobody else vouches for the issuer, and the \
                trust policy requires that somebody does.
                """)
        case .trustNotAtHand:
            .init(
                .warning, "VER-19, VER-20",
                "A registry could not be asked, and nobody else vouches for the issuer.")
        case .entitlementNotYet:
            .init(
                .skipped, "VER-19",
                "No rules of entitlement are given: whether the issuer may award this is not asked."
            )
        case .entitlementNotAsked:
            .init(
                .skipped, "VER-19",
                """
                Whether the issuer may award this was not asked: nothing is awarded, or no \
                signature shows that it is the issuer's own.
                """)
        case .entitlementNoRule:
            .init(.skipped, "VER-19", "No rule of the trust policy speaks of such achievements.")
        case .entitled:
            .init(.passed, "VER-19", "The issuer may award this, by a rule of the trust policy.")
        case .notEntitled:
            .init(
                .failed, "VER-19",
                """
                No rule lets the issuer award this, and the trust policy requires that one does.
                """)
        case .entitlementNotShown:
            .init(.warning, "VER-19", "No rule of the trust policy lets the issuer award this.")
        case .entitlementUnavailable:
            .init(
                .undetermined, "VER-19, VER-20",
                """
                A registry of accreditation could not be asked, and the trust policy requires \
                that the issuer is entitled.
                """)
        case .entitlementNotAtHand:
            .init(
                .warning, "VER-19, VER-20",
                "A registry of accreditation could not be asked, and no rule is met without it.")
        case .recipientMatches:
            .init(.passed, "RCP-02, RCP-03", "The credential is the expected person's.")
        case .recipientMatchesLoosely:
            .init(
                .passed, "RCP-05",
                """
                The credential is the expected person's, once spaces and letter case are left \
                aside.
                """)
        case .recipientIsLearner:
            .init(.passed, "CLR1-V-06", "The recipient of a part is the learner of the record.")
        case .recipientNotLearner:
            .init(.failed, "CLR1-V-06", "The recipient of a part is not the learner of the record.")
        case .recipientUnclear:
            .init(
                .warning, "CLR1-V-06",
                "A part of a record names no recipient that can be compared with the learner."
            )
        case .recipientWeakHash:
            .init(
                .warning, "CLR1-V-06, OB-M-04",
                "The recipient is hashed with MD5, for which others with the same hash can be made."
            )
        case .recipientDiffers: .init(.failed, "RCP-04", "The credential names somebody else.")
        case .associationUnresolved:
            .init(
                .warning, "CLR2-M-44",
                "An association names an achievement that is not in the record."
            )
        case .associationNotAchievement:
            .init(
                .warning, "CLR2-M-42, CLR2-M-43",
                "An association names something in the record that is no achievement.")
        case .associationCycle: .init(.warning, "CLR2-M-46", "Associations lead round in a circle.")
        case .associationSenseless:
            .init(
                .warning, "CLR2-M-41, CLR2-M-45",
                "What an association joins cannot stand in that relation.")
        case .resultUnresolved:
            .init(
                .warning, "MCHK-02, MCHK-04",
                "A result names a description or level that the achievement does not have."
            )
        case .resultOutOfRange:
            .init(.warning, "MCHK-05", "A result is none of the allowed values.")
        case .resultStatusMissing:
            .init(.warning, "MCHK-03", "A result of kind Status has no status.")
        case .resultRangeReversed:
            .init(
                .warning, "MCHK-05, OB3-M-66",
                "The largest value of a description is below its smallest.")
        case .resultValuesReversed:
            .init(
                .warning, "OB3-M-66",
                "The allowed values of a description stand from high to low.")
        case .resultRequirementImpossible:
            .init(
                .warning, "MCHK-05, OB3-M-66",
                "The value that a description requires is none that it allows.")
        case .resultBelowRequired:
            .init(
                .warning, "OB3-M-66",
                "A result is below what its description requires for the award.")
        case .datesReversed: .init(.warning, "MCHK-10", "An end does not stand behind its start.")
        case .datesAwardedLate:
            .init(
                .warning, "CLR2-M-11, OB3-M-07",
                "The award is later than the start of the credential's validity.")
        case .datesAwardedEarly:
            .init(.warning, "OB3-M-07, OB3-M-24", "The award is earlier than the activity.")
        case .datesInFuture:
            .init(.warning, "CLR2-M-11, OB3-M-07", "The award is dated in the future.")
        case .datesZoneMissing:
            .init(
                .warning, "CLR2-M-11, OB3-M-07",
                "The date of the award has no time zone; it is read as UTC.")
        case .datesUnreadable:
            .init(
                .warning, "CLR2-M-11, OB3-M-07, OB3-M-24",
                "A date is none, and was compared with nothing.")
        case .datesPartLater:
            .init(
                .warning, "CLR2-M-09, CLR2-M-33",
                "A credential inside is of a later date than the record that holds it.")
        case .contentsOtherSubject:
            .init(
                .warning, "MCHK-07",
                "A credential inside speaks of somebody else than the record."
            )
        case .contentsSubjectUnclear:
            .init(
                .warning, "MCHK-07",
                """
                A credential inside and the record name no identifier of one kind that can be \
                compared.
                """)
        case .contentsNotPinned:
            .init(
                .warning, "LDP-20, AMB-36",
                """
                Several unsigned parts speak of one subject; the signature of the record does \
                not tie a result to its part.
                """)
        case .contentsEndorsementTarget:
            .init(.warning, "VER-41", "An endorsement speaks of something that does not carry it.")
        case .contentsEndorsementMisplaced:
            .init(
                .warning, "VER-41, AMB-24",
                "An endorsement stands on one thing in the credential and speaks of another.")
        case .contentsSameID:
            .init(
                .warning, "MCHK-09, AMB-36",
                "One identifier stands for different contents in one record.")
        case .contentsListedTwice:
            .init(.warning, "MCHK-09", "One credential stands in the record more than once.")
        case .contentsPartial:
            .init(
                .warning, "CLR2-M-07, AMB-38",
                "The issuer calls the record partial: something is left out.")
        case .creditsNegative:
            .init(.warning, "OB3-M-25, OB3-M-48", "Credits are below nothing.")
        case .creditsMoreThanAvailable:
            .init(
                .warning, "OB3-M-25, OB3-M-48",
                "More credits were earned than the achievement gives.")
        case .creditsSumDiffers:
            .init(
                .warning, "OB3-M-25, CLR2-M-45",
                "The credits of the parts do not add up to those of the whole.")
        case .creditsAverageDiffers:
            .init(
                .warning, "ENUM-04, OB3-M-65",
                "A stated grade point average is not what the grades of the record give.")
        case .identityEmpty:
            .init(.warning, "MCHK-01, OB3-M-72", "An identifier of the subject has no value.")
        case .identityHashMalformed:
            .init(.warning, "MCHK-08", "An identifier is said to be hashed, and is no hash.")
        case .identityHashUndeclared:
            .init(
                .warning, "MCHK-08, OB3-M-72",
                "An identifier has the form of a hash, and is not said to be one.")
        case .languageMalformed:
            .init(
                .warning, "OB3-M-52, AMB-14",
                "A language is not named as BCP 47 (RFC 5646) names languages.")
        case .evidenceEmpty: .init(.warning, "OB3-M-62", "Evidence has neither link nor text.")
        case .evidenceDangling:
            .init(.warning, "OB3-M-62", "A link to evidence is no whole address.")
        case .evidenceUnsafe:
            .init(
                .warning, "OB3-M-62",
                "A link to evidence is of a kind that a reader should not open.")
        case .evidencePrivate:
            .init(
                .warning, "OB3-M-62",
                "A link to evidence leads to one machine or network that others cannot reach.")
        case .evidenceUnprotected:
            .init(.warning, "OB3-M-62", "A link to evidence is reached without encryption.")
        case .nameMixed:
            .init(
                .warning, "VER-19, OB3-M-68",
                "A word of the issuer's name mixes alphabets whose letters look alike.")
        case .nameHidden:
            .init(
                .warning, "VER-19, OB3-M-68",
                "The issuer's name has characters that nobody sees.")
        case .nameLookAlike:
            .init(
                .warning, "VER-19, OB3-M-68",
                "Two issuers of one record have names that look alike.")
        case .nameShared:
            .init(
                .warning, "VER-19, OB3-M-68",
                "Two issuers of one record, at different hosts, have the same name.")
        case .nameKnownElsewhere:
            .init(
                .warning, "VER-19",
                """
                Nobody vouches for the issuer, and its name looks like that of somebody whom the \
                trust policy or a registry knows.
                """)
        }
    }
}
