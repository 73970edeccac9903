import JSONLD
import JSONText

/// What the reading as JSON-LD says about contexts and terms.
struct LinkedDataCheck {
    let fault: JSONLDError?
    /// Whether a signature depends on the terms: otherwise an undefined one is only a warning.
    let isBlocking: Bool
    let place: JSONPointer
    let used: UsedContexts

    /// Problems of the contexts themselves.
    var contexts: [Check] {
        guard let fault, let code = fault.code.contextCode else { return [] }
        switch code {
        case .contextUnavailable:
            return [
                Check(
                    code,
                    "The context \(url) is not known here and could not be had\(reason), so the "
                        + "meaning of some members is open. Give it with the credential, or check "
                        + "online.",
                    at: place.appending("@context"))
            ]
        case .contextProtected:
            return [
                Check(
                    code,
                    "A context redefines a term that an earlier one protects (\(fault.detail)): "
                        + "the same word would mean two things.",
                    at: fault.pointer ?? place.appending("@context"))
            ]
        default:
            return [
                Check(
                    code,
                    "The contexts do not follow JSON-LD: \(fault.code.rawValue) "
                        + "(\(fault.detail)).", at: fault.pointer ?? place.appending("@context"))
            ]
        }
    }

    private var url: String { fault?.unavailableURL?.string ?? fault?.detail ?? "" }

    private var reason: String {
        fault?.unavailableURL.flatMap { used.reason(for: $0) }.map { " (\($0))" } ?? ""
    }

    var terms: [Check] {
        guard let fault else {
            return [Check(.termsDefined, "Every member is defined by the contexts.")]
        }
        if fault.code.contextCode == .contextUnavailable {
            let text = "Whether every member is defined hangs on the context \(url)."
            return [Check(.termsUnavailable, text)]
        }
        if fault.code.contextCode != nil { return [] }
        return [termFault(fault)]
    }

    private func sentence(_ detail: String) -> String {
        detail.prefix(1).uppercased() + detail.dropFirst()
    }

    private func termFault(_ fault: JSONLDError) -> Check {
        switch fault.code {
        case .undefinedTerm, .droppedValue:
            guard isBlocking else {
                return Check(
                    .termUndefinedUnderToken,
                    "\(sentence(fault.detail)); no signature depends on it here, but "
                        + "other programs may not see it.", at: fault.pointer)
            }
            return Check(
                .termUndefined,
                "\(sentence(fault.detail)), so the signature does not cover it: anybody "
                    + "could have added it. The issuer must define it or leave it out.",
                at: fault.pointer)
        case .limitExceeded:
            return Check(
                .termsTooLarge, "The document passes a limit: \(fault.detail).", at: fault.pointer)
        default:
            let words = "\(fault.code.rawValue) (\(fault.detail))"
            guard isBlocking else {
                return Check(
                    .termsUncheckedUnderToken,
                    "The credential cannot be used as JSON-LD: \(words). No signature depends on "
                        + "it here.", at: fault.pointer)
            }
            return Check(
                .termsInvalid, "The credential is not valid JSON-LD: \(words).", at: fault.pointer)
        }
    }
}

extension JSONLDErrorCode {
    /// The answer of the check `context`, for errors that lie in a context.
    var contextCode: Code? {
        switch self {
        case .loadingRemoteContextFailed: .contextUnavailable
        case .protectedTermRedefinition: .contextProtected
        case .contextOverflow, .cyclicIRIMapping, .invalidBaseDirection, .invalidBaseIRI,
            .invalidContainerMapping, .invalidContextEntry, .invalidContextNullification,
            .invalidDefaultLanguage, .invalidImportValue, .invalidIRIMapping, .invalidKeywordAlias,
            .invalidLanguageMapping, .invalidLocalContext, .invalidPrefixValue,
            .invalidPropagateValue, .invalidProtectedValue, .invalidRemoteContext,
            .invalidReverseProperty, .invalidScopedContext, .invalidTermDefinition,
            .invalidTypeMapping, .invalidVersionValue, .invalidVocabMapping, .keywordRedefinition,
            .processingModeConflict, .recursiveContextInclusion:
            .contextInvalid
        case .collidingKeywords, .conflictingIndexes, .invalidIDValue, .invalidIncludedValue,
            .invalidIndexValue, .invalidJSONLiteral, .invalidLanguageMapValue,
            .invalidLanguageTaggedString, .invalidLanguageTaggedValue, .invalidNestValue,
            .invalidReversePropertyMap, .invalidReversePropertyValue, .invalidReverseValue,
            .invalidScriptElement, .invalidSetOrListObject, .invalidTypeValue, .invalidTypedValue,
            .invalidValueObject, .invalidValueObjectValue, .listOfLists, .loadingDocumentFailed,
            .iriConfusedWithPrefix, .invalidEmbedValue, .invalidFrame, .undefinedTerm,
            .droppedValue, .notCompacted, .limitExceeded:
            nil
        }
    }
}
