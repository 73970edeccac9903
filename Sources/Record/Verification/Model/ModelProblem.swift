import JSONText
import Vocabularies

/// One place in which a document is not as the model of its standard has it.
package struct ModelProblem: Sendable {
    package enum Kind: Sendable, Hashable {
        case memberMissing, memberUnknown
        case wrongType, wrongClass
        case tooFew, tooMany
        /// A text that is not written as its range asks: a token, a language tag.
        case malformedText
        case malformedDate
        case notInVocabulary
        case contextOutOfOrder
        /// A subject that nothing identifies, a list of identifiers with none, an `id` of nothing.
        case noIdentity, emptyIdentifiers, emptyIdentity
        case emptyCriteria
        case wrongPurpose
        /// A value that is of the right type and cannot be true.
        case outOfRange
        case tolerated(Tolerance)

        /// Whether something is not there, which may have been there once.
        var isAbsence: Bool { self == .memberMissing || self == .tooFew }
    }

    package let kind: Kind
    package let pointer: JSONPointer
    /// What, where, and what to do, for people.
    package let message: String
    package let requirement: String
    /// Whether the document is not valid because of it; otherwise it is read all the same.
    package let isFault: Bool
    /// Why the published schemas judge this otherwise; nil where they judge as the model does.
    package let departure: ModelDeparture?

    /// Whether it is read all the same for a reason that the model gives.
    var isTolerated: Bool {
        if case .tolerated = kind { true } else { false }
    }
}

/// Where this project judges otherwise than the published JSON Schemas, on purpose.
package enum ModelDeparture: String, CaseIterable, Sendable {
    case ownTypeName = "own-type-name"
    case typeAsLanguageMap = "type-as-language-map"
    case issuerAsLanguageMap = "issuer-as-language-map"
    case innerClass = "inner-class"
    case extensionTerm = "extension-term"
    case dateFormat = "date-format"
    case emptyContexts = "empty-contexts"
    case bareValue = "bare-value"
    case arrayForOne = "array-for-one"
    case bareString = "bare-string"
    case numberForText = "number-for-text"
    case absence = "absence"
    case null = "null"
    case extensionValue = "extension-value"
    case innerForm = "inner-form"
    case innerLegacy = "inner-legacy"
    case singleContext = "single-context"
    case namedClass = "named-class"
    case proofPurpose = "proof-purpose"
    case emptyCriteria = "empty-criteria"
    case subjectIdentity = "subject-identity"

    /// Whether the schemas accept what the model refuses; otherwise it is the other way round.
    package var isStricter: Bool {
        switch self {
        case .ownTypeName, .typeAsLanguageMap, .issuerAsLanguageMap, .innerClass, .extensionTerm,
            .dateFormat, .emptyContexts, .singleContext, .namedClass, .proofPurpose,
            .emptyCriteria, .subjectIdentity:
            true
        case .bareValue, .arrayForOne, .bareString, .numberForText, .absence, .null,
            .extensionValue, .innerForm, .innerLegacy:
            false
        }
    }

    package var reason: String {
        switch self {
        case .ownTypeName:
            "The schemas look for the name of the class in a list of types only and take any single "
                + "text; the model asks for the name in both (CLR2-M-22)."
        case .typeAsLanguageMap:
            "The schemas let a language map stand for every text, and so for the name of a class, "
                + "which has no language (AMB-14)."
        case .issuerAsLanguageMap:
            "For the same reason the schemas take a language map, even an empty object, for the "
                + "identifier of an issuer."
        case .innerClass:
            "What stands in a record is held against the class that it names; the schema of the "
                + "record looks at what all credentials share (CLR2-M-33)."
        case .extensionTerm:
            "The schemas find `ext:` anywhere in a text, since their pattern has no anchors; the "
                + "model wants it to begin the term and plain characters to follow (ENUM-EXT)."
        case .dateFormat:
            "The schemas name `format` and do not assert it; the model wants a date that exists."
        case .emptyContexts: "The schemas of CLR 1.0 take an empty list of contexts (CLR1-G-10)."
        case .bareValue: "One value where CLR 1.0 has a list is read, with a note (AMB-04)."
        case .arrayForOne:
            "A list where the model has one value is read, with a note, where it is common in real "
                + "records (AMB-09)."
        case .bareString:
            "An identifier where the model has an object is read, with a note, where it is common in "
                + "real records (AMB-28, CLR1-Q-06)."
        case .numberForText:
            "A number where the model has a text is read, with a note (BSL-07, OB-M-08)."
        case .absence:
            "What most real CLR 1.0 records lack is not asked for, with a note (CLR1-Q-02, "
                + "CLR1-Q-06)."
        case .null: "`null` for an absent member is read in CLR 1.0, with a note (CLR1-G-09)."
        case .extensionValue:
            "The CLR 1.0 schemas refuse whole numbers and `null` in members with a colon in their "
                + "name, because two of their alternatives fit or none does; extensions may hold "
                + "any value (CLR1-G-07)."
        case .innerForm:
            "A credential in a record may be a signed token or an envelope of one, which the schemas "
                + "of records do not know (CLR2-M-33); any other text is refused by both."
        case .innerLegacy:
            "A credential on data model 1.1 may stand in a record on 2.0; it is held against its "
                + "own generation (LEG-01)."
        case .singleContext:
            "The schemas take any one context in place of the list, so that the order of several is "
                + "not asked for; the model wants the list (CLR2-M-22)."
        case .namedClass:
            "The schemas look at what all proofs and all status entries share; the model wants of a "
                + "proof and of an entry what its type has (OB3-M-76, OB3-M-79)."
        case .proofPurpose:
            "The schemas take any text for the purpose of a proof; that of a credential must be "
                + "`assertionMethod` (OB3-M-79)."
        case .emptyCriteria:
            "The schemas take criteria without a member; `id` or `narrative` must be there "
                + "(MCHK-06)."
        case .subjectIdentity:
            "The schemas cannot ask for one of two members: a subject without `id` whose list of "
                + "identifiers is empty is refused (MCHK-01)."
        }
    }

    init?(_ tolerance: Tolerance, isLenient: Bool) {
        switch tolerance {
        case .bareValue:
            guard !isLenient else { return nil }
            self = .bareValue
        case .languageMap, .emptyList: return nil
        case .array: self = .arrayForOne
        case .bareString: self = .bareString
        case .number: self = .numberForText
        case .absence: self = .absence
        case .null: self = .null
        }
    }
}
