import JSONText

/// Why a draft is not made into a credential, and where.
package enum IssuanceError: Error, Sendable {
    /// Not an object, or of no class that is issued here.
    case notADraft(String)
    case alreadySigned(JSONPointer)
    /// A null or an empty list (GEN-04).
    case emptyValue(JSONPointer)
    /// The key belongs to another issuer than the draft names.
    case issuerDiffers(draft: String, key: String)
    /// A member that no context defines would not be signed (LDP-08).
    case undefinedTerm(String, JSONPointer?)
    case missing(String, JSONPointer)
    case contextUnavailable(String)
    /// The signed credential did not pass its own verification.
    case notVerifiable([String])
    case signing(String)
}
