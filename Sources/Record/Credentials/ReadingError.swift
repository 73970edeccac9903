import Baking
import JOSE
import JSONText

/// Why octets are not a credential that can be read.
package enum ReadingError: Error, Hashable, Sendable {
    case empty
    /// A picture out of which no credential can be read.
    case image(BakingError)
    /// What is baked into a picture is no credential that can be read.
    indirect case inImage(ImageFormat, ReadingError)
    /// A web page, for example an error page in place of a credential.
    case markup
    case notJSON(JSONError)
    /// JSON, but not an object.
    case notAnObject(JSONValue.Kind)
    /// Begins like a compact JWS (`eyJ`) and is none.
    case malformedToken(TokenFault)
    /// An object that stands for a token, and does not hold one that is read here.
    case envelope(EnvelopeFault)

    package enum TokenFault: Error, Hashable, Sendable {
        case notThreeParts(Int)
        case notBase64URL(TokenPart)
        case notJSON(TokenPart, JSONError)
        case notAnObject(TokenPart)
        case tooLarge(limit: Int)
        /// It has disclosures, and they are not its own.
        case selective(SDJWTError)
    }

    package enum EnvelopeFault: Hashable, Sendable {
        /// Its `id` is no `data:` URL.
        case notDataURL
        /// Something else than a JWT, such as CBOR.
        case unsupported(mediaType: String)
        /// A presentation in an envelope for credentials, or the other way round.
        case otherContent
    }

    package enum TokenPart: String, Hashable, Sendable {
        case header, payload, signature
    }
}
