import Baking
import Credentials
import JSONText

extension ReadingError {
    /// The answer of the check `readable`.
    var check: Check {
        Check(code, sentence, at: place)
    }

    private var code: Code {
        switch self {
        case .empty: .empty
        case .image(let error): error.code
        case .inImage(_, let inner): inner.code
        case .markup: .markup
        case .notJSON: .notJSON
        case .notAnObject: .notAnObject
        case .malformedToken(.selective): .malformedSelective
        case .malformedToken: .malformedToken
        case .envelope(.unsupported): .envelopeUnsupported
        case .envelope: .envelopeInvalid
        }
    }

    /// The place in the JSON text, be it baked into a picture or not.
    private var place: JSONPointer? {
        switch self {
        case .notJSON(let error): error.pointer
        case .inImage(_, let inner): inner.place
        case .empty, .image, .markup, .notAnObject, .malformedToken, .envelope: nil
        }
    }

    /// What is wrong and what to do, for people.
    package var sentence: String {
        switch self {
        case .empty:
            "There is nothing here. Give a credential: a .json or .jwt file, or its text."
        case .image(let error): error.description
        case .inImage(let format, let inner):
            "What is baked into the \(format.rawValue) is no credential that can be read. "
                + inner.sentence
        case .markup:
            "This is a web page or XML, not a credential; perhaps a page with an error was saved "
                + "in its place. Download the credential itself, as JSON."
        case .notJSON(let error):
            "This is not JSON that can be read: \(error). Ask for the file again; it may be "
                + "damaged or cut off."
        case .notAnObject:
            "This is JSON, but not one credential: a credential is a JSON object in braces."
        case .malformedToken(.selective(let error)):
            "This is a signed token with selective disclosures (SD-JWT) that was not put together "
                + "as it was signed: \(error). Ask its holder for it again."
        case .envelope(.notDataURL):
            "This is the envelope of a credential without the credential: its \"id\" is no "
                + "\"data:\" URL with a token in it."
        case .envelope(.otherContent):
            "This is an envelope that holds something else than it says: a presentation in place "
                + "of a credential, or the other way round."
        case .envelope(.unsupported(let type)):
            "This is an envelope that holds \"\(type)\", which is not read here; signed tokens "
                + "(JWT) are. Ask for one."
        case .malformedToken(let fault):
            "This begins like a signed token (JWT) and is none: \(fault.words)."
        }
    }
}

extension ReadingError.TokenFault {
    var words: String {
        switch self {
        case .notThreeParts(let count): "it has \(count) parts between dots, not 3"
        case .notBase64URL(let part): "its \(part.rawValue) is not base64url"
        case .notJSON(let part, let error): "its \(part.rawValue) is not JSON: \(error)"
        case .notAnObject(let part): "its \(part.rawValue) is not a JSON object"
        case .tooLarge(let limit): "it has more than \(limit) octets"
        case .selective(let error): "\(error)"
        }
    }
}

extension BakingError {
    var code: Code {
        switch self {
        case .notBakeable: .imageOfAnotherKind
        case .nothingBaked: .imageWithoutCredential
        case .several, .competing: .imageAmbiguous
        case .onlyAddress: .imageHoldsAddress
        case .tooLarge: .imageUnsafe
        case .malformedPNG, .malformedSVG: isUnsafe ? .imageUnsafe : .imageBroken
        // Of baking; reading gives none of these.
        case .holdsAnother, .noRoom, .activeContent, .notXML, .noAddress: .imageBroken
        }
    }
}
